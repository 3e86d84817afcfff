// A router that knows when somebody is there: opening hours, holidays and destinations are tables of
// a database that others may edit while calls come in. It teaches `node:sqlite` beside calls: it is
// read at once, so that no call waits for another; a schema that the file makes for itself; and
// `dispose`, which closes what a reload would leave open.
//   same => n,AGI(agi://127.0.0.1/route)
//   same => n,AGI(agi://127.0.0.1/route?at=2026-12-24T10:00)   to try what happens then
import { DatabaseSync } from "node:sqlite";
import type { App, Channel } from "lunopark";

const zone = "Europe/Prague";

const db = new DatabaseSync(Deno.env.get("BUSINESS_HOURS_DB") ?? "business_hours.db");
db.exec(`
  CREATE TABLE IF NOT EXISTS hours (       -- more than one line a day for a break at noon
    weekday INTEGER NOT NULL,              -- 1 is Monday
    opens TEXT NOT NULL,                   -- 09:00
    closes TEXT NOT NULL                   -- the first minute when nobody is there any more
  ) STRICT;
  CREATE TABLE IF NOT EXISTS holidays (
    day TEXT PRIMARY KEY,                  -- 2026-12-24, or 12-24 for every year
    name TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS destinations (
    state TEXT PRIMARY KEY CHECK (state IN ('open', 'closed', 'holiday')),
    action TEXT NOT NULL CHECK (action IN ('dial', 'play', 'goto')),
    target TEXT NOT NULL                   -- PJSIP/100, a sound file, context,extension,priority
  ) STRICT`);
if (db.prepare("SELECT * FROM destinations").get() === undefined) {
  db.exec(`
    INSERT INTO hours SELECT value, '09:00', '17:00' FROM json_each('[1, 2, 3, 4, 5]');
    INSERT INTO holidays VALUES ('01-01', 'New Year'), ('12-25', 'Christmas Day');
    INSERT INTO destinations VALUES
      ('open', 'dial', 'PJSIP/reception'), ('closed', 'play', 'vm-nobodyavail'),
      ('holiday', 'play', 'please-try-call-later')`);
}
const findHoliday = db.prepare("SELECT name FROM holidays WHERE day IN (:date, substr(:date, 6))");
const findOpen = db.prepare(
  "SELECT * FROM hours WHERE weekday = :weekday AND opens <= :time AND :time < closes",
);
const findDestination = db.prepare("SELECT action, target FROM destinations WHERE state = ?");

/** Runs when a reload has replaced this file and its last call is over, or when Lunopark stops. */
export function dispose(): void {
  db.close();
}

export async function route(app: App, channel: Channel): Promise<void> {
  const at = channel.query.get("at");
  const state = stateAt(
    at === null ? Temporal.Now.plainDateTimeISO(zone) : Temporal.PlainDateTime.from(at),
  );
  const { action, target } = findDestination.get(state) ?? {};
  channel.log.info(`It is ${state}: ${action ?? "nothing to do"} ${target ?? ""}`);
  await channel.set("BUSINESS_STATE", state); // for the dialplan and call records
  switch (action) {
    case "dial":
      await app.Dial(`${target}`, 30);
      return;
    case "play":
      await app.Answer();
      await app.Playback(`${target}`);
      return;
    case "goto": // the dialplan goes on there when the script is over
      await app.Goto(...`${target}`.split(",") as [string, string, string]);
  }
}

function stateAt(now: Temporal.PlainDateTime): "open" | "closed" | "holiday" {
  const date = now.toPlainDate().toString();
  const time = now.toPlainTime().toString({ smallestUnit: "minute" });
  if (findHoliday.get({ date })) return "holiday";
  return findOpen.get({ weekday: now.dayOfWeek, time }) ? "open" : "closed";
}
