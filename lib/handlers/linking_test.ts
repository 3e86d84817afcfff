import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { importLinked, type MakeScript } from "./linking.ts";

/** The hook leaves an operation behind, for good: Deno asks it for modules, also when it is gone. */
const hooked = { sanitizeOps: false };
let addresses = 0;

/** Brings together these files, and a `handler.ts` among them, with what `makeScript` makes of them. */
async function link(
  files: Readonly<Record<string, string>>,
  makeScript: (read: MakeScript, folder: string) => MakeScript = (read) => read,
): Promise<Readonly<Record<string, unknown>>> {
  const folder = await Deno.makeTempDir();
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
  const url = pathToFileURL(`${folder}/handler.ts`).href;
  const read: MakeScript = (url) => Deno.readTextFileSync(new URL(url));
  try {
    const newAddress = () => `${url}?linked=${++addresses}`;
    const handlers = await importLinked(newAddress, makeScript(read, folder));
    assert.ok(handlers, "the modules came together");
    return handlers;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test(
  "importLinked() gives what the file exports, of the text that was made",
  hooked,
  async () => {
    const files = { "handler.ts": "export default 1; export const a: number = 2;" };
    const handlers = await link(files, (read) => (url) => read(url)?.replace(": number", ""));
    assert.deepEqual({ ...handlers }, { default: 1, a: 2 });
  },
);

Deno.test("importLinked() leaves a file to Deno of which nothing is made", hooked, async () => {
  const handlers = await link(
    { "handler.ts": "export const a: number = 2;" },
    () => () => undefined,
  );
  assert.equal(handlers["a"], 2);
});

Deno.test(
  "importLinked() gives nothing where an import is missing: none has run",
  hooked,
  async () => {
    const url = import.meta.resolve("./nosuch.ts");
    const text = `import "./missing.ts"; globalThis.ran = true;`;
    const handlers = await importLinked(() => `${url}?linked=${++addresses}`, () => text);
    assert.equal(handlers, undefined);
    assert.ok(!("ran" in globalThis));
  },
);

Deno.test("importLinked() rejects with what the file throws", hooked, async () => {
  await assert.rejects(link({ "handler.ts": "throw new RangeError('no');" }), RangeError);
});

const required = {
  "data.json": `{ "a": [1] }`,
  "common.cjs": `module.exports = require("./data.json").a[0];`,
  "addon.node": "no addon",
};

Deno.test("handlers require JSON and CommonJS when they begin to run", hooked, async () => {
  const handlers = await link({
    ...required,
    "handler.ts": `
      import { createRequire } from "node:module";
      const require = createRequire(import.meta.url);
      export const all = [require("./data.json"), require("./common.cjs")];
      export let problem;
      try { require("./addon.node"); } catch (error) { problem = error.message; }`,
  });
  assert.deepEqual(handlers["all"], [{ a: [1] }, 1]);
  assert.match(`${handlers["problem"]}`, /addon\.node: file too short/);
});

Deno.test(
  "a call that runs requires JSON, CommonJS and addons while handlers are brought together",
  hooked,
  async () => {
    let seen: unknown[] = [];
    await link({ ...required, "handler.ts": "export const a = 1;" }, (read, folder) => (url) => {
      const require = createRequire(`${folder}/`);
      seen = [require("./data.json"), require("./common.cjs")];
      assert.throws(() => require("./addon.node"), /addon\.node: file too short/);
      return read(url);
    });
    assert.deepEqual(seen, [{ a: [1] }, 1]);
  },
);
