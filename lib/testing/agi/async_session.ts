/**
 * An AsyncAGI session: commands come by AMI's action AGI, replies go out as its events.
 *
 * @module
 */

import type { Channel } from "../pbx/channel.ts";
import { encodePercentBytes } from "../pbx/words.ts";
import { formatEnvironment } from "./environment.ts";
import { runCommand } from "./run_command.ts";
import type { AgiStatus, SessionObserver } from "./session.ts";
import { encodeText } from "../wire_text.ts";

/** How much Asterisk reads out of its pipe at once, and what of it, encoded, finds room in an event. */
const pipeRead = 1024;
const eventRoom = 2047;

/**
 * Serves commands that come over AMI, until one ends it or the channel is hung up.
 *
 * Replies pass through a pipe, of which each event takes up to 1,024 bytes: the rest of a longer one
 * comes with the next. Asterisk looks for commands ten times a second; the model at once.
 * Source: Asterisk 22, res/res_agi.c, launch_asyncagi()
 */
export async function runAsyncSession(
  channel: Channel,
  args: readonly string[],
  observer: SessionObserver = {},
): Promise<AgiStatus> {
  const { pbx } = channel;
  const commands: { readonly command: string; readonly commandId: string }[] = [];
  let pipe: number[] = [];
  const send = (text: string) => {
    pipe.push(...encodeText(text));
    observer.said?.(text);
  };
  /** What an event gets of the pipe. */
  const read = () => {
    const taken = pipe.slice(0, pipeRead);
    pipe = pipe.slice(pipeRead);
    return encodePercentBytes(Uint8Array.from(taken)).slice(0, eventRoom);
  };
  const request = { request: "async", networkScript: undefined, args };
  for (const byte of encodeText(formatEnvironment(channel, request))) pipe.push(byte);
  channel.takeCommand = (command, commandId) => {
    commands.push({ command, commandId });
    channel.nudge();
  };
  const environment = read();
  observer.began?.(request);
  pbx.emit("AsyncAGIStart", channel, () => ({ Env: environment }));
  let status: AgiStatus = "SUCCESS";
  for (;;) {
    if (channel.leaving) {
      status = "HANGUP";
      break;
    }
    const next = commands.shift();
    if (!next) {
      const leave = pbx.clock.enter();
      await channel.wait();
      leave();
      continue;
    }
    if (observer.command?.(next.command)) continue;
    const source = { channel, dead: false, interrupted: () => false, send };
    const end = await runCommand(source, next.command);
    const result = read();
    pbx.emit("AsyncAGIExec", channel, (): Record<string, string> => ({
      Result: result,
      ...next.commandId !== "" && { CommandId: next.commandId },
    }));
    if (end === "break") break;
    if (end === "failure") {
      status = channel.leaving ? "HANGUP" : "FAILURE";
      break;
    }
  }
  channel.takeCommand = undefined;
  pbx.emit("AsyncAGIEnd", channel);
  observer.ended?.(status);
  return status;
}
