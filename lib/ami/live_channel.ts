/**
 * A channel as it is now, and the bridge that it is in.
 *
 * @module
 */

import {
  type ChannelSnapshot,
  findName,
  hasName,
  parseSnapshot,
  type Party,
} from "./channel_snapshot.ts";
import { copyText } from "./message.ts";

/**
 * A channel as it is now. The object lives with its channel: what it says changes as events come, so
 * copy what is to stay as it was, `{ ...channel }`. After the hangup it stays as it last was.
 */
export interface AmiChannel extends ChannelSnapshot {
  /** The bridge that it is in; `undefined` when it is in none. */
  readonly bridge: AmiBridge | undefined;
  /**
   * Its variables as far as they were seen: all that it had when the lists were read, and what was
   * set since, 1,000 at most. An empty one is not there, since Asterisk says the same of one that
   * was taken away.
   */
  readonly variables: ReadonlyMap<string, string>;
}

/** A bridge that channels are in. */
export interface AmiBridge {
  /** Identifies the bridge. */
  readonly uniqueid: string;
  /** The channels in it. */
  readonly channels: ReadonlySet<AmiChannel>;
}

/** Most variables of one channel that are kept. */
const maxVariables = 1_000;

/** Whoever a channel has to do with before its first description. */
const nobody: Party = { number: undefined, name: undefined };

/**
 * A channel, as the mirror changes it. Most descriptions are followed by the next one before anybody
 * looks: they are kept as text, and read when the channel is {@linkcode LiveChannel.show shown}. One
 * that was shown may be looked at any time, and is read at once from then on: so its properties are
 * plain ones.
 */
export class LiveChannel implements AmiChannel {
  uniqueid = "";
  /** Right at any time, read or not. */
  name = "";
  state = "";
  caller: Party = nobody;
  connected: Party = nobody;
  language = "";
  accountcode = "";
  context = "";
  exten = "";
  priority = 0;
  linkedid = "";
  bridge: LiveBridge | undefined = undefined;
  variables: Map<string, string> = new Map();
  /** The last description. */
  #text = "";
  /** Whether the properties are what it says. */
  #isRead = true;
  #isShown = false;
  #revision = 0;

  /** How often an event has told of it. */
  get revision(): number {
    return this.#revision;
  }

  /** An event has told of it. */
  touch(): void {
    this.#revision++;
  }

  /** Takes a description; most say nothing new. */
  describe(text: string): void {
    if (text === this.#text) return;
    this.#text = copyText(text);
    this.#isRead = false;
    if (!hasName(text, this.name)) this.name = copyText(findName(text));
    if (this.#isShown) this.read();
  }

  /** Brings the properties up to date. */
  read(): this {
    if (this.#isRead) return this;
    this.#isRead = true;
    const snapshot = parseSnapshot(this.#text);
    this.uniqueid = snapshot.uniqueid;
    this.state = snapshot.state;
    this.caller = snapshot.caller;
    this.connected = snapshot.connected;
    this.language = snapshot.language;
    this.accountcode = snapshot.accountcode;
    this.context = snapshot.context;
    this.exten = snapshot.exten;
    this.priority = snapshot.priority;
    this.linkedid = snapshot.linkedid;
    return this;
  }

  /** The channel for somebody who may keep it: up to date now, and from now on always. */
  show(): AmiChannel {
    this.#isShown = true;
    return this.read();
  }

  rename(name: string): void {
    this.read();
    this.name = copyText(name);
    this.#text = "";
  }

  /** Puts the channel into a bridge, or with `undefined` into none. */
  enter(bridge: LiveBridge | undefined): void {
    if (this.bridge === bridge) return;
    this.bridge?.delete(this);
    bridge?.add(this);
    this.bridge = bridge;
  }

  /** Sets a variable; false when there are too many already. */
  set(name: string, value: string): boolean {
    if (value === "") this.variables.delete(name);
    else if (this.variables.size < maxVariables || this.variables.has(name)) {
      this.variables.set(copyText(name), copyText(value));
    } else return false;
    return true;
  }
}

/** A bridge, as the mirror changes it. */
export class LiveBridge implements AmiBridge {
  readonly uniqueid: string;
  // Not shown as a property of its own: a channel that is written as JSON would go round in circles.
  readonly #members = new Set<LiveChannel>();
  #isShown = false;

  constructor(uniqueid: string) {
    this.uniqueid = uniqueid;
  }

  /** The channels in it, for the mirror. */
  get members(): ReadonlySet<LiveChannel> {
    return this.#members;
  }

  get channels(): ReadonlySet<AmiChannel> {
    if (!this.#isShown) {
      // Whoever has the set also finds in it those that come later.
      this.#isShown = true;
      for (const channel of this.#members) channel.show();
    }
    return this.#members;
  }

  add(channel: LiveChannel): void {
    this.#members.add(channel);
    if (this.#isShown) channel.show();
  }

  delete(channel: LiveChannel): void {
    this.#members.delete(channel);
  }
}
