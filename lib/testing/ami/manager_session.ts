/**
 * One AMI connection, from the greeting to the end.
 *
 * @module
 */
import type { ByteStream } from "../../net/byte_stream.ts";
import { ActionReader, type ReadAction } from "./action_reader.ts";
import { type EventFilter, passesFilters } from "./event_filter.ts";
import type { ManagerAction } from "./manager_action.ts";
import type { ManagerEvent } from "./manager_event.ts";
import type { ManagerUser } from "./manager_user.ts";
import { commonPrivileges, NONE, type Privileges } from "./privilege.ts";
import { Responder } from "./responder.ts";
import { SessionStream } from "./session_stream.ts";

/** What a session asks of its server. */
export interface SessionHost {
  /** The greeting, without its line end. */
  readonly greeting: string;
  /** Does an action; until it resolves no other action of the session is done. */
  act(session: ManagerSession, action: ManagerAction): Promise<void> | void;
  /** Writes an event, with a time when that is configured. */
  format(event: ManagerEvent): string;
  /** The session ended. */
  ended(session: ManagerSession): void;
}

/**
 * A session: one action at a time, events between them.
 *
 * Events that come while an action is under way are sent after its response.
 * Source: Asterisk 22, main/manager.c, session_do(), process_events()
 */
export class ManagerSession {
  readonly #host: SessionHost;
  readonly stream: SessionStream;
  /** Actions that were read and not begun. */
  readonly #actions: ReadAction[] = [];
  #events: ManagerEvent[] = [];
  #acting = false;
  #ended = false;
  #mask: Privileges = NONE;
  readonly #filters: EventFilter[] = [];
  /** What waits for news: an action, an event, the end. */
  #wake: (() => void)[] = [];
  readonly #closed = Promise.withResolvers<void>();
  /** Who logged in. */
  user: ManagerUser | undefined;
  /** What Challenge said. */
  challenge: string | undefined;
  /** Address of the client, `IPV4/TCP/127.0.0.1/5038` as security events write it. */
  readonly remoteAddress: string;

  constructor(host: SessionHost, stream: ByteStream, remoteAddress: string) {
    this.#host = host;
    this.stream = new SessionStream(stream);
    this.remoteAddress = remoteAddress;
  }

  /** Classes of events that are sent. */
  get mask(): Privileges {
    return this.#mask;
  }

  /** Sends events of these classes, as far as the user may have them. */
  setMask(mask: Privileges): void {
    this.#mask = commonPrivileges(mask, this.user?.read ?? NONE);
  }

  /** Adds a filter; nothing takes one away. */
  addFilter(filter: EventFilter): void {
    this.#filters.push(filter);
  }

  /** Are there events that wait, or has the client sent something? */
  get hasNews(): boolean {
    return this.#events.length > 0 || this.#actions.length > 0 || this.#ended;
  }

  /** Resolves when an event or bytes come, or the session ends. */
  news(): Promise<void> {
    return new Promise((resolve) => this.#wake.push(resolve));
  }

  /** Greets, and does what comes until the client goes or the session is closed. */
  async serve(): Promise<void> {
    this.stream.write(`${this.#host.greeting}\r\n`);
    const reading = this.#readAll();
    for (;;) {
      const next = this.#actions.shift();
      if (next) await this.#act(next);
      else if (this.#ended || this.stream.closed) break;
      else await this.news();
    }
    this.stream.end();
    this.#host.ended(this);
    await reading;
  }

  /** Has an event to send, now or after the action that is under way. */
  deliver(event: ManagerEvent): void {
    if (!this.user || this.stream.closed) return;
    this.#events.push(event);
    if (!this.#acting) this.flushEvents();
    this.#tell();
  }

  /** Sends the events that wait, as mask and filters are now. */
  flushEvents(): void {
    for (const event of this.#events.splice(0)) {
      if (!event.privileges.every((privilege) => this.#mask.has(privilege))) continue;
      const text = this.#host.format(event);
      if (passesFilters(this.#filters, event.name, text)) this.stream.write(text);
    }
  }

  /** Ends the session: nothing that has not begun is done. `afterWriting` sends the last words first. */
  close({ afterWriting = false } = {}): void {
    this.#ended = true;
    this.#actions.length = 0;
    this.#closed.resolve();
    if (afterWriting) this.stream.end();
    else this.stream.close();
    this.#tell();
  }

  async #act({ action, problem }: ReadAction): Promise<void> {
    this.#acting = true;
    if (problem !== undefined) this.responder(action).error(problem);
    else await Promise.race([this.#host.act(this, action), this.#closed.promise]);
    this.#acting = false;
    this.flushEvents();
  }

  /** Writes the answers to an action, and lets somebody hear them. */
  responder(action: ManagerAction, hear?: (text: string) => void): Responder {
    return new Responder(action, (text) => {
      hear?.(text);
      this.stream.write(text);
    });
  }

  async #readAll(): Promise<void> {
    const reader = new ActionReader();
    const buffer = new Uint8Array(16_384);
    for (;;) {
      const count = await this.stream.read(buffer);
      if (count === null) break;
      this.#actions.push(...reader.read(buffer.subarray(0, count)));
      this.#tell();
    }
    this.#ended = true;
    this.#tell();
  }

  #tell(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}
