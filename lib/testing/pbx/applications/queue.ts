/**
 * Queue: callers wait in order until a member takes them.
 *
 * @module
 */

import { type Application, splitArguments } from "../application.ts";
import type { Channel } from "../channel.ts";
import { channelState, type EventPart } from "../event.ts";
import { answer, play } from "../play.ts";
import { deviceState, type Queue, type QueueMember } from "../queues.ts";
import { callAll, connect, parseOptions } from "./dial.ts";
import { startMusic, stopMusic } from "./sound.ts";

/** How long a member's phone rings, and how long to wait then, in milliseconds: Asterisk's defaults. */
const ringTime = 15_000;
const retryTime = 5_000;

// Source: Asterisk 22, apps/app_queue.c, queue_exec()
async function queueCaller(channel: Channel, data: string): Promise<number> {
  const { pbx } = channel;
  const { clock, queues } = pbx;
  const [name = "", optionText = "", , , time = ""] = splitArguments(data);
  const queue = queues.find(name);
  if (!queue) {
    channel.setVariable("QUEUESTATUS", "UNKNOWN");
    return 0;
  }
  if (queue.maxCallers > 0 && queue.callers.length >= queue.maxCallers) {
    channel.setVariable("QUEUESTATUS", "FULL");
    return 0;
  }
  const options = parseOptions(optionText);
  if (!channel.up) await answer(channel);
  const joined = clock.now;
  const until = Number(time) > 0 ? joined + Number(time) * 1_000 : Infinity;
  queues.join(channel, name);
  if (options.has("r")) channel.farEnd?.heard?.("tone", "ringing");
  else startMusic(channel, "default");
  const isWithdrawn = () => !queue.callers.some((caller) => caller.channel === channel);
  while (clock.now < until && !channel.leaving && !isWithdrawn()) {
    const free = queue.members.filter(isFree);
    if (queue.callers[0]?.channel === channel && free.length > 0) {
      const end = await callMembers(channel, queue, free, until, joined);
      if (end) return end === "caller" || !options.has("c") ? -1 : 0;
      if (channel.leaving) break;
    }
    const wait = Math.min(retryTime, until - clock.now);
    if (wait > 0) await play(channel, wait, { interrupted: isWithdrawn });
  }
  stopMusic(channel);
  const status = isWithdrawn() ? "WITHDRAW" : "TIMEOUT";
  queues.leave(channel, { abandoned: channel.leaving });
  if (channel.leaving) return -1;
  channel.setVariable("QUEUESTATUS", status);
  return 0;
}

function isFree({ paused, status }: QueueMember): boolean {
  return !paused && status !== deviceState.inUse && status !== deviceState.busy;
}

/** Calls the members who are free; resolves to who ended the conversation, if there was one. */
async function callMembers(
  channel: Channel,
  queue: Queue,
  free: readonly QueueMember[],
  until: number,
  joined: number,
): Promise<"caller" | "member" | undefined> {
  const { pbx } = channel;
  const least = Math.min(...free.map(({ penalty }) => penalty));
  const called = free.filter(({ penalty }) => penalty === least);
  for (const member of called) pbx.queues.setStatus(member.interface, deviceState.inUse);
  const time = Math.min(ringTime, until - pbx.clock.now);
  const { answered } = await callAll(channel, called.map((one) => one.interface), time);
  const taker = answered &&
    called.find((one) => one.interface.endsWith(`/${answered.dialString}`));
  for (const member of called) {
    if (member !== taker) pbx.queues.setStatus(member.interface, deviceState.notInUse);
  }
  if (!answered || !taker) return undefined;
  stopMusic(channel);
  answered.channel.setState(channelState.up);
  channel.setVariable("MEMBERINTERFACE", taker.interface);
  const hold = Math.floor((pbx.clock.now - joined) / 1_000);
  pbx.queues.leave(channel);
  taker.callsTaken++;
  taker.inCall = true;
  const tell = (event: string, facts: Record<string, string>) =>
    pbx.emitParts(event, (): EventPart[] => [
      { channel: channel.snapshot(), prefix: "" },
      { channel: answered.channel.snapshot(), prefix: "Dest" },
      {
        fields: {
          Queue: queue.name,
          Interface: taker.interface,
          MemberName: taker.name,
          HoldTime: String(hold),
          ...facts,
        },
      },
    ]);
  tell("AgentConnect", { RingTime: "0" });
  const from = pbx.clock.now;
  const end = await connect(channel, answered.channel);
  taker.inCall = false;
  taker.lastCall = Math.floor(pbx.clock.now / 1_000);
  const talk = Math.floor((pbx.clock.now - from) / 1_000);
  tell("AgentComplete", {
    TalkTime: String(talk),
    Reason: end === "caller" ? "caller" : "agent",
  });
  if (!answered.channel.gone) pbx.requestHangup(answered.channel);
  pbx.queues.setStatus(taker.interface, deviceState.notInUse);
  return end === "caller" || channel.leaving ? "caller" : "member";
}

/** Queues. */
export const queueApplications: Readonly<Record<string, Application>> = {
  Queue: queueCaller,
  AddQueueMember(channel, data) {
    const [name = "", member = ""] = splitArguments(data);
    const problem = channel.pbx.queues.addMember(name, { interface: member });
    const statuses = { "no such queue": "NOSUCHQUEUE", "already there": "MEMBERALREADY" } as const;
    channel.setVariable("AQMSTATUS", problem ? statuses[problem as "no such queue"] : "ADDED");
    return 0;
  },
  RemoveQueueMember(channel, data) {
    const [name = "", member = ""] = splitArguments(data);
    const problem = channel.pbx.queues.removeMember(name, member);
    const status = { "no such queue": "NOSUCHQUEUE", "not dynamic": "NOTDYNAMIC" };
    channel.setVariable(
      "RQMSTATUS",
      problem ? status[problem as "not dynamic"] ?? "NOTINQUEUE" : "REMOVED",
    );
    return 0;
  },
};
