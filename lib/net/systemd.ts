/**
 * What systemd wants to hear of a service: that it is ready, reloads, stops, and is alive.
 *
 * Datagrams to the socket that `NOTIFY_SOCKET` names, as in sd_notify(3). Deno has them behind its
 * flag `--unstable-net` only.
 *
 * @module
 */

import type { Log } from "../log.ts";

/** Looks up an environment variable. */
export type Environment = (name: string) => string | undefined;

/** The part of Deno that TypeScript knows with its flag only. */
type DatagramSocket = Pick<Deno.DatagramConn, "close"> & {
  send(bytes: Uint8Array, to: UnixAddress): Promise<number>;
};
interface UnixAddress {
  transport: "unixpacket";
  path: string;
}
type Bind = (address: UnixAddress) => DatagramSocket;

const encoder = new TextEncoder();

/** The service manager that has started this process. */
export class ServiceManager implements Disposable {
  readonly #socket: DatagramSocket;
  readonly #address: UnixAddress;
  readonly #log: Log;
  readonly #own: string;
  readonly #alive: ReturnType<typeof setInterval> | undefined;
  #complained = false;
  #stopping = false;
  #last: Promise<void> = Promise.resolve();

  private constructor(socket: DatagramSocket, own: string, env: Environment, log: Log) {
    this.#socket = socket;
    this.#own = own;
    this.#log = log;
    this.#address = { transport: "unixpacket", path: systemPath(env("NOTIFY_SOCKET") ?? "") };
    const period = watchdogTime(env);
    // From the event loop and from nowhere else: when that stands still, systemd is to restart us.
    if (period) this.#alive = setInterval(() => this.#send("WATCHDOG=1"), period / 2);
  }

  /** Finds the service manager; `undefined` when none waits for news. Never throws. */
  static find(env: Environment, log: Log): ServiceManager | undefined {
    const path = env("NOTIFY_SOCKET");
    if (!path) return undefined;
    const { listenDatagram } = Deno as unknown as { listenDatagram?: Bind };
    if (!listenDatagram) {
      log.warn("Cannot tell systemd that we are ready: Deno needs the flag --unstable-net for it");
      return undefined;
    }
    let reason = "";
    for (const own of ownPaths(env)) {
      try {
        if (own.startsWith("/")) removeQuietly(own);
        const socket = listenDatagram({ transport: "unixpacket", path: own });
        return new ServiceManager(socket, own, env, log);
      } catch (error) {
        reason = (error as Error).message;
      }
    }
    log.warn(`Cannot tell systemd that we are ready: ${reason}`);
    return undefined;
  }

  /** The service takes calls, after a start or a reload. Says nothing when it is stopping. */
  ready(status: string): Promise<void> {
    if (this.#stopping) return this.#last;
    return this.#send(`READY=1\nSTATUS=${oneLine(status)}`);
  }

  /** The service reloads; {@linkcode ServiceManager.ready} is to follow. Says nothing when it is stopping. */
  reloading(): Promise<void> {
    if (this.#stopping) return this.#last;
    // systemd wants to know that this is not about an earlier reload, and so takes any time of its
    // monotonic clock that is late enough. Deno does not tell that clock; ours is ahead of it.
    // Source: systemd 254, src/core/service.c, service_notify_message()
    return this.#send(`RELOADING=1\nMONOTONIC_USEC=${Date.now() * 1_000}`);
  }

  /** The service stops, for which it may take so many milliseconds. */
  stopping(status: string, time: number): Promise<void> {
    this.#stopping = true;
    const extend = `EXTEND_TIMEOUT_USEC=${time * 1_000}`;
    return this.#send(`STOPPING=1\nSTATUS=${oneLine(status)}\n${extend}`);
  }

  /** Says no more. */
  [Symbol.dispose](): void {
    clearInterval(this.#alive);
    this.#socket.close();
    if (this.#own.startsWith("/")) removeQuietly(this.#own);
  }

  /** Sends after what was sent before. Never rejects. */
  #send(text: string): Promise<void> {
    return this.#last = this.#last.then(async () => {
      try {
        await this.#socket.send(encoder.encode(text), this.#address);
      } catch (error) {
        if (!this.#complained) this.#log.warn(`Cannot tell systemd: ${(error as Error).message}`);
        this.#complained = true;
      }
    });
  }
}

/** Time within which systemd wants a sign of life, in milliseconds; `undefined` when it wants none. */
export function watchdogTime(env: Environment): number | undefined {
  const pid = env("WATCHDOG_PID");
  const microseconds = Number(env("WATCHDOG_USEC") ?? NaN);
  if ((pid && Number(pid) !== Deno.pid) || !(microseconds > 0)) return undefined;
  return microseconds / 1_000;
}

/** Names for our own end: without a name Deno opens none, and a file needs no right to the network. */
function ownPaths(env: Environment): string[] {
  const directory = env("RUNTIME_DIRECTORY")?.split(":")[0];
  const name = `lunopark-${Deno.pid}`;
  return [`\0${name}`, ...directory ? [`${directory}/notify.sock`] : []];
}

/** The system writes NUL, with which an abstract name begins, as `@`. */
function systemPath(path: string): string {
  return path.replace(/^@/, "\0");
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, " ");
}

function removeQuietly(path: string): void {
  try {
    Deno.removeSync(path);
  } catch {
    // It is not there, which is what was asked for.
  }
}
