// A queue that tells callers their position and offers to call them back. It teaches how a handler
// and Asterisk's own Queue share the work: Asterisk has the agents and the order; the handler takes
// the caller out now and then, speaks, and puts him back by a priority that is his time of arrival. A
// call-back is kept in Asterisk's database, where no restart loses it, and made when an agent is free:
// events of AMI tell when to look, actions of AMI look and call.
//   same => n,AGI(agi://127.0.0.1/queue)
// It needs the queue "support" in queues.conf, without announcements of its own.
import { ami, type App, type Channel, log } from "lunopark";

const name = "support";
/** Where call-backs are in Asterisk's database: under "since number", with the channel to call. */
const family = `callback/${name}`;

/** When those came who wait now, by uniqueid. */
const waiting = new Map<string, number>();

export async function queue(app: App, channel: Channel): Promise<void> {
  const since = Date.now();
  waiting.set(channel.uniqueid, since);
  try {
    await app.Answer();
    await channel.set("QUEUE_PRIO", priority(since));
    while (await wait(app, channel)) {
      const key = await offerCallBack(channel, countBefore(since));
      if (key === "hangup") return;
      if (key !== "1") continue;
      // Another way to the caller can be given in the dialplan: queue?dial=PJSIP/100
      const dial = channel.query.get("dial") ?? `PJSIP/${channel.callerid}@trunk`;
      await channel.databasePut(family, `${since} ${channel.callerid}`, dial);
      await app.Playback("auth-thankyou&vm-goodbye");
      return;
    }
  } finally {
    waiting.delete(channel.uniqueid);
  }
}

/** Puts the caller into the queue; true when it is time to speak to him again. */
async function wait(app: App, channel: Channel): Promise<boolean> {
  const seconds = channel.query.get("pause") ?? 30;
  const result = await app.Queue(name, undefined, undefined, undefined, seconds);
  // -1: an agent has spoken with him, or he has hung up. QUEUESTATUS would be that of the last time.
  const status = result === 0 ? await channel.get("QUEUESTATUS") : "over";
  channel.log.info(`Left the queue: ${status}`);
  return status === "TIMEOUT";
}

/** Tells how many are before the caller, and that the key 1 has him called back: what is pressed? */
async function offerCallBack(channel: Channel, before: number): Promise<string | undefined> {
  if (before === 0) {
    await channel.streamFile("queue-youarenext");
  } else {
    await channel.streamFile("queue-thereare");
    await channel.sayNumber(before);
    await channel.streamFile("queue-callswaiting");
  }
  // Callers can give any text as their number, and it shall be dialled.
  if (!/^\+?\d+$/.test(channel.callerid)) return undefined;
  const { ended, digit } = await channel.getOption("vm-tocallback", "1", 3_000);
  return ended === "hangup" ? ended : digit;
}

function countBefore(since: number): number {
  return [...waiting.values()].filter((time) => time < since).length;
}

/** Asterisk serves a higher priority first: who came earlier has it, however often he is put back. */
function priority(since: number): number {
  return 2 ** 31 - 1 - Math.floor(since / 1_000);
}

// Whenever an agent may have become free.
ami.addEvents({
  "ami:ready": makeCallBacks,
  QueueMemberStatus: makeCallBacks,
  QueueMemberPause: makeCallBacks,
  QueueMemberAdded: makeCallBacks,
  QueueCallerLeave: makeCallBacks,
  AgentComplete: makeCallBacks,
  AgentConnect: ({ Uniqueid }) => waiting.delete(Uniqueid),
});

let wanted = false;
let busy = false;

/** Calls back one after the other. What happens meanwhile is a reason to look once more. */
async function makeCallBacks(): Promise<void> {
  wanted = true;
  if (busy) return;
  busy = true;
  try {
    while (wanted) {
      wanted = false;
      await makeCallBack();
    }
  } finally {
    busy = false;
  }
}

/** Calls back who is next, if an agent is free whom nobody gets that came before. */
async function makeCallBack(): Promise<void> {
  const [first] = await ami.DBGetTree({ family });
  if (!first) return;
  const key = first.Key.slice(`/${family}/`.length);
  const [since, number] = key.split(" ");
  const [summary] = await ami.QueueSummary({ queue: name });
  if (Number(summary?.Available ?? 0) <= countBefore(Number(since))) return;

  await ami.DBDel({ family, key }); // first of all: nobody is called twice
  log.info(`Calling ${number} back`);
  const channelid = `callback-${crypto.randomUUID()}`;
  await ami.originate({
    channelid,
    channel: first.Val,
    callerid: `"${name}" <${number}>`,
    variable: { QUEUE_PRIO: priority(Number(since)) },
    application: "Queue",
    data: name,
  });
  const { Response } = await ami.waitFor("OriginateResponse", (e) => e.Uniqueid === channelid);
  log.info(`Call-back of ${number}: ${Response}`);
  wanted = true;
}
