/**
 * Runs one command line: finds the command, does it, sends what Asterisk says around it.
 *
 * @module
 */

import type { Channel } from "../pbx/channel.ts";
import { findCommand } from "./command_table.ts";
import { parseWords } from "./parse_words.ts";
import { usageOf } from "./usage.ts";

/** Where a command comes from. */
export interface CommandSource {
  readonly channel: Channel;
  /** The channel is hung up: some commands are refused. */
  readonly dead: boolean;
  readonly interrupted: () => boolean;
  /** Sends text, its LF included; each is a packet of its own. */
  send(text: string): void;
}

const refusal = "511 Command Not Permitted on a dead channel or intercept routine";

/** Counts commands, for the number that AMI's events of one have. */
let commandCount = 1_000_000_000;

/**
 * Runs a line, its LF not included. Tells AMI of it.
 *
 * Source: Asterisk 22, res/res_agi.c, agi_handle_command()
 */
export async function runCommand(
  source: CommandSource,
  line: string,
): Promise<"success" | "failure" | "break"> {
  const { channel, send } = source;
  const { pbx } = channel;
  const commandId = String(commandCount++);
  pbx.emit("AGIExecStart", channel, () => ({ CommandId: commandId, Command: line }));
  const tellEnd = (code: number, result: string) =>
    pbx.emit("AGIExecEnd", channel, () => ({
      CommandId: commandId,
      Command: line,
      ResultCode: String(code),
      Result: result,
    }));
  const words = parseWords(line);
  const found = findCommand(words);
  if (!found) {
    send("510 Invalid or unknown command\n");
    tellEnd(510, "Invalid or unknown command");
    return "success";
  }
  if (source.dead && !found.command.dead) {
    send(`${refusal}\n`);
    tellEnd(511, refusal.slice(4));
    return "success";
  }
  const end = await found.command.run({
    channel,
    interrupted: source.interrupted,
    reply: (text) => send(`${text}\n`),
  }, words);
  switch (end) {
    case "usage": {
      tellEnd(520, "Usage");
      const usage = usageOf(found.name);
      if (usage === "") send("520 Invalid command syntax.  Proper usage not available.\n");
      else {
        send("520-Invalid command syntax.  Proper usage follows:\n");
        send(`${usage}\n`);
        send("520 End of proper usage.\n");
      }
      return "success";
    }
    case "failure":
      tellEnd(-1, "Failure");
      return "failure";
    default:
      tellEnd(200, "Success");
      return end;
  }
}
