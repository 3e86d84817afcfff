/**
 * Events of the model, as the story of one call tells them.
 *
 * @module
 */

import type { Entry } from "./conversation.ts";
import type { PbxEvent } from "./pbx/event.ts";

/** What an event says about the call that it belongs to, and who says it; most say nothing new. */
export function narrate({ name, parts }: PbxEvent): Omit<Entry, "time"> | undefined {
  const [first, second, third] = parts;
  if (!first || !("channel" in first)) return undefined;
  const isCaller = first.channel.uniqueid === first.channel.linkedid;
  if (name === "DialBegin" && second && "channel" in second) {
    return { who: "asterisk", to: "callee", text: `calls ${second.channel.channel}` };
  }
  if (name === "DialEnd" && third && "fields" in third) {
    return { who: "callee", to: "asterisk", text: `${third.fields["DialStatus"]}` };
  }
  if (name === "Newexten" && isCaller && second && "fields" in second) {
    const { Application = "", AppData = "" } = second.fields;
    const text = `${Application}(${AppData})`;
    return { who: "dialplan", text, ...Application === "AGI" && { to: "handler" } };
  }
  if (name === "Hangup" && !isCaller) {
    return { who: "callee", text: `${first.channel.channel} is hung up` };
  }
  return undefined;
}
