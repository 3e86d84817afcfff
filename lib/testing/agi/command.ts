/**
 * What an AGI command is to the simulated Asterisk.
 *
 * @module
 */

import type { Channel } from "../pbx/channel.ts";

/** What a command does its work with. */
export interface CommandContext {
  readonly channel: Channel;
  /** Whether the script has sent something, which interrupts some commands. */
  readonly interrupted: () => boolean;
  /** Sends a reply without its LF. */
  reply(text: string): void;
}

/**
 * How a command ended. `usage`: its usage is sent. `failure`: the session's status is FAILURE, unless
 * the channel was hung up. `break`: an AsyncAGI session ends.
 */
export type CommandEnd = "success" | "failure" | "usage" | "break";

/** An AGI command. */
export interface Command {
  /** Works on a channel that is hung up. */
  readonly dead?: boolean;
  /** Does it; `words` are all of the line, its name included. */
  run(context: CommandContext, words: readonly string[]): CommandEnd | Promise<CommandEnd>;
}

/** Replies `200 result=...`, and fails where the result is negative. */
export function answer({ reply }: CommandContext, result: number, rest = ""): CommandEnd {
  reply(`200 result=${result}${rest}`);
  return result >= 0 ? "success" : "failure";
}

/** The number at the start of a word, as sscanf(3) reads it; `undefined` when there is none. */
export function leadingInteger(word: string | undefined): number | undefined {
  const found = /^\s*[+-]?\d+/.exec(word ?? "");
  return found ? Number(found[0]) : undefined;
}
