/**
 * The channels of the mirror, as others than the mirror see them.
 *
 * @module
 */

import type { AmiChannel, LiveChannel } from "./live_channel.ts";

/** Shows each channel that it hands out, see {@linkcode LiveChannel.show}; goes on as `channels` does. */
export class ChannelView implements ReadonlyMap<string, AmiChannel> {
  readonly #channels: ReadonlyMap<string, LiveChannel>;

  constructor(channels: ReadonlyMap<string, LiveChannel>) {
    this.#channels = channels;
  }

  get size(): number {
    return this.#channels.size;
  }

  get(uniqueid: string): AmiChannel | undefined {
    return this.#channels.get(uniqueid)?.show();
  }

  has(uniqueid: string): boolean {
    return this.#channels.has(uniqueid);
  }

  forEach(
    callback: (channel: AmiChannel, uniqueid: string, map: ReadonlyMap<string, AmiChannel>) => void,
    thisArg?: unknown,
  ): void {
    for (const [uniqueid, channel] of this) callback.call(thisArg, channel, uniqueid, this);
  }

  entries(): MapIterator<[string, AmiChannel]> {
    return new ShowingIterator(
      this.#channels.entries(),
      ([uniqueid, channel]) => [uniqueid, channel.show()],
    );
  }

  keys(): MapIterator<string> {
    return this.#channels.keys();
  }

  values(): MapIterator<AmiChannel> {
    return new ShowingIterator(this.#channels.values(), (channel) => channel.show());
  }

  [Symbol.iterator](): MapIterator<[string, AmiChannel]> {
    return this.entries();
  }
}

/**
 * What a Map's iterator gives, shown. A generator, or `map()` of the iterator, would be over after a
 * `break`; a Map's own iterator goes on.
 */
class ShowingIterator<From, To> extends Iterator<To, undefined, unknown> {
  readonly #from: MapIterator<From>;
  readonly #show: (value: From) => To;

  constructor(from: MapIterator<From>, show: (value: From) => To) {
    super();
    this.#from = from;
    this.#show = show;
  }

  override next(): IteratorResult<To, undefined> {
    const { done, value } = this.#from.next();
    return done ? { done, value: undefined } : { done: false, value: this.#show(value) };
  }

  override [Symbol.iterator](): this {
    return this;
  }
}
