/**
 * What Asterisk says before the first command.
 *
 * @module
 */

import type { Channel } from "../pbx/channel.ts";

/** What the application AGI was called with. */
export interface AgiRequest {
  /** `agi://127.0.0.1/subroutine`, or `async`. */
  readonly request: string;
  /** Path of the URL; `undefined` for what comes by no socket. */
  readonly networkScript: string | undefined;
  readonly args: readonly string[];
}

/**
 * Formats the environment, its blank line included.
 *
 * Source: Asterisk 22, res/res_agi.c, launch_netscript(), setup_env()
 */
export function formatEnvironment(channel: Channel, agi: AgiRequest): string {
  const { caller, pbx } = channel;
  const lines: [string, string][] = [];
  if (agi.networkScript !== undefined) {
    lines.push(["network", "yes"]);
    if (agi.networkScript !== "") lines.push(["network_script", agi.networkScript]);
  }
  lines.push(
    ["request", agi.request],
    ["channel", channel.name],
    ["language", channel.language],
    ["type", channel.technology],
    ["uniqueid", channel.uniqueid],
    ["version", pbx.fullVersion],
    ["callerid", caller.number || "unknown"],
    ["calleridname", caller.name || "unknown"],
    ["callingpres", String(channel.presentation)],
    ["callingani2", "0"],
    ["callington", "0"],
    ["callingtns", "0"],
    ["dnid", channel.dnid || "unknown"],
    ["rdnis", channel.rdnis || "unknown"],
    ["context", channel.context],
    ["extension", channel.exten],
    ["priority", String(channel.priority)],
    ["enhanced", "0.0"],
    ["accountcode", channel.accountCode],
    ["threadid", "139951802201792"],
    ...agi.args.map((value, index): [string, string] => [`arg_${index + 1}`, value]),
  );
  return lines.map(([name, value]) => `agi_${name}: ${value}\n`).join("") + "\n";
}
