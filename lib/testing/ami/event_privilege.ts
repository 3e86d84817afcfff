/**
 * Which class an event is of.
 *
 * @module
 */
import type { Privilege } from "./privilege.ts";

/** Events by class, without those of class `call`. Seen in the recordings of Asterisk 22 and 16. */
const BY_CLASS: Readonly<Partial<Record<Privilege, readonly string[]>>> = {
  system: ["FullyBooted", "Shutdown", "Reload"],
  dialplan: ["Newexten", "VarSet"],
  dtmf: ["DTMFBegin", "DTMFEnd", "Flash"],
  agi: ["AGIExecStart", "AGIExecEnd", "AsyncAGIStart", "AsyncAGIExec", "AsyncAGIEnd"],
  user: ["UserEvent"],
  agent: [
    "AgentCalled",
    "AgentComplete",
    "AgentConnect",
    "AgentLogin",
    "AgentLogoff",
    "AgentRingNoAnswer",
    "QueueCallerAbandon",
    "QueueCallerJoin",
    "QueueCallerLeave",
    "QueueMemberAdded",
    "QueueMemberPause",
    "QueueMemberPenalty",
    "QueueMemberRemoved",
    "QueueMemberRinginuse",
    "QueueMemberStatus",
  ],
  cdr: ["Cdr"],
  security: ["SuccessfulAuth", "ChallengeSent"],
};

const CLASS_OF = new Map(
  Object.entries(BY_CLASS).flatMap(([privilege, names]) =>
    names.map((name) => [name, privilege as Privilege] as const)
  ),
);

/** Class of an event; most are about calls. */
export function eventPrivilege(name: string): Privilege {
  return CLASS_OF.get(name) ?? "call";
}
