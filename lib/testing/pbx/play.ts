/**
 * Waiting on a channel as applications and commands do: sounds, digits, pauses.
 *
 * @module
 */

import type { Channel, Frame } from "./channel.ts";

/** How a wait ended. */
export interface Played {
  readonly end: "finished" | "digit" | "hangup" | "interrupted" | "stopped";
  /** The key that ended it. */
  readonly digit: string;
  /** How long it lasted, in milliseconds. */
  readonly time: number;
}

/** How to wait. */
export interface PlayOptions {
  /** Keys that end it. */
  readonly digits?: string;
  /** Tells whether something else ends it: the next command of a script. */
  readonly interrupted?: (() => boolean) | undefined;
  /** Whether it can be stopped over AMI. */
  readonly controlled?: boolean;
}

/** Lasts so many milliseconds, unless something ends it. Keys that do not are lost. */
export async function play(
  channel: Channel,
  milliseconds: number,
  { digits = "", interrupted, controlled = false }: PlayOptions = {},
): Promise<Played> {
  const { clock } = channel.pbx;
  const start = clock.now;
  const ended = (end: Played["end"], digit = ""): Played => ({
    end,
    digit,
    time: clock.now - start,
  });
  if (controlled) channel.playbackControl = undefined;
  for (;;) {
    if (interrupted?.()) return ended("interrupted");
    const frame = await channel.wait(
      milliseconds === Infinity ? undefined : start + milliseconds,
      digits,
    );
    if (frame === "timeout") return ended("finished");
    if (frame === "hangup") return ended("hangup");
    if (frame === "nudge") {
      if (controlled && channel.playbackControl === "stop") return ended("stopped");
    } else if (frame.kind === "dtmf" && digits.includes(frame.digit)) {
      return ended("digit", frame.digit);
    }
  }
}

/** Length of a sound file; `undefined` when there is none of that name. */
export function soundLength(channel: Channel, file: string): number | undefined {
  const { pbx } = channel;
  const known = pbx.sounds.get(file) ?? knownSounds[file];
  if (known !== undefined) return known;
  return pbx.hasSound(file) ? 1_000 : undefined;
}

/** Files of Asterisk's core sounds, English, as long as they were when they were recorded. */
const knownSounds: Readonly<Record<string, number>> = {
  beep: 440,
  "demo-congrats": 29_340,
  "vm-goodbye": 880,
};

/** Plays a file, and lets the far end know. `undefined` when there is no such file. */
export async function playFile(
  channel: Channel,
  file: string,
  options: PlayOptions = {},
): Promise<Played | undefined> {
  const length = soundLength(channel, file);
  if (length === undefined) return undefined;
  channel.farEnd?.heard?.("sound", file);
  return await play(channel, length, options);
}

/** What was read, and whether the time was over before it was complete. */
export interface ReadDigits {
  readonly end: "complete" | "timeout" | "hangup" | "interrupted";
  readonly digits: string;
}

/** How digits are read. */
export interface ReadOptions {
  readonly prompts?: readonly string[];
  readonly max: number;
  /** Longest time to the first digit, and between digits, in milliseconds. */
  readonly first: number;
  readonly between: number;
  /** Keys that end it and do not count. */
  readonly terminators?: string;
  readonly interrupted?: (() => boolean) | undefined;
}

/**
 * Plays prompts and reads digits, which may begin during the prompts.
 *
 * Source: Asterisk 22, main/app.c, ast_app_getdata_full(); main/channel.c, ast_readstring_full()
 */
export async function readDigits(channel: Channel, options: ReadOptions): Promise<ReadDigits> {
  const { prompts = [], max, first, between, terminators = "#", interrupted } = options;
  const keys = "0123456789*#ABCD";
  let digits = "";
  for (const prompt of prompts) {
    const played = await playFile(channel, prompt, { digits: keys, interrupted });
    if (!played || played.end === "finished") continue;
    if (played.end === "hangup") return { end: "hangup", digits };
    if (played.end === "interrupted") return { end: "interrupted", digits };
    if (terminators.includes(played.digit)) return { end: "complete", digits };
    digits += played.digit;
    break;
  }
  while (digits.length < max) {
    const wait = digits === "" ? first : between;
    const played = await play(channel, wait, { digits: keys, interrupted });
    if (played.end === "finished") return { end: "timeout", digits };
    if (played.end !== "digit") {
      return { end: played.end === "hangup" ? "hangup" : "interrupted", digits };
    }
    if (terminators.includes(played.digit)) break;
    digits += played.digit;
  }
  return { end: "complete", digits };
}

/** Answers a channel, unless it is up. False when it is hung up meanwhile. */
export async function answer(channel: Channel): Promise<boolean> {
  if (channel.up) return true;
  channel.setState(6);
  // Asterisk waits so long for the first sound, which a Local channel does not send.
  return channel.other ? await pause(channel, 500) : !channel.leaving;
}

/** Waits, and keeps what comes in meanwhile for who waits next. False when hung up meanwhile. */
export async function pause(channel: Channel, milliseconds: number): Promise<boolean> {
  const until = channel.pbx.clock.now + milliseconds;
  const kept: Frame[] = [];
  for (;;) {
    const frame = await channel.wait(until);
    if (typeof frame === "object") kept.push(frame);
    else if (frame !== "nudge") {
      for (const one of kept) channel.receive(one);
      return frame === "timeout";
    }
  }
}
