/**
 * Queues: their members, and who waits in them.
 *
 * @module
 */

import type { Channel } from "./channel.ts";
import type { Pbx } from "./pbx.ts";

/** A member as it is added. */
export interface QueueMemberOptions {
  /** What is called: `PJSIP/100`. */
  readonly interface: string;
  /** Its name; the interface unless given. */
  readonly name?: string;
  /** Whose device state counts; the interface unless given. */
  readonly stateInterface?: string;
  /** Those who cost less are called first; 0 unless given. */
  readonly penalty?: number;
  /** Is not called; `false` unless given. */
  readonly paused?: boolean;
  /** Why not. */
  readonly pausedReason?: string;
}

/** A queue as it is made. */
export interface QueueOptions {
  /** What the application Queue is called with. */
  readonly name: string;
  /** `ringall` unless given. */
  readonly strategy?: string;
  /** Most callers; 0 is no limit. */
  readonly maxCallers?: number;
  /** Who is called; nobody unless given. */
  readonly members?: readonly QueueMemberOptions[];
}

/** Device states as queues write them. Source: include/asterisk/devicestate.h, ast_device_state */
export const deviceState = { unknown: 0, notInUse: 1, inUse: 2, busy: 3 } as const;

/** A member of a queue. */
export interface QueueMember {
  readonly interface: string;
  readonly name: string;
  readonly stateInterface: string;
  /** Added while Asterisk ran. */
  readonly dynamic: boolean;
  penalty: number;
  paused: boolean;
  pausedReason: string;
  ringInUse: boolean;
  callsTaken: number;
  /** Seconds since 1970; 0 when never. */
  lastCall: number;
  lastPause: number;
  readonly loginTime: number;
  inCall: boolean;
  /** One of {@linkcode deviceState}. */
  status: number;
}

/** A caller in a queue. */
export interface QueueCaller {
  readonly channel: Channel;
  /** When he came, in milliseconds since 1970. */
  readonly since: number;
  priority: number;
}

/** A queue. */
export interface Queue {
  readonly name: string;
  readonly strategy: string;
  readonly maxCallers: number;
  readonly members: QueueMember[];
  readonly callers: QueueCaller[];
  completed: number;
  abandoned: number;
}

/** Why a member cannot be added or removed. */
export type QueueProblem = "no such queue" | "already there" | "not there" | "not dynamic";

/** The queues of a simulated Asterisk. */
export class Queues {
  readonly #pbx: Pbx;
  readonly #queues: Queue[];

  /** Makes the queues that there are. */
  constructor(pbx: Pbx, queues: readonly QueueOptions[] = []) {
    this.#pbx = pbx;
    this.#queues = queues.map(({ name, strategy = "ringall", maxCallers = 0, members = [] }) => ({
      name,
      strategy,
      maxCallers,
      members: members.map((member) => this.#createMember(member, false)),
      callers: [],
      completed: 0,
      abandoned: 0,
    }));
  }

  /** All queues, or the one of a name, which is in any case. */
  list(name = ""): Queue[] {
    return this.#queues.filter((queue) =>
      name === "" || queue.name.toLowerCase() === name.toLowerCase()
    );
  }

  /** A queue; `undefined` when there is none. */
  find(name: string): Queue | undefined {
    return this.#queues.find((queue) => queue.name.toLowerCase() === name.toLowerCase());
  }

  /** Adds a member, told as `QueueMemberAdded`; says what is in the way. */
  addMember(queueName: string, options: QueueMemberOptions): QueueProblem | undefined {
    const queue = this.find(queueName);
    if (!queue) return "no such queue";
    if (queue.members.some((known) => known.interface === options.interface)) {
      return "already there";
    }
    const member = this.#createMember(options, true);
    queue.members.push(member);
    this.#tell("QueueMemberAdded", queue, member);
    return undefined;
  }

  /** Removes a member that was added, told as `QueueMemberRemoved`; says what is in the way. */
  removeMember(queueName: string, interfaceName: string): QueueProblem | undefined {
    const queue = this.find(queueName);
    if (!queue) return "no such queue";
    const at = queue.members.findIndex((known) => known.interface === interfaceName);
    const member = queue.members[at];
    if (!member) return "not there";
    if (!member.dynamic) return "not dynamic";
    queue.members.splice(at, 1);
    this.#tell("QueueMemberRemoved", queue, member);
    return undefined;
  }

  /** Pauses a member in one queue, or in all; says in how many. Told as `QueueMemberPause`. */
  pause(queueName: string, interfaceName: string, paused: boolean, reason = ""): number {
    const now = this.#seconds();
    return this.#change("QueueMemberPause", queueName, interfaceName, (member) => {
      member.paused = paused;
      member.pausedReason = paused ? reason : "";
      if (paused) member.lastPause = now;
    }, reason);
  }

  /** Sets what a member costs; says in how many queues. Told as `QueueMemberPenalty`. */
  setPenalty(queueName: string, interfaceName: string, penalty: number): number {
    return this.#change("QueueMemberPenalty", queueName, interfaceName, (member) => {
      member.penalty = penalty;
    });
  }

  /** Sets whether a member is called while in use. Told as `QueueMemberRinginuse`. */
  setRingInUse(queueName: string, interfaceName: string, ringInUse: boolean): number {
    return this.#change("QueueMemberRinginuse", queueName, interfaceName, (member) => {
      member.ringInUse = ringInUse;
    });
  }

  /** Sets the device state of a member in all queues. Told as `QueueMemberStatus`. */
  setStatus(interfaceName: string, status: number): number {
    return this.#change("QueueMemberStatus", "", interfaceName, (member) => {
      member.status = status;
    });
  }

  /** A caller comes to wait, told as `QueueCallerJoin`; false when there is no such queue. */
  join(channel: Channel, queueName: string): boolean {
    const queue = this.find(queueName);
    if (!queue) return false;
    // Source: Asterisk 22, apps/app_queue.c, join_queue()
    const priority = Number.parseInt(channel.variables.get("QUEUE_PRIO") ?? "", 10) || 0;
    const behind = queue.callers.findIndex((caller) => caller.priority < priority);
    const at = behind < 0 ? queue.callers.length : behind;
    queue.callers.splice(at, 0, { channel, since: this.#pbx.clock.now, priority });
    this.#pbx.emit("QueueCallerJoin", channel, () => ({
      Queue: queue.name,
      Position: String(at + 1),
      Count: String(queue.callers.length),
    }));
    return true;
  }

  /** A caller leaves: served, or because he gave up. Told as `QueueCallerAbandon`, `QueueCallerLeave`. */
  leave(channel: Channel, { abandoned = false } = {}): void {
    for (const queue of this.#queues) {
      const at = queue.callers.findIndex((caller) => caller.channel === channel);
      const caller = queue.callers[at];
      if (!caller) continue;
      queue.callers.splice(at, 1);
      const position = String(at + 1);
      channel.setVariable("QUEUEPOSITION", position);
      if (abandoned) {
        queue.abandoned++;
        this.#pbx.emit("QueueCallerAbandon", channel, () => ({
          Queue: queue.name,
          Position: position,
          OriginalPosition: position,
          HoldTime: String(Math.floor((this.#pbx.clock.now - caller.since) / 1_000)),
        }));
      } else queue.completed++;
      this.#pbx.emit("QueueCallerLeave", channel, () => ({
        Queue: queue.name,
        Position: position,
        Count: String(queue.callers.length),
      }));
    }
  }

  #change(
    event: string,
    queueName: string,
    interfaceName: string,
    change: (member: QueueMember) => void,
    reason = "",
  ): number {
    let count = 0;
    for (const queue of this.list(queueName)) {
      for (const member of queue.members.filter((each) => each.interface === interfaceName)) {
        change(member);
        count++;
        this.#tell(event, queue, member, reason);
      }
    }
    return count;
  }

  #createMember(options: QueueMemberOptions, dynamic: boolean): QueueMember {
    const now = this.#seconds();
    return {
      interface: options.interface,
      name: options.name ?? options.interface,
      stateInterface: options.stateInterface ?? options.interface,
      dynamic,
      penalty: options.penalty ?? 0,
      paused: options.paused ?? false,
      pausedReason: options.pausedReason ?? "",
      ringInUse: true,
      callsTaken: 0,
      lastCall: 0,
      lastPause: options.paused ? now : 0,
      loginTime: now,
      inCall: false,
      status: dynamic ? deviceState.unknown : deviceState.notInUse,
    };
  }

  #seconds(): number {
    return Math.floor(this.#pbx.clock.now / 1_000);
  }

  /** Source: Asterisk 22, apps/app_queue.c, queue_member_blob_create() */
  #tell(event: string, queue: Queue, member: QueueMember, reason = ""): void {
    this.#pbx.emit(event, undefined, () => ({
      Queue: queue.name,
      MemberName: member.name,
      Interface: member.interface,
      StateInterface: member.stateInterface,
      Membership: member.dynamic ? "dynamic" : "static",
      Penalty: String(member.penalty),
      CallsTaken: String(member.callsTaken),
      LastCall: String(member.lastCall),
      LastPause: String(member.lastPause),
      LoginTime: String(member.loginTime),
      InCall: member.inCall ? "1" : "0",
      Status: String(member.status),
      Paused: member.paused ? "1" : "0",
      PausedReason: member.pausedReason,
      Ringinuse: member.ringInUse ? "1" : "0",
      Wrapuptime: "0",
      // Asterisk 16 says the reason twice.
      ...(this.#pbx.version === "16" && event === "QueueMemberPause" && reason !== ""
        ? { Reason: reason }
        : {}),
    }));
  }
}
