/**
 * Events of the model, as the story of one call tells them.
 *
 * @module
 */

import type { Speaker } from "./conversation.ts";
import type { PbxEvent } from "./pbx/event.ts";

/** What an event says about the call that it belongs to, and who says it; most say nothing new. */
export function narrate({ name, parts }: PbxEvent): [who: Speaker, text: string] | undefined {
  const [first, second, third] = parts;
  if (!first || !("channel" in first)) return undefined;
  const isCaller = first.channel.uniqueid === first.channel.linkedid;
  if (name === "DialBegin" && second && "channel" in second) {
    return ["asterisk", `calls ${second.channel.channel}`];
  }
  if (name === "DialEnd" && third && "fields" in third) {
    return ["callee", `${third.fields["DialStatus"]}`];
  }
  if (name === "Newexten" && isCaller && second && "fields" in second) {
    const { Application = "", AppData = "" } = second.fields;
    return ["dialplan", `${Application}(${AppData})`];
  }
  if (name === "Hangup" && !isCaller) return ["callee", `${first.channel.channel} is hung up`];
  return undefined;
}
