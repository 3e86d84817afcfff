/**
 * A command that waits for its reply.
 *
 * @module
 */

import { AgiCommandError, HangupError } from "../errors.ts";
import { rejectAwaited } from "../rejection.ts";
import type { ReplyKind } from "./command.ts";
import type { Reply } from "./reply.ts";

/** A command that waits for its reply, or for its turn. */
export class WaitingCommand {
  /** The line, without its LF. */
  readonly line: string;
  /** How its reply ends. */
  readonly kind: ReplyKind;
  /** What becomes of it. */
  readonly promise: Promise<unknown>;
  readonly #read: (reply: Reply, line: string) => unknown;
  #resolve!: (result: unknown) => void;
  #reject!: (error: unknown) => void;

  /** The promise resolves to what `read` makes of the reply. */
  constructor(line: string, kind: ReplyKind, read: (reply: Reply, line: string) => unknown) {
    this.line = line;
    this.kind = kind;
    this.#read = read;
    // Not withResolvers(), whose result would be one object more.
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Gives it its reply. */
  answer(reply: Reply): void {
    if (reply.code === 511) {
      const message = `Cannot send AGI command ${shorten(this.line)}: the channel is hung up`;
      return this.end(new HangupError(message, "hangup"));
    }
    if (reply.code >= 300) return rejectAwaited(this.#resolve, refusal(this.line, reply));
    let result: unknown;
    try {
      result = this.#read(reply, this.line);
    } catch (error) {
      return rejectAwaited(this.#resolve, error);
    }
    this.#resolve(result);
  }

  /** Rejects it because of a mistake in it. */
  reject(reason: Error): void {
    this.#reject(reason);
  }

  /** Rejects it because of the call's end, of which only those hear who wait for it. */
  end(reason: Error): void {
    this.promise.catch(() => {});
    this.#reject(reason);
  }
}

function refusal(line: string, { code, text }: Reply): AgiCommandError {
  let reason = `Asterisk answered ${code} ${text}`;
  if (code === 510) reason = "Asterisk does not know it";
  if (code === 520) reason = "its usage is wrong";
  return new AgiCommandError(
    `Cannot send AGI command ${shorten(line)}: ${reason}`,
    line,
    code,
    text,
  );
}

/** The beginning of a text that may be long, for people. */
export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
