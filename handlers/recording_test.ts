import assert from "node:assert/strict";
import { story } from "../tests/support/story.ts";

const handler = new URL("recording.ts", import.meta.url);

story("a call is recorded when the caller agrees, and the other party is told", {
  handler,
}, async (pbx) => {
  const dial = pbx.phone("100");
  const call = pbx.call("recording", { query: { dial } });
  await call.digits("91"); // the first key is none of the choices
  await call.expect("SET VARIABLE", "CDR(userfield)", "consent: given");
  await call.expect("MixMonitor", /\.wav$/, "b");
  await call.expect("Dial", dial, 60, "gA(conf-now-recording)");
  call.dialed("ANSWER", { talk: 2_000 });
  const { status, variables } = await call.ended;
  assert.equal(status, "SUCCESS");
  assert.equal(variables["DIALSTATUS"], "ANSWER");
});

story("a call is not recorded when the caller refuses", { handler }, async (pbx) => {
  const dial = pbx.phone("100", "BUSY");
  const call = pbx.call("recording", { query: { dial } });
  await call.digits("2");
  await call.expect("SET VARIABLE", "CDR(userfield)", "consent: refused");
  await call.expect("Dial", dial, 60, "g");
  assert.equal((await call.ended).variables["MIXMONITOR_FILENAME"], undefined);
});

story("nobody is rung for a caller who hangs up at the question", { handler }, async (pbx) => {
  const call = pbx.call("recording");
  await call.expect("GET OPTION");
  call.hangup();
  assert.equal((await call.ended).variables["DIALSTATUS"], undefined);
});
