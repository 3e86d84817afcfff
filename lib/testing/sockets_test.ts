import assert from "node:assert/strict";
import { type App, type Channel, startLunopark } from "lunopark";
import { fakeAsterisk } from "./mod.ts";

async function subroutine(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  await app.Read("PIN", "beep", 4);
  await channel.set("ASKED", `${channel.query.get("lang")} ${channel.args.join("+")}`);
  const channels = await channel.ami.CoreShowChannels();
  await channel.set("SEEN", String(channels.length));
}

for (const version of ["22", "16"] as const) {
  Deno.test(`a Lunopark elsewhere is called over TCP, and logs in, version ${version}`, async () => {
    await using pbx = await fakeAsterisk({ version });
    const lunopark = await startLunopark(
      { host: pbx.ami.listen(), listen: "127.0.0.1:0", level: "error" },
      { handlers: { subroutine } },
    );
    try {
      for (let turns = 0; turns < 500 && lunopark.status.ami?.state !== "ready"; turns++) {
        await new Promise((done) => setTimeout(done, 10));
      }
      const call = pbx.call("subroutine", {
        server: lunopark.address!,
        callerid: "100",
        query: { lang: "cs" },
        args: ["one, two", 3],
      });
      await call.digits("1234");
      const { status, variables } = await call.ended;
      assert.equal(status, "SUCCESS");
      assert.equal(variables["PIN"], "1234");
      assert.equal(variables["ASKED"], "cs one, two+3");
      assert.equal(variables["SEEN"], "1");
    } finally {
      await lunopark.stop();
    }
  });
}

Deno.test("nobody at the address of the scripts is a failure that the dialplan sees", async () => {
  await using pbx = await fakeAsterisk({ server: "127.0.0.1:9" });
  const { agiStatus, variables } = await pbx.call("subroutine").ended;
  assert.equal(agiStatus, undefined);
  assert.equal(variables["AGISTATUS"], "FAILURE");
});
