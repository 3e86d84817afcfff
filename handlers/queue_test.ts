import assert from "node:assert/strict";
import { story } from "../tests/support/story.ts";

const options = { handler: new URL("queue.ts", import.meta.url), queue: "support" };

story("a caller in the queue hears his position, and gets an agent", options, async (pbx) => {
  const query = { pause: "1" };
  const first = pbx.call("queue", { callerid: "100", query });
  await first.expect("Queue", "support", "", "", "", "1");
  const second = pbx.call("queue", { callerid: "101", query });
  await first.expect("STREAM FILE", "queue-youarenext");
  await second.expect("SAY NUMBER", "1");
  const agent = pbx.phone("agent1", "ANSWER", { after: 100, talk: 500 });
  await pbx.ami.QueueAdd({ queue: "support", interface: agent, membername: "agent1" });
  await pbx.event("AgentConnect", { CallerIDNum: "100", MemberName: "agent1" });
  await first.ended;
  second.hangup();
  await second.ended;
  await pbx.ami.QueueRemove({ queue: "support", interface: agent });
});

story("who wants to be called back is, when an agent is free", options, async (pbx) => {
  const dial = pbx.phone("home", "ANSWER");
  const call = pbx.call("queue", { callerid: "100", query: { pause: "1", dial } });
  await call.expect("STREAM FILE", "queue-youarenext");
  await call.digits("1");
  await call.expect("DATABASE PUT", "callback/support", /^\d+ 100$/, dial);
  assert.equal((await call.ended).status, "SUCCESS");

  const agent = pbx.phone("agent2", "ANSWER", { after: 100, talk: 500 });
  await pbx.ami.QueueAdd({ queue: "support", interface: agent, membername: "agent2" });
  const { Uniqueid } = await pbx.event("AgentConnect", { MemberName: "agent2" });
  assert.match(Uniqueid ?? "", /^callback-/);
  assert.equal((await pbx.ami.DBGetTree({ family: "callback/support" })).length, 0);
  await pbx.event("AgentComplete", { MemberName: "agent2" });
  await pbx.ami.QueueRemove({ queue: "support", interface: agent });
});

story("a caller whose number cannot be dialled is offered no call-back", options, async (pbx) => {
  const call = pbx.call("queue", { callerid: "100@elsewhere", query: { pause: "1" } });
  await call.expect("STREAM FILE", "queue-youarenext");
  await call.expect("Queue", "support");
  assert.equal(call.asked.some(({ name }) => name === "GET OPTION"), false);
  call.hangup();
  await call.ended;
});
