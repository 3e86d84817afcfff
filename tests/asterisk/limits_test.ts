/**
 * What a caller meets who is one too many, or whose Asterisk may not call.
 */
import assert from "node:assert/strict";
import { onAsterisk, onEachTransport, openScene, until } from "./support.ts";

onEachTransport("calls too many go on in their dialplan as BUSY, at once", async (asterisk) => {
  const end = Promise.withResolvers<void>();
  const handlers = { hold: () => end.promise };
  await using scene = await openScene(asterisk, handlers, { limits: { calls: 2 } });
  const { server, witness } = scene;
  for (let call = 0; call < 2; call++) await witness.call("hold");
  await until("two calls", () => server.status.calls.length === 2);
  const callers = 20;
  for (let call = 0; call < callers; call++) await witness.call("hold");
  const busy = () =>
    witness.events.all.filter(({ Event, Variable, Value }) =>
      Event === "VarSet" && Variable === "LUNOPARK_STATUS" && Value === "BUSY"
    );
  await until("busy calls", () => busy().length === callers);
  for (const { Channel } of busy()) {
    await witness.event("Newexten", { Channel, AppData: "AGISTATUS SUCCESS" });
  }
  assert.equal(server.status.counters.refusedCalls, callers);
  end.resolve();
  await until("the end of the calls", () => server.status.calls.length === 0);
  assert.deepEqual(
    [server.status.ended["BUSY"], server.status.ended["SUCCESS"]],
    [callers, 2],
  );
});

// Over AsyncAGI there is no address: whoever is AMI's Asterisk may call.
onAsterisk(
  "an Asterisk that may not call goes on in its dialplan, without a status",
  async (asterisk) => {
    await using scene = await openScene(asterisk, { a() {} }, { allow: ["192.0.2.1"] });
    const { server, witness } = scene;
    await witness.call("refused");
    // To Asterisk it is a script that has ended.
    await witness.event("Newexten", { Exten: "refused", AppData: "AGISTATUS SUCCESS" });
    const statuses = witness.events.all.filter(({ Variable }) => Variable === "LUNOPARK_STATUS");
    assert.deepEqual(statuses, []);
    assert.equal(server.status.counters.refusedAddress, 1);
    assert.deepEqual(server.status.calls, []);
  },
);
