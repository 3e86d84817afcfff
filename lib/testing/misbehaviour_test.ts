import assert from "node:assert/strict";
import type { App, Channel } from "lunopark";
import { fakeAsterisk, type Transport } from "./mod.ts";

async function speak(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  await channel.set("BEFORE", "1");
  await app.Playback("tt-monkeys");
  await channel.set("AFTER", "1");
}

Deno.test("a caller hangs up in the middle of a command", async () => {
  await using pbx = await fakeAsterisk({ handler: { speak } });
  const call = pbx.call("speak");
  await call.expect("Playback");
  await call.wait(300);
  call.hangup();
  const { duration, variables, cause } = await call.ended;
  assert.equal(duration, 300);
  assert.equal(cause, 16);
  assert.equal(variables["AFTER"], "1");
});

Deno.test("a command that is not answered leaves the handler waiting until the line ends", async () => {
  await using pbx = await fakeAsterisk({ handler: { speak } });
  const call = pbx.call("speak");
  await call.expect("Answer");
  call.stall();
  await call.expect("SET VARIABLE", "BEFORE");
  call.cut();
  const { status, variables } = await call.ended;
  assert.equal(status, undefined);
  assert.equal(variables["BEFORE"], undefined);
});

Deno.test("a line that is cut ends the script", async () => {
  const seen: string[] = [];
  const listen = async (_app: App, channel: Channel) => {
    try {
      await channel.waitForDigit();
    } catch (error) {
      seen.push((error as Error).name);
      throw error;
    }
  };
  await using pbx = await fakeAsterisk({ handler: { listen } });
  const call = pbx.call("listen");
  await call.expect("WAIT FOR DIGIT");
  call.cut();
  call.hangup();
  await call.ended;
  assert.deepEqual(seen, ["HangupError"]);
});

for (const transport of ["agi", "async"] as Transport[]) {
  Deno.test(`packets of one byte change nothing over ${transport}`, async () => {
    await using pbx = await fakeAsterisk({ handler: { speak }, transport });
    pbx.ami.splitPackets(1);
    const call = pbx.call("speak", { callerid: '"Žofie" <100>' }).split(1);
    await call.expect("Playback", "tt-monkeys");
    const { status, variables } = await call.ended;
    assert.equal(status, "SUCCESS");
    assert.equal(variables["AFTER"], "1");
  });
}

Deno.test("a restart ends the calls, and Lunopark logs in again", async () => {
  await using pbx = await fakeAsterisk({ handler: { speak } });
  const call = pbx.call("speak");
  await call.expect("Playback");
  const before = pbx.ami.sessionCount;
  await pbx.restart();
  await call.ended;
  for (let turns = 0; turns < 200 && pbx.ami.sessionCount < before; turns++) {
    await new Promise((done) => setTimeout(done, 20));
  }
  assert.equal(pbx.ami.sessionCount, before);
  const next = pbx.call("speak");
  assert.equal((await next.ended).status, "SUCCESS");
});

Deno.test("a redirected call frees its channel, and goes on elsewhere", async () => {
  const hold = async (_app: App, channel: Channel) => {
    await channel.waitForDigit();
  };
  await using pbx = await fakeAsterisk({
    handler: { hold },
    dialplan: "[elsewhere]\nexten => s,1,Set(WENT=there)\n same => n,Hangup()\n",
  });
  const call = pbx.call("hold");
  await call.expect("WAIT FOR DIGIT");
  const { ami } = pbx.lunopark!;
  await ami.Redirect({ Channel: call.name, Context: "elsewhere", Exten: "s", Priority: "1" });
  const { variables } = await call.ended;
  assert.equal(variables["WENT"], "there");
});

Deno.test("a handler that waits for an event of another call gets it", async () => {
  const seen: string[] = [];
  const watch = async (_app: App, channel: Channel) => {
    const event = await channel.ami.waitFor("Hangup", (one) => one["CallerIDNum"] === "101");
    seen.push(event.Event);
  };
  const talk = async (app: App) => void await app.Wait(1);
  await using pbx = await fakeAsterisk({ handler: { watch, talk } });
  const watching = pbx.call("watch", { callerid: "100" });
  pbx.call("talk", { callerid: "101" });
  assert.equal((await watching.ended).status, "SUCCESS");
  assert.deepEqual(seen, ["Hangup"]);
});

Deno.test("real time on request", async () => {
  const wait = async (app: App) => void await app.Wait(0.2);
  await using pbx = await fakeAsterisk({ handler: { wait }, time: "real" });
  const began = performance.now();
  const { duration } = await pbx.call("wait").ended;
  assert.ok(performance.now() - began >= 199);
  assert.ok(duration >= 199);
});
