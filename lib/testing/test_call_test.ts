import assert from "node:assert/strict";
import type { App } from "lunopark";
import { fakeAsterisk } from "./mod.ts";

const handlers = {
  async greet(app: App) {
    await app.Playback("hello-world");
  },
  async fails(app: App) {
    await app.Answer();
    throw new RangeError("no luck");
  },
};

/** The places of an error, the first ones first. */
function places(error: unknown): string[] {
  return (error as Error).stack?.split("\n").filter((line) => /^ +at /.test(line)) ?? [];
}

Deno.test("a failed expectation names its line in the test, and none of the library", async () => {
  await using pbx = await fakeAsterisk({ handler: handlers });
  const failed: ((call: ReturnType<typeof pbx.call>) => Promise<unknown>)[] = [
    (call) => call.expect("Dial"),
    (call) => call.digits("1"),
    (call) => call.expectEnd("ERROR"),
  ];
  for (const expectation of failed) {
    await assert.rejects(expectation(pbx.call("greet")), (error) => {
      assert.match(places(error)[0] ?? "", /test_call_test\.ts:\d+:\d+/);
      assert.match((error as Error).message, /Playback\(hello-world\)/);
      assert.match((error as Error).stack ?? "", /^AssertionError: [^]*Playback\(hello-world\)/);
      return true;
    });
  }
});

Deno.test("a handler's error does not hide the expectation that failed by it", async () => {
  const test = async () => {
    await using pbx = await fakeAsterisk({ handler: handlers });
    await pbx.call("fails").expect("Playback");
  };
  await assert.rejects(test(), (error) => {
    assert.equal((error as Error).name, "AssertionError");
    assert.match((error as Error).message, /the call ended with ERROR: RangeError: no luck\n/);
    return true;
  });
});

Deno.test("expectEnd() gives the end, or fails with the whole conversation", async () => {
  await using pbx = await fakeAsterisk({ handler: handlers });
  assert.equal((await pbx.call("greet").expectEnd("SUCCESS")).cause, 16);
  await assert.rejects(
    pbx.call("fails").expectEnd("SUCCESS"),
    /^AssertionError.*: Expected the call to end with SUCCESS, but it ended with ERROR\n[^]*RangeError: no luck\n +at fails \([^ ]*test_call_test\.ts:\d+:\d+\)\n/,
  );
});

Deno.test("an application that the simulator lacks is told apart from one that Asterisk lacks", async () => {
  const unknown = async (app: App) => void await app.exec("NoSuchThing").catch(() => {});
  await using pbx = await fakeAsterisk({ handler: { unknown } });
  const call = pbx.call("unknown");
  await call.expectEnd("SUCCESS");
  assert.match(`${call.conversation}`, /does not know NoSuchThing;\s+pbx\.on\("NoSuchThing", /);
});
