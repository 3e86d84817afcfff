import assert from "node:assert/strict";
import { story } from "../tests/support/story.ts";

const handler = new URL("conference.ts", import.meta.url);

story("the moderator mutes, sends away and ends; a key of the others does nothing", {
  handler,
}, async (pbx) => {
  const enter = async (pin: string, callerid: string) => {
    const call = pbx.call("conference/sales", { callerid });
    await call.digits(pin);
    await call.expect("ConfBridge", "sales");
    await pbx.event("ConfbridgeJoin", { CallerIDNum: callerid });
    return call;
  };
  const guest = await enter("#", "100");
  const moderator = await enter("4711#", "200");
  await moderator.press("1");
  await pbx.event("ConfbridgeMute", { CallerIDNum: "100" });
  await moderator.press("2");
  await pbx.event("ConfbridgeUnmute", { CallerIDNum: "100" });

  await guest.press("3");
  const last = await enter("#", "101");
  await moderator.press("3");
  assert.equal((await last.ended).variables["CONFBRIDGE_RESULT"], "KICKED");
  moderator.hangup();
  assert.equal((await guest.ended).variables["CONFBRIDGE_RESULT"], "ENDMARKED");
});

story("who does not know the PIN is sent away after three tries", { handler }, async (pbx) => {
  const call = pbx.call("conference/sales");
  for (const pin of ["1#", "12#", "123#"]) {
    await call.digits(pin);
    await call.expect("STREAM FILE", "conf-invalidpin");
  }
  await call.expect("Playback", "vm-goodbye");
  assert.equal((await call.ended).status, "SUCCESS");
});
