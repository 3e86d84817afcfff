/**
 * What a dialplan application is to the model.
 *
 * @module
 */

import type { Channel } from "./channel.ts";

/** What an application returns: 0 goes on, -1 ends the call, others are for whoever ran it. */
export type ApplicationResult = number;

/** A dialplan application: gets the channel and its data, arguments not split. */
export type Application = (
  channel: Channel,
  data: string,
) => ApplicationResult | Promise<ApplicationResult>;

/** Runs the application AGI with its data: resolves to what it returns. */
export type AgiLauncher = (channel: Channel, data: string) => Promise<ApplicationResult>;

/**
 * Splits the data of an application into arguments: at commas outside of quotes, brackets and
 * parentheses; quotes and backslashes go.
 *
 * Source: Asterisk 22, main/app.c, __ast_app_separate_args()
 */
export function splitArguments(data: string, separator = ","): string[] {
  if (data === "") return [];
  const args: string[] = [];
  let current = "";
  let parentheses = 0;
  let brackets = 0;
  let quoted = false;
  for (let at = 0; at < data.length; at++) {
    const character = data[at] as string;
    if (character === "\\") {
      at++;
      current += data[at] ?? "";
    } else if (character === '"') quoted = !quoted;
    else if (quoted) current += character;
    else if (character === separator && parentheses === 0 && brackets === 0) {
      args.push(current);
      current = "";
    } else {
      if (character === "(") parentheses++;
      else if (character === ")" && parentheses > 0) parentheses--;
      else if (character === "[") brackets++;
      else if (character === "]" && brackets > 0) brackets--;
      current += character;
    }
  }
  args.push(current);
  return args;
}
