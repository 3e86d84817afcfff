/**
 * Waiting on several channels at once.
 *
 * @module
 */

import type { Channel, Frame, WaitEnd } from "./channel.ts";

/** What came in on one of several channels. */
export interface Arrival {
  readonly channel: Channel;
  readonly what: Frame | WaitEnd;
}

/**
 * Waits until something comes in on one of the channels, or until `time`: resolves to all that came by
 * then, which is empty when the time was over.
 */
export async function waitAny(channels: readonly Channel[], time?: number): Promise<Arrival[]> {
  let over = false;
  const waits = channels.map(async (channel): Promise<Arrival> => {
    const what = await channel.wait(time);
    if (!over) {
      over = true;
      for (const other of channels) if (other !== channel) other.nudge();
    }
    return { channel, what };
  });
  const arrivals = await Promise.all(waits);
  return arrivals.filter(({ what }) => what !== "nudge" && what !== "timeout");
}
