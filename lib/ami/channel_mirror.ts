/**
 * The channels of a PBX, kept by its events.
 *
 * @module
 */

import { bridgeOf, type Difference, findDifference, textOf } from "./channel_difference.ts";
import { bareName, findMention, lineOf, type Mention, parseVarSet } from "./channel_snapshot.ts";
import { ChannelView } from "./channel_view.ts";
import type { AnyEvent } from "./event.ts";
import { type AmiChannel, LiveBridge, LiveChannel } from "./live_channel.ts";
import { copyText } from "./message.ts";

/** Events that bring a channel's description up to date. */
const updates: ReadonlySet<string> = new Set([
  // Each of these is Asterisk's own word on one change.
  ...["Newstate", "Newexten", "NewCallerid", "NewConnectedLine", "NewAccountCode"],
  // These bring, beside their news, what changes without an event: language and linkedid.
  ...["HangupRequest", "SoftHangupRequest", "Hold", "Unhold"],
  // What DialBegin and its like say may be older than what came before them: they are not here.
]);

/** Channels by their uniqueid. Events and lists go in, which tell of changes in Asterisk's order. */
export class ChannelMirror {
  readonly #channels = new Map<string, LiveChannel>();
  /** The channels by uniqueid, for others than the mirror. */
  readonly channels: ReadonlyMap<string, AmiChannel> = new ChannelView(this.#channels);
  readonly #names = new Map<string, LiveChannel>();
  readonly #bridges = new Map<string, LiveBridge>();
  /** Channels whose end was told while lists were being read, which may still have them. */
  #ended: Set<string> | undefined;
  /** Values of variables that were not kept, because their channel has too many. */
  omitted = 0;
  readonly #onOmit: (channel: string) => void;
  /** Kinds of events about channels that came, on this connection. */
  readonly seen: Set<string> = new Set();

  /** `onOmit` is told the name of a channel that has too many variables, for each one too many. */
  constructor(onOmit: (channel: string) => void = () => {}) {
    this.#onOmit = onOmit;
  }

  /** Finds a channel by its present name. */
  find(name: string): AmiChannel | undefined {
    const known = this.#names.get(name);
    if (known) return known.show();
    // In the middle of a masquerade two have the same name for a moment, and one of them loses it.
    for (const channel of this.#channels.values()) {
      if (channel.name !== name) continue;
      this.#names.set(name, channel);
      return channel.show();
    }
    return undefined;
  }

  /** Takes an event, by the name and text of its message; most are of no interest. */
  take(name: string, message: string): void {
    switch (name) {
      case "Newchannel":
        return this.#begin(message);
      case "VarSet":
        return this.#setVariable(message);
      case "BridgeEnter":
        return this.#enter(message);
      case "BridgeLeave":
        return this.#leave(message);
      case "Hangup":
        return this.#end(findMention(message).uniqueid);
      case "Rename":
        return this.#rename(message);
      default:
        if (updates.has(name)) this.#update(name, findMention(message));
    }
  }

  /** Begins to remember whose end is told, until {@linkcode endLists}. */
  beginLists(): void {
    this.#ended ??= new Set();
  }

  /** No list is being read any more. */
  endLists(): void {
    this.#ended = undefined;
  }

  /**
   * Takes a list of all channels, `CoreShowChannels` or `Status`: these are there, and no others.
   * A channel of before keeps its object.
   */
  takeChannels(items: readonly AnyEvent[]): void {
    const listed = new Set<string>();
    for (const item of items) {
      const channel = this.#list(item);
      if (!channel) continue;
      listed.add(channel.read().uniqueid);
      channel.enter(this.#bridge(bridgeOf(item)));
    }
    for (const uniqueid of [...this.#channels.keys()]) {
      if (!listed.has(uniqueid)) this.#drop(uniqueid);
    }
    this.#dropEmptyBridges();
  }

  /** Takes what a `Status` list says about the variables of channels that are known already. */
  takeStatus(items: readonly AnyEvent[]): void {
    for (const item of items) {
      const channel = this.#channels.get(item["Uniqueid"] ?? "");
      if (!channel) continue;
      this.#describe(channel, textOf(item));
      // Whoever holds the map sees the same one go on.
      channel.variables.clear();
      const listed = new Set<string>();
      for (const line of item.headers.getAll("Variable")) {
        const [, name = "", value = ""] = /^([^=]*)=(.*)$/s.exec(line) ?? [];
        const bare = bareName(name);
        // The first of several of one name is in force.
        if (!listed.has(bare)) this.#set(channel, bare, value);
        listed.add(bare);
      }
    }
  }

  /** Compares a list of all channels, `CoreShowChannels`, with what the events have told. */
  compare(items: readonly AnyEvent[]): Difference[] {
    const listed = new Set(items.map((item) => item["Uniqueid"] ?? ""));
    const differences = items.flatMap((item) =>
      findDifference(this.#channels.get(item["Uniqueid"] ?? "")?.read(), item) ?? []
    );
    for (const [uniqueid, { revision }] of this.#channels) {
      if (!listed.has(uniqueid)) differences.push({ uniqueid, kind: "gone", revision });
    }
    return differences;
  }

  /**
   * Makes a difference good, unless events have told of the channel since it was found; whether it
   * did.
   */
  repair({ uniqueid, kind, revision, item }: Difference): boolean {
    const channel = this.#channels.get(uniqueid);
    if (kind === "missing" ? channel || this.#ended?.has(uniqueid) : !channel) return false;
    if (channel && channel.revision !== revision) return false;
    if (!item) {
      this.#drop(uniqueid);
    } else {
      this.#list(item)?.enter(this.#bridge(bridgeOf(item)));
      this.#dropEmptyBridges();
    }
    return true;
  }

  /** Forgets all channels. */
  clear(): void {
    this.takeChannels([]);
  }

  #begin(message: string): void {
    this.seen.add("Newchannel");
    const { uniqueid, text } = findMention(message);
    if (text !== undefined && uniqueid !== "") this.#describe(this.#add(uniqueid), text).touch();
  }

  #update(name: string, { uniqueid, text }: Mention): LiveChannel | undefined {
    const channel = this.#channels.get(uniqueid);
    // One that nobody knows has ended: Newchannel comes before all else.
    if (!channel) return undefined;
    if (name === "Newexten") this.seen.add(name);
    channel.touch();
    return text === undefined ? undefined : this.#describe(channel, text);
  }

  #setVariable(message: string): void {
    const mention = findMention(message);
    const channel = this.#update("VarSet", mention);
    if (!channel) return;
    const [name, value] = parseVarSet(message, mention.end);
    this.#set(channel, name, value);
  }

  #enter(message: string): void {
    const channel = this.#update("BridgeEnter", findMention(message));
    channel?.enter(this.#bridge(lineOf(message, "\r\nBridgeUniqueid: ")));
  }

  #leave(message: string): void {
    const channel = this.#update("BridgeLeave", findMention(message));
    // It may be in the next one already.
    if (channel?.bridge?.uniqueid !== lineOf(message, "\r\nBridgeUniqueid: ")) return;
    const { bridge } = channel;
    channel.enter(undefined);
    if (bridge?.members.size === 0) this.#bridges.delete(bridge.uniqueid);
  }

  #rename(message: string): void {
    const channel = this.#channels.get(findMention(message).uniqueid);
    if (!channel) return;
    this.#unname(channel);
    channel.rename(lineOf(message, "\r\nNewname: "));
    channel.touch();
    this.#names.set(channel.name, channel);
  }

  #end(uniqueid: string): void {
    this.#ended?.add(copyText(uniqueid));
    this.#drop(uniqueid);
  }

  #list(item: AnyEvent): LiveChannel | undefined {
    const uniqueid = item["Uniqueid"] ?? "";
    if (uniqueid === "" || this.#ended?.has(uniqueid)) return undefined;
    return this.#describe(this.#add(uniqueid), textOf(item));
  }

  #add(uniqueid: string): LiveChannel {
    let channel = this.#channels.get(uniqueid);
    if (!channel) {
      channel = new LiveChannel();
      this.#channels.set(copyText(uniqueid), channel);
    }
    return channel;
  }

  #describe(channel: LiveChannel, text: string): LiveChannel {
    const { name } = channel;
    channel.describe(text);
    if (channel.name !== name) {
      if (this.#names.get(name) === channel) this.#names.delete(name);
      this.#names.set(channel.name, channel);
    }
    return channel;
  }

  #set(channel: LiveChannel, name: string, value: string): void {
    if (channel.set(name, value)) return;
    this.omitted++;
    this.#onOmit(channel.name);
  }

  #drop(uniqueid: string): void {
    const channel = this.#channels.get(uniqueid);
    if (!channel) return;
    this.#channels.delete(uniqueid);
    this.#unname(channel);
    const { bridge } = channel;
    channel.enter(undefined);
    if (bridge?.members.size === 0) this.#bridges.delete(bridge.uniqueid);
  }

  /** Another channel may have the name already, after a masquerade. */
  #unname(channel: LiveChannel): void {
    if (this.#names.get(channel.name) === channel) this.#names.delete(channel.name);
  }

  #bridge(uniqueid: string): LiveBridge | undefined {
    if (uniqueid === "") return undefined;
    let bridge = this.#bridges.get(uniqueid);
    if (!bridge) {
      bridge = new LiveBridge(copyText(uniqueid));
      this.#bridges.set(bridge.uniqueid, bridge);
    }
    return bridge;
  }

  #dropEmptyBridges(): void {
    for (const [uniqueid, { members }] of this.#bridges) {
      if (members.size === 0) this.#bridges.delete(uniqueid);
    }
  }
}
