/**
 * A TCP proxy that does to a connection what networks do, at a moment that the test chooses.
 *
 * @module
 */
import net from "node:net";
import { setImmediate } from "node:timers";
import { Seen } from "../../asterisk/support.ts";

/** What happens to a connection. */
export type Fault =
  /** Closed towards both sides, in the middle of what was being said. */
  | "cut"
  /** The same by RST. */
  | "reset"
  /** Nothing goes through any more, either way, and nobody is told: until {@linkcode FaultProxy.release}. */
  | "stall"
  /** From now on each piece is late. */
  | "delay"
  /** From now on each byte comes alone. */
  | "bytes"
  /** FIN to the client alone, in the middle: what the client says still reaches the server. */
  | "half-client"
  /** FIN to the server alone. */
  | "half-server";

/** A moment in a connection's life. */
export interface Step {
  /** Whose words it is recognised by; `connect` is before any. */
  readonly from: "connect" | "client" | "server";
  /** What has been said by that side, from its first byte to the moment. */
  readonly said?: RegExp;
}

/** How late a delayed piece is, in milliseconds. */
const lateness = 30;

/** One connection through the proxy. */
class Passage {
  readonly #plan: { fault: Fault; step: Step } | undefined;
  readonly #client: net.Socket;
  readonly #server: net.Socket | undefined;
  readonly #onStrike: () => void;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #struck = false;
  readonly #released = Promise.withResolvers<void>();

  constructor(
    client: net.Socket,
    target: { hostname: string; port: number },
    plan: { fault: Fault; step: Step } | undefined,
    onStrike: () => void,
  ) {
    this.#plan = plan;
    this.#client = client;
    this.#onStrike = onStrike;
    client.setNoDelay(true);
    client.on("error", () => this.#server?.destroy());
    const atOnce = plan?.step.from === "connect";
    if (atOnce && (plan?.fault === "cut" || plan?.fault === "reset")) {
      this.#strike();
      return;
    }
    const { hostname: host, port } = target;
    const server = this.#server = net.connect({ host, port, allowHalfOpen: true, noDelay: true });
    server.on("error", () => client.destroy());
    this.#relay(client, server, "client");
    this.#relay(server, client, "server");
    if (atOnce) server.once("connect", () => this.#strike());
  }

  release(): void {
    this.#released.resolve();
  }

  destroy(): void {
    this.release();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#client.destroy();
    this.#server?.destroy();
  }

  /** Does what the plan says; `over` when nothing more is to be relayed. */
  #strike(): "over" | "on" {
    this.#struck = true;
    this.#onStrike();
    const { fault } = this.#plan!;
    const [client, server] = [this.#client, this.#server];
    if (fault === "cut") {
      client.destroySoon();
      server?.destroySoon();
      return "over";
    }
    if (fault === "reset") {
      client.resetAndDestroy();
      server?.resetAndDestroy();
      return "over";
    }
    if (fault === "half-client") client.end();
    if (fault === "half-server") server?.end();
    return "on";
  }

  /** Passes on what one side says, piece by piece; one is through before the next is looked at. */
  #relay(from: net.Socket, to: net.Socket, side: "client" | "server"): void {
    const plan = this.#plan;
    let said = "";
    let before = Promise.resolve();
    from.on("data", (piece) => {
      before = before.then(async () => {
        if (plan && !this.#struck && plan.step.from === side) {
          said += new TextDecoder().decode(piece);
          const found = plan.step.said?.exec(said);
          if (found) {
            // In the middle of the words, wherever the pieces begin and end.
            const middle = said.length - found.index - Math.floor(found[0].length / 2);
            const half = Math.max(0, piece.length - middle);
            if (half > 0) to.write(piece.subarray(0, half));
            piece = piece.subarray(half);
            if (this.#strike() === "over") return;
          }
        }
        await this.#pass(piece, to);
      });
    });
    from.on("end", () => before = before.then(() => void to.end()));
    from.on("close", () => {
      before = before.then(() => void to.destroySoon());
    });
  }

  #wait(time: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        resolve();
      }, time);
      this.#timers.add(timer);
    });
  }

  async #pass(piece: Uint8Array, to: net.Socket): Promise<void> {
    const fault = this.#struck ? this.#plan?.fault : undefined;
    if (fault === "stall") await this.#released.promise;
    if (fault === "delay") await this.#wait(lateness);
    if (to.writableEnded || to.destroyed) return;
    if (fault !== "bytes") return void to.write(piece);
    for (const byte of piece) {
      await new Promise<void>((resolve) => to.write(Uint8Array.of(byte), () => resolve()));
      await new Promise<void>((resolve) => void setImmediate(resolve));
    }
  }
}

/** The proxy. One connection, the next after {@linkcode FaultProxy.plan}, suffers; others do not. */
export class FaultProxy implements AsyncDisposable {
  readonly #server: net.Server;
  readonly #passages = new Set<Passage>();
  #plan: { fault: Fault; step: Step } | undefined;
  /** The faults that have happened. */
  readonly strikes: Seen<Fault> = new Seen();
  /** How many connections came. */
  connections = 0;

  private constructor(target: () => { hostname: string; port: number }) {
    this.#server = net.createServer({ allowHalfOpen: true }, (client) => {
      this.connections++;
      const plan = this.#plan;
      this.#plan = undefined;
      this.#passages.add(
        new Passage(client, target(), plan, () => this.strikes.add(plan!.fault)),
      );
    });
  }

  /** Begins to listen on loopback; `target` says where a connection goes on to. */
  static async open(target: () => { hostname: string; port: number }): Promise<FaultProxy> {
    const proxy = new FaultProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", () => resolve()));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as net.AddressInfo).port;
  }

  /** `host:port`. */
  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** What is to happen to the next connection. */
  plan(fault: Fault, step: Step): void {
    this.#plan = { fault, step };
  }

  /** Lets go what has stalled. */
  release(): void {
    for (const passage of this.#passages) passage.release();
  }

  /** Ends all connections that are there. */
  drop(): void {
    for (const passage of this.#passages) passage.destroy();
    this.#passages.clear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.drop();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
