import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { story } from "../tests/support/story.ts";

const folder = Deno.makeTempDirSync();
Deno.test.afterAll(() => Deno.remove(folder, { recursive: true }));

story("the campaign calls one after the other, keeps answers, and tries again who is busy", {
  handler: new URL("campaign.ts", import.meta.url),
  env: {
    CAMPAIGN_DB: `${folder}/campaign.db`,
    CAMPAIGN_LIMIT: "1",
    CAMPAIGN_PAUSE: "1",
  },
  time: "real", // the handler has a timer of its own
}, async (pbx) => {
  using db = new DatabaseSync(`${folder}/campaign.db`);
  db.exec("DELETE FROM calls");
  const add = db.prepare("INSERT INTO calls (number, dial) VALUES (?, ?)");
  add.run("100", pbx.phone("yes", "ANSWER", { after: 100, digits: "1", talk: 3_000 }));
  add.run("101", pbx.phone("busy", "BUSY", { after: 100 }));

  const open = db.prepare(
    "SELECT * FROM calls WHERE outcome = 'calling' OR live = 1 OR due IS NOT NULL",
  );
  for await (const _ of pbx.ami.events("*")) if (!open.get()) break;
  const rows = db.prepare("SELECT number, outcome, answer, tries FROM calls ORDER BY number").all();
  assert.deepEqual(rows.map((row) => Object.values(row).join(" ")), [
    "100 answered 1 1",
    "101 busy  3",
  ]);
});
