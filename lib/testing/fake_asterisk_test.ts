import assert from "node:assert/strict";
import type { App, Channel } from "lunopark";
import { fakeAsterisk } from "./mod.ts";

const example = new URL("../../handlers/example.ts", import.meta.url);

for (const version of ["22", "16"] as const) {
  for (const transport of ["agi", "async"] as const) {
    const where = `${version} over ${transport}`;

    Deno.test(`the example with the right PIN, ${where}`, async () => {
      await using pbx = await fakeAsterisk({ handler: example, version, transport });
      const call = pbx.call("subroutine", { callerid: "100" });
      await call.digits("0000");
      await call.expect("Dial", "PJSIP/1234", 120, "g");
      call.dialed("ANSWER");
      const { status, variables } = await call.ended;
      assert.equal(status, "SUCCESS");
      assert.equal(variables["DIALSTATUS"], "ANSWER");
      assert.deepEqual(pbx.events.at(-1)?.Event, "Hangup");
    });

    Deno.test(`the example with a wrong PIN, ${where}`, async () => {
      await using pbx = await fakeAsterisk({ handler: example, version, transport });
      const call = pbx.call("subroutine", { callerid: "100" });
      await call.digits("1234");
      await call.expect("Verbose", "Wrong pin code ...");
      await call.expect("Playback", "vm-goodbye");
      assert.equal((await call.ended).status, "SUCCESS");
    });

    Deno.test(`the example whose caller hangs up, ${where}`, async () => {
      await using pbx = await fakeAsterisk({ handler: example, version, transport });
      const call = pbx.call("subroutine", { callerid: "100" });
      await call.expect("Read", "PIN", "beep", 4);
      await call.press("00");
      call.hangup();
      const { cause, variables } = await call.ended;
      assert.equal(cause, 16);
      assert.equal(variables["READSTATUS"], "HANGUP");
    });
  }
}

Deno.test("a failed expectation shows the whole conversation", async () => {
  await using pbx = await fakeAsterisk({ handler: example });
  const call = pbx.call("subroutine", { callerid: "100" });
  await call.digits("9999");
  await assert.rejects(call.expect("Dial", "PJSIP/1234"), (error: Error) => {
    assert.match(error.message, /^Expected Dial\(PJSIP\/1234\), but the call ended with SUCCESS/);
    assert.match(error.message, /caller +presses 9\n/);
    assert.match(error.message, /handler +Verbose\(Wrong pin code \.\.\.\)\n/);
    return true;
  });
});

Deno.test("thirty seconds of waiting take an instant, and last thirty seconds", async () => {
  const wait = async (app: App) => void await app.Wait(30);
  await using pbx = await fakeAsterisk({ handler: wait });
  const began = performance.now();
  const { duration, status } = await pbx.call("wait").ended;
  assert.equal(status, "SUCCESS");
  assert.equal(duration, 30_000);
  assert.ok(performance.now() - began < 10_000);
});

Deno.test("what a handler throws is how the call ended", async () => {
  const broken = () => {
    throw new RangeError("no such menu");
  };
  await using pbx = await fakeAsterisk({ handler: { broken } });
  const { status, error } = await pbx.call("broken").ended;
  assert.equal(status, "ERROR");
  assert.ok(error instanceof RangeError);
});

Deno.test("what a handler throws ends a test that did not look at it", async () => {
  const broken = async (app: App) => {
    await app.Answer();
    throw new RangeError("no such menu");
  };
  const pbx = await fakeAsterisk({ handler: { broken } });
  const call = pbx.call("broken");
  await call.expect("Answer");
  await call.wait(1_000);
  await assert.rejects(pbx[Symbol.asyncDispose](), /A handler threw:[^]*no such menu/);
});

Deno.test("a test that waits for what cannot happen is told so", async () => {
  const deaf = async (_app: App, channel: Channel) => void await channel.waitForDigit();
  await using pbx = await fakeAsterisk({ handler: { deaf }, config: { role: "agi" } });
  const call = pbx.call("deaf");
  await assert.rejects(
    Promise.resolve(call.ended),
    /Expected the call to end, but nothing can happen any more/,
  );
});

Deno.test("a handler file is found beside the test, as is a configuration", async () => {
  for (
    const options of [
      { handler: "../../handlers/example.ts" },
      { config: "../../handlers/config.ts" },
    ]
  ) {
    await using pbx = await fakeAsterisk(options);
    const call = pbx.call("subroutine");
    await call.expect("Read", "PIN");
    call.hangup();
    await call.ended;
  }
});

Deno.test("a handler file that is not there is named, with where it was looked for", async () => {
  await assert.rejects(fakeAsterisk({ handler: "./nowhere.ts" }), (error: Error) => {
    assert.equal(error.name, "HandlerLoadError");
    assert.match(
      error.message,
      /^Cannot load handlers from \.\/nowhere\.ts: there is no file .*\/lib\/testing\/nowhere\.ts and no /,
    );
    return true;
  });
});

Deno.test("an expectation with other arguments says what came", async () => {
  await using pbx = await fakeAsterisk({ handler: example });
  const call = pbx.call("subroutine");
  await call.digits("0000");
  call.dialed("BUSY");
  await assert.rejects(call.expect("Dial", "PJSIP/9999"), /; there was Dial\(PJSIP\/1234,120,g\)/);
});

Deno.test("an expectation of an application that came before the last one does not hold", async () => {
  await using pbx = await fakeAsterisk({ handler: example });
  const call = pbx.call("subroutine");
  await call.digits("1111");
  await call.expect("Playback", "vm-goodbye");
  await assert.rejects(
    call.expect("Answer"),
    /^AssertionError.*: Expected Answer\(\), but the call ended/,
  );
});

Deno.test("keys that nobody asked for are an error when the call is over", async () => {
  await using pbx = await fakeAsterisk({ handler: example });
  const call = pbx.call("subroutine");
  await call.digits("1111");
  await assert.rejects(call.digits("5"), /Cannot press "5", but the call ended with SUCCESS/);
});

Deno.test("what handlers log is part of the conversation", async () => {
  const chatty = (_app: App, channel: Channel) => channel.log.info("hello from the handler");
  await using pbx = await fakeAsterisk({ handler: { chatty } });
  const call = pbx.call("chatty");
  await call.ended;
  assert.match(call.conversation.format(), /log {7}info: hello from the handler\n/);
});
