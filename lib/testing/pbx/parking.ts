/**
 * Parking: callers wait on numbered spaces until somebody takes them, or their time is over.
 *
 * @module
 */

import { connect, type TalkEnd } from "./applications/dial.ts";
import type { Bridge } from "./bridge.ts";
import type { Channel } from "./channel.ts";
import type { EventPart } from "./event.ts";
import type { Pbx } from "./pbx.ts";

/** A place to park. */
export interface ParkingLot {
  readonly name: string;
  readonly firstSpace: number;
  readonly lastSpace: number;
  /** Seconds until a caller comes back. */
  readonly timeout: number;
}

/** A caller who is parked. */
export interface ParkedCall {
  readonly channel: Channel;
  readonly lot: ParkingLot;
  readonly space: number;
  /** Seconds until he comes back. */
  readonly timeout: number;
  /** When he came, in milliseconds since 1970. */
  readonly since: number;
  /** Somebody takes him: to be told that he has left his space, and what to wait for then. */
  taken?: { readonly left: () => void; readonly over: Promise<void> };
}

/** How to park. */
export interface ParkOptions {
  /** Seconds; those of the lot unless given, 0 for ever. */
  readonly timeout?: number | undefined;
  readonly space?: number | undefined;
}

const parkings = new WeakMap<Pbx, Parking>();

/** The parking of a simulated Asterisk: the lot `default`, 701 to 720, 45 seconds. */
export function parkingOf(pbx: Pbx): Parking {
  let found = parkings.get(pbx);
  if (!found) parkings.set(pbx, found = new Parking(pbx));
  return found;
}

/** Parking lots and who is in them. */
export class Parking {
  readonly #pbx: Pbx;
  readonly lots: readonly ParkingLot[] = [
    { name: "default", firstSpace: 701, lastSpace: 720, timeout: 45 },
  ];
  /** Who is parked, by space. */
  readonly calls: Map<number, ParkedCall> = new Map();
  #bridge: Bridge | undefined;

  constructor(pbx: Pbx) {
    this.#pbx = pbx;
  }

  /** A lot by its name; the first unless given. */
  find(name = ""): ParkingLot | undefined {
    return this.lots.find((lot) => name === "" || lot.name === name);
  }

  /** Takes a channel out of what runs on it and parks it; `undefined` when no space is free. */
  park(channel: Channel, lot: ParkingLot, options: ParkOptions = {}): ParkedCall | undefined {
    const call = this.reserve(channel, lot, options);
    if (call) this.#pbx.takeOver(channel, () => this.wait(call));
    return call;
  }

  /** Finds a space for a channel, which then is to wait there; `undefined` when none is free. */
  reserve(channel: Channel, lot: ParkingLot, options: ParkOptions = {}): ParkedCall | undefined {
    const space = this.#freeSpace(lot, options.space);
    if (space === undefined) return undefined;
    const call: ParkedCall = {
      channel,
      lot,
      space,
      timeout: options.timeout ?? lot.timeout,
      since: this.#pbx.clock.now,
    };
    this.calls.set(space, call);
    return call;
  }

  /** Takes a parked caller from his space, and talks to him until one of the two leaves. */
  async retrieve(space: number, retriever: Channel): Promise<TalkEnd | undefined> {
    const call = this.calls.get(space);
    if (!call) return undefined;
    const [parkee, ...facts] = this.parts(call);
    this.calls.delete(space);
    const left = Promise.withResolvers<void>();
    const over = Promise.withResolvers<void>();
    call.taken = { left: left.resolve, over: over.promise };
    call.channel.nudge();
    this.#pbx.emitParts("UnParkedCall", () => [
      parkee!,
      { channel: retriever.snapshot(), prefix: "Retriever" },
      ...facts,
    ]);
    await Promise.race([left.promise, call.channel.ended]);
    const end = call.channel.gone ? "callee" : await connect(retriever, call.channel);
    over.resolve();
    return end;
  }

  /** Headers of a parked call, as events and lists have them. Source: res/parking/parking_manager.c */
  parts({ channel, lot, space, timeout, since }: ParkedCall): EventPart[] {
    const duration = Math.floor((this.#pbx.clock.now - since) / 1_000);
    return [
      { channel: channel.snapshot(), prefix: "Parkee" },
      {
        fields: {
          ParkerDialString: channel.name.replace(/-[^-]*$/, ""),
          Parkinglot: lot.name,
          ParkingSpace: String(space),
          ParkingTimeout: String(Math.max(0, timeout - duration)),
          ParkingDuration: String(duration),
        },
      },
    ];
  }

  /** Waits on a space until somebody has talked to him who waits, his time is over, or he gives up. */
  async wait(call: ParkedCall): Promise<void> {
    const { channel, space, timeout, since } = call;
    const tell = (name: string) => this.#pbx.emitParts(name, () => this.parts(call));
    this.#bridge = this.#bridge?.channels.size ? this.#bridge : this.#pbx.createBridge({
      type: "parking",
      technology: "holding_bridge",
      creator: "Parking",
      name: call.lot.name,
    });
    tell("ParkedCall");
    this.#pbx.enterBridge(channel, this.#bridge);
    const end = timeout > 0 ? since + timeout * 1_000 : undefined;
    let frame = await channel.wait(end);
    while (frame !== "timeout" && frame !== "hangup" && !call.taken) {
      frame = await channel.wait(end);
    }
    if (call.taken) {
      this.#pbx.leaveBridge(channel);
      call.taken.left();
      return await call.taken.over;
    }
    this.calls.delete(space);
    if (channel.hangupRequested) tell("ParkedCallGiveUp");
    else if (frame === "timeout") tell("ParkedCallTimeOut");
    this.#pbx.leaveBridge(channel);
  }

  #freeSpace({ firstSpace, lastSpace }: ParkingLot, wanted?: number): number | undefined {
    if (wanted !== undefined) return this.calls.has(wanted) ? undefined : wanted;
    for (let space = firstSpace; space <= lastSpace; space++) {
      if (!this.calls.has(space)) return space;
    }
    return undefined;
  }
}
