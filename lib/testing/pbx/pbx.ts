/**
 * The simulated Asterisk without its wires: channels, bridges, variables, database and time.
 *
 * Who does what: this folder is the model. It knows no socket and no protocol. `../agi` speaks AGI for
 * the application AGI, `../ami` speaks AMI and does its actions by the methods here, and the kit in
 * `..` puts them together. What happens is told to all who listen, as events that `../ami` writes.
 *
 * @module
 */

import { Bridge } from "./bridge.ts";
import { Channel, type ChannelOptions, type Place } from "./channel.ts";
import { Clock } from "./clock.ts";
import { Database } from "./database.ts";
import { Dialplan } from "./dialplan.ts";
import type { EventPart, PbxEvent, PbxListener } from "./event.ts";
import { causeTexts } from "./event.ts";
import type { AgiLauncher, Application } from "./application.ts";
import type { Phone } from "./phone.ts";
import { type QueueOptions, Queues } from "./queues.ts";
import { runApplication, runDialplan } from "./run.ts";
import type { DialplanFunction } from "./functions.ts";

/** The versions that can be simulated. */
export type AsteriskVersion = "22" | "16";

/** What `core show version` and `agi_version` say, by version: those of the recordings. */
export const fullVersions: Readonly<Record<AsteriskVersion, string>> = {
  "22": "22.10.1+dfsg+~cs6.17.60671434-1",
  "16": "16.28.0~dfsg-0+deb11u4",
};

/** Finds out what a number does that is called: `PJSIP/1234`. */
export type FindPhone = (resource: string, channel: Channel) => Phone | undefined;

/** What a simulated Asterisk is made of. */
export interface PbxOptions {
  readonly version?: AsteriskVersion;
  readonly clock?: Clock;
  readonly dialplan?: Dialplan;
  readonly queues?: readonly QueueOptions[];
}

/** Technologies that an Asterisk has, with their modules. */
const knownTechnology = /^(Local|PJSIP|SIP|IAX2|DAHDI|Agent|Console|AudioSocket|WebSocket)\//i;

/** A simulated Asterisk. */
export class Pbx {
  readonly version: AsteriskVersion;
  readonly clock: Clock;
  readonly dialplan: Dialplan;
  readonly database: Database = new Database();
  /** The queues, their members and callers. */
  readonly queues: Queues;
  /** Global variables. */
  readonly globals: Map<string, string> = new Map();
  /** The channels that are there, by name. */
  readonly channels: Map<string, Channel> = new Map();
  /** The bridges that are there, by unique id. */
  readonly bridges: Map<string, Bridge> = new Map();
  /** Applications of the test, which go before the model's own; names in lower case. */
  readonly applications: Map<string, Application> = new Map();
  /** Functions of the test, which go before the model's own; names in upper case. */
  readonly functions: Map<string, DialplanFunction> = new Map();
  /** Length of sound files in milliseconds; those that are not named here last a second. */
  readonly sounds: Map<string, number> = new Map();
  /** Tells whether there is a sound file; all there are unless told otherwise. */
  hasSound: (file: string) => boolean = () => true;
  /**
   * Tells whether there is what a number stands for: the technology, and a peer that is registered.
   * Without it there is not even a channel.
   */
  isAvailable: (resource: string) => boolean = (resource) => knownTechnology.test(resource);
  /** Finds out what a number does that is called; it rings for ever unless told otherwise. */
  findPhone: FindPhone = () => undefined;
  /** Runs the application AGI; there is none unless somebody gives it. */
  launchAgi: AgiLauncher | undefined;
  /** When Asterisk was started, in milliseconds since 1970. */
  readonly started: number;
  /** Calls handled since then. */
  calls = 0;
  readonly #listeners = new Set<PbxListener>();
  #channelCount = 0;
  #uniqueCount = 0;
  #bridgeCount = 0;

  constructor(options: PbxOptions = {}) {
    const { version = "22", clock = new Clock(), dialplan = new Dialplan() } = options;
    this.version = version;
    this.clock = clock;
    this.dialplan = dialplan;
    for (const [name, value] of dialplan.globals) this.globals.set(name, value);
    this.started = clock.now;
    this.queues = new Queues(this, options.queues);
  }

  /** Version as Asterisk tells it. */
  get fullVersion(): string {
    return fullVersions[this.version];
  }

  /** Hears of all that happens from now on; the function that this returns ends it. */
  listen(listener: PbxListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something happened to a channel, or to none. `fields` is asked for only if somebody listens. */
  emit(
    name: string,
    channel?: Channel | undefined,
    fields?: () => Readonly<Record<string, string>>,
  ): void {
    if (this.#listeners.size === 0) return;
    const parts: EventPart[] = [];
    if (channel) parts.push({ channel: channel.snapshot(), prefix: "" });
    if (fields) parts.push({ fields: fields() });
    this.#tell(name, parts);
  }

  /** Something happened that has more parts than one channel. */
  emitParts(name: string, parts: () => readonly EventPart[]): void {
    if (this.#listeners.size > 0) this.#tell(name, parts());
  }

  #tell(name: string, parts: readonly EventPart[]): void {
    const event: PbxEvent = { name, time: this.clock.now, parts };
    for (const listener of this.#listeners) listener(event);
  }

  /** An id that no channel has had: `1795375793.7`. */
  nextUniqueid(): string {
    return `${Math.floor(this.clock.now / 1000)}.${this.#uniqueCount++}`;
  }

  /** The number at the end of a channel's name: `0000001a`. */
  nextSuffix(): string {
    return (this.#channelCount++).toString(16).padStart(8, "0");
  }

  /** A new channel comes, told as `Newchannel`. */
  createChannel(options: Omit<ChannelOptions, "uniqueid"> & { uniqueid?: string }): Channel {
    const channel = new Channel(this, {
      ...options,
      uniqueid: options.uniqueid ?? this.nextUniqueid(),
    });
    this.channels.set(channel.name, channel);
    this.emit("Newchannel", channel);
    return channel;
  }

  /** A channel by its name, or by its unique id; `undefined` when there is none. */
  findChannel(name: string): Channel | undefined {
    const found = this.channels.get(name);
    if (found) return found;
    for (const channel of this.channels.values()) {
      if (channel.uniqueid === name || channel.name.toLowerCase() === name.toLowerCase()) {
        return channel;
      }
    }
    return undefined;
  }

  /**
   * Asks a channel to end, as AMI Hangup, the application, or a command does. Not every such request
   * is told: a command's is, as `SoftHangupRequest` with the flag 32 in the place of a cause.
   * Source: Asterisk 22, main/channel.c, ast_softhangup(), AST_SOFTHANGUP_EXPLICIT
   */
  requestHangup(channel: Channel, cause = 16, { told = false } = {}): void {
    if (channel.gone) return;
    if (cause > 0) channel.cause = cause;
    if (told) this.emit("SoftHangupRequest", channel, () => ({ Cause: "32" }));
    this.#leave(channel);
  }

  /** The far end of a channel has hung up. */
  farHangup(channel: Channel, cause = 16): void {
    if (channel.gone) return;
    this.#tellHangup(channel, cause);
    this.#leave(channel);
  }

  #tellHangup(channel: Channel, cause: number): void {
    if (cause > 0 && channel.cause === 0) channel.cause = cause;
    this.emit("HangupRequest", channel, () => ({ Cause: String(cause) }));
  }

  /** A channel's time is over: no request is told. */
  timeOut(channel: Channel): void {
    this.#leave(channel);
  }

  #leave(channel: Channel): void {
    channel.hangupRequested = true;
    if (channel.running) channel.interrupt();
    else this.destroy(channel);
  }

  /** A channel is gone, told as `Hangup`; its other half, if it is a Local one, follows. */
  destroy(channel: Channel): void {
    if (channel.gone) return;
    const { other, cause } = channel;
    const follows = other && !other.gone && !other.hangupRequested;
    if (follows) this.#tellHangup(other, cause);
    this.leaveBridge(channel);
    this.channels.delete(channel.name);
    this.emit("Hangup", channel, () => ({
      Cause: String(channel.cause),
      "Cause-txt": causeTexts[channel.cause] ?? "Unknown",
    }));
    channel.end();
    if (follows) this.#leave(other);
  }

  /**
   * Sends a channel to another place of the dialplan, as AMI Redirect does. What runs on it ends first;
   * a script that asks for commands holds it until it closes.
   */
  redirect(channel: Channel, place: Place): void {
    channel.redirectTo = place;
    // Asterisk sets the place before it ends what runs.
    channel.context = place.context;
    channel.exten = place.exten;
    channel.priority = place.priority;
    if (channel.running) channel.interrupt();
    else this.runDialplan(channel);
  }

  /**
   * Takes a channel out of what runs on it, as AMI Bridge and Park do. It goes on behind that, if
   * there is more, once `body` has ended.
   */
  takeOver(channel: Channel, body: () => Promise<void>): void {
    const { context, exten, priority } = channel;
    channel.takenOver = body;
    this.redirect(channel, { context, exten, priority: priority + 1 });
  }

  /** Has a channel run the dialplan from where it is, to its end; hung up, the channel is gone. */
  runDialplan(channel: Channel): void {
    this.#run(channel, () => runDialplan(channel));
  }

  /** Has a channel run one application, as Originate with `Application` does, and hangs it up. */
  runApplication(channel: Channel, name: string, data: string): void {
    this.#run(channel, async () => {
      await runApplication(channel, name, data);
      // It was taken elsewhere.
      if (channel.redirectTo) await runDialplan(channel);
    });
  }

  /** Has a channel run a script from where it is in the dialplan, and what comes behind it there. */
  runScript(channel: Channel, data: string): void {
    this.#run(channel, async () => {
      this.emit("Newexten", channel, () => ({
        Extension: channel.exten,
        Application: "AGI",
        AppData: data,
      }));
      const result = await runApplication(channel, "AGI", data);
      if (result === 0 && !channel.leaving) channel.priority++;
      await runDialplan(channel);
    });
  }

  #run(channel: Channel, body: () => Promise<void>): void {
    channel.running = true;
    this.calls++;
    body().catch((error) => this.onError(channel, error)).finally(() => {
      channel.running = false;
      this.destroy(channel);
    });
  }

  /** Something in the model, or in an application of the test, threw. */
  onError: (channel: Channel, error: unknown) => void = (_channel, error) => {
    throw error;
  };

  /** A new bridge, told as `BridgeCreate`. */
  createBridge(options: ConstructorParameters<typeof Bridge>[1] = {}): Bridge {
    const count = String(++this.#bridgeCount).padStart(12, "0");
    const bridge = new Bridge(`00000000-0000-4000-8000-${count}`, options);
    this.bridges.set(bridge.uniqueid, bridge);
    this.emitParts("BridgeCreate", () => [{ bridge: bridge.snapshot(), prefix: "" }]);
    return bridge;
  }

  /** A channel enters a bridge. */
  enterBridge(channel: Channel, bridge: Bridge): void {
    this.leaveBridge(channel);
    bridge.channels.add(channel);
    channel.bridge = bridge;
    this.emitParts("BridgeEnter", () => [
      { bridge: bridge.snapshot(), prefix: "" },
      { channel: channel.snapshot(), prefix: "" },
    ]);
  }

  /** A channel leaves the bridge that it is in; one that is empty then is gone. */
  leaveBridge(channel: Channel): void {
    const { bridge } = channel;
    if (!bridge) return;
    bridge.channels.delete(channel);
    channel.bridge = undefined;
    this.emitParts("BridgeLeave", () => [
      { bridge: bridge.snapshot(), prefix: "" },
      { channel: channel.snapshot(), prefix: "" },
    ]);
    if (bridge.channels.size > 0) return;
    this.bridges.delete(bridge.uniqueid);
    this.emitParts("BridgeDestroy", () => [{ bridge: bridge.snapshot(), prefix: "" }]);
  }

  /** Sets a global variable. */
  setGlobal(name: string, value: string): void {
    this.globals.set(name, value);
    // Source: Asterisk 22, main/stasis_channels.c, varset_to_ami()
    this.emit("VarSet", undefined, () => ({
      Channel: "none",
      Uniqueid: "none",
      Variable: name,
      Value: value,
    }));
  }
}
