/**
 * AGI commands that say something.
 *
 * @module
 */

import { play } from "../pbx/play.ts";
import { answer, type Command, type CommandContext, leadingInteger } from "./command.ts";
import { resultOf } from "./sound_commands.ts";

/** How long one digit, letter or word lasts, in milliseconds. */
const wordTime = 700;

/** What a command says, and how it is interrupted. */
interface Say {
  /** Number of words that it may have, its name included. */
  readonly words: readonly [least: number, most: number];
  /** The text must begin with a number. */
  readonly isNumber?: boolean;
  /** Number of words that are spoken. */
  count(text: string): number;
}

function say({ words: [least, most], isNumber, count }: Say): Command {
  return {
    async run(context: CommandContext, words) {
      if (words.length < least || words.length > most) return "usage";
      const [, , text = "", digits = ""] = words;
      if (isNumber && leadingInteger(text) === undefined) return "usage";
      const { channel } = context;
      channel.farEnd?.heard?.("sound", text);
      // Nothing interrupts it on FastAGI: Asterisk looks at the line only where sound comes along.
      const played = await play(channel, count(text) * wordTime, { digits });
      return answer(context, resultOf(played));
    },
  };
}

/** Saying. Source: Asterisk 22, res/res_agi.c, handle_say*() */
export const sayCommands: Readonly<Record<string, Command>> = {
  "SAY ALPHA": alpha(),
  "SAY DIGITS": say({ words: [4, 4], isNumber: true, count: (text) => text.length }),
  "SAY NUMBER": say({ words: [4, 5], isNumber: true, count: (text) => text.length }),
  "SAY PHONETIC": say({ words: [4, 4], count: (text) => text.length }),
  "SAY DATE": say({ words: [4, 4], isNumber: true, count: () => 4 }),
  "SAY TIME": say({ words: [4, 4], isNumber: true, count: () => 3 }),
  "SAY DATETIME": say({ words: [4, 6], isNumber: true, count: () => 6 }),
};

/** Spells; its fifth word says which letters are told apart by case. */
function alpha(): Command {
  const plain = say({ words: [4, 5], count: (text) => text.length });
  return {
    run: (context, words) =>
      /^([alnu].*)?$/is.test(words[4] ?? "") ? plain.run(context, words) : "usage",
  };
}
