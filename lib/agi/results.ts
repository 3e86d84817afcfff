/**
 * What AGI commands result in: names in the place of codes.
 *
 * @module
 */

import type { Reply } from "./reply.ts";

/** How playing or speaking ended. */
export interface PlayResult {
  /**
   * `finished` to its end, a `digit` was pressed, the channel was hung up, it `failed` (no such file, no
   * such language), or it was `stopped` by {@linkcode AgiChannel.interrupt}.
   */
  readonly ended: "finished" | "digit" | "hangup" | "failed" | "stopped";
  /** The digit that was pressed: `0` to `9`, `*`, `#`, `A` to `D`. */
  readonly digit: string | undefined;
  /** Where in the file it ended, in samples (8,000 a second for most files); not for what is spoken. */
  readonly endpos: number | undefined;
}

/** How waiting for one digit ended. */
export interface DigitResult {
  /** A `digit` was pressed, the time was over, the channel was hung up, or it was `stopped`. */
  readonly ended: "digit" | "timeout" | "hangup" | "stopped";
  /** The digit that was pressed. */
  readonly digit: string | undefined;
}

/** How reading several digits ended. */
export interface DataResult {
  /** `complete` by number or `#`, the time was over, hung up, `failed` (no such file) or `stopped`. */
  readonly ended: "complete" | "timeout" | "hangup" | "failed" | "stopped";
  /** The digits that were pressed until then, without the `#` that ended them; may be empty. */
  readonly digits: string;
}

/** How a recording ended. */
export interface RecordResult {
  /** By a `digit`, by `timeout` or silence, by `hangup`, or it `failed`. */
  readonly ended: "digit" | "timeout" | "hangup" | "failed";
  /** The digit that ended it. */
  readonly digit: string | undefined;
  /** Length in samples; `undefined` when nothing could be written. */
  readonly endpos: number | undefined;
}

/** What was received as text. */
export interface CharResult {
  /** A `char` came, the time was over, or the channel cannot receive text or was hung up. */
  readonly ended: "char" | "timeout" | "hangup";
  /** The character. */
  readonly char: string | undefined;
}

/** One way in which speech was understood. */
export interface SpeechText {
  /** What was said. */
  readonly text: string;
  /** How sure the engine is, up to 1,000. */
  readonly score: number;
  /** The grammar that it was found by. */
  readonly grammar: string;
}

/** How listening to speech ended. */
export interface SpeechResult {
  /** `speech` was recognised, a `digit` pressed, the time was over, hung up, or it `failed`. */
  readonly ended: "speech" | "digit" | "timeout" | "hangup" | "failed";
  /** The digit that was pressed. */
  readonly digit: string | undefined;
  /** Where in the prompt it ended, in samples. */
  readonly endpos: number | undefined;
  /** What may have been said, the likeliest first. */
  readonly results: readonly SpeechText[];
}

/** How a subroutine of the dialplan ended. */
export interface GosubResult {
  /** It returned (`complete`), ended otherwise (`aborted`), or there is none at that place. */
  readonly ended: "complete" | "aborted" | "notfound";
}

/** State of a channel, as Asterisk names it. */
export type ChannelState =
  | "Down"
  | "Reserved"
  | "OffHook"
  | "Dialing"
  | "Ring"
  | "Ringing"
  | "Up"
  | "Busy"
  | "DialingOffHook"
  | "PreRing";

/** The states by their numbers. Source: Asterisk 22, include/asterisk/channelstate.h */
export const channelStates: readonly ChannelState[] = [
  "Down",
  "Reserved",
  "OffHook",
  "Dialing",
  "Ring",
  "Ringing",
  "Up",
  "Busy",
  "DialingOffHook",
  "PreRing",
];

/** A code of a key as the key: 53 is `5`; `undefined` for 0 and -1. */
export function digitOf(result: string): string | undefined {
  const code = Number(result);
  return code > 0 ? String.fromCharCode(code) : undefined;
}

/** Reads `endpos=4160` and the like: the number behind a name, anywhere in the text. */
function numberOf(reply: Reply, name: string): number | undefined {
  const found = new RegExp(`(?:^| )${name}=(-?\\d+)`).exec(reply.text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Where in a file; -1 is Asterisk's word for "played to its end" and says no place. */
export function endposOf(reply: Reply): number | undefined {
  const position = numberOf(reply, "endpos");
  return position === -1 ? undefined : position;
}

/**
 * Reads the results of speech recognition: `(speech) endpos=0 results=1 score0=950 text0="yes" grammar0=g`.
 *
 * Source: Asterisk 22, res/res_agi.c, handle_speechrecognize()
 */
export function speechTexts(reply: Reply): SpeechText[] {
  const texts: SpeechText[] = [];
  // A text may hold anything, quotes too: it reaches to the grammar of the same number.
  for (let index = 0;; index++) {
    const found = new RegExp(
      ` score${index}=(-?\\d+) text${index}="(.*?)" grammar${index}=(.*?)(?= score${index + 1}=|$)`,
      "s",
    )
      .exec(reply.text);
    if (!found) return texts;
    texts.push({ score: Number(found[1]), text: found[2] ?? "", grammar: found[3] ?? "" });
  }
}
