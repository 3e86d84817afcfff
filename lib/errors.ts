/**
 * The errors that Lunopark throws, one class for each thing a caller may want to treat differently.
 *
 * @module
 */

/** Base of all errors of Lunopark, so that one `instanceof` tells them from other people's. */
export class LunoparkError extends Error {
  /** Each error is called after its class. */
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The configuration cannot be used; `problems` has one line for each wrong field. */
export class ConfigError extends LunoparkError {
  /** One line for each mistake: field, what was given, what is allowed. */
  readonly problems: readonly string[];

  /** Takes the lines; the message has all of them. */
  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join("\n"), options);
    this.problems = problems;
  }
}

/** A handler file cannot be loaded; `file` and `line` say where, as far as that is known. */
export class HandlerLoadError extends LunoparkError {
  /** Path of the file that is wrong: the handler, or one that it imports. */
  readonly file: string;
  /** Line in that file, counted from 1. */
  readonly line: number | undefined;

  /** Takes the whole message, and the place in it. */
  constructor(message: string, file: string, line?: number, options?: ErrorOptions) {
    super(message, options);
    this.file = file;
    this.line = line;
  }
}

/** The peer said something that is not in the protocol, or answered what nobody had asked. */
export class ProtocolError extends LunoparkError {
  /** The bytes in doubt, as text, cut to a readable length. */
  readonly received: string;

  /** Takes what was received as it came. */
  constructor(message: string, received: string, options?: ErrorOptions) {
    super(message, options);
    this.received = received.length > 200 ? `${received.slice(0, 200)}…` : received;
  }
}

/** Something went wrong on the FastAGI side. */
export class AgiError extends LunoparkError {}

/** Why a channel left its script. */
export type HangupReason = "hangup" | "redirected" | "lost" | "stopped";

/**
 * The channel has left the script: the call is over for this handler.
 *
 * `reason` tells how: `hangup` (the caller is gone), `redirected` (an AMI Redirect or a transfer took
 * the call elsewhere, it lives on), `lost` (Asterisk closed the connection, or nobody can trust it
 * any more), `stopped` (Lunopark itself ended the call).
 */
export class HangupError extends AgiError {
  /** How the channel left the script. */
  readonly reason: HangupReason;

  /** Takes how the channel left. */
  constructor(message: string, reason: HangupReason, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** Asterisk refused an AGI command: unknown (510), or wrongly used (520, with its usage text). */
export class AgiCommandError extends AgiError {
  /** The command line as it was sent. */
  readonly command: string;
  /** Reply code: 510, 520 or 503. */
  readonly code: number;
  /** What Asterisk said about it, the usage text of a 520 block included. */
  readonly reply: string;

  /** Takes the command and what came back. */
  constructor(message: string, command: string, code: number, reply: string) {
    super(message);
    this.command = command;
    this.code = code;
    this.reply = reply;
  }
}

/** Something went wrong on the AMI side. */
export class AmiError extends LunoparkError {}

/** There is no AMI connection, or it ended before the response came. Nothing is sent again. */
export class NotConnectedError extends AmiError {}

/** Asterisk refused the AMI login. */
export class AmiLoginError extends AmiError {}

/** An AMI response, as far as errors need to know it. */
export interface RefusedResponse {
  /** Headers by name: `Message` is Asterisk's reason, such as `No such channel`. */
  readonly [header: Capitalize<string>]: string | undefined;
  /** Lines that a CLI command printed before it failed. */
  readonly output: readonly string[];
}

/** Asterisk answered an AMI action with an error; `response` has all that it said. */
export class ActionFailedError extends AmiError {
  /** Name of the action, as it was given. */
  readonly action: string;
  /** The whole response. */
  readonly response: RefusedResponse;

  /** Takes the action and the response to it. */
  constructor(message: string, action: string, response: RefusedResponse) {
    super(message);
    this.action = action;
    this.response = response;
  }
}

/** An AMI action had no response within the time that its caller allowed. */
export class ActionTimeoutError extends AmiError {
  /** Name of the action, as it was given. */
  readonly action: string;
  /** The time that was allowed, in milliseconds. */
  readonly timeout: number;

  /** Takes the action and the time that it had. */
  constructor(message: string, action: string, timeout: number) {
    super(message);
    this.action = action;
    this.timeout = timeout;
  }
}
