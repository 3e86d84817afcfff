// A queue that tells callers their position and offers to call them back. It teaches how a handler
// and Asterisk's own Queue share the work: Asterisk has the agents and the order; the handler takes
// the caller out now and then, speaks, and puts him back where he was. A call-back is kept in
// Asterisk's database, where no restart loses it, and made when an agent is free: events of AMI tell
// when to look, actions of AMI look and call.
//   same => n,AGI(agi://127.0.0.1/queue)
// It needs the queue "support" in queues.conf, without announcements of its own.
import { ami, type App, type Channel, log } from "lunopark";

const name = "support";
/** Where call-backs are in Asterisk's database: under "since number", with the channel to call. */
const family = `callback/${name}`;

/** When the callers came, by uniqueid: who is put back into the queue is no newcomer. */
const joined = new Map<string, number>();

export async function queue(app: App, channel: Channel): Promise<void> {
  const since = Date.now();
  joined.set(channel.uniqueid, since);
  try {
    await app.Answer();
    while (await wait(app, channel)) {
      const key = await offerCallBack(channel);
      if (key === "hangup") return;
      if (key !== "1") continue;
      // Another way to the caller can be given in the dialplan: queue?dial=PJSIP/100
      const dial = channel.query.get("dial") ?? `PJSIP/${channel.callerid}@trunk`;
      await channel.databasePut(family, `${since} ${channel.callerid}`, dial);
      await app.Playback("auth-thankyou&vm-goodbye");
      return;
    }
  } finally {
    joined.delete(channel.uniqueid);
  }
}

/** Puts the caller into the queue, where he was; true when it is time to speak to him again. */
async function wait(app: App, channel: Channel): Promise<boolean> {
  const seconds = channel.query.get("pause") ?? 30;
  const position = await channel.get("QUEUEPOSITION"); // Asterisk sets it when he leaves the queue
  const none = undefined;
  await app.Queue(name, none, none, none, seconds, none, none, none, position);
  const status = await channel.get("QUEUESTATUS");
  channel.log.info(`Left the queue: ${status ?? "an agent has spoken with the caller"}`);
  return status === "TIMEOUT";
}

/** Tells the caller where he is, and that the key 1 has him called back: what does he press? */
async function offerCallBack(channel: Channel): Promise<string | undefined> {
  const before = Number(await channel.get("QUEUEPOSITION")) - 1;
  if (before === 0) {
    await channel.streamFile("queue-youarenext");
  } else {
    await channel.streamFile("queue-thereare");
    await channel.sayNumber(before);
    await channel.streamFile("queue-callswaiting");
  }
  if (channel.callerid === "unknown") return undefined;
  const { ended, digit } = await channel.getOption("vm-tocallback", "1", 3_000);
  return ended === "hangup" ? ended : digit;
}

// Whenever an agent may have become free.
ami.addEvents({
  "ami:ready": makeCallBacks,
  QueueMemberStatus: makeCallBacks,
  QueueCallerLeave: makeCallBacks,
  AgentComplete: makeCallBacks,
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
  const [since = "", number = ""] = key.split(" ");

  const items = await ami.QueueStatus({ queue: name });
  const free = items.filter((item) =>
    item.Event === "QueueMember" && item.Status === "1" && item.Paused === "0"
  );
  const before = items.filter((item) =>
    item.Event === "QueueEntry" && (joined.get(item.Uniqueid) ?? 0) < Number(since)
  );
  if (free.length <= before.length) return;

  await ami.DBDel({ family, key }); // first of all: nobody is called twice
  log.info(`Calling ${number} back`);
  const channelid = `callback-${crypto.randomUUID()}`;
  await ami.originate({
    channelid,
    channel: first.Val,
    callerid: `"${name}" <${number}>`,
    application: "Queue",
    data: `${name},,,,,,,,1`, // in front, once the phone is picked up
  });
  const { Response } = await ami.waitFor("OriginateResponse", (e) => e.Uniqueid === channelid);
  log.info(`Call-back of ${number}: ${Response}`);
  wanted = true;
}
