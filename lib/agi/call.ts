/**
 * One call from its first byte to its last: environment, script, status, end.
 *
 * @module
 */

import { HangupError, type HangupReason, ProtocolError } from "../errors.ts";
import type { Log } from "../log.ts";
import { type Alarms, exactAlarms } from "../net/alarms.ts";
import type { ByteStream } from "../net/byte_stream.ts";
import { AgiChannel } from "./channel.ts";
import { escapeArgument, formatCommand, formatExec } from "./command.ts";
import { AgiConnection, type AgiLimits } from "./connection.ts";
import { type App, createApp } from "./dialplan.ts";
import { type Environment, scriptRequest } from "./environment.ts";

/** How a script ended, as the dialplan reads it from `LUNOPARK_STATUS`. */
export type CallStatus = "SUCCESS" | "ERROR" | "NOSCRIPT" | "BUSY" | "HANGUP";

/** A script that was found for a call. */
export interface FoundScript<Manager> {
  /** Groups of the route, by name. */
  readonly params: Readonly<Record<string, string>>;
  /** Runs the handler. */
  run(app: App, channel: AgiChannel<Manager>): unknown;
  /** To be called once, when the handler has ended. */
  release(): void;
}

/** A place in the dialplan. */
export interface DialplanPlace {
  /** Name of the context. */
  readonly context: string;
  /** Extension in that context. */
  readonly extension: string;
  /** Number or label of the priority. */
  readonly priority: string | number;
}

/** What a call needs of the rest of the house. */
export interface CallServices<Manager> {
  /** Where it is said what happens to calls. */
  readonly log: Log;
  /** Finds the handler for a script's name; `undefined` when nobody offers it. */
  findScript(script: string): FoundScript<Manager> | undefined;
  /** Gives the AMI connection; throws where there is none. */
  ami(): Manager;
  /** Tells whether a channel that left its script was hung up or taken elsewhere. */
  findHangupReason(environment: Environment): Promise<HangupReason>;
  /** Stops what is played on a channel, from outside of it; rejects where that cannot be done. */
  stopPlayback(channel: string): Promise<void>;
  /** How long a handler may go on after its caller is gone, in milliseconds. */
  readonly hangupGrace: number;
  /** How long the last commands of a call may take, in milliseconds; 2,000 unless given. */
  readonly farewellTime?: number;
  /** Where a call goes on whose handler threw. */
  readonly onError: DialplanPlace | undefined;
  /** Whether each script ends with a UserEvent `AGIStatus`. */
  readonly agiStatusEvent: boolean;
}

/** How calls end by themselves: one error for all of them, since to make one costs 5 µs. */
const scriptEnded = new HangupError("The script has ended", "stopped");

/** A call that is being served. */
export class Call<Manager> {
  readonly #connection: AgiConnection;
  readonly #services: CallServices<Manager>;
  readonly #alarms: Alarms;
  #environment: Environment | undefined;
  #channel: AgiChannel<Manager> | undefined;
  #graceTimer: ReturnType<typeof setTimeout> | undefined;
  #scriptEnded = false;
  #log: Log | undefined;
  /** When the call came in, in milliseconds since 1970. */
  readonly since: number = Date.now();

  /** Takes over a stream that has just been accepted; `limits` are those of one that is no socket. */
  constructor(
    stream: ByteStream,
    services: CallServices<Manager>,
    limits?: Partial<AgiLimits>,
    alarms: Alarms = exactAlarms,
  ) {
    this.#services = services;
    this.#alarms = alarms;
    this.#connection = new AgiConnection(stream, () => this.#onHangup(), limits, alarms);
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
    return this.#environment ? scriptRequest(this.#environment).script : "";
  }

  /** The command that waits for its reply, if any. */
  get command(): string | undefined {
    return this.#connection.command;
  }

  /** A log whose lines say which call they are about. */
  get log(): Log {
    return this.#log ??= this.#services.log.with({
      script: this.script,
      channel: this.channelName,
      uniqueid: this.#environment?.uniqueid ?? "",
    });
  }

  /** Serves the call to its end; `undefined` when there was no call at all. Never rejects. */
  async serve(): Promise<CallStatus | undefined> {
    try {
      this.#environment = await this.#connection.readEnvironment();
    } catch (error) {
      this.#services.log.warn(`Cannot take call: ${(error as Error).message}`);
    }
    if (!this.#environment) return undefined;
    const status = await this.#runScript(this.#environment);
    this.#scriptEnded = true;
    clearTimeout(this.#graceTimer);
    await this.#bidFarewell(status);
    return status;
  }

  /** Ends the call from our side: the handler's commands are rejected, its signal fires. */
  stop(): void {
    const reason = new HangupError("Lunopark is stopping", "stopped");
    this.#connection.close(reason);
    this.#channel?.leave(reason);
  }

  async #runScript(environment: Environment): Promise<CallStatus> {
    try {
      const found = this.#services.findScript(this.script);
      if (!found) {
        this.log.warn(`No script ${JSON.stringify(this.script)}: the dialplan goes on`);
        return "NOSCRIPT";
      }
      const channel = this.#channel = new AgiChannel<Manager>({
        connection: this.#connection,
        environment,
        params: found.params,
        log: () => this.log,
        ami: () => this.#services.ami(),
        stopPlayback: () => this.#services.stopPlayback(this.channelName),
      });
      // The notice may have come with the environment, before there was a channel to tell.
      if (this.#connection.hungUp) this.#onHangup();
      try {
        await found.run(createApp(this.#connection), channel);
        return "SUCCESS";
      } finally {
        found.release();
      }
    } catch (error) {
      return this.#judge(error);
    }
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
    return "ERROR";
  }

  /** The channel has left the script, or the line has ended. */
  #onHangup(): void {
    const { closed } = this.#connection;
    if (closed instanceof ProtocolError && this.#environment) this.log.error(closed.message);
    if (!this.#channel) return;
    if (closed) {
      this.#channel.leave(
        closed instanceof HangupError
          ? closed
          : new HangupError(closed.message, "lost", { cause: closed }),
      );
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
    this.#channel?.leave(error);
  }

  #endGrace(): void {
    if (this.#connection.closed) return;
    this.log.warn("Closing the connection: the script goes on after its caller hung up");
    this.#connection.close(
      new HangupError("The caller hung up, and the time for cleaning up is over", "hangup"),
    );
  }

  /** Tells the dialplan how the script ended, and closes. */
  async #bidFarewell(status: CallStatus): Promise<void> {
    const connection = this.#connection;
    if (connection.closed) return;
    const running = connection.command;
    if (running !== undefined) {
      // Asterisk runs the command to its end all the same, and then goes on in the dialplan.
      this.log.warn(`Script ended while "${shorten(running)}" was running: is an await missing?`);
      connection.close(scriptEnded);
      return;
    }
    const { onError, agiStatusEvent, farewellTime = 2_000 } = this.#services;
    const alarm = this.#alarms.set(
      farewellTime,
      () => connection.close(new HangupError("Asterisk does not answer", "lost")),
    );
    try {
      const line = formatCommand(["SET VARIABLE", "LUNOPARK_STATUS", status]);
      if (status !== "ERROR" && !agiStatusEvent) {
        return void await connection.sendLast(line, scriptEnded);
      }
      await connection.send(line);
      if (status === "ERROR" && onError && !connection.hungUp) await this.#sendTo(onError);
      if (agiStatusEvent) await connection.sendLast(this.#statusEvent(status), scriptEnded);
    } catch (error) {
      this.log.debug(`Cannot tell Asterisk status ${status}: ${(error as Error).message}`);
    } finally {
      alarm.cancel();
      connection.close(scriptEnded);
    }
  }

  /** Has the dialplan go on at another place once the script is over. */
  async #sendTo({ context, extension, priority }: DialplanPlace): Promise<void> {
    try {
      for (
        const words of [
          ["SET CONTEXT", context],
          ["SET EXTENSION", extension],
          ["SET PRIORITY", priority],
        ]
      ) await this.#connection.send(formatCommand(words));
    } catch (error) {
      const place = `${context},${extension},${priority}`;
      this.log.warn(`Cannot have the call go on at ${place}: ${(error as Error).message}`);
    }
  }

  /** The event that the Lua daemon sent at the end of each script. */
  #statusEvent(status: CallStatus): string {
    return formatExec("UserEvent", [
      "AGIStatus",
      `Script: ${eventValue(this.script)}`,
      `Channel: ${eventValue(this.channelName)}`,
      `Status: ${status}`,
    ]);
  }
}

/** A value that UserEvent takes as it is, but for line ends, which no event can have. */
function eventValue(text: string): string {
  return escapeArgument(text.replace(/[\r\n\0]+/g, " "));
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError");
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
