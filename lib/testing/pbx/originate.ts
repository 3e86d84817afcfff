/**
 * Calls that the model places: for AMI Originate, and for a test's callers.
 *
 * @module
 */

import type { Channel, Party, Place } from "./channel.ts";
import { channelState } from "./event.ts";
import type { Pbx } from "./pbx.ts";
import { ring } from "./phone.ts";

/** What Originate asks for. */
export interface OriginateRequest {
  /** Whom to call: `PJSIP/1234`, `Local/100@default/n`. */
  readonly channel: string;
  /** Where the call goes when it is answered; or an application. */
  readonly place?: Place | undefined;
  readonly application?: { readonly name: string; readonly data: string } | undefined;
  /** How long it may ring, in milliseconds; 30,000 unless given. */
  readonly timeout?: number | undefined;
  readonly callerId?: Partial<Party> | undefined;
  /** Variables by name, as SET VARIABLE takes them. */
  readonly variables?: readonly (readonly [string, string])[] | undefined;
  readonly account?: string | undefined;
  /** Goes on as soon as there is early media: before it is answered. */
  readonly earlyMedia?: boolean | undefined;
  readonly channelId?: string | undefined;
  readonly otherChannelId?: string | undefined;
}

/** What became of it: the reason as OriginateResponse has it. */
export interface OriginateResult {
  readonly ok: boolean;
  /** 0 failure, 1 hung up, 3 not answered in time, 4 answered, 5 busy, 8 congestion. */
  readonly reason: number;
  readonly channel: Channel | undefined;
}

/** What a channel that is called is made with. */
export interface OutgoingOptions {
  readonly caller?: Partial<Party>;
  readonly connected?: Partial<Party>;
  readonly linkedid?: string;
  readonly from?: Channel;
  readonly place?: Partial<Place>;
  readonly uniqueid?: string | undefined;
  readonly otherUniqueid?: string | undefined;
}

/**
 * Makes a channel to somebody, who is not called yet; `undefined` for a technology that there is not.
 * {@linkcode callOutgoing} calls him.
 */
export function createOutgoing(
  pbx: Pbx,
  resource: string,
  options: OutgoingOptions = {},
): Channel | undefined {
  const [, technology = "", address = ""] = /^([A-Za-z0-9]+)\/(.+)$/.exec(resource) ?? [];
  if (technology === "" || !pbx.isAvailable(resource)) return undefined;
  const { linkedid, from, place = {} } = options;
  if (technology.toLowerCase() === "local") return createLocal(pbx, address, options);
  const channel = pbx.createChannel({
    name: `${technology}/${address.replace(/[/@?:].*$/, "")}-${pbx.nextSuffix()}`,
    ...options.uniqueid !== undefined && { uniqueid: options.uniqueid },
    ...linkedid !== undefined && { linkedid },
    context: place.context ?? "default",
    exten: place.exten ?? "",
  });
  inherit(from, channel);
  return channel;
}

/** The two halves of `Local/exten@context`: the first is returned, the second runs the dialplan. */
function createLocal(pbx: Pbx, address: string, options: OutgoingOptions): Channel | undefined {
  const [, exten = "", context = "default"] = /^([^@/]+)(?:@([^/]+))?/.exec(address) ?? [];
  const suffix = pbx.nextSuffix();
  const { linkedid, from, uniqueid } = options;
  const otherUniqueid = options.otherUniqueid ?? (uniqueid && `${uniqueid};2`);
  const name = `Local/${exten}@${context}-${suffix}`;
  const near = pbx.createChannel({
    name: `${name};1`,
    ...uniqueid !== undefined && { uniqueid },
    ...linkedid !== undefined && { linkedid },
    context,
    exten,
  });
  const far = pbx.createChannel({
    name: `${name};2`,
    ...otherUniqueid !== undefined && { uniqueid: otherUniqueid },
    linkedid: near.linkedid,
    state: channelState.ring,
    context,
    exten,
  });
  near.other = far;
  far.other = near;
  inherit(from, near);
  inherit(from, far);
  return near;
}

/** Is there an extension for a Local channel to run? */
export function isReachable({ pbx, other }: Channel): boolean {
  return !other || pbx.dialplan.exists(other.context, other.exten);
}

/** Ends a channel that was never called, and its other half. */
export function discard(channel: Channel): void {
  const { pbx, other } = channel;
  channel.other = undefined;
  if (other) {
    other.other = undefined;
    pbx.destroy(other);
  }
  pbx.destroy(channel);
}

/**
 * Tells who a called channel is, and who calls it, as the applications `AppDial` (of Dial) and
 * `AppDial2` (of Originate): `Newexten`, and where somebody is known `NewCallerid` and
 * `NewConnectedLine`. The other half of a Local channel sees it from the other side.
 */
export function introduce(
  channel: Channel,
  application: "AppDial" | "AppDial2",
  caller: Readonly<Party>,
  connected: Readonly<Party>,
  exten = channel.exten,
): void {
  channel.exten = exten;
  channel.application = application;
  channel.applicationData = "(Outgoing Line)";
  tellExtension(channel);
  setParties(channel, caller, connected);
  if (channel.other) setParties(channel.other, connected, caller);
}

/** Says where a called channel is: its application goes on, its extension changes. */
export function tellExtension(channel: Channel): void {
  channel.pbx.emit("Newexten", channel, () => ({
    Extension: channel.exten,
    Application: channel.application,
    AppData: channel.applicationData,
  }));
}

function setParties(channel: Channel, caller: Readonly<Party>, connected: Readonly<Party>): void {
  const { pbx } = channel;
  if (caller.number !== "" || caller.name !== "") {
    Object.assign(channel.caller, caller);
    pbx.emit("NewCallerid", channel, () => ({
      "CID-CallingPres": "0 (Presentation Allowed, Not Screened)",
    }));
  }
  if (connected.number !== "" || connected.name !== "") {
    Object.assign(channel.connected, connected);
    pbx.emit("NewConnectedLine", channel);
  }
}

/** Calls whoever a channel was made for: it rings, is answered, or refuses. */
export function callOutgoing(channel: Channel, resource: string): void {
  const { pbx, other } = channel;
  if (other) {
    pbx.emitParts("LocalBridge", () => [
      { channel: channel.snapshot(), prefix: "LocalOne" },
      { channel: other.snapshot(), prefix: "LocalTwo" },
      {
        fields: { Context: other.context, Exten: other.exten, LocalOptimization: "No" },
      },
    ]);
    pbx.runDialplan(other);
  } else ring(channel, pbx.findPhone(resource, channel));
}

/** Variables whose names pass on go to a channel that another one makes. */
function inherit(from: Channel | undefined, to: Channel): void {
  for (const [name, forEver] of from?.inherited ?? []) {
    const value = from?.variables.get(name);
    if (value !== undefined) to.setVariable(forEver ? `__${name}` : name, value);
  }
}

/**
 * Places a call and sends it into the dialplan, or an application, once it is answered. Resolves then,
 * or when it failed.
 */
export async function originate(pbx: Pbx, request: OriginateRequest): Promise<OriginateResult> {
  const { channel: resource, callerId, place, timeout = 30_000, channelId } = request;
  const taken = channelId !== undefined &&
    [...pbx.channels.values()].some(({ uniqueid }) => uniqueid === channelId);
  const channel = taken ? undefined : createOutgoing(pbx, resource, {
    ...place && { place },
    uniqueid: channelId,
    otherUniqueid: request.otherChannelId,
  });
  if (!channel) return { ok: false, reason: 0, channel: undefined };
  if (request.account !== undefined) channel.accountCode = request.account;
  const party = { number: callerId?.number ?? "", name: callerId?.name ?? "" };
  if (!isReachable(channel)) {
    discard(channel);
    return { ok: false, reason: 0, channel };
  }
  introduce(channel, "AppDial2", party, party);
  for (const half of [channel, channel.other]) {
    for (const [name, value] of request.variables ?? []) half?.setVariable(name, value);
  }
  const dialString = resource.slice(resource.indexOf("/") + 1);
  pbx.emitParts("DialBegin", () => [
    { channel: channel.snapshot(), prefix: "Dest" },
    { fields: { DialString: dialString } },
  ]);
  callOutgoing(channel, resource);
  const reason = await answered(channel, timeout);
  const status = { 4: "ANSWER", 5: "BUSY", 8: "CONGESTION" }[reason] ?? "NOANSWER";
  if (reason !== 3) {
    pbx.emitParts("DialEnd", () => [
      { channel: channel.snapshot(), prefix: "Dest" },
      { fields: { DialStatus: status } },
    ]);
  }
  if (reason !== 4) {
    if (reason === 3) channel.cause = causeOfSilence;
    pbx.destroy(channel);
    return { ok: false, reason, channel };
  }
  if (place) {
    channel.context = place.context;
    channel.exten = place.exten;
    channel.priority = place.priority;
    pbx.runDialplan(channel);
  } else if (request.application) {
    const { name, data } = request.application;
    pbx.runApplication(channel, name, data);
  }
  return { ok: true, reason, channel };
}

/** Hangup cause of who rang and was not answered. */
const causeOfSilence = 19;

async function answered(channel: Channel, timeout: number): Promise<number> {
  const until = channel.pbx.clock.now + timeout;
  for (;;) {
    const frame = await channel.wait(until);
    if (frame === "timeout") return 3;
    if (frame === "hangup") return { 17: 5, 34: 8 }[channel.cause] ?? 0;
    if (frame === "nudge") continue;
    switch (frame.kind) {
      case "busy":
        return 5;
      case "congestion":
        return 8;
      case "ringing":
        channel.setState(channelState.ringing);
        channel.pbx.emitParts("DialState", () => [
          { channel: channel.snapshot(), prefix: "Dest" },
          { fields: { DialStatus: "RINGING" } },
        ]);
        break;
      case "answer":
        channel.setState(channelState.up);
        return 4;
    }
  }
}
