/**
 * The AMI server of a simulated Asterisk, over TCP and in memory.
 *
 * @module
 */
import type { ByteStream } from "../../net/byte_stream.ts";
import type { Pbx } from "../pbx/pbx.ts";
import type { PbxEvent } from "../pbx/event.ts";
import { ACTIONS } from "./actions.ts";
import { type ActionDefinition, ActionRefused, ActionTable } from "./action_table.ts";
import { BEFORE_LOGIN } from "./login_actions.ts";
import type { ManagerAction } from "./manager_action.ts";
import { formatEvent, type Headers, type ManagerEvent } from "./manager_event.ts";
import { ManagerSession, type SessionHost } from "./manager_session.ts";
import { createManagerUser, type ManagerUser, type ManagerUserOptions } from "./manager_user.ts";
import { PbxEvents } from "./pbx_events.ts";
import { streamPair } from "../stream_pair.ts";

/** AMI version that an Asterisk greets with. Source: include/asterisk/manager.h, AMI_VERSION */
const AMI_VERSIONS = { "22": "11.0.0", "16": "5.0.4" } as const;

/** How an AMI server is configured. */
export interface AmiServerOptions {
  /** Who may log in; `manager` with the secret `password`, who may do everything, unless given. */
  readonly users?: readonly ManagerUserOptions[];
  /** `timestampevents`: a `Timestamp` in every event. */
  readonly timestamps?: boolean;
  /** `channelvars`: variables that channels in events carry as `ChanVariable`. */
  readonly channelVariables?: readonly string[];
}

/** How many messages a mailbox has. */
export interface Mailbox {
  readonly urgentMessages?: number;
  readonly newMessages?: number;
  readonly oldMessages?: number;
}

/** How a restart goes. */
export interface RestartOptions {
  /** How long connections are refused, in milliseconds of real time; 0 unless given. */
  readonly downFor?: number;
  /** `Uncleanly` in the event `Shutdown`. */
  readonly uncleanly?: boolean;
}

/**
 * AMI of a simulated Asterisk: sessions, actions, events, and what may go wrong.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 * import { Pbx } from "../pbx/pbx.ts";
 *
 * await using server = new AmiServer(new Pbx());
 * const stream = server.connect();
 * const buffer = new Uint8Array(100);
 * const count = await stream.read(buffer);
 * assert.equal(
 *   new TextDecoder().decode(buffer.subarray(0, count ?? 0)),
 *   "Asterisk Call Manager/11.0.0\r\n",
 * );
 * stream.close();
 * ```
 */
export class AmiServer implements SessionHost, AsyncDisposable {
  readonly pbx: Pbx;
  readonly actions: ActionTable;
  /** Messages in mailboxes, by name: `100@default`. */
  readonly mailboxes: Map<string, Mailbox> = new Map();
  /** Bridge technologies that were suspended. */
  readonly suspendedTechnologies: Set<string> = new Set();
  readonly #users: readonly ManagerUser[];
  readonly #timestamps: boolean;
  readonly #sessions = new Set<ManagerSession>();
  readonly #serving = new Set<Promise<void>>();
  readonly #events: PbxEvents;
  readonly #stopListening: () => void;
  #listener: Deno.TcpListener | undefined;
  #port = 0;
  #accepting: Promise<void> | undefined;
  #down = false;
  #stalled = false;
  #pieceLength = Infinity;
  /** Every login is refused, as if the secret were wrong. */
  refusesLogins = false;
  /** It has booted: FullyBooted comes behind an accepted login. */
  booted = true;
  /** When it was started, and its configuration loaded, in milliseconds since 1970. */
  startedAt: number;

  /** Serves a model from now on; nobody can connect by TCP before {@linkcode listen}. */
  constructor(pbx: Pbx, options: AmiServerOptions = {}) {
    this.pbx = pbx;
    this.actions = new ActionTable(pbx.version, ...ACTIONS);
    this.#users = (options.users ?? [{}]).map((user) => createManagerUser(user));
    this.#timestamps = options.timestamps ?? false;
    this.startedAt = pbx.started;
    this.#events = new PbxEvents(pbx, options.channelVariables ?? []);
    this.#stopListening = pbx.listen((event) => this.#hear(event));
  }

  /** Asterisk's version, `22` or `16`. */
  get version(): string {
    return this.pbx.version;
  }

  /** AMI version, such as `11.0.0`. */
  get amiVersion(): string {
    return AMI_VERSIONS[this.pbx.version];
  }

  get greeting(): string {
    return `Asterisk Call Manager/${this.amiVersion}`;
  }

  /** How many connections there are. */
  get sessionCount(): number {
    return this.#sessions.size;
  }

  /** Listens on a port of 127.0.0.1, a free one unless given; gives the address, `127.0.0.1:5038`. */
  listen(port = 0): string {
    this.#listener = Deno.listen({ hostname: "127.0.0.1", port });
    this.#port = this.#listener.addr.port;
    this.#accepting = this.#acceptAll(this.#listener);
    return this.address;
  }

  /** Where it listens. */
  get address(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /**
   * Connects in memory.
   *
   * @throws {Deno.errors.ConnectionRefused} If it is down.
   */
  connect(): ByteStream {
    if (this.#down) throw new Deno.errors.ConnectionRefused("Connection refused (os error 111)");
    const [near, far] = streamPair();
    this.#serve(far, "127.0.0.1/0");
    return near;
  }

  /** Hears of events that AMI makes itself, not the model: `OriginateResponse`. */
  onOwnEvent: ((event: ManagerEvent) => void) | undefined;

  /** Hears of actions as they come; what it gives back hears what they are answered. */
  onAction: ((action: ManagerAction) => ((text: string) => void) | undefined) | undefined;

  /** Sends an event to the sessions that want it. */
  send(event: ManagerEvent): void {
    this.onOwnEvent?.(event);
    this.#deliver(event);
  }

  #deliver(event: ManagerEvent): void {
    for (const session of this.#sessions) session.deliver(event);
  }

  format(event: ManagerEvent): string {
    return formatEvent(event, this.#timestamps ? this.pbx.clock.now / 1_000 : undefined);
  }

  async act(session: ManagerSession, action: ManagerAction): Promise<void> {
    const reply = session.responder(action, this.onAction?.(action));
    const { name } = action;
    if (name === "") return reply.error("Missing action in request");
    if (this.#down) return reply.error("Asterisk is shutting down");
    if (!session.user && !BEFORE_LOGIN.has(name.toLowerCase())) {
      return reply.error("Permission denied");
    }
    const definition = this.actions.find(name);
    if (!definition) {
      return reply.error(
        `Invalid/unknown command: ${name}. Use Action: ListCommands to show available commands.`,
      );
    }
    if (!this.isAllowed(session, definition)) return reply.error("Permission denied");
    try {
      await definition.run({ action, reply, session, server: this, pbx: this.pbx });
    } catch (error) {
      if (!(error instanceof ActionRefused)) throw error;
      reply.error(error.message);
    }
  }

  /** May the user of a session do an action? */
  isAllowed({ user }: ManagerSession, { privileges }: ActionDefinition): boolean {
    return privileges.length === 0 ||
      privileges.some((privilege) => user?.write.has(privilege) ?? false);
  }

  /** A user by name, which is case-sensitive. */
  findUser(name: string): ManagerUser | undefined {
    return this.#users.find((user) => user.name === name);
  }

  /** Has this user a session? */
  isLoggedIn(user: ManagerUser): boolean {
    return [...this.#sessions].some((session) => session.user === user);
  }

  /** What an MD5 challenge is: a number. */
  createChallenge(): string {
    return String(Math.floor(Math.random() * 2 ** 31));
  }

  /** `Uptime`, `LastReload` and `Status` of FullyBooted; times in whole seconds. */
  bootHeaders(): Headers {
    const uptime = Math.floor((this.pbx.clock.now - this.startedAt) / 1_000);
    return [["Uptime", uptime], ["LastReload", uptime], ["Status", "Fully Booted"]];
  }

  /** Tells those who hear of security what a session did. */
  sendSecurityEvent(name: string, session: ManagerSession, headers: Headers): void {
    const time = new Date(this.pbx.clock.now).toISOString().replace("Z", "+0000");
    this.send({
      name,
      privileges: ["security"],
      headers: [
        ["EventTV", time],
        ["Severity", "Informational"],
        ["Service", "AMI"],
        ["EventVersion", 1],
        ["AccountID", session.user?.name ?? ""],
        ["SessionID", "0x7f0000000000"],
        ["LocalAddress", `IPV4/TCP/127.0.0.1/${this.#port}`],
        ["RemoteAddress", `IPV4/TCP/${session.remoteAddress}`],
        ...headers,
        ...(name === "SuccessfulAuth" ? [["SessionTV", time] as const] : []),
      ],
    });
  }

  ended(session: ManagerSession): void {
    this.#sessions.delete(session);
  }

  /** Says nothing any more, until {@linkcode resume}: what it would say waits. */
  stall(): void {
    this.#stalled = true;
    for (const { stream } of this.#sessions) stream.hold();
  }

  /** Says what it kept back. */
  resume(): void {
    this.#stalled = false;
    for (const { stream } of this.#sessions) stream.release();
  }

  /** Writes in pieces of at most so many bytes: `1` for one at a time, `Infinity` for no limit. */
  splitPackets(bytes: number): void {
    this.#pieceLength = bytes;
    for (const { stream } of this.#sessions) stream.pieceLength = bytes;
  }

  /** Cuts all connections: at once, or after so many more bytes each, be it within a line. */
  cut({ afterBytes = 0 } = {}): void {
    for (const session of this.#sessions) {
      if (afterBytes > 0) session.stream.cutAfter(afterBytes);
      else session.close();
    }
  }

  /** Sends so many events at once to all who want events of class `user`. */
  flood(count: number, name = "Flood"): void {
    for (let number = 1; number <= count; number++) {
      this.send({
        name: "UserEvent",
        privileges: ["user"],
        headers: [["UserEvent", name], ["Number", number]],
      });
    }
  }

  /**
   * Restarts as `core restart now` does: `Shutdown`, all connections closed, none taken while it is
   * down, a new start time. The channels of the model are gone without a `Hangup`.
   */
  async restart({ downFor = 0, uncleanly = false }: RestartOptions = {}): Promise<void> {
    this.#sendShutdown({ uncleanly, restart: true });
    this.#down = true;
    await this.#closeAll();
    for (const channel of [...this.pbx.channels.values()]) this.pbx.destroy(channel);
    if (downFor > 0) await new Promise((resolve) => setTimeout(resolve, downFor));
    this.#down = false;
    this.startedAt = this.pbx.clock.now;
    if (this.#port > 0) this.listen(this.#port);
  }

  /** Stops for good, with the event `Shutdown`. */
  async stop(): Promise<void> {
    if (!this.#down) this.#sendShutdown({ uncleanly: false, restart: false });
    this.#down = true;
    this.#stopListening();
    await this.#closeAll();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  #sendShutdown({ uncleanly, restart }: { uncleanly: boolean; restart: boolean }): void {
    this.send({
      name: "Shutdown",
      privileges: ["system"],
      headers: [
        ["Shutdown", uncleanly ? "Uncleanly" : "Cleanly"],
        ["Restart", restart ? "True" : "False"],
      ],
    });
  }

  async #closeAll(): Promise<void> {
    this.#listener?.close();
    this.#listener = undefined;
    await this.#accepting;
    for (const session of this.#sessions) {
      if (this.#stalled) session.close();
      else session.close({ afterWriting: true });
    }
    await Promise.all(this.#serving);
  }

  #hear(event: PbxEvent): void {
    if (this.#sessions.size > 0) this.#deliver(this.#events.translate(event));
  }

  #serve(stream: ByteStream, remoteAddress: string): void {
    const session = new ManagerSession(this, stream, remoteAddress);
    session.stream.pieceLength = this.#pieceLength;
    if (this.#stalled) session.stream.hold();
    this.#sessions.add(session);
    const serving = session.serve().finally(() => this.#serving.delete(serving));
    this.#serving.add(serving);
  }

  async #acceptAll(listener: Deno.TcpListener): Promise<void> {
    try {
      for await (const connection of listener) {
        connection.setNoDelay(true);
        const { hostname, port } = connection.remoteAddr;
        this.#serve(connection, `${hostname}/${port}`);
      }
    } catch {
      // The listener was closed.
    }
  }
}
