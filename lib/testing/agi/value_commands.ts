/**
 * AGI commands that read and write values: variables and the database.
 *
 * @module
 */

import { readVariable, substitute } from "../pbx/expression.ts";
import { readFunction } from "../pbx/functions.ts";
import { cutBytes } from "../pbx/words.ts";
import { answer, type Command } from "./command.ts";

/** Room for a value in GET VARIABLE, its end not counted. */
const valueBytes = 1023;

/** Variables and database. Source: Asterisk 22, res/res_agi.c, handle_*() */
export const valueCommands: Readonly<Record<string, Command>> = {
  "GET VARIABLE": {
    dead: true,
    run({ channel, reply }, words) {
      const name = words[2];
      if (name === undefined || words.length !== 3) return "usage";
      const value = name.endsWith(")")
        ? readFunction(channel.pbx, channel, name)
        : readVariable(channel.pbx, channel, name);
      reply(value === undefined ? "200 result=0" : `200 result=1 (${cutBytes(value, valueBytes)})`);
      return "success";
    },
  },
  "GET FULL VARIABLE": {
    dead: true,
    run({ channel, reply }, words) {
      const [, , , expression, name] = words;
      if (expression === undefined || words.length > 5) return "usage";
      const { pbx } = channel;
      const found = name === undefined ? channel : pbx.channels.get(name);
      if (!found || isDangerous(expression)) reply("200 result=0");
      else reply(`200 result=1 (${substitute(pbx, found, expression)})`);
      return "success";
    },
  },
  "DATABASE GET": {
    dead: true,
    run({ channel, reply }, words) {
      const [, , family = "", key = ""] = words;
      if (words.length !== 4) return "usage";
      const value = channel.pbx.database.get(family, key);
      reply(value === undefined ? "200 result=0" : `200 result=1 (${value})`);
      return "success";
    },
  },
  "DATABASE PUT": {
    dead: true,
    run(context, words) {
      const [, , family = "", key = "", value = ""] = words;
      if (words.length !== 5) return "usage";
      context.channel.pbx.database.put(family, key, value);
      return answer(context, 1);
    },
  },
  "DATABASE DEL": {
    dead: true,
    run(context, words) {
      const [, , family = "", key = ""] = words;
      if (words.length !== 4) return "usage";
      context.channel.pbx.database.delete(family, key);
      return answer(context, 1);
    },
  },
  "DATABASE DELTREE": {
    dead: true,
    run(context, words) {
      const [, , family = "", key] = words;
      if (words.length < 3 || words.length > 4) return "usage";
      const count = context.channel.pbx.database.deleteTree(family, key);
      // Asterisk says 0 where it has deleted something.
      return answer(context, count > 0 ? 0 : 1);
    },
  },
};

/** Whether an expression reads what Asterisk refuses to scripts: programs and files. */
function isDangerous(expression: string): boolean {
  return /\$\{\s*(SHELL|FILE)\(/i.test(expression);
}
