import assert from "node:assert/strict";
import type { Handler } from "./contract.ts";
import { Generation } from "./generation.ts";

const handler: Handler = () => {};
const other: Handler = () => {};

Deno.test("find() finds exported functions and nothing else", () => {
  const generation = new Generation(1, "handler.ts", { handler, value: 5, dispose: () => {} });
  assert.deepEqual(generation.names, ["handler"]);
  assert.equal(generation.find("handler")?.handler, handler);
  const names = [
    "value",
    "dispose",
    "default",
    "constructor",
    "__proto__",
    "toString",
    "",
    "Handler",
  ];
  for (const name of names) {
    assert.equal(generation.find(name), undefined, name);
  }
});

Deno.test("find() takes routes of the default export, their groups as params", () => {
  const routes = { "ivr/:lang": handler, "/files/*": other };
  const generation = new Generation(1, "handler.ts", { default: routes });
  assert.deepEqual(generation.names, ["ivr/:lang", "/files/*"]);
  const found = generation.find("ivr/cs");
  assert.equal(found?.handler, handler);
  assert.equal(found?.params["lang"], "cs");
  assert.equal(generation.find("ivr/%C5%BElu%C5%A5")?.params["lang"], "žluť");
  assert.equal(generation.find("ivr/%zz")?.params["lang"], "%zz");
  assert.equal(generation.find("files/a/b")?.handler, other);
  assert.equal(generation.find("ivr/cs/more"), undefined);
});

Deno.test("an exported function goes before a route of the same name", () => {
  const generation = new Generation(1, "handler.ts", { ivr: handler, default: { ":any": other } });
  assert.equal(generation.find("ivr")?.handler, handler);
  assert.equal(generation.find("else")?.handler, other);
});

const wrong: [string, unknown, RegExp][] = [
  ["a number", 5, /its default export is a number, must be a table of routes/],
  ["a function", handler, /its default export is a function, must be a table/],
  ["null", null, /its default export is null/],
  ["no handler", { a: 1 }, /route "a" is a number, must be a function/],
  ["an object as handler", { a: {} }, /route "a" is an object, must be a function/],
  ["a broken pattern", { ":": handler }, /route ":" is no URLPattern: /],
];
for (const [name, routes, message] of wrong) {
  Deno.test(`a default export that is ${name} is refused`, () => {
    assert.throws(() => new Generation(1, "handler.ts", { default: routes }), {
      name: "HandlerLoadError",
      message,
    });
  });
}

Deno.test("a retired generation is over when its last call has ended", () => {
  const generation = new Generation(1, "handler.ts", { handler });
  let over = 0;
  generation.enter();
  generation.enter();
  generation.retire(() => over++);
  generation.leave();
  assert.equal(over, 0);
  generation.leave();
  assert.equal(over, 1);
  assert.equal(generation.calls, 0);
});

Deno.test("a retired generation without calls is over at once", () => {
  let over = 0;
  new Generation(1, "handler.ts", {}).retire(() => over++);
  assert.equal(over, 1);
});

Deno.test("dispose() runs what the module exports, and does nothing without it", async () => {
  let disposed = 0;
  await new Generation(1, "handler.ts", { dispose: () => disposed++ }).dispose();
  await new Generation(1, "handler.ts", {}).dispose();
  assert.equal(disposed, 1);
});
