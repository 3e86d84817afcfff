/**
 * AMI actions of handlers, as the story of a call tells them.
 *
 * @module
 */

import type { ManagerAction } from "./ami/manager_action.ts";

/** What Lunopark sends on its own account, in lower case. */
const OWN_ACTIONS = new Set([
  ...["login", "challenge", "logoff", "events", "filter", "ping", "agi"],
  ...["corestatus", "coresettings", "coreshowchannels"],
]);

/**
 * An action as people write it; `undefined` for one that is Lunopark's own: its login, what it needs
 * to know about channels, and the commands of AsyncAGI, which are told as commands.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 * import { ManagerAction } from "./ami/manager_action.ts";
 *
 * const action = new ManagerAction(["Action: Hangup", "ActionID: 7", "Channel: PJSIP/100-00000000"]);
 * assert.equal(showAction(action), "ami.Hangup(Channel: PJSIP/100-00000000)");
 * ```
 */
export function showAction(action: ManagerAction): string | undefined {
  if (OWN_ACTIONS.has(action.name.toLowerCase())) return undefined;
  // How the watch for hangups asks where a channel is: see hangup_watch.ts.
  if (action.get("Variables") === "CONTEXT,EXTEN,PRIORITY,AGISTATUS") return undefined;
  const headers = action.lines.filter((line) => !/^action(id)?:/i.test(line));
  return `ami.${action.name}(${headers.join(", ")})`;
}

/**
 * The response to an action, from the text that answers it; `undefined` for what follows a response.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(showResponse("Response: Error\r\nActionID: 7\r\nMessage: No such channel\r\n\r\n"), {
 *   text: "ami: Error, No such channel",
 *   isError: true,
 * });
 * ```
 */
export function showResponse(written: string): { text: string; isError: boolean } | undefined {
  const [, response] = /^Response: (.*?)\r\n/.exec(written) ?? [];
  if (response === undefined) return undefined;
  const [, message] = /\r\nMessage: (.*?)\r\n/.exec(written) ?? [];
  const text = message === undefined ? `ami: ${response}` : `ami: ${response}, ${message}`;
  return { text, isError: response === "Error" };
}
