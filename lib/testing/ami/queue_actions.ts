/**
 * Actions on queues.
 *
 * @module
 */
import { deviceState, type Queue, type QueueMember, type QueueProblem } from "../pbx/queues.ts";
import {
  type ActionContext,
  type ActionDefinition,
  ActionRefused,
  requireHeader,
} from "./action_table.ts";
import type { Pbx } from "../pbx/pbx.ts";
import { isFalse, isTrue } from "./manager_action.ts";
import type { Headers } from "./manager_event.ts";
import type { ListItem } from "./responder.ts";

/** Queues. Source of all: Asterisk 22, apps/app_queue.c */
export const QUEUE_ACTIONS: readonly ActionDefinition[] = [
  { name: "QueueAdd", privileges: ["agent"], synopsis: "Adds a member", run: add },
  {
    name: "QueueChangePriorityCaller",
    privileges: [],
    synopsis: "Changes a caller's priority",
    run: changePriority,
  },
  { name: "QueueLog", privileges: ["agent"], synopsis: "Writes to queue_log", run: log },
  {
    name: "QueueMemberRingInUse",
    privileges: ["agent"],
    synopsis: "Sets whether members in use ring",
    run: ringInUse,
  },
  { name: "QueuePause", privileges: ["agent"], synopsis: "Pauses a member", run: pause },
  { name: "QueuePenalty", privileges: ["agent"], synopsis: "Sets a penalty", run: penalty },
  {
    name: "QueueReload",
    privileges: [],
    synopsis: "Reloads queues",
    run: ({ reply }) => reply.ack("Queue reloaded successfully"),
  },
  { name: "QueueRemove", privileges: ["agent"], synopsis: "Removes a member", run: remove },
  { name: "QueueReset", privileges: [], synopsis: "Forgets the statistics", run: reset },
  { name: "QueueRule", privileges: [], synopsis: "Lists queue rules", run: rule },
  { name: "QueueStatus", privileges: [], synopsis: "Lists queues in detail", run: status },
  { name: "QueueSummary", privileges: [], synopsis: "Lists queues", run: summary },
  {
    name: "QueueWithdrawCaller",
    privileges: [],
    synopsis: "Sends a caller back",
    run: withdraw,
  },
];

function status({ action, reply, pbx }: ActionContext): void {
  const wanted = action.get("Member");
  const items = pbx.queues.list(action.get("Queue")).flatMap((queue): ListItem[] => [
    { event: "QueueParams", headers: queueHeaders(queue), id: "last" },
    ...queue.members
      .filter(({ interface: id, name }) => wanted === "" || wanted === id || wanted === name)
      .map((member): ListItem => ({
        event: "QueueMember",
        headers: memberHeaders(pbx, queue, member),
        id: "last",
      })),
    ...queue.callers.map(({ channel, since, priority }, index): ListItem => ({
      event: "QueueEntry",
      headers: [
        ["Queue", queue.name],
        ["Position", index + 1],
        ["Channel", channel.name],
        ["Uniqueid", channel.uniqueid],
        ["CallerIDNum", channel.caller.number || "unknown"],
        ["CallerIDName", channel.caller.name || "unknown"],
        ["ConnectedLineNum", channel.connected.number || "unknown"],
        ["ConnectedLineName", channel.connected.name || "unknown"],
        ["Wait", Math.floor((pbx.clock.now - since) / 1_000)],
        ["Priority", priority],
      ],
      id: "last",
    })),
  ]);
  reply.list(items, { message: "Queue status will follow", complete: "QueueStatusComplete" });
}

function queueHeaders(queue: Queue): Headers {
  return [
    ["Queue", queue.name],
    ["Max", queue.maxCallers],
    ["Strategy", queue.strategy],
    ["Calls", queue.callers.length],
    ["Holdtime", 0],
    ["TalkTime", 0],
    ["Completed", queue.completed],
    ["Abandoned", queue.abandoned],
    ["ServiceLevel", 0],
    ["ServicelevelPerf", "0.0"],
    ["ServicelevelPerf2", "0.0"],
    ["Weight", 0],
  ];
}

/** Device state of a member: in use while there is a channel of its device. */
function memberStatus({ channels }: Pbx, { status, stateInterface }: QueueMember): number {
  const device = `${stateInterface.replace(/\/n$/, "")}-`;
  const inUse = [...channels.keys()].some((name) => name.startsWith(device));
  return status === deviceState.notInUse && inUse ? deviceState.inUse : status;
}

function memberHeaders(pbx: Pbx, queue: Queue, member: QueueMember): Headers {
  return [
    ["Queue", queue.name],
    ["Name", member.name],
    ["Location", member.interface],
    ["StateInterface", member.stateInterface],
    ["Membership", member.dynamic ? "dynamic" : "static"],
    ["Penalty", member.penalty],
    ["CallsTaken", member.callsTaken],
    ["LastCall", member.lastCall],
    ["LastPause", member.lastPause],
    ["LoginTime", member.loginTime],
    ["InCall", member.inCall ? 1 : 0],
    ["Status", memberStatus(pbx, member)],
    ["Paused", member.paused ? 1 : 0],
    ["PausedReason", member.pausedReason],
    ["Wrapuptime", 0],
  ];
}

function summary({ action, reply, pbx }: ActionContext): void {
  const now = pbx.clock.now;
  const items = pbx.queues.list(action.get("Queue")).map((queue): ListItem => {
    const free = queue.members.filter((member) => {
      const state = memberStatus(pbx, member);
      return !member.paused && (state === deviceState.notInUse || state === deviceState.unknown);
    });
    const waits = queue.callers.map(({ since }) => Math.floor((now - since) / 1_000));
    return {
      event: "QueueSummary",
      headers: [
        ["Queue", queue.name],
        ["LoggedIn", queue.members.length],
        ["Available", free.length],
        ["Callers", queue.callers.length],
        ["HoldTime", 0],
        ["TalkTime", 0],
        ["LongestHoldTime", Math.max(0, ...waits)],
      ],
      id: "last",
    };
  });
  reply.list(items, { message: "Queue summary will follow", complete: "QueueSummaryComplete" });
}

function add(context: ActionContext): void {
  const { action, reply, pbx } = context;
  const queue = requireHeader(context, "Queue", "'Queue' not specified.");
  const interfaceName = requireHeader(context, "Interface", "'Interface' not specified.");
  const problem = pbx.queues.addMember(queue, {
    interface: interfaceName,
    name: action.get("MemberName") || interfaceName,
    stateInterface: action.get("StateInterface") || interfaceName,
    penalty: Math.max(0, Number.parseInt(action.get("Penalty"), 10) || 0),
    paused: action.isTrue("Paused"),
    pausedReason: action.get("Reason"),
  });
  refuse(problem, {
    "already there": "Unable to add interface: Already there",
    "no such queue": "Unable to add interface to queue: No such queue",
  });
  reply.ack("Added interface to queue");
}

function remove(context: ActionContext): void {
  const { reply, pbx } = context;
  const message = "Need 'Queue' and 'Interface' parameters.";
  const queue = requireHeader(context, "Queue", message);
  const problem = pbx.queues.removeMember(queue, requireHeader(context, "Interface", message));
  refuse(problem, {
    "not there": "Unable to remove interface: Not there",
    "no such queue": "Unable to remove interface from queue: No such queue",
    "not dynamic": "Member not dynamic",
  });
  reply.ack("Removed interface from queue");
}

function refuse(
  problem: QueueProblem | undefined,
  messages: Partial<Record<QueueProblem, string>>,
): void {
  if (problem !== undefined) throw new ActionRefused(messages[problem] ?? problem);
}

function pause(context: ActionContext): void {
  const { action, reply, pbx } = context;
  const message = "Need 'Interface' and 'Paused' parameters.";
  const interfaceName = requireHeader(context, "Interface", message);
  const paused = isTrue(requireHeader(context, "Paused", message));
  const reason = action.get("Reason");
  const count = pbx.queues.pause(action.get("Queue"), interfaceName, paused, reason);
  if (count === 0) throw new ActionRefused("Interface not found");
  reply.ack(paused ? "Interface paused successfully" : "Interface unpaused successfully");
}

function penalty(context: ActionContext): void {
  const { action, reply, pbx } = context;
  const message = "Need 'Interface' and 'Penalty' parameters.";
  const interfaceName = requireHeader(context, "Interface", message);
  const value = Number.parseInt(requireHeader(context, "Penalty", message), 10);
  const count = value >= 0 ? pbx.queues.setPenalty(action.get("Queue"), interfaceName, value) : 0;
  if (count === 0) throw new ActionRefused("Invalid interface, queuename or penalty");
  reply.ack("Interface penalty set successfully");
}

function ringInUse(context: ActionContext): void {
  const { action, reply, pbx } = context;
  const message = "Need 'Interface' and 'RingInUse' parameters.";
  const interfaceName = requireHeader(context, "Interface", message);
  const word = requireHeader(context, "RingInUse", message);
  if (!isTrue(word) && !isFalse(word)) {
    throw new ActionRefused(
      "'RingInUse' parameter must be a truth value (yes/no, on/off, 0/1, etc)",
    );
  }
  if (pbx.queues.setRingInUse(action.get("Queue"), interfaceName, isTrue(word)) === 0) {
    // The line end is Asterisk's.
    throw new ActionRefused("Invalid interface, queuename, or ringinuse value\n");
  }
  reply.ack("Interface ringinuse set successfully");
}

function log(context: ActionContext): void {
  const message = "Need 'Queue' and 'Event' parameters.";
  requireHeader(context, "Queue", message);
  requireHeader(context, "Event", message);
  context.reply.ack("Event added successfully");
}

function reset({ action, reply, pbx }: ActionContext): void {
  for (const queue of pbx.queues.list(action.get("Queue"))) {
    queue.completed = 0;
    queue.abandoned = 0;
  }
  reply.ack("Queue stats reset successfully");
}

/** There are no rules; the answer has a blank line more than others, as Asterisk's has. */
function rule({ reply, session }: ActionContext): void {
  reply.ack();
  session.stream.write("\r\n");
}

function changePriority(context: ActionContext): void {
  const { reply, pbx } = context;
  const name = requireHeader(context, "Queue", "'Queue' not specified.");
  const channel = requireHeader(context, "Caller", "'Caller' not specified.");
  const text = requireHeader(context, "Priority", "'Priority' not specified.");
  const priority = Number.parseInt(text, 10);
  if (Number.isNaN(priority)) throw new ActionRefused("'Priority' need integer.");
  const prefix = "Unable to change priority caller on queue";
  const queue = pbx.queues.find(name);
  if (!queue) throw new ActionRefused(`${prefix}: No such queue`);
  const caller = queue.callers.find((each) => each.channel.name === channel);
  if (!caller) throw new ActionRefused(`${prefix}: No such caller`);
  caller.priority = priority;
  reply.ack("Priority change for caller on queue");
}

function withdraw(context: ActionContext): void {
  const { action, reply, pbx } = context;
  const name = requireHeader(context, "Queue", "'Queue' not specified.");
  const channelName = requireHeader(context, "Caller", "'Caller' not specified.");
  const prefix = "Unable to request withdraw from queue";
  const queue = pbx.queues.find(name);
  if (!queue) throw new ActionRefused(`${prefix}: No such queue`);
  const caller = queue.callers.find((each) => each.channel.name === channelName);
  if (!caller) throw new ActionRefused(`${prefix}: No such caller`);
  reply.ack("Withdraw requested successfully");
  const { channel } = caller;
  channel.setVariable("QUEUEWITHDRAWINFO", action.get("WithdrawInfo"));
  pbx.queues.leave(channel);
  channel.nudge();
}
