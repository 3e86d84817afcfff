/**
 * One call from its first byte to its last: environment, script, status, end.
 *
 * @module
 */

import { HangupError, type HangupReason, ProtocolError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { BoundedLog } from "../log_bounded.ts";
import { type Alarm, type Alarms, exactAlarms } from "../net/alarms.ts";
import type { ByteStream } from "../net/byte_stream.ts";
import { Countable } from "./admission.ts";
import type { AgiLimits } from "./agi_limits.ts";
import { saySoAndMore, scriptEnded, statusLines } from "./call_farewell.ts";
import { CallIdentity } from "./call_identity.ts";
import type { CallServices, FoundScript } from "./call_services.ts";
import type { CallStatus } from "./call_status.ts";
import { AgiChannel } from "./channel.ts";
import { AgiConnection, type ConnectionOwner } from "./connection.ts";
import { createApp } from "./dialplan.ts";
import type { Environment } from "./environment.ts";
import type { Reply } from "./reply.ts";
import { shorten } from "./waiting_command.ts";

/** What a call needs of the server that takes it; one for all of its calls. */
export interface CallHost<Manager> {
  /** Where it is said what strangers send; the log of the services unless given. */
  readonly strangers?: BoundedLog | undefined;
  /** Rings when something takes too long; exact unless given. */
  readonly alarms?: Alarms | undefined;
  /** Tells whether there is room for the call, once it has said which one it is. */
  admit?(call: Call<Manager>): boolean;
  /** The call is over; without status there was none. */
  over?(call: Call<Manager>, status: CallStatus | undefined): void;
}

/** A call that is being served; the connection tells it what happens on the line. */
export class Call<Manager> extends Countable implements ConnectionOwner {
  readonly #connection: AgiConnection;
  readonly #services: CallServices<Manager>;
  readonly #host: CallHost<Manager>;
  #environment: Environment | undefined;
  #identity: CallIdentity | undefined;
  #channel: AgiChannel<Manager> | undefined;
  #offered: string | undefined;
  #graceTimer: ReturnType<typeof setTimeout> | undefined;
  #farewellAlarm: Alarm | undefined;
  #scriptEnded = false;
  /** What the handler threw. */
  #error: unknown;
  /** Address of the peer; `undefined` when it has none of its own, as over AMI. */
  readonly address: string | undefined;
  /** When the call came in, in milliseconds since 1970. */
  readonly since: number = Date.now();

  /** Takes over a stream that has just been accepted. */
  constructor(
    stream: ByteStream,
    services: CallServices<Manager>,
    host: CallHost<Manager> = {},
    limits?: Partial<AgiLimits>,
    address?: string,
  ) {
    super();
    this.#services = services;
    this.#host = host;
    this.address = address;
    this.#connection = new AgiConnection(stream, this, limits, host.alarms);
  }

  /** What Asterisk said of the call; `undefined` before. */
  get environment(): Environment | undefined {
    return this.#environment;
  }

  /** What its handler's code is told from others by; `undefined` before the environment is read. */
  get identity(): CallIdentity | undefined {
    return this.#identity;
  }

  /** Whether the peer has said which call it is about: before, there is nothing that could be lost. */
  get begun(): boolean {
    return this.#environment !== undefined;
  }

  /** Name of the channel; empty before the environment is read. */
  get channelName(): string {
    return this.#environment?.channel ?? "";
  }

  /** Name of the script; empty before the environment is read. */
  get script(): string {
    return this.#identity?.script ?? "";
  }

  /** Name under which the script is offered; `undefined` before it was found. */
  get offered(): string | undefined {
    return this.#offered;
  }

  /** How many commands wait behind that one. */
  get queued(): number {
    return this.#connection.queued;
  }

  /** The command that waits for its reply, if any. */
  get command(): string | undefined {
    return this.#connection.command;
  }

  /** A log whose lines say which call they are about. */
  get log(): Log {
    return this.#identity?.log ?? new CallIdentity(undefined, this.#services.log).log;
  }

  /** Has the system find out whether the peer's machine is still there. */
  keepAlive(): void {
    this.#connection.keepAlive();
  }

  /** A command has been sent: its handler waits, or for a moment, runs on with the reply to another. */
  onSent(line: string, waited: boolean): void {
    const { activity, observer } = this.#services;
    activity?.leave(this.#identity!);
    if (waited) activity?.visit(this.#identity!, () => {});
    observer?.sent(this, line);
  }

  /** A command has its reply, or its line has ended: its handler runs on. */
  onAnswered(line: string, reply: Reply | undefined): void {
    const { activity, observer } = this.#services;
    activity?.enter(this.#identity!);
    observer?.answered(this, line, reply);
  }

  /** Serves the call to its end; `undefined` when there was no call at all. Never rejects. */
  async serve(): Promise<CallStatus | undefined> {
    let environment: Environment | undefined;
    try {
      environment = await this.#connection.readEnvironment();
    } catch (error) {
      this.#complain(error as Error);
    }
    // One function for all that follows: each `async` one costs 1 µs and 400 bytes.
    let status: CallStatus | undefined;
    if (environment) {
      try {
        const found = this.#begin(environment);
        if (typeof found === "string") status = found;
        else {
          try {
            await this.#run(found, environment);
          } finally {
            found.release();
          }
          status = "SUCCESS";
        }
      } catch (error) {
        status = this.#judge(error);
      }
      // The order of the end. First, a hangup from now on starts no grace time, and what comes is not the
      // handler's code. Then Asterisk is told the status, with the last command. The line is closed
      // before the call is forgotten: closing tells a command that still waits, which notes the call as
      // running. Observers hear of the end when no more can come of it, and the place in the
      // server is given away last: whoever waits for the last call finds all of it done.
      this.#scriptEnded = true;
      if (this.#graceTimer !== undefined) clearTimeout(this.#graceTimer);
      const { activity, observer } = this.#services;
      activity?.leave(this.#identity!);
      try {
        await this.#bidFarewell(status);
      } catch (error) {
        this.log.debug(`Cannot tell Asterisk status ${status}: ${(error as Error).message}`);
      }
      this.#farewellAlarm?.cancel();
      this.#connection.close(scriptEnded);
      activity?.forget(this.#identity!);
      observer?.ended(this, status, this.#error);
    }
    this.#host.over?.(this, status);
    return status;
  }

  /** The script of a call, or its status where it is not to run. */
  #begin(environment: Environment): FoundScript<Manager> | CallStatus {
    this.#environment = environment;
    this.#identity = new CallIdentity(environment, this.#services.log);
    this.#services.observer?.begun(this);
    if (this.#host.admit?.(this) === false) return "BUSY";
    const found = this.#services.findScript(this.script);
    if (found) {
      this.#offered = found.name;
      return found;
    }
    const meant = this.#services.suggestScript?.(this.script);
    const hint = meant === undefined ? "" : ` (did you mean ${JSON.stringify(meant)}?)`;
    this.log.warn(`No script ${JSON.stringify(shorten(this.script))}${hint}: the dialplan goes on`);
    return "NOSCRIPT";
  }

  #run(found: FoundScript<Manager>, environment: Environment): unknown {
    const connection = this.#connection;
    const identity = this.#identity!;
    const channel = this.#channel = new AgiChannel<Manager>(
      connection,
      environment,
      found.params,
      identity,
      this.#services,
    );
    // The notice may have come with the environment, before there was a channel to tell.
    if (connection.hungUp) this.onHangup();
    this.#services.activity?.enter(identity);
    return found.run(createApp(connection), channel, identity);
  }

  /** Ends the call from our side: the handler's commands are rejected, its signal fires. */
  stop(): void {
    const reason = new HangupError("Lunopark is stopping", "stopped");
    this.#connection.close(reason);
    this.#tellChannel(reason);
  }

  /** Says why there is no call: anybody who reaches the port can cause that. */
  #complain(error: Error): void {
    const { counters, log } = this.#services;
    const { strangers } = this.#host;
    const { address } = this;
    const from = address === undefined ? "" : ` from ${address}`;
    const message = `Cannot take call${from}: ${error.message}`;
    // It was ended by us, who said so.
    if (error instanceof HangupError && error.reason === "stopped") return;
    if (counters) counters.badEnvironments++;
    if (strangers) strangers.warn("environment", message);
    else log.warn(message);
  }

  /** Tells a script that failed from one that the end of its call has ended. */
  #judge(error: unknown): CallStatus {
    const { hungUp, closed } = this.#connection;
    if ((hungUp || closed) && (error instanceof HangupError || isAbort(error))) {
      this.log.debug(`Script ended by hangup: ${(error as Error).message}`);
      return "HANGUP";
    }
    // Why the connection was closed has been said.
    if (!closed || error !== closed) this.log.error("Script failed", { error });
    this.#error = error;
    return "ERROR";
  }

  /** The channel has left the script, or the line has ended. */
  onHangup(): void {
    const { closed } = this.#connection;
    if (closed instanceof ProtocolError && this.#environment) {
      const { counters } = this.#services;
      if (counters) counters.badReplies++;
      this.log.error(closed.message);
    }
    if (!this.#channel) return;
    if (closed) {
      const error = closed instanceof HangupError
        ? closed
        : new HangupError(closed.message, "lost", { cause: closed });
      this.#services.observer?.left(this, error.reason);
      this.#tellChannel(error);
      return;
    }
    this.#services.findHangupReason(this.#environment as Environment).then(
      (reason) => this.#leave(reason),
      () => this.#leave("hangup"),
    );
  }

  #leave(reason: HangupReason): void {
    const error = new HangupError(
      reason === "redirected"
        ? "The channel was redirected: the call goes on elsewhere"
        : "The caller hung up",
      reason,
    );
    // Asterisk holds the channel until this connection closes: a caller who was sent elsewhere waits
    // in silence for it, one who hung up does not.
    if (reason === "redirected") this.#connection.close(error);
    else if (!this.#scriptEnded) {
      this.#graceTimer = setTimeout(() => this.#endGrace(), this.#services.hangupGrace);
    }
    this.#services.observer?.left(this, reason);
    this.#tellChannel(error);
  }

  /** Those who listen to the signal of the channel run their code now. */
  #tellChannel(error: HangupError): void {
    const channel = this.#channel;
    const { activity } = this.#services;
    if (!channel || !activity) channel?.leave(error);
    else activity.visit(this.#identity!, () => channel.leave(error));
  }

  #endGrace(): void {
    if (this.#connection.closed) return;
    const { counters } = this.#services;
    if (counters) counters.graceEnded++;
    this.log.warn("Closing the connection: the script goes on after its caller hung up");
    this.#connection.close(
      new HangupError("The caller hung up, and the time for cleaning up is over", "hangup"),
    );
  }

  /** Tells the dialplan how the script ended; the connection is to be closed then. */
  #bidFarewell(status: CallStatus): unknown {
    const connection = this.#connection;
    if (connection.closed) return;
    const running = connection.command;
    if (running !== undefined) {
      // Asterisk runs the command to its end all the same, and then goes on in the dialplan.
      this.log.warn(`Script ended while "${shorten(running)}" was running: is an await missing?`);
      return;
    }
    const { agiStatusEvent, farewellTime = 2_000 } = this.#services;
    const { alarms = exactAlarms } = this.#host;
    this.#farewellAlarm = alarms.set(
      farewellTime,
      () => connection.close(new HangupError("Asterisk does not answer", "lost")),
    );
    if (status === "ERROR" || agiStatusEvent) {
      return saySoAndMore(connection, this, this.#services, status);
    }
    return connection.sendLast(statusLines[status], scriptEnded);
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError");
}
