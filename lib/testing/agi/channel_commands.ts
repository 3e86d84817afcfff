/**
 * AGI commands of the channel itself, of applications, and of where the call goes on.
 *
 * @module
 */

import { parseCallerId } from "../pbx/functions.ts";
import { assign, goTo, runGosub } from "../pbx/applications/flow.ts";
import { startMusic, stopMusic } from "../pbx/applications/sound.ts";
import { substitute } from "../pbx/expression.ts";
import { answer as answerChannel } from "../pbx/play.ts";
import { runApplication } from "../pbx/run.ts";
import { cutBytes, isYes } from "../pbx/words.ts";
import { answer, type Command, leadingInteger } from "./command.ts";

/** Channel, applications, dialplan. Source: Asterisk 22, res/res_agi.c, handle_*() */
export const channelCommands: Readonly<Record<string, Command>> = {
  ANSWER: {
    run: async (context) => answer(context, await answerChannel(context.channel) ? 0 : -1),
  },
  "ASYNCAGI BREAK": {
    dead: true,
    run(context) {
      answer(context, 0);
      return "break";
    },
  },
  "CHANNEL STATUS": {
    run(context, words) {
      if (words.length > 3) return "usage";
      const { channel } = context;
      const found = words[2] === undefined ? channel : channel.pbx.channels.get(words[2]);
      answer(context, found?.state ?? -1);
      return "success";
    },
  },
  EXEC: {
    dead: true,
    async run(context, words) {
      const [, name, data = ""] = words;
      if (name === undefined) return "usage";
      const { channel } = context;
      const isFull = isYes(channel.variables.get("AGIEXECFULL"));
      const full = isFull ? substitute(channel.pbx, channel, data) : data;
      const result = await runApplication(channel, name, full);
      answer(context, result);
      // What an application returns Asterisk takes for the result of the command: 1 shows the usage.
      if (result === 1) return "usage";
      return result === -1 ? "failure" : result === 3 ? "break" : "success";
    },
  },
  GOSUB: {
    async run({ channel, reply }, words) {
      const [, context, exten, priority, args] = words;
      if (!context || !exten || !priority || words.length > 5) return "usage";
      const target = `${context},${exten},${priority}${args === undefined ? "" : `(${args})`}`;
      const { dialplan } = channel.pbx;
      const known = dialplan.find(context, exten, Number(priority)) !== undefined ||
        dialplan.findLabel(context, exten, priority) !== undefined;
      if (!known) {
        reply("200 result=-1 Gosub label not found");
        return "failure";
      }
      reply("100 result=0 Trying...");
      const end = await runGosub(channel, target);
      reply(`200 result=0 Gosub complete${end === "returned" ? "" : " (abnormal exit)"}`);
      return "success";
    },
  },
  HANGUP: {
    run(context, words) {
      if (words.length > 2) return "usage";
      const { channel } = context;
      const found = words[1] === undefined ? channel : channel.pbx.channels.get(words[1]);
      if (found) channel.pbx.requestHangup(found, found.cause, { told: true });
      answer(context, found ? 1 : -1);
      return "success";
    },
  },
  NOOP: { dead: true, run: (context) => answer(context, 0) },
  "RECEIVE CHAR": {
    async run(context, words) {
      if (words.length !== 3) return "usage";
      const text = await receiveText(context.channel, words[2]);
      if (text === undefined) return answer(context, -1, " (hangup)");
      return answer(context, text.codePointAt(0) ?? 0);
    },
  },
  "RECEIVE TEXT": {
    async run({ channel, reply }, words) {
      if (words.length !== 3) return "usage";
      const text = await receiveText(channel, words[2]);
      reply(text === undefined ? "200 result=-1" : `200 result=1 (${text})`);
      return "success";
    },
  },
  "SEND IMAGE": {
    run: (context, words) => words.length === 3 ? answer(context, 0) : "usage",
  },
  "SEND TEXT": {
    run(context, words) {
      if (words.length !== 3) return "usage";
      context.channel.sendText(words[2] as string);
      return answer(context, 0);
    },
  },
  "SET AUTOHANGUP": {
    run(context, words) {
      const seconds = Number.parseFloat(words[2] ?? "");
      if (words.length !== 3 || Number.isNaN(seconds)) return "usage";
      const { channel } = context;
      const { clock } = channel.pbx;
      channel.hangupAt(seconds > 0 ? clock.now + seconds * 1_000 : undefined);
      return answer(context, 0);
    },
  },
  "SET CALLERID": {
    run(context, words) {
      const { channel } = context;
      if (words[2] !== undefined) {
        Object.assign(channel.caller, parseCallerId(cutBytes(words[2], 255)));
        channel.pbx.emit("NewCallerid", channel, () => ({
          "CID-CallingPres": "0 (Presentation Allowed, Not Screened)",
        }));
      }
      return answer(context, 1);
    },
  },
  "SET CONTEXT": {
    run(context, words) {
      if (words.length !== 3) return "usage";
      context.channel.context = words[2] as string;
      return answer(context, 0);
    },
  },
  "SET EXTENSION": {
    run(context, words) {
      if (words.length !== 3) return "usage";
      context.channel.exten = words[2] as string;
      return answer(context, 0);
    },
  },
  "SET PRIORITY": {
    run(context, words) {
      if (words.length !== 3) return "usage";
      const number = leadingInteger(words[2]);
      const goes = goTo(context.channel, number === undefined ? words[2] as string : `${number}`);
      return goes ? answer(context, 0) : "usage";
    },
  },
  "SET MUSIC": {
    run(context, words) {
      const [, , onOff, musicClass] = words;
      if (onOff === undefined) return "usage";
      if (/^on/i.test(onOff)) startMusic(context.channel, musicClass ?? "default");
      else if (/^off/i.test(onOff)) stopMusic(context.channel);
      return answer(context, 0);
    },
  },
  "SET VARIABLE": {
    dead: true,
    run(context, words) {
      if (words.length !== 4) return "usage";
      assign(context.channel, words[2] as string, words[3] as string);
      return answer(context, 1);
    },
  },
  "TDD MODE": {
    run: (context, words) => words.length === 3 ? answer(context, 0) : "usage",
  },
  VERBOSE: {
    dead: true,
    run: (context, words) => words.length < 2 ? "usage" : answer(context, 1),
  },
};

/** The next text from the other end; `undefined` when none comes in time, or the caller hangs up. */
async function receiveText(
  channel: Parameters<typeof startMusic>[0],
  timeout: string | undefined,
): Promise<string | undefined> {
  const until = channel.pbx.clock.now + (leadingInteger(timeout) ?? 0);
  for (;;) {
    const frame = await channel.wait(until);
    if (frame === "timeout" || frame === "hangup") return undefined;
    if (typeof frame === "object" && frame.kind === "text") return frame.text;
  }
}
