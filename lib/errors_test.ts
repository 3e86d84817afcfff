import assert from "node:assert/strict";
import * as errors from "./errors.ts";
import {
  ActionFailedError,
  ActionTimeoutError,
  AgiCommandError,
  AgiError,
  AmiError,
  AmiLoginError,
  ConfigError,
  HandlerLoadError,
  HangupError,
  LunoparkError,
  NotConnectedError,
  ProtocolError,
} from "./errors.ts";

const cause = new Error("the reason");
const response = { Response: "Error", Message: "No such channel", output: [] };

/** One of each, and the classes that it belongs to besides LunoparkError. */
const examples: [error: LunoparkError, families: (typeof LunoparkError)[]][] = [
  [new LunoparkError("m"), []],
  [new ConfigError(["a", "b"]), []],
  [new HandlerLoadError("m", "handler.ts", 7), []],
  [new ProtocolError("m", "received"), []],
  [new AgiError("m"), [AgiError]],
  [new HangupError("m", "redirected"), [AgiError]],
  [new AgiCommandError("m", "ANSWERX", 510, "Invalid or unknown command"), [AgiError]],
  [new AmiError("m"), [AmiError]],
  [new NotConnectedError("m"), [AmiError]],
  [new AmiLoginError("m"), [AmiError]],
  [new ActionFailedError("m", "Hangup", response), [AmiError]],
  [new ActionTimeoutError("m", "Ping", 500), [AmiError]],
];

Deno.test("every error has its class's name, a stack and its place in the family", () => {
  const exported = Object.values(errors).map((value) => value.name).sort();
  assert.deepEqual(examples.map(([error]) => error.name).sort(), exported);
  for (const [error, families] of examples) {
    assert.ok(error instanceof LunoparkError && error instanceof Error, error.name);
    assert.equal(error.name, error.constructor.name);
    assert.ok(error.stack?.startsWith(`${error.constructor.name}: ${error.message}`), error.stack);
    for (const family of [AgiError, AmiError]) {
      assert.equal(error instanceof family, families.includes(family), error.name);
    }
  }
});

Deno.test("errors keep the original as their cause", () => {
  const wrapped = [
    new LunoparkError("m", { cause }),
    new ConfigError(["a"], { cause }),
    new HandlerLoadError("m", "handler.ts", undefined, { cause }),
    new ProtocolError("m", "", { cause }),
    new HangupError("m", "lost", { cause }),
    new NotConnectedError("m", { cause }),
  ];
  for (const error of wrapped) assert.equal(error.cause, cause, error.name);
  assert.ok(!("cause" in new HangupError("m", "hangup")));
});

Deno.test("ConfigError has a line for each problem", () => {
  const error = new ConfigError(["listen: wrong", "level: wrong"]);
  assert.equal(error.message, "listen: wrong\nlevel: wrong");
  assert.deepEqual(error.problems, ["listen: wrong", "level: wrong"]);
});

Deno.test("HandlerLoadError says where, as far as that is known", () => {
  const { file, line } = new HandlerLoadError("m", "handler.ts", 7);
  assert.deepEqual([file, line], ["handler.ts", 7]);
  assert.equal(new HandlerLoadError("m", "handler.ts").line, undefined);
});

Deno.test("ProtocolError keeps what was received, cut to a readable length", () => {
  assert.equal(new ProtocolError("m", "short").received, "short");
  assert.equal(new ProtocolError("m", "x".repeat(200)).received, "x".repeat(200));
  assert.equal(new ProtocolError("m", "x".repeat(100_000)).received, `${"x".repeat(200)}…`);
});

Deno.test("HangupError says how the channel left", () => {
  for (const reason of ["hangup", "redirected", "lost", "stopped"] as const) {
    assert.equal(new HangupError("m", reason).reason, reason);
  }
});

Deno.test("AgiCommandError, ActionFailedError and ActionTimeoutError carry their facts", () => {
  const { command, code, reply } = new AgiCommandError("m", "ANSWERX", 510, "Invalid");
  assert.deepEqual([command, code, reply], ["ANSWERX", 510, "Invalid"]);
  const failed = new ActionFailedError("m", "Hangup", response);
  assert.deepEqual([failed.action, failed.response], ["Hangup", response]);
  const late = new ActionTimeoutError("m", "Ping", 500);
  assert.deepEqual([late.action, late.timeout], ["Ping", 500]);
});
