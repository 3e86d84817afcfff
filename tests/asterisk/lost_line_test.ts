/**
 * The AMI line is cut under the calls that come over it.
 */
import assert from "node:assert/strict";
import type { App, Channel } from "lunopark";
import { onAsterisk, openScene, Pbx, Seen, until } from "./support.ts";
import { asyncAgi } from "./pbx.ts";
import { Wire } from "./wire.ts";

onAsterisk("callers of a lost AsyncAGI line go on when it is back", async (instance) => {
  const asterisk = new Pbx(instance, asyncAgi);
  using wire = new Wire(asterisk);
  const calls = new Seen<Channel>();
  const begin = (channel: Channel) => {
    calls.add(channel);
    return new Promise<void>((resolve) =>
      channel.signal.addEventListener("abort", () => resolve())
    );
  };
  const handlers = {
    idle: (_app: App, channel: Channel) => begin(channel),
    busy: async (app: App, channel: Channel): Promise<void> => {
      const waiting = app.Wait(2);
      await begin(channel);
      await waiting;
    },
    gone: (_app: App, channel: Channel) => begin(channel),
  };
  await using scene = await openScene(asterisk, handlers, { host: wire.host });
  const { witness, server } = scene;
  for (const script of ["idle", "busy", "gone"]) await witness.call(script);
  const all = await calls.until("all calls", (seen) => seen.length === 3 && [...seen]);
  await witness.event("AGIExecStart", { Command: "EXEC Wait 2" });
  wire.cut();
  await until("the calls have been told", () => server.status.calls.length === 0);
  for (const { hangupReason } of all) assert.equal(hangupReason, "lost");
  const { name } = all.find(({ script }) => script === "gone") as Channel;
  const elsewhere = { Context: "sink", Exten: "stay600", Priority: "1" };
  await witness.action("Redirect", { Channel: name, ...elsewhere });
  await witness.event("Newexten", { Channel: name, Application: "Wait" });
  wire.mend();
  await scene.log.first("the news", (line) => /Gave 2 lost AsyncAGI calls back/.test(line));
  for (const Exten of ["idle", "busy"]) {
    await witness.event("Newexten", { Exten, AppData: "AGISTATUS SUCCESS" });
  }
});
