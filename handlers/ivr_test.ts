import assert from "node:assert/strict";
import { story } from "../tests/support/story.ts";

const handler = new URL("ivr.ts", import.meta.url);

story("the IVR tells of a wrong key, goes into a menu and back, and ends at the operator", {
  handler,
}, async (pbx) => {
  const operator = pbx.phone("operator");
  const call = pbx.call("ivr", { callerid: "100", query: { operator } });
  await call.digits("9");
  await call.expect("STREAM FILE", "pbx-invalid");
  await call.digits("12");
  await call.expect("SAY ALPHA", "100");
  await call.digits("*0");
  await call.expect("Dial", operator, 30);
  call.dialed("ANSWER", { talk: 100 });
  assert.equal((await call.ended).status, "SUCCESS");
});

story("who presses nothing three times gets the operator, and is told that he is busy", {
  handler,
}, async (pbx) => {
  const operator = pbx.phone("operator", "BUSY");
  const call = pbx.call("ivr", { query: { operator } });
  for (let tries = 0; tries < 3; tries++) await call.expect("STREAM FILE", "please-try-again");
  await call.expect("Dial", operator);
  await call.expect("Playback", "vm-nobodyavail");
  call.hangup();
  assert.equal((await call.ended).variables["DIALSTATUS"], "BUSY");
});

story("no operator is rung for a caller who hangs up", { handler }, async (pbx) => {
  const call = pbx.call("ivr", { query: { operator: pbx.phone("operator") } });
  await call.digits("0");
  await call.expect("STREAM FILE", "transfer");
  call.hangup();
  assert.equal((await call.ended).variables["DIALSTATUS"], undefined);
});
