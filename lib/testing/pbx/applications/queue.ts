/**
 * Queue: callers wait in order until a member takes them.
 *
 * @module
 */

import { type Application, splitArguments } from "../application.ts";
import type { Channel } from "../channel.ts";
import { channelState } from "../event.ts";
import type { Pbx } from "../pbx.ts";
import { answer, play } from "../play.ts";
import { callAll, connect, parseOptions } from "./dial.ts";
import { startMusic, stopMusic } from "./sound.ts";

/** A member of a queue. */
export interface QueueMember {
  /** Whom to call: `PJSIP/201`. */
  readonly resource: string;
  readonly name: string;
  penalty: number;
  paused: boolean;
  /** How many calls it took. */
  calls: number;
  /** Whether it is on the phone. */
  busy: boolean;
}

/** A queue. */
export interface CallQueue {
  readonly name: string;
  readonly members: QueueMember[];
  /** Those who wait, in their order. */
  readonly callers: Channel[];
  /** How long a member's phone rings, in milliseconds. */
  ringTime: number;
  /** How long to wait before members are called again, in milliseconds. */
  retry: number;
  completed: number;
  abandoned: number;
}

const queues = new WeakMap<Pbx, Map<string, CallQueue>>();

/** The queues that there are, by name. */
export function queuesOf(pbx: Pbx): Map<string, CallQueue> {
  let found = queues.get(pbx);
  if (!found) queues.set(pbx, found = new Map());
  return found;
}

/** Makes a queue whose members are called by these addresses. */
export function addQueue(pbx: Pbx, name: string, members: readonly string[]): CallQueue {
  const queue: CallQueue = {
    name,
    members: members.map(createMember),
    callers: [],
    ringTime: 15_000,
    retry: 5_000,
    completed: 0,
    abandoned: 0,
  };
  queuesOf(pbx).set(name, queue);
  return queue;
}

/** A member that is free. */
export function createMember(resource: string): QueueMember {
  return { resource, name: resource, penalty: 0, paused: false, calls: 0, busy: false };
}

// Source: Asterisk 22, apps/app_queue.c, queue_exec()
async function queueCaller(channel: Channel, data: string): Promise<number> {
  const { pbx } = channel;
  const [name = "", optionText = "", , , time = ""] = splitArguments(data);
  const queue = queuesOf(pbx).get(name);
  if (!queue) {
    channel.setVariable("QUEUESTATUS", "UNKNOWN");
    return 0;
  }
  if (queue.members.length === 0 && queue.retry < 0) {
    channel.setVariable("QUEUESTATUS", "JOINEMPTY");
    return 0;
  }
  const options = parseOptions(optionText);
  if (!channel.up) await answer(channel);
  const joined = pbx.clock.now;
  const until = Number(time) > 0 ? joined + Number(time) * 1_000 : Infinity;
  queue.callers.push(channel);
  pbx.emit("QueueCallerJoin", channel, () => ({
    Queue: name,
    Position: String(queue.callers.length),
    Count: String(queue.callers.length),
  }));
  if (options.has("r")) channel.farEnd?.heard?.("tone", "ringing");
  else startMusic(channel, "default");
  let status: string | undefined;
  let result = 0;
  while (status === undefined) {
    if (pbx.clock.now >= until) status = "TIMEOUT";
    else if (channel.leaving) {
      status = "";
      result = -1;
    } else {
      const first = queue.callers[0] === channel;
      const free = queue.members.filter(({ busy, paused }) => !busy && !paused);
      if (first && free.length > 0) {
        const talked = await callMembers(channel, queue, free, until, joined);
        if (talked) return talked === "caller" || !options.has("c") ? -1 : 0;
        if (channel.leaving) continue;
      }
      const wait = Math.min(queue.retry, until - pbx.clock.now);
      if (wait > 0) await play(channel, wait);
    }
  }
  stopMusic(channel);
  leave(channel, queue, joined, result === -1);
  channel.setVariable("QUEUESTATUS", status);
  return result;
}

/** Calls the members who are free; resolves to who ended the conversation, if there was one. */
async function callMembers(
  channel: Channel,
  queue: CallQueue,
  free: readonly QueueMember[],
  until: number,
  joined: number,
): Promise<"caller" | "member" | undefined> {
  const { pbx } = channel;
  for (const member of free) member.busy = true;
  const time = Math.min(queue.ringTime, until - pbx.clock.now);
  const { answered } = await callAll(channel, free.map(({ resource }) => resource), time);
  const taker = answered &&
    (free.find(({ resource }) =>
      resource.slice(resource.indexOf("/") + 1) === answered.dialString
    ));
  for (const member of free) if (member !== taker) member.busy = false;
  if (!answered || !taker) return undefined;
  stopMusic(channel);
  answered.channel.setState(channelState.up);
  leave(channel, queue, joined, false);
  taker.calls++;
  channel.setVariable("MEMBERINTERFACE", taker.resource);
  const hold = Math.floor((pbx.clock.now - joined) / 1_000);
  const facts = (extra: Record<string, string>) => () => [
    { channel: channel.snapshot(), prefix: "" },
    { channel: answered.channel.snapshot(), prefix: "Dest" },
    {
      fields: {
        Queue: queue.name,
        MemberName: taker.name,
        Interface: taker.resource,
        HoldTime: String(hold),
        ...extra,
      },
    },
  ];
  pbx.emitParts("AgentConnect", facts({ RingTime: "0" }));
  const talkFrom = pbx.clock.now;
  const end = await connect(channel, answered.channel);
  taker.busy = false;
  queue.completed++;
  const talk = String(Math.floor((pbx.clock.now - talkFrom) / 1_000));
  const reason = end === "caller" ? "caller" : "agent";
  pbx.emitParts("AgentComplete", facts({ TalkTime: talk, Reason: reason }));
  if (!answered.channel.gone) pbx.requestHangup(answered.channel);
  return end === "caller" || channel.leaving ? "caller" : "member";
}

function leave(channel: Channel, queue: CallQueue, joined: number, abandoned: boolean): void {
  const { pbx } = channel;
  const at = queue.callers.indexOf(channel);
  if (at < 0) return;
  queue.callers.splice(at, 1);
  if (abandoned) {
    queue.abandoned++;
    pbx.emit("QueueCallerAbandon", channel, () => ({
      Queue: queue.name,
      Position: String(at + 1),
      OriginalPosition: String(at + 1),
      HoldTime: String(Math.floor((pbx.clock.now - joined) / 1_000)),
    }));
  }
  pbx.emit("QueueCallerLeave", channel, () => ({
    Queue: queue.name,
    Position: String(at + 1),
    Count: String(queue.callers.length),
  }));
}

/** Queues. */
export const queueApplications: Readonly<Record<string, Application>> = {
  Queue: queueCaller,
  AddQueueMember(channel, data) {
    const [name = "", resource = ""] = splitArguments(data);
    const queue = queuesOf(channel.pbx).get(name);
    const there = queue?.members.some((member) => member.resource === resource);
    if (queue && !there) queue.members.push(createMember(resource));
    const status = !queue ? "NOSUCHQUEUE" : there ? "MEMBERALREADY" : "ADDED";
    channel.setVariable("AQMSTATUS", status);
    return 0;
  },
  RemoveQueueMember(channel, data) {
    const [name = "", resource = ""] = splitArguments(data);
    const queue = queuesOf(channel.pbx).get(name);
    const at = queue?.members.findIndex((member) => member.resource === resource) ?? -1;
    if (queue && at >= 0) queue.members.splice(at, 1);
    channel.setVariable("RQMSTATUS", !queue ? "NOSUCHQUEUE" : at >= 0 ? "REMOVED" : "NOTINQUEUE");
    return 0;
  },
};
