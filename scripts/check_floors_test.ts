import assert from "node:assert/strict";
import { checkFloors, findImports } from "./check_floors.ts";

const importMap = { lunopark: "./mod.ts", yaml: "npm:yaml@2.9.1" };

/** A tree in which all is well, with `yaml` where it belongs. */
const good: Readonly<Record<string, string>> = {
  "lib/errors.ts": "",
  "lib/net/line_reader.ts": 'import { A } from "../errors.ts";',
  "lib/agi/reply.ts": 'import { A } from "../errors.ts";\nimport type { B } from "./command.ts";',
  "lib/agi/command.ts": "",
  "lib/agi/channel.ts":
    'import { A } from "./reply.ts";\nimport { B } from "../net/line_reader.ts";',
  "lib/ami/client.ts": 'import { connect } from "node:tls";',
  "lib/handlers/contract.ts": 'export type { A } from "../agi/channel.ts";',
  "lib/config.ts": 'import { parse } from "yaml";\nimport { A } from "./handlers/contract.ts";',
  "main.ts": 'import { A } from "./lib/config.ts";',
  "mod.ts": 'export * from "./lib/config.ts";',
  "handlers/demo.ts": 'import { ami } from "lunopark";\nimport { A } from "./menu.ts";',
  "handlers/menu.ts": 'import { ami } from "../mod.ts";',
  "tests/call_test.ts": 'import { A } from "../lib/agi/reply.ts";\nimport "npm:yaml@2.9.1";',
};

function check(changes: Record<string, string> = {}): readonly string[] {
  return checkFloors(new Map(Object.entries({ ...good, ...changes })), importMap).violations;
}

Deno.test("checkFloors() lets everything pass that goes down", () => {
  const report = checkFloors(new Map(Object.entries(good)), importMap);
  assert.deepEqual(report, { violations: [], files: 12, imports: 14 });
});

const forbidden: readonly [rule: string, file: string, source: string, violation: string][] = [
  [
    "an import that climbs",
    "lib/net/line_reader.ts",
    '\nimport { A } from "../agi/channel.ts";',
    "lib/net/line_reader.ts:2: imports lib/agi/channel.ts (wing) from ground: imports go down only",
  ],
  [
    "a type that climbs",
    "lib/agi/reply.ts",
    'import type { A } from "./channel.ts";',
    "lib/agi/reply.ts:1: imports lib/agi/channel.ts (wing) from grammar: imports go down only",
  ],
  [
    "a door opened from inside",
    "lib/config.ts",
    'import { parse } from "yaml";\nimport { A } from "lunopark";',
    "lib/config.ts:2: imports mod.ts (door) from house: imports go down only",
  ],
  [
    "an example used by the house",
    "lib/config.ts",
    'import { parse } from "yaml";\nawait import("../handlers/demo.ts");',
    "lib/config.ts:2: imports handlers/demo.ts (example) from house: imports go down only",
  ],
  [
    "more than errors.ts in a grammar",
    "lib/agi/reply.ts",
    'import { A } from "../net/line_reader.ts";',
    "lib/agi/reply.ts:1: imports lib/net/line_reader.ts (ground) from grammar: " +
    "lib/agi grammar is pure, it may import errors.ts only",
  ],
  [
    "a module of the runtime in a grammar",
    "lib/agi/reply.ts",
    'import { A } from "node:util";',
    "lib/agi/reply.ts:1: imports node:util from grammar: grammar is pure",
  ],
  [
    "the other wing",
    "lib/ami/client.ts",
    'import type { A } from "../agi/channel.ts";',
    "lib/ami/client.ts:1: imports lib/agi/channel.ts (wing) from wing: " +
    "the wings do not know each other",
  ],
  [
    "the other wing's grammar",
    "lib/ami/event.ts",
    'import { A } from "../agi/reply.ts";',
    "lib/ami/event.ts:1: imports lib/agi/reply.ts (grammar) from grammar: " +
    "the wings do not know each other",
  ],
  [
    "code of a wing in a guest",
    "lib/handlers/loader.ts",
    'import { A, type B } from "../ami/client.ts";',
    "lib/handlers/loader.ts:1: imports lib/ami/client.ts (wing) from guest: " +
    "guests know the types of the wings, not their code",
  ],
  [
    "the inside of the house in an example",
    "handlers/menu.ts",
    'import { A } from "../lib/config.ts";',
    "handlers/menu.ts:1: imports lib/config.ts (house) from example: " +
    "a handler imports lunopark and its own siblings",
  ],
  [
    "anything else in an example",
    "handlers/menu.ts",
    'import { A } from "valibot";',
    "handlers/menu.ts:1: imports valibot from example: only lunopark, node: and siblings",
  ],
  [
    "a test outside tests",
    "lib/agi/channel.ts",
    'import { A } from "../../tests/support/random.ts";',
    "lib/agi/channel.ts:1: imports tests/support/random.ts (test) from wing: only tests import tests",
  ],
  [
    "a package with two owners",
    "lib/agi/channel.ts",
    'import { A } from "npm:yaml@2.9.1/util";',
    "lib/config.ts:1: imports yaml too: it belongs to lib/agi/channel.ts alone",
  ],
  [
    "a package without owner",
    "lib/config.ts",
    "",
    "deno.json:1: yaml is imported by no file",
  ],
  [
    "a registry that is not reachable everywhere",
    "lib/agi/channel.ts",
    'import { A } from "jsr:@std/yaml";',
    "lib/agi/channel.ts:1: imports jsr:@std/yaml: only npm: and node: are reachable everywhere",
  ],
  [
    "code from a URL, in tests too",
    "tests/call_test.ts",
    'import { A } from "https://example.org/a.ts";',
    "tests/call_test.ts:1: imports https://example.org/a.ts: " +
    "only npm: and node: are reachable everywhere",
  ],
  [
    "a file on no floor",
    "lib/extra/thing.ts",
    "",
    "lib/extra/thing.ts:1: stands on no floor",
  ],
  [
    "a circle",
    "lib/agi/command.ts",
    'import { A } from "./reply.ts";',
    "lib/agi/command.ts:1: imports lib/agi/reply.ts in a circle: " +
    "lib/agi/reply.ts → lib/agi/command.ts → lib/agi/reply.ts",
  ],
];

for (const [rule, file, source, violation] of forbidden) {
  Deno.test(`checkFloors() reports ${rule}`, () => {
    assert.deepEqual(check({ [file]: source }), [violation]);
  });
}

Deno.test("findImports() reads statements over many lines, and no comments or texts", () => {
  const source = `/**
 * import { A } from "./comment.ts";
 */
import "./effect.ts";
import {
  type A,
  b,
} from "./both.ts";
import { type C, type D } from "./types.ts";
import e, { f } from "./default.ts";
export * as g from "./all.ts";
export { h } from "./again.ts";
export const text = "not from here";
  const i = await import("./dynamic.ts");
  // const j = await import("./comment.ts");
  const k = await import(url);
`;
  assert.deepEqual(
    findImports(source).map(({ line, specifier, typeOnly }) => [line, specifier, typeOnly]),
    [
      [4, "./effect.ts", false],
      [5, "./both.ts", false],
      [9, "./types.ts", true],
      [10, "./default.ts", false],
      [11, "./all.ts", false],
      [12, "./again.ts", false],
      [14, "./dynamic.ts", false],
    ],
  );
});

Deno.test("findImports() takes a text of many lines for a text, and counts its lines", () => {
  const source = 'const text = `\\\nimport { A } from "./a.ts"; // \\`a\\`\n`;\nimport "./b.ts";\n';
  assert.deepEqual(findImports(source), [{ line: 4, specifier: "./b.ts", typeOnly: false }]);
});
