/**
 * AsyncAGI: channels that wait for commands over AMI.
 *
 * @module
 */
import type { Channel } from "../pbx/channel.ts";
import type { Pbx } from "../pbx/pbx.ts";
import {
  type ActionContext,
  type ActionDefinition,
  ActionRefused,
  requireChannel,
} from "./action_table.ts";
import { decodeWire, encodeWire } from "./wire_text.ts";

/** Bytes that Asterisk reads of a reply at once: what is more comes with the next one. */
const READ_LENGTH = 1_024;

/** What an AGI command did. */
export interface AgiOutcome {
  /** The reply as FastAGI would have it, with its line ends. */
  readonly reply: string;
  /** `break` ends the session, `failure` too, with that status. */
  readonly then: "continue" | "break" | "failure";
}

/** What runs the commands of a session. */
export interface AsyncAgiScript {
  /** The AGI environment, its blank line too. */
  readonly environment: string;
  /** Runs one command. */
  execute(command: string): Promise<AgiOutcome>;
}

interface Command {
  readonly text: string;
  /** CommandID of the action; empty when it had none. */
  readonly id: string;
}

const sessions = new WeakMap<Channel, Command[]>();

/** Adds a command for a channel; false when it is in no AsyncAGI. */
export function addAgiCommand(channel: Channel, text: string, id = ""): boolean {
  const queue = sessions.get(channel);
  if (!queue) return false;
  queue.push({ text, id });
  channel.nudge();
  return true;
}

/**
 * Runs the application AGI with `agi:async`: tells `AsyncAGIStart`, then does the commands that the
 * action AGI brings, tells each result as `AsyncAGIExec`, and at the end `AsyncAGIEnd`. Resolves to
 * what AGISTATUS becomes.
 *
 * Environment and replies go through a pipe that is read 1,024 bytes at a time: of a longer one the
 * rest comes before the next reply.
 * Source: Asterisk 22, res/res_agi.c, launch_asyncagi()
 */
export async function runAsyncAgi(
  channel: Channel,
  script: AsyncAgiScript,
): Promise<"SUCCESS" | "FAILURE" | "HANGUP"> {
  const { pbx } = channel;
  const queue: Command[] = [];
  sessions.set(channel, queue);
  let pipe = encodeWire(script.environment);
  const readPipe = () => {
    const text = decodeWire(pipe.subarray(0, READ_LENGTH));
    pipe = pipe.subarray(READ_LENGTH);
    return encodeURIComponent(text);
  };
  try {
    pbx.emit("AsyncAGIStart", channel, () => ({ Env: readPipe() }));
    for (;;) {
      const command = queue.shift();
      if (!command) {
        if (await channel.wait() === "hangup") return "HANGUP";
        continue;
      }
      if (channel.leaving) return "HANGUP";
      const { reply, then } = await script.execute(command.text);
      pipe = joinBytes(pipe, encodeWire(reply));
      const result = readPipe();
      tellResult(pbx, channel, result, command.id);
      if (then === "break") return "SUCCESS";
      if (then === "failure") return channel.leaving ? "HANGUP" : "FAILURE";
    }
  } finally {
    sessions.delete(channel);
    pbx.emit("AsyncAGIEnd", channel);
  }
}

function tellResult(pbx: Pbx, channel: Channel, result: string, id: string): void {
  pbx.emit("AsyncAGIExec", channel, (): Record<string, string> => ({
    Result: result,
    ...(id === "" ? {} : { CommandId: id }),
  }));
}

function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

/** The action AGI. Source: Asterisk 22, res/res_agi.c, action_add_agi_cmd() */
export const AGI_ACTIONS: readonly ActionDefinition[] = [
  { name: "AGI", privileges: ["agi"], synopsis: "Gives a channel an AGI command", run: agi },
];

function agi(context: ActionContext): void {
  const { action, reply } = context;
  const [name, command] = [action.get("Channel"), action.get("Command")];
  if (name === "" || command === "") {
    throw new ActionRefused("Both, Channel and Command are *required*");
  }
  const channel = requireChannel(context, "Channel", `Channel ${name} does not exist.`);
  if (!sessions.has(channel)) {
    throw new ActionRefused(`Failed to add AGI command to channel ${channel.name} queue`);
  }
  reply.ack("Added AGI command to queue");
  addAgiCommand(channel, command, action.get("CommandID"));
}
