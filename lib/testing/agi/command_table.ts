/**
 * All AGI commands, by name.
 *
 * @module
 */

import { channelCommands } from "./channel_commands.ts";
import type { Command } from "./command.ts";
import { sayCommands } from "./say_commands.ts";
import { soundCommands } from "./sound_commands.ts";
import { speechCommands } from "./speech_commands.ts";
import { valueCommands } from "./value_commands.ts";

/** The 47 commands of Asterisk 22, and of 16. */
export const commandTable: Readonly<Record<string, Command>> = {
  ...channelCommands,
  ...sayCommands,
  ...soundCommands,
  ...speechCommands,
  ...valueCommands,
};

/** Name and command for the words of a line; `undefined` when Asterisk does not know it. */
export function findCommand(
  words: readonly string[],
): { name: string; command: Command } | undefined {
  for (let count = Math.min(3, words.length); count > 0; count--) {
    const name = words.slice(0, count).join(" ").toUpperCase();
    if (Object.hasOwn(commandTable, name)) {
      return { name, command: commandTable[name] as Command };
    }
  }
  return undefined;
}
