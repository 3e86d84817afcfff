/**
 * A channel in the dialplan: runs one application after the other, until none is left.
 *
 * @module
 */

import type { ApplicationResult } from "./application.ts";
import { allApplications } from "./applications.ts";
import { allDigits, type Channel } from "./channel.ts";
import { substitute } from "./expression.ts";
import { play } from "./play.ts";

/** What an application returns that there is not; no other does. */
export const unknownApplication = -2;

/** Runs one application on a channel, its data as it is. */
export async function runApplication(
  channel: Channel,
  name: string,
  data: string,
): Promise<ApplicationResult> {
  const { pbx } = channel;
  const application = pbx.applications.get(name.toLowerCase()) ??
    allApplications().get(name.toLowerCase());
  if (!application) return unknownApplication;
  const before = [channel.application, channel.applicationData] as const;
  channel.application = name;
  channel.applicationData = data;
  try {
    return await application(channel, data);
  } finally {
    [channel.application, channel.applicationData] = before;
  }
}

/**
 * Runs the dialplan from where a channel is to where it ends, the extension `h` included.
 *
 * Source: Asterisk 22, main/pbx.c, __ast_pbx_run()
 */
export async function runDialplan(channel: Channel): Promise<void> {
  await runSteps(channel);
  channel.hangupRequested = true;
  // What a phone is told where the dialplan just ends.
  if (channel.farEnd && channel.cause === 0) channel.cause = 16;
  // The flag of __ast_pbx_run(), AST_SOFTHANGUP_APPUNLOAD, stands where a cause would.
  channel.pbx.emit("SoftHangupRequest", channel, () => ({ Cause: "16" }));
  const { dialplan } = channel.pbx;
  if (dialplan.exists(channel.context, "h")) {
    channel.exten = "h";
    channel.priority = 1;
    await runExtension(channel);
  }
}

/** Runs from extension to extension. */
async function runSteps(channel: Channel): Promise<void> {
  const { dialplan, clock } = channel.pbx;
  for (;;) {
    const result = await runExtension(channel);
    if (channel.redirectTo) {
      const { takenOver } = channel;
      channel.redirectTo = undefined;
      channel.takenOver = undefined;
      await takenOver?.();
      continue;
    }
    const isTimeOver = channel.hangupTime !== undefined && channel.hangupTime <= clock.now;
    if (isTimeOver && channel.exten !== "T" && dialplan.exists(channel.context, "T")) {
      channel.hangupAt(undefined);
      channel.hangupRequested = false;
      channel.exten = "T";
      channel.priority = 1;
      continue;
    }
    // An application ended the call, or the extension has no more: autofallthrough.
    if (result !== 0 || !channel.leaving) return;
    return;
  }
}

/** Runs an extension from its priority on; resolves to 0 at its end, or to what ended it. */
export async function runExtension(channel: Channel, until?: () => boolean): Promise<number> {
  const { pbx } = channel;
  const dead = channel.exten === "h";
  for (;;) {
    if (until?.()) return 0;
    if (channel.leaving && !dead) return -1;
    const { context, exten, priority } = channel;
    const step = pbx.dialplan.find(context, exten, priority);
    if (!step) return 0;
    const data = substitute(pbx, channel, step.data);
    pbx.emit("Newexten", channel, () => ({
      Extension: exten,
      Application: step.application,
      AppData: data,
    }));
    const result = await runApplication(channel, step.application, data);
    if (result === unknownApplication || (result === -1 && !channel.redirectTo)) return -1;
    if (channel.redirectTo) return 0;
    // A key that interrupted the application begins an extension.
    if (result > 0 && !await enterExtension(channel, String.fromCharCode(result))) return -1;
    // Where an application went somewhere, it left the priority before that.
    channel.priority++;
  }
}

/** How long the next key of an extension may take, in milliseconds. */
const betweenKeys = 5_000;

/**
 * Goes to the extension that begins with a key, and waits for the others; to `i` where there is none
 * such. False when there is not even that.
 *
 * Source: Asterisk 22, main/pbx.c, __ast_pbx_run(), collect_digits()
 */
async function enterExtension(channel: Channel, first: string): Promise<boolean> {
  const { dialplan } = channel.pbx;
  let digits = first;
  while (dialplan.canMatchMore(channel.context, digits)) {
    const { end, digit } = await play(channel, betweenKeys, { digits: allDigits });
    if (end !== "digit") break;
    digits += digit;
  }
  if (channel.leaving) return true;
  const exten = dialplan.exists(channel.context, digits) ? digits : "i";
  if (!dialplan.exists(channel.context, exten)) return false;
  if (exten === "i") channel.setVariable("INVALID_EXTEN", digits);
  channel.exten = exten;
  channel.priority = 0;
  return true;
}
