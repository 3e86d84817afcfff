import assert from "node:assert/strict";
import { AgiPeer, environmentText } from "../../tests/support/agi_peer.ts";
import { HangupError } from "../errors.ts";
import { AgiConnection } from "./connection.ts";
import { type App, type Application, createApp } from "./dialplan.ts";

/** The applications of a call whose commands are answered so, one after another. */
async function openApp(...replies: string[]): Promise<{ app: App; peer: AgiPeer } & Disposable> {
  const peer = new AgiPeer();
  const connection = new AgiConnection(peer.stream, { onHangup: () => {} });
  await peer.say(environmentText());
  await connection.readEnvironment();
  peer.answerAll(() => replies.shift());
  const close = () => connection.close(new HangupError("The test is over", "stopped"));
  return { app: createApp(connection), peer, [Symbol.dispose]: close };
}

/** The types know what Asterisk documents; a PBX may have more. */
function anyName(app: App): Readonly<Record<string, Application>> {
  return app as unknown as Readonly<Record<string, Application>>;
}

Deno.test("app runs applications with the arguments as the dialplan would pass them", async () => {
  using call = await openApp("200 result=0", "200 result=0", "200 result=-1", "200 result=55");
  assert.equal(await call.app.Answer(), 0);
  assert.equal(await call.app.Read("PIN", "beep", 4, undefined, undefined, 8), 0);
  assert.equal(await call.app.Dial("PJSIP/1234", 120, "gr"), -1);
  assert.equal(await call.app.BackGround("a b", undefined), 55);
  assert.deepEqual(call.peer.commands, [
    "EXEC Answer",
    "EXEC Read PIN,beep,4,,,8",
    "EXEC Dial PJSIP/1234,120,gr",
    'EXEC BackGround "a b"',
  ]);
});

Deno.test("app runs applications that it does not know, and exec() those of any name", async () => {
  using call = await openApp("200 result=0", "200 result=0", "200 result=0");
  await anyName(call.app).MyOwnApplication!("x");
  await call.app.exec("lowercase", "a", 1);
  await call.app.exec("NoOp");
  assert.deepEqual(call.peer.commands, [
    "EXEC MyOwnApplication x",
    "EXEC lowercase a,1",
    "EXEC NoOp",
  ]);
});

Deno.test("app takes the end of a reply as EXEC's, whatever the application is called", async () => {
  using call = await openApp("200 result=1\n520 Invalid command syntax.", "200 result=0");
  assert.equal(await anyName(call.app).Odd!(), 1);
  assert.equal(await call.app.NoOp(), 0);
});

Deno.test("app rejects when this Asterisk does not have the application", async () => {
  using call = await openApp("200 result=-2");
  await assert.rejects(call.app.exec("NoSuchApplication", "x"), {
    name: "AgiCommandError",
    message: "Cannot run dialplan application NoSuchApplication: this Asterisk does not have it",
    command: "EXEC NoSuchApplication x",
    code: 200,
  });
});

Deno.test("app rejects arguments that Asterisk would misread, and sends nothing", async () => {
  using call = await openApp("200 result=0");
  await assert.rejects(call.app.Verbose("a\nHANGUP"), TypeError);
  await assert.rejects(call.app.Wait(NaN), TypeError);
  await assert.rejects(call.app.exec("No Op"), TypeError);
  await assert.rejects(call.app.Verbose("x".repeat(9_000)), RangeError);
  await call.app.NoOp();
  assert.deepEqual(call.peer.commands, ["EXEC NoOp"]);
});

Deno.test("app rejects with HangupError once the connection has ended", async () => {
  using call = await openApp();
  const waiting = call.app.WaitExten();
  call.peer.close();
  await assert.rejects(waiting, { name: "HangupError", reason: "lost" });
  await assert.rejects(call.app.NoOp(), { name: "HangupError", reason: "lost" });
});

Deno.test("app is no promise, and can be shown, compared and given methods of a test", async () => {
  using call = await openApp();
  const { app } = call;
  const loose: Record<string | symbol, unknown> = app as never;
  assert.equal(await app, app);
  assert.equal(loose["answer"], undefined);
  assert.equal(loose["then"], undefined);
  assert.equal(loose[Symbol.iterator], undefined);
  assert.equal(`${app}`, "[object Object]");
  assert.match(Deno.inspect(app), /^Dialplan \{/);
  assert.equal(app.Answer, app.Answer);
  loose["Answer"] = () => "mine";
  assert.equal(await app.Answer(), "mine");
});

Deno.test("app of one call does not run on another's channel", async () => {
  using one = await openApp("200 result=1");
  using other = await openApp("200 result=2");
  assert.deepEqual(await Promise.all([one.app.NoOp("one"), other.app.NoOp("other")]), [1, 2]);
  assert.deepEqual([one.peer.commands, other.peer.commands], [
    ["EXEC NoOp one"],
    ["EXEC NoOp other"],
  ]);
});
