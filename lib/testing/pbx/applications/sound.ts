/**
 * Applications that play and listen.
 *
 * @module
 */

import { type Application, splitArguments } from "../application.ts";
import { allDigits, type Channel } from "../channel.ts";
import { answer, play, playFile, readDigits, soundLength } from "../play.ts";
import { toInteger } from "../words.ts";

/** Plays what SayDigits and its like say; their keys do not end it unless told. */
async function say(channel: Channel, text: string, each: number): Promise<number> {
  channel.farEnd?.heard?.("sound", text);
  const length = Math.max(1, text.length) * each;
  return (await play(channel, length, { controlled: true })).end === "hangup" ? -1 : 0;
}

/** Files of an argument: `one&two`. */
function files(text: string | undefined): string[] {
  return (text ?? "").split("&").filter((file) => file !== "");
}

/** Plays and listens. */
export const soundApplications: Readonly<Record<string, Application>> = {
  async Playback(channel, data) {
    const [names, options = ""] = splitArguments(data);
    channel.setVariable("PLAYBACKSTATUS", "");
    if (!options.includes("noanswer") && !channel.up) await answer(channel);
    let failed = false;
    for (const file of files(names)) {
      const played = await playFile(channel, file, { controlled: true });
      if (!played) failed = true;
      else if (played.end === "hangup") {
        channel.setVariable("PLAYBACKSTATUS", "FAILED");
        return -1;
      } else if (played.end === "stopped") break;
    }
    channel.setVariable("PLAYBACKSTATUS", failed ? "FAILED" : "SUCCESS");
    return 0;
  },
  async Background(channel, data) {
    const [names, options = "", , context = channel.context] = splitArguments(data);
    channel.setVariable("BACKGROUNDSTATUS", "");
    if (!channel.up) await answer(channel);
    for (const file of files(names)) {
      if (soundLength(channel, file) === undefined) {
        channel.setVariable("BACKGROUNDSTATUS", "FAILED");
        continue;
      }
      const digits = options.includes("m")
        ? [...allDigits].filter((digit) =>
          channel.pbx.dialplan.exists(context, digit) ||
          channel.pbx.dialplan.canMatchMore(context, digit)
        ).join("")
        : allDigits;
      const played = await playFile(channel, file, { digits, controlled: true });
      if (played?.end === "hangup") return -1;
      if (played?.end === "digit") {
        channel.setVariable("BACKGROUNDSTATUS", "SUCCESS");
        return played.digit.charCodeAt(0);
      }
    }
    if (channel.variables.get("BACKGROUNDSTATUS") === "") {
      channel.setVariable("BACKGROUNDSTATUS", "SUCCESS");
    }
    return 0;
  },
  // Source: Asterisk 22, apps/app_read.c, read_exec()
  async Read(channel, data) {
    const [name = "", prompt, most = "", options = "", tries = "", time = ""] = splitArguments(
      data,
    );
    const seconds = Number.parseFloat(time);
    const given = seconds > 0 ? seconds * 1_000 : 0;
    if (!channel.up) {
      if (options.includes("s")) return 0;
      if (!options.includes("n")) await answer(channel);
    }
    let status = "TIMEOUT";
    for (let left = Math.max(1, toInteger(tries)); left > 0; left--) {
      const read = await readDigits(channel, {
        prompts: files(prompt),
        max: toInteger(most) > 0 ? Math.min(toInteger(most), 255) : 255,
        first: given || 10_000,
        between: given || 5_000,
      });
      channel.setVariable(name.split(",")[0] ?? "", read.digits);
      if (read.end === "hangup") {
        status = "HANGUP";
        break;
      }
      if (read.digits !== "") {
        status = "OK";
        break;
      }
    }
    channel.setVariable("READSTATUS", status);
    return 0;
  },
  async Record(channel, data) {
    const [file = "", silence = "", most = "", options = ""] = splitArguments(data);
    if (!/\.\w+$/.test(file)) {
      channel.setVariable("RECORD_STATUS", "ERROR");
      return -1;
    }
    if (!channel.up && !options.includes("n")) await answer(channel);
    if (!options.includes("q")) await playFile(channel, "beep");
    const digits = options.includes("y") ? allDigits : options.includes("t") ? "*" : "#";
    const limit = [toInteger(most), toInteger(silence)].filter((value) => value > 0);
    const time = limit.length > 0 ? Math.min(...limit) * 1_000 : Infinity;
    const played = await play(channel, time, { digits });
    channel.setVariable("RECORDED_FILE", file.replace(/\.\w+$/, ""));
    const status = { digit: "DTMF", hangup: "HANGUP", finished: "TIMEOUT" }[played.end as string];
    const isSilence = toInteger(silence) * 1_000 === time && played.end === "finished";
    channel.setVariable("RECORD_STATUS", isSilence ? "SILENCE" : status ?? "TIMEOUT");
    return played.end === "hangup" ? -1 : 0;
  },
  SayDigits: (channel, data) => say(channel, splitArguments(data)[0] ?? "", 700),
  SayNumber: (channel, data) => say(channel, splitArguments(data)[0] ?? "", 800),
  SayAlpha: (channel, data) => say(channel, data, 700),
  SayPhonetic: (channel, data) => say(channel, data, 900),
  SayUnixTime: (channel, data) => say(channel, data.slice(0, 4), 900),
  async MusicOnHold(channel, data) {
    const [musicClass = "default", duration = ""] = splitArguments(data);
    startMusic(channel, musicClass);
    const time = toInteger(duration) > 0 ? toInteger(duration) * 1_000 : Infinity;
    const played = await play(channel, time);
    stopMusic(channel);
    return played.end === "hangup" ? -1 : 0;
  },
  StartMusicOnHold(channel, data) {
    startMusic(channel, data || "default");
    return 0;
  },
  StopMusicOnHold(channel) {
    stopMusic(channel);
    return 0;
  },
  async Echo(channel) {
    for (;;) {
      const frame = await channel.wait(undefined, "#");
      if (frame === "hangup") return -1;
      if (typeof frame !== "object") continue;
      if (frame.kind === "text") channel.sendText(frame.text);
      if (frame.kind === "dtmf") {
        if (frame.digit === "#") return 0;
        await channel.sendDigit(frame.digit);
      }
    }
  },
  async SendDTMF(channel, data) {
    const [digits = "", gap = "", duration = "", name] = splitArguments(data);
    const target = name ? channel.pbx.findChannel(name) : channel;
    // Asterisk is quiet for so long before the first key.
    await channel.pbx.clock.sleep(100);
    for (const digit of digits) {
      if (channel.leaving || !target) return -1;
      if (digit === "w") await channel.pbx.clock.sleep(500);
      else if (digit === "W") await channel.pbx.clock.sleep(1_000);
      else {
        await target.sendDigit(digit, toInteger(duration) || 100);
        await channel.pbx.clock.sleep(toInteger(gap) || 250);
      }
    }
    return 0;
  },
  SendText(channel, data) {
    channel.sendText(data);
    channel.setVariable("SENDTEXTSTATUS", "SUCCESS");
    return 0;
  },
  ControlPlayback: async (channel, data) => {
    const [file = "", , , , stop = ""] = splitArguments(data);
    const played = await playFile(channel, file, { digits: stop, controlled: true });
    const status = !played ? "ERROR" : {
      digit: "USERSTOPPED",
      stopped: "REMOTESTOPPED",
      finished: "SUCCESS",
    }[played.end as string] ?? "ERROR";
    channel.setVariable("CPLAYBACKSTATUS", status);
    channel.setVariable("CPLAYBACKOFFSET", String(played?.time ?? -1));
    if (played?.digit) channel.setVariable("CPLAYBACKSTOPKEY", played.digit);
    return played?.end === "hangup" ? -1 : 0;
  },
};

/** The far end hears music. */
export function startMusic(channel: Channel, musicClass: string): void {
  channel.music = musicClass;
  channel.farEnd?.heard?.("tone", `music ${musicClass}`);
  channel.pbx.emit("MusicOnHoldStart", channel, () => ({ Class: musicClass }));
}

/** The far end hears none any more. */
export function stopMusic(channel: Channel): void {
  if (channel.music === undefined) return;
  channel.music = undefined;
  channel.pbx.emit("MusicOnHoldStop", channel);
}
