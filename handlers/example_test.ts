import assert from "node:assert/strict";
import { story } from "../tests/support/story.ts";

const handler = new URL("example.ts", import.meta.url);

story("the right PIN is connected", { handler }, async (pbx) => {
  const dial = pbx.phone("100");
  const call = pbx.call("subroutine", { callerid: "100", query: { dial } });
  await call.digits("0000");
  await call.expect("Dial", dial, 120, "g");
  call.dialed("ANSWER", { talk: 200 });
  const { status, variables } = await call.ended;
  assert.equal(status, "SUCCESS");
  assert.equal(variables["DIALSTATUS"], "ANSWER");
});

story("a wrong PIN is not connected", { handler }, async (pbx) => {
  const call = pbx.call("subroutine");
  await call.digits("1234");
  await call.expect("Verbose", "Wrong pin code ...");
  await call.expect("Playback", "vm-goodbye");
  assert.equal((await call.ended).status, "SUCCESS");
});

story("who hangs up at the question is gone", { handler }, async (pbx) => {
  const call = pbx.call("subroutine");
  await call.digits("00");
  call.hangup();
  assert.equal((await call.ended).variables["DIALSTATUS"], undefined);
});
