/**
 * Connecting two calls that run something else.
 *
 * @module
 */

import { connect } from "./applications/dial.ts";
import type { Channel } from "./channel.ts";

/**
 * Takes two channels out of what runs on them and connects them, as AMI Bridge does. Each goes on
 * behind that when the conversation is over, if it is still there.
 */
export function joinCalls(first: Channel, second: Channel): void {
  const ready = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  first.pbx.takeOver(second, () => {
    ready.resolve();
    return over.promise;
  });
  first.pbx.takeOver(first, async () => {
    await Promise.race([ready.promise, second.ended]);
    if (!second.gone) await connect(first, second);
    over.resolve();
  });
}
