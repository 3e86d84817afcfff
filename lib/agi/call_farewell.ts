/**
 * What Asterisk is told at the end of a script: its status, where to go on, an event.
 *
 * @module
 */

import { HangupError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { CallServices, DialplanPlace } from "./call_services.ts";
import type { CallStatus } from "./call_status.ts";
import { escapeArgument, formatCommand, formatExec } from "./command.ts";
import type { AgiConnection } from "./connection.ts";

/** How calls end by themselves: one error for all of them, since to make one costs 5 µs. */
export const scriptEnded = new HangupError("The script has ended", "stopped");

/** The last command of a call, by status. */
export const statusLines = {} as Record<CallStatus, string>;
for (const status of ["SUCCESS", "ERROR", "NOSCRIPT", "BUSY", "HANGUP"] as const) {
  statusLines[status] = formatCommand(["SET VARIABLE", "LUNOPARK_STATUS", status]);
}

/** A call whose script has ended. */
export interface EndedCall {
  /** A log whose lines say which call they are about. */
  readonly log: Log;
  /** Name of the script. */
  readonly script: string;
  /** Name of the channel. */
  readonly channelName: string;
}

/** Tells it the status, where to go on, and everybody by an event, as far as that is wanted. */
export async function saySoAndMore(
  connection: AgiConnection,
  call: EndedCall,
  { onError, agiStatusEvent }: Pick<CallServices<unknown>, "onError" | "agiStatusEvent">,
  status: CallStatus,
): Promise<void> {
  await connection.send(statusLines[status]);
  if (status === "ERROR" && onError && !connection.hungUp) await sendTo(connection, call, onError);
  if (agiStatusEvent) await connection.sendLast(statusEvent(call, status), scriptEnded);
}

/** Has the dialplan go on at another place once the script is over. */
async function sendTo(
  connection: AgiConnection,
  call: EndedCall,
  { context, extension, priority }: DialplanPlace,
): Promise<void> {
  try {
    for (
      const words of [
        ["SET CONTEXT", context],
        ["SET EXTENSION", extension],
        ["SET PRIORITY", priority],
      ]
    ) await connection.send(formatCommand(words));
  } catch (error) {
    const place = `${context},${extension},${priority}`;
    call.log.warn(`Cannot have the call go on at ${place}: ${(error as Error).message}`);
  }
}

/** The event that the Lua daemon sent at the end of each script. */
function statusEvent(call: EndedCall, status: CallStatus): string {
  return formatExec("UserEvent", [
    "AGIStatus",
    `Script: ${eventValue(call.script)}`,
    `Channel: ${eventValue(call.channelName)}`,
    `Status: ${status}`,
  ]);
}

/** A value that UserEvent takes as it is, but for line ends, which no event can have. */
function eventValue(text: string): string {
  return escapeArgument(text.replace(/[\r\n\0]+/g, " "));
}
