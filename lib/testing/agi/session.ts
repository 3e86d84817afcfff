/**
 * A FastAGI session: the application AGI on a channel, from its environment to its end.
 *
 * @module
 */

import type { Channel } from "../pbx/channel.ts";
import { isNo, isYes } from "../pbx/words.ts";
import type { AgiLine } from "./agi_line.ts";
import { type AgiRequest, formatEnvironment } from "./environment.ts";
import { runCommand } from "./run_command.ts";

/** What `AGISTATUS` says. */
export type AgiStatus = "SUCCESS" | "FAILURE" | "NOTFOUND" | "HANGUP";

/** What can be done to a command instead of running it. */
export type Interference = "stall" | "cut" | undefined;

/** Sees a session, and may disturb it. */
export interface SessionObserver {
  /** Time passes in the model while the script has the word, as in the world; it does not unless set. */
  readonly timed?: boolean;
  /** The environment was sent. */
  began?(request: AgiRequest): void;
  /** A line came; its LF is not part of it. Says what happens to it. */
  command?(line: string): Interference;
  /** Something was said: a reply, or `HANGUP`. */
  said?(text: string): void;
  /** It is over. */
  ended?(status: AgiStatus): void;
}

/**
 * Serves a script on a line, to its end.
 *
 * Source: Asterisk 22, res/res_agi.c, run_agi()
 */
export async function runSession(
  channel: Channel,
  line: AgiLine,
  request: AgiRequest,
  observer: SessionObserver = {},
): Promise<AgiStatus> {
  const { clock } = channel.pbx;
  const says = !isNo(channel.variables.get("AGISIGHUP"));
  const exits = isYes(channel.variables.get("AGIEXITONHANGUP"));
  // A channel that was hung up before, in the extension h, is dead from the start.
  let dead = channel.hangupRequested;
  let status: AgiStatus = "SUCCESS";
  const send = (text: string) => {
    line.send(text);
    observer.said?.(text);
  };
  line.onReadable = () => channel.nudge();
  line.send(formatEnvironment(channel, request));
  observer.began?.(request);
  for (;;) {
    if (!dead && channel.leaving) {
      dead = true;
      if (status === "SUCCESS") status = "HANGUP";
      if (says) send("HANGUP\n");
      if (exits) break;
    }
    if (!line.readable) {
      // The script has the word.
      const leave = observer.timed ? undefined : clock.enter();
      if (dead) await line.untilReadable();
      else await channel.wait();
      leave?.();
      if (!line.readable) continue;
    }
    const text = await line.readLine();
    if (text === "") break;
    if (/^failure/i.test(text)) {
      status = "FAILURE";
      break;
    }
    const command = text.replace(/\n$/, "");
    const interference = observer.command?.(command);
    if (interference === "cut") {
      line.cut();
      break;
    }
    if (interference === "stall") {
      await line.untilReadable();
      continue;
    }
    const end = await runCommand({
      channel,
      dead,
      interrupted: () => line.readable,
      send,
    }, command);
    if (end === "failure" && (dead || !channel.leaving)) status = "FAILURE";
  }
  if (says) send("HANGUP\n");
  line.onReadable = undefined;
  line.close();
  observer.ended?.(status);
  return status;
}
