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
  if (technology === "") return undefined;
  const { caller = {}, linkedid, from, place = {} } = options;
  if (technology.toLowerCase() === "local") return createLocal(pbx, address, options);
  const channel = pbx.createChannel({
    name: `${technology}/${address.replace(/[/@?:].*$/, "")}-${pbx.nextSuffix()}`,
    ...options.uniqueid !== undefined && { uniqueid: options.uniqueid },
    ...linkedid !== undefined && { linkedid },
    caller,
    context: place.context ?? "default",
    exten: place.exten ?? "",
  });
  inherit(from, channel);
  return channel;
}

/** The two halves of `Local/exten@context`: the first is returned, the second runs the dialplan. */
function createLocal(pbx: Pbx, address: string, options: OutgoingOptions): Channel | undefined {
  const [, exten = "", context = "default"] = /^([^@/]+)(?:@([^/]+))?/.exec(address) ?? [];
  if (!pbx.dialplan.exists(context, exten)) return undefined;
  const suffix = pbx.nextSuffix();
  const { caller = {}, linkedid, from } = options;
  const name = `Local/${exten}@${context}-${suffix}`;
  const near = pbx.createChannel({
    name: `${name};1`,
    ...options.uniqueid !== undefined && { uniqueid: options.uniqueid },
    ...linkedid !== undefined && { linkedid },
    caller,
    context,
    exten,
  });
  const far = pbx.createChannel({
    name: `${name};2`,
    ...options.otherUniqueid !== undefined && { uniqueid: options.otherUniqueid },
    linkedid: near.linkedid,
    caller: options.connected ?? caller,
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
  const { channel: resource, callerId, place, timeout = 30_000 } = request;
  const channel = createOutgoing(pbx, resource, {
    ...callerId && { caller: callerId },
    ...place && { place },
    uniqueid: request.channelId,
    otherUniqueid: request.otherChannelId,
  });
  if (!channel) return { ok: false, reason: 0, channel: undefined };
  if (request.account !== undefined) channel.accountCode = request.account;
  for (const half of [channel, channel.other]) {
    for (const [name, value] of request.variables ?? []) half?.setVariable(name, value);
  }
  channel.connected.number = channel.caller.number;
  channel.connected.name = channel.caller.name;
  const dialString = resource.slice(resource.indexOf("/") + 1);
  pbx.emitParts("DialBegin", () => [
    { channel: channel.snapshot(), prefix: "Dest" },
    { fields: { DialString: dialString } },
  ]);
  callOutgoing(channel, resource);
  const reason = await answered(channel, timeout);
  const status = { 4: "ANSWER", 5: "BUSY", 3: "NOANSWER", 8: "CONGESTION" }[reason] ??
    "CHANUNAVAIL";
  pbx.emitParts("DialEnd", () => [
    { channel: channel.snapshot(), prefix: "Dest" },
    { fields: { DialStatus: status } },
  ]);
  if (reason !== 4) {
    if (!channel.gone) pbx.requestHangup(channel);
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

async function answered(channel: Channel, timeout: number): Promise<number> {
  const until = channel.pbx.clock.now + timeout;
  for (;;) {
    const frame = await channel.wait(until);
    if (frame === "timeout") return 3;
    if (frame === "hangup") return { 17: 5, 34: 8 }[channel.cause] ?? (channel.cause ? 1 : 0);
    if (frame === "nudge") continue;
    if (frame.kind !== "answer") continue;
    channel.setState(channelState.up);
    return 4;
  }
}
