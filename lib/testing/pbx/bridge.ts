/**
 * A bridge: channels that hear each other.
 *
 * @module
 */

import type { Channel } from "./channel.ts";
import type { BridgeSnapshot } from "./event.ts";

/** Channels that hear each other. */
export class Bridge {
  readonly uniqueid: string;
  readonly type: string;
  readonly technology: string;
  /** Who made it: `<unknown>`, or an application such as `ConfBridge`. */
  readonly creator: string;
  /** Name of a conference; `<unknown>` otherwise. */
  readonly name: string;
  /** The channels in it, in the order in which they came. */
  readonly channels: Set<Channel> = new Set();

  /** Made by {@linkcode Pbx.createBridge}. */
  constructor(
    uniqueid: string,
    { type = "basic", technology = "simple_bridge", creator = "<unknown>", name = "<unknown>" } =
      {},
  ) {
    this.uniqueid = uniqueid;
    this.type = type;
    this.technology = technology;
    this.creator = creator;
    this.name = name;
  }

  /** The bridge as it is now. */
  snapshot(): BridgeSnapshot {
    const { uniqueid, type, technology, creator, name, channels } = this;
    return { uniqueid, type, technology, creator, name, numChannels: channels.size };
  }
}
