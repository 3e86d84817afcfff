// A dial-out campaign: calls the numbers of a table, a few at a time, asks each a question, keeps the
// answers, and tries again who was busy. It teaches to keep all state in a database (`node:sqlite`)
// and to let events of AMI move it on: a reload, a lost connection or a restart then needs nothing
// but one question to Asterisk, which calls are still there. Who answers comes back by AsyncAGI, so
// that nothing has to be in the dialplan.
//   sqlite3 campaign.db "INSERT INTO calls (number, dial) VALUES ('100', 'PJSIP/100')"
import { DatabaseSync } from "node:sqlite";
import { ami, type App, type Channel, log, type TypedEvent } from "lunopark";

const file = Deno.env.get("CAMPAIGN_DB") ?? "campaign.db";
/** How many calls there may be at once. */
const limit = Number(Deno.env.get("CAMPAIGN_LIMIT") ?? 5);
/** How long to wait before who was busy is called again, in milliseconds. */
const pause = Number(Deno.env.get("CAMPAIGN_PAUSE") ?? 600_000);
/** How often somebody is called at most. */
const tries = 3;

const db = new DatabaseSync(file);
db.exec(`CREATE TABLE IF NOT EXISTS calls (
  number  TEXT PRIMARY KEY,
  dial    TEXT NOT NULL,                -- the channel: PJSIP/100
  outcome TEXT NOT NULL DEFAULT 'new',  -- new, calling, answered, busy, unanswered, unknown
  answer  TEXT,                         -- the key that was pressed
  tries   INTEGER NOT NULL DEFAULT 0,
  due     INTEGER DEFAULT 0,            -- when to call, in ms since 1970; NULL for no more
  call    TEXT,                         -- uniqueid of the last call
  live    INTEGER NOT NULL DEFAULT 0    -- whether that call is still there
) STRICT`);
const takeNext = db.prepare(`
  UPDATE calls SET outcome = 'calling', call = :call, live = 1, due = NULL, tries = tries + 1
  WHERE number = (SELECT number FROM calls WHERE due <= :now ORDER BY due, number LIMIT 1)
    AND (SELECT sum(live) FROM calls) < :limit
  RETURNING number, dial`);
const setOutcome = db.prepare(`
  UPDATE calls SET outcome = :outcome, due = iif(tries < :tries, :due, NULL)
  WHERE call = :call AND outcome = 'calling'`);
const setAnswer = db.prepare(`UPDATE calls SET outcome = 'answered', answer = ? WHERE call = ?`);
const setOver = db.prepare(`UPDATE calls SET live = 0 WHERE call = ?`);
const findLive = db.prepare(`SELECT call FROM calls WHERE live = 1 OR outcome = 'calling'`);

ami.addEvents({
  "ami:ready": findOut,
  OriginateResponse: hearOutcome,
  Hangup: ({ Uniqueid }) => end(Uniqueid),
});
// For numbers that are new in the table, and those whose time has come.
const timer = setInterval(callNext, 1_000);

/** Ends with this file, when it is loaded anew or Lunopark stops. */
export function dispose(): void {
  clearInterval(timer);
  db.close();
}

/** The script of an answered call: the dialplan cannot call it for anybody else. */
export async function campaign(_app: App, channel: Channel): Promise<void> {
  setAnswer.run(null, channel.uniqueid);
  const { ended, digit } = await channel.getOption("if-correct-press", "123", 8_000);
  channel.log.info(`Answer: ${digit ?? ended}`);
  if (digit === undefined) return;
  setAnswer.run(digit, channel.uniqueid);
  await channel.streamFile("auth-thankyou");
}

/** Calls as many as there may be. */
async function callNext(): Promise<void> {
  while (ami.state === "ready") {
    const call = `campaign-${crypto.randomUUID()}`;
    const next = takeNext.get({ call, now: Date.now(), limit });
    if (!next) return;
    log.info(`Calling ${next["number"]}`);
    try {
      await ami.originate({
        channel: `${next["dial"]}`,
        channelid: call, // in all events of this call
        timeout: 30_000,
        application: "AGI",
        data: "agi:async,campaign",
      });
    } catch (error) {
      log.warn(`Cannot call ${next["number"]}`, { error });
      setOutcome.run({ call, outcome: "unknown", due: null, tries });
      setOver.run(call);
    }
  }
}

function hearOutcome({ Uniqueid, Response, Reason }: TypedEvent<"OriginateResponse">): void {
  if (Response === "Success") return; // its script has begun
  const busy = Reason === "5";
  const outcome = busy ? "busy" : "unanswered";
  setOutcome.run({ call: Uniqueid, outcome, due: busy ? Date.now() + pause : null, tries });
  end(Uniqueid);
}

/** A call is over. */
function end(call: string): void {
  if (setOver.run(call).changes > 0) callNext();
}

/** What became of the calls of before is not known: which of them are still there? */
async function findOut(): Promise<void> {
  const there = new Set((await ami.Status()).map(({ Uniqueid }) => Uniqueid));
  for (const { call } of findLive.all()) {
    if (there.has(`${call}`)) continue;
    setOutcome.run({ call: `${call}`, outcome: "unknown", due: null, tries });
    setOver.run(`${call}`);
  }
  await callNext();
}
