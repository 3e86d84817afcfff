/**
 * One call from its first byte to its last: environment, script, status, end.
 *
 * @module
 */

import { HangupError, type HangupReason, ProtocolError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { ByteStream } from "../net/byte_stream.ts";
import { AgiChannel } from "./channel.ts";
import { formatCommand, formatExec } from "./command.ts";
import { AgiConnection } from "./connection.ts";
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
  readonly context: string;
  readonly extension: string;
  readonly priority: string | number;
}

/** What a call needs of the rest of the house. */
export interface CallServices<Manager> {
  readonly log: Log;
  /** Finds the handler for a script's name; `undefined` when nobody offers it. */
  findScript(script: string): FoundScript<Manager> | undefined;
  /** Gives the AMI connection; throws where there is none. */
  ami(): Manager;
  /** Tells whether a channel that left its script was hung up or taken elsewhere. */
  findHangupReason(environment: Environment): Promise<HangupReason>;
  /** How long a handler may go on after its caller is gone, in milliseconds. */
  readonly hangupGrace: number;
  /** Where a call goes on whose handler threw. */
  readonly onError: DialplanPlace | undefined;
  /** Whether each script ends with a UserEvent `AGIStatus`. */
  readonly agiStatusEvent: boolean;
}

/** How long the last commands of a call may take before its connection is closed anyway. */
const farewellTime = 2_000;

/** A call that is being served. */
export class Call<Manager> {
  readonly #connection: AgiConnection;
  readonly #services: CallServices<Manager>;
  #environment: Environment | undefined;
  #channel: AgiChannel<Manager> | undefined;
  #graceTimer: ReturnType<typeof setTimeout> | undefined;
  #log: Log | undefined;
  /** When the call came in, in milliseconds since 1970. */
  readonly since: number = Date.now();

  constructor(stream: ByteStream, services: CallServices<Manager>) {
    this.#services = services;
    this.#connection = new AgiConnection(stream, () => this.#onHangup());
  }

  /** Name of the channel; empty before the environment is read. */
  get channelName(): string {
    return this.#environment?.values["channel"] ?? "";
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
      uniqueid: this.#environment?.values["uniqueid"] ?? "",
    });
  }

  /** Serves the call to its end; `undefined` when there was no call at all. Never rejects. */
  async serve(): Promise<CallStatus | undefined> {
    try {
      this.#environment = await this.#connection.readEnvironment();
    } catch (error) {
      this.#services.log.warn(`Cannot take call: ${(error as Error).message}`);
      return undefined;
    }
    const found = this.#services.findScript(this.script);
    if (!found) {
      this.log.warn(`No script ${JSON.stringify(this.script)}: the dialplan goes on`);
      await this.#bidFarewell("NOSCRIPT");
      return "NOSCRIPT";
    }
    let status: CallStatus;
    try {
      status = await this.#run(found);
    } finally {
      found.release();
    }
    await this.#bidFarewell(status);
    return status;
  }

  /** Ends the call from our side: the handler's commands are rejected, its signal fires. */
  stop(): void {
    this.#connection.close(new HangupError("Lunopark is stopping", "stopped"));
    this.#onHangup();
  }

  async #run(found: FoundScript<Manager>): Promise<CallStatus> {
    const channel = new AgiChannel<Manager>({
      connection: this.#connection,
      environment: this.#environment as Environment,
      params: found.params,
      log: () => this.log,
      ami: () => this.#services.ami(),
    });
    this.#channel = channel;
    // The notice may have come with the environment, before there was a channel to tell.
    if (this.#connection.hungUp) this.#onHangup();
    try {
      await found.run(createApp(this.#connection), channel);
      return "SUCCESS";
    } catch (error) {
      if (error instanceof HangupError || (channel.hangupReason && isAbort(error))) {
        this.log.debug(`Script ended by hangup: ${(error as Error).message}`);
        return "HANGUP";
      }
      this.log.error("Script failed", { error });
      return "ERROR";
    }
  }

  /** The channel has left the script, or the line has ended. */
  #onHangup(): void {
    if (!this.#channel) return;
    const { closed } = this.#connection;
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
    if (this.#connection.closed) return;
    const error = new HangupError(
      reason === "redirected"
        ? "The channel was redirected: the call goes on elsewhere"
        : "The caller hung up",
      reason,
    );
    // Asterisk holds the channel until this connection closes: a caller who was sent elsewhere waits
    // in silence for it, one who hung up does not.
    if (reason === "redirected") this.#connection.close(error);
    else {
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
    clearTimeout(this.#graceTimer);
    if (connection.closed) return this.#logClosed(connection.closed);
    const running = connection.command;
    if (running !== undefined) {
      // Asterisk runs the command to its end all the same, and then goes on in the dialplan.
      this.log.warn(`Script ended while "${running}" was running: is an await missing?`);
      connection.close(new HangupError("The script has ended", "stopped"));
      return;
    }
    const timer = setTimeout(
      () => connection.close(new HangupError("Asterisk does not answer", "lost")),
      farewellTime,
    );
    try {
      const { onError, agiStatusEvent } = this.#services;
      if (status === "ERROR" && onError && !connection.hungUp) {
        await connection.send(formatCommand(["SET CONTEXT", onError.context]));
        await connection.send(formatCommand(["SET EXTENSION", onError.extension]));
        await connection.send(formatCommand(["SET PRIORITY", onError.priority]));
      }
      await connection.send(formatCommand(["SET VARIABLE", "LUNOPARK_STATUS", status]));
      if (agiStatusEvent) await connection.send(this.#statusEvent(status));
    } catch (error) {
      this.log.debug(`Cannot set LUNOPARK_STATUS to ${status}: ${(error as Error).message}`);
    } finally {
      clearTimeout(timer);
      connection.close(new HangupError("The script has ended", "stopped"));
    }
  }

  /** The event that the Lua daemon sent at the end of each script. */
  #statusEvent(status: CallStatus): string {
    return formatExec("UserEvent", [
      "AGIStatus",
      `Script: ${this.script.replaceAll(",", "%2C")}`,
      `Channel: ${this.channelName}`,
      `Status: ${status}`,
    ]);
  }

  #logClosed(reason: Error): void {
    if (reason instanceof ProtocolError) this.log.error(reason.message);
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError");
}
