/**
 * AGI commands that play, record and listen.
 *
 * @module
 */

import { play, type Played, playFile, readDigits, soundLength } from "../pbx/play.ts";
import { allDigits } from "../pbx/channel.ts";
import { toInteger } from "../pbx/words.ts";
import { answer, type Command, type CommandEnd, leadingInteger } from "./command.ts";

/** Samples in a millisecond of sound. */
const samples = 8;

/** Sound comes and goes in pieces of so many milliseconds. */
const frameTime = 20;

/** Where a sound is after a time: behind the piece that is being played, in milliseconds. */
function positionAfter(time: number): number {
  return (Math.floor(time / frameTime) + 1) * frameTime;
}

/** The number that a result has for what ended a sound. */
export function resultOf({ end, digit }: Played): number {
  if (end === "hangup") return -1;
  return end === "digit" ? digit.charCodeAt(0) : 0;
}

/** Playing, recording, listening. Source: Asterisk 22, res/res_agi.c, handle_*() */
export const soundCommands: Readonly<Record<string, Command>> = {
  "STREAM FILE": {
    async run(context, words) {
      const [, , file = "", digits, offset] = words;
      if (digits === undefined || words.length > 5) return "usage";
      const start = offset === undefined ? 0 : leadingInteger(offset);
      if (start === undefined) return "usage";
      const { channel } = context;
      const length = soundLength(channel, file);
      if (length === undefined) return answer(context, -1, ` endpos=${start}`);
      channel.farEnd?.heard?.("sound", file);
      const played = await play(channel, length - start / samples, {
        digits,
        interrupted: context.interrupted,
        controlled: true,
      });
      if (played.end === "interrupted") return "success";
      const position = played.end === "finished"
        ? length * samples
        : start + positionAfter(played.time) * samples;
      const result = resultOf(played);
      channel.setVariable("PLAYBACKSTATUS", result === 0 ? "SUCCESS" : "FAILED");
      return answer(context, result, ` endpos=${position}`);
    },
  },
  "CONTROL STREAM FILE": {
    async run(context, words) {
      const [, , , file = "", digits, skip, , , , offset] = words;
      if (digits === undefined || words.length > 10) return "usage";
      if (skip !== undefined && leadingInteger(skip) === undefined) return "usage";
      const start = offset === undefined ? 0 : leadingInteger(offset);
      if (start === undefined) return "usage";
      const { channel } = context;
      const played = await playFile(channel, file, { digits, controlled: true });
      // Where a file that ended was is not known to Asterisk.
      const isWhole = !played || played.end === "finished";
      const position = isWhole ? -1 : start + positionAfter(played.time);
      const status = !played || played.end === "hangup" ? "ERROR" : {
        digit: "USERSTOPPED",
        stopped: "REMOTESTOPPED",
      }[played.end as string] ?? "SUCCESS";
      channel.setVariable("CPLAYBACKSTATUS", status);
      if (played?.end === "digit") channel.setVariable("CPLAYBACKSTOPKEY", played.digit);
      channel.setVariable("CPLAYBACKOFFSET", String(position));
      return answer(context, played ? resultOf(played) : -1, ` endpos=${position}`);
    },
  },
  "GET OPTION": {
    async run(context, words) {
      const [, , file = "", digits, timeout] = words;
      if (digits === undefined || words.length > 5) return "usage";
      const { channel, interrupted } = context;
      const length = soundLength(channel, file);
      if (length === undefined) return answer(context, -1, " endpos=0");
      channel.farEnd?.heard?.("sound", file);
      let played = await play(channel, length, { digits, interrupted });
      const position = (played.end === "finished" ? length : positionAfter(played.time)) * samples;
      if (played.end === "finished") {
        // Any key ends this wait; one that was not asked for counts as none.
        const time = timeout === undefined ? 5_000 : toInteger(timeout);
        played = await play(channel, time < 0 ? Infinity : time, {
          digits: allDigits,
          interrupted,
        });
        if (played.end === "digit" && !digits.includes(played.digit)) {
          played = { ...played, end: "finished" };
        }
      }
      if (played.end === "interrupted") return "success";
      return answer(context, resultOf(played), ` endpos=${position}`);
    },
  },
  "GET DATA": {
    async run(context, words): Promise<CommandEnd> {
      const [, , file, time, most] = words;
      if (file === undefined) return "usage";
      const timeout = toInteger(time);
      const { end, digits } = await readDigits(context.channel, {
        prompts: file === "" ? [] : file.split("&"),
        max: most === undefined ? 1_024 : toInteger(most),
        first: timeout === 0 ? 6_000 : timeout < 0 ? Infinity : timeout,
        between: timeout === 0 ? 2_000 : timeout < 0 ? Infinity : timeout,
        interrupted: context.interrupted,
      });
      if (end === "interrupted") return "success";
      if (end === "hangup") context.reply("200 result=-1");
      else context.reply(`200 result=${digits}${end === "timeout" ? " (timeout)" : ""}`);
      return "success";
    },
  },
  "WAIT FOR DIGIT": {
    async run(context, words) {
      const time = leadingInteger(words[3]);
      if (words.length !== 4 || time === undefined) return "usage";
      const played = await play(context.channel, time < 0 ? Infinity : time, {
        digits: allDigits,
        interrupted: context.interrupted,
      });
      return answer(context, played.end === "interrupted" ? 1 : resultOf(played));
    },
  },
  "RECORD FILE": {
    async run(context, words) {
      const [, , file = "", format = "", digits = "", time, ...options] = words;
      const limit = leadingInteger(time);
      if (words.length < 6 || limit === undefined) return "usage";
      const { channel } = context;
      const [first, second] = options;
      const silenceText = options.find((option) => option.startsWith("s="));
      const silence = toInteger(silenceText?.slice(2)) * 1_000;
      const offset = leadingInteger(first) ?? 0;
      const isBeep = (word: string | undefined) => word !== undefined && !word.startsWith("s=");
      if ((isBeep(first) && leadingInteger(first) === undefined) || isBeep(second)) {
        const beep = await playFile(channel, "beep", { digits });
        if (beep && resultOf(beep) !== 0) {
          context.reply(`200 result=${resultOf(beep)} (randomerror) endpos=${offset}`);
          return "success";
        }
      }
      if (!knownFormats.has(format.split(",")[0] ?? "") || file.startsWith("/nonexistent")) {
        return answer(context, -1, " (writefile)");
      }
      const longest = limit < 0 ? Infinity : limit;
      // Nobody speaks in the model: silence ends it as soon as it may.
      const length = silence > 0 ? Math.min(silence, longest) : longest;
      const played = await play(channel, length, { digits });
      // A Local channel of which neither half plays anything brings no sound.
      const sound = channel.other ? 0 : Math.floor(played.time / frameTime) * frameTime;
      const position = offset + sound * samples;
      if (played.end === "hangup") return answer(context, -1, ` (hangup) endpos=${position}`);
      if (played.end === "digit") {
        return answer(context, resultOf(played), ` (dtmf) endpos=${position}`);
      }
      return answer(context, 0, ` (timeout) endpos=${position}`);
    },
  },
};

/** Formats in which can be recorded. */
const knownFormats = new Set(["wav", "WAV", "wav49", "gsm", "ulaw", "alaw", "sln", "g722", "slin"]);
