import assert from "node:assert/strict";
import { story } from "../tests/support/story.ts";

const options = {
  handler: new URL("business_hours.ts", import.meta.url),
  env: { BUSINESS_HOURS_DB: ":memory:" },
};

story("in opening hours the reception is called", options, async (pbx) => {
  // 2026-12-21 is a Monday.
  const call = pbx.call("route", { query: { at: "2026-12-21T16:59" } });
  await call.expect("Dial", "PJSIP/reception", 30);
  call.dialed("ANSWER", { talk: 100 });
  const { status, variables } = await call.ended;
  assert.equal(status, "SUCCESS");
  assert.equal(variables["BUSINESS_STATE"], "open");
});

const closed: [string, string, string][] = [
  ["in the minute of closing", "2026-12-21T17:00", "vm-nobodyavail"],
  ["on a Saturday", "2026-12-19T10:00", "vm-nobodyavail"],
  ["on a holiday of every year", "2026-12-25T10:00", "please-try-call-later"],
];
for (const [when, at, sound] of closed) {
  story(`${when} the caller is told that nobody is there`, options, async (pbx) => {
    const call = pbx.call("route", { query: { at } });
    await call.expect("Playback", sound);
    assert.equal((await call.ended).status, "SUCCESS");
  });
}
