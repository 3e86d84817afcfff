/**
 * `ami.channels`: the channels of the PBX, as handlers see them.
 *
 * @module
 */

import type { AmiChannel } from "./live_channel.ts";

/** What stands behind an {@linkcode AmiChannels}. */
export interface ChannelSource {
  /** The channels by uniqueid. */
  readonly channels: ReadonlyMap<string, AmiChannel>;
  /** Whether it is as Asterisk has it, but for what is on its way. */
  readonly isComplete: boolean;
  /** Finds a channel by its name. */
  find(name: string): AmiChannel | undefined;
  /** Resolves when it is complete. */
  whenComplete(): Promise<void>;
}

/**
 * The channels of the PBX by their uniqueid, kept up to date by events: a `Map` to read from.
 *
 * The first use of `ami.channels` begins it: Asterisk is asked for all its channels
 * (`CoreShowChannels`, and `Status` for their variables), and from then on every event about a
 * channel is looked at. Without use it costs nothing. Where the file of handlers uses it at load,
 * `const { channels } = ami`, it is right before `ami:ready` is told, also after a reconnect;
 * otherwise {@linkcode AmiChannels.ready} says when it is.
 *
 * A listener finds in it what its event says. While there is no connection it stays as it last was,
 * and {@linkcode AmiChannels.isComplete} is false. It goes on over a reload of handlers.
 *
 * The AMI user needs `read = call,dialplan` and `write = reporting`. Where events are hidden
 * from it, a comparison every ten minutes makes good what was missed, and the log says so. Asterisk
 * tells no event when a channel's language or linkedid changes, nor when an AGI script sets its place
 * in the dialplan: that comes with the next event about the channel, or the comparison. Variables are
 * those that `VarSet` tells of: LOCAL() and the arguments of a Gosub are none.
 *
 * @example A line about each channel that is up
 * ```ts
 * import { ami } from "lunopark";
 *
 * export function listChannels(): string[] {
 *   return Array.from(ami.channels.values())
 *     .filter(({ state }) => state === "Up")
 *     .map(({ name, caller, bridge }) =>
 *       `${name}: ${caller.number ?? "anonymous"}, ${bridge?.channels.size ?? 0} in its bridge`
 *     );
 * }
 * ```
 */
export class AmiChannels implements ReadonlyMap<string, AmiChannel> {
  readonly #source: ChannelSource;

  /** Shows what `source` has. */
  constructor(source: ChannelSource) {
    this.#source = source;
  }

  /** How many channels there are. */
  get size(): number {
    return this.#source.channels.size;
  }

  /**
   * Whether all channels are here, and as they are in Asterisk, but for events that are still on
   * their way: the lists were read, and the connection is there.
   */
  get isComplete(): boolean {
    return this.#source.isComplete;
  }

  /**
   * Resolves when {@linkcode AmiChannels.isComplete} is true, which may be at once.
   *
   * @throws {NotConnectedError} If Lunopark stops before.
   * @throws {ActionFailedError} If the AMI user may not list the channels.
   */
  ready(): Promise<void> {
    return this.#source.whenComplete();
  }

  /** The channel with that uniqueid. */
  get(uniqueid: string): AmiChannel | undefined {
    return this.#source.channels.get(uniqueid);
  }

  /** Whether the channel with that uniqueid is there. */
  has(uniqueid: string): boolean {
    return this.#source.channels.has(uniqueid);
  }

  /** The channel that has that name now: `PJSIP/6001-00000001`. */
  find(name: string): AmiChannel | undefined {
    return this.#source.find(name);
  }

  /** Calls `callback` for each channel. */
  forEach(
    callback: (channel: AmiChannel, uniqueid: string, map: ReadonlyMap<string, AmiChannel>) => void,
    thisArg?: unknown,
  ): void {
    for (const [uniqueid, channel] of this) callback.call(thisArg, channel, uniqueid, this);
  }

  /** Uniqueids and channels, the oldest first. */
  entries(): MapIterator<[string, AmiChannel]> {
    return this.#source.channels.entries();
  }

  /** The uniqueids. */
  keys(): MapIterator<string> {
    return this.#source.channels.keys();
  }

  /** The channels. */
  values(): MapIterator<AmiChannel> {
    return this.#source.channels.values();
  }

  /** Uniqueids and channels, as {@linkcode AmiChannels.entries}. */
  [Symbol.iterator](): MapIterator<[string, AmiChannel]> {
    return this.entries();
  }
}
