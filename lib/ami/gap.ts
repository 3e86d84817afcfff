/**
 * `ami:gap`: what nobody has seen.
 *
 * @module
 */

import { type AmiEvent, makeEvent } from "./event.ts";
import type { Loss } from "./event_queue.ts";
import type { AmiSession } from "./session.ts";

/** Most that two statements about the same start may differ, in milliseconds: both are in seconds. */
const sameBoot = 3_000;

/**
 * Says that events may have been missed between two sessions: `Since`, `Until`, and whether Asterisk
 * itself was `Restarted`, as far as both have said since when it is up.
 */
export function gapEvent(
  before: Pick<AmiSession, "lastHeard" | "bootedAt">,
  now: AmiSession,
): AmiEvent {
  const since = Date.now() - (performance.now() - before.lastHeard);
  const headers: Record<string, string> = {
    Since: new Date(since).toISOString(),
    Until: new Date().toISOString(),
  };
  if (before.bootedAt !== undefined && now.bootedAt !== undefined) {
    headers["Restarted"] = String(Math.abs(now.bootedAt - before.bootedAt) > sameBoot);
  }
  return makeEvent("ami:gap", headers);
}

/** Says that events were `Dropped`: those that a loop over events of that `Name` did not get. */
export function lossEvent(name: string | undefined, { count, since, until }: Loss): AmiEvent {
  return makeEvent("ami:gap", {
    Since: new Date(since).toISOString(),
    Until: new Date(until).toISOString(),
    Dropped: String(count),
    ...name !== undefined && { Name: name },
  });
}
