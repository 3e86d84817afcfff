import assert from "node:assert/strict";
import { dirname } from "node:path";
import { HandlerLoadError } from "../errors.ts";
import { HandlerLoader } from "./loader.ts";

const library = new URL("../../mod.ts", import.meta.url).href;

/** A second load leaves an operation behind, see `linking_test.ts`. */
const reloads = { sanitizeOps: false };

/** A directory with these files, and a loader of its `handler.ts`. */
async function withFiles(
  files: Record<string, string>,
  body: (loader: HandlerLoader, write: (name: string, text: string) => void) => Promise<void>,
): Promise<void> {
  const directory = await Deno.makeTempDir();
  const write = (name: string, text: string) => {
    const path = `${directory}/${name}`;
    Deno.mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true });
    // A new file each time: its inode tells it apart even within one tick of the clock.
    Deno.writeTextFileSync(`${path}.new`, text);
    Deno.renameSync(`${path}.new`, path);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  using loader = new HandlerLoader(`${directory}/handler.ts`, library);
  try {
    await body(loader, write);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

Deno.test("load() gives what the file exports", async () => {
  await withFiles({ "handler.ts": "export const answer: number = 42;" }, async (loader) => {
    assert.equal((await loader.load())["answer"], 42);
  });
});

Deno.test("load() brings siblings, deeper files and JSON afresh", reloads, async () => {
  const files = {
    "handler.ts": `
      import { one } from "./one.ts";
      import data from "./data.json" with { type: "json" };
      export const all = [one, data.three];
      export const late = async () => (await import("./late.ts")).four;`,
    "one.ts": `import { two } from "./lib/two.ts"; export const one = "a" + two;`,
    "lib/two.ts": `export const two = "b";`,
    "data.json": `{ "three": "c" }`,
    "late.ts": `export const four = "d";`,
  };
  await withFiles(files, async (loader, write) => {
    const before = await loader.load();
    assert.deepEqual(before["all"], ["ab", "c"]);
    write("lib/two.ts", `export const two = "B";`);
    write("data.json", `{ "three": "C" }`);
    write("late.ts", `export const four = "D";`);
    const after = await loader.load();
    assert.deepEqual(after["all"], ["aB", "C"]);
    assert.deepEqual(before["all"], ["ab", "c"]);
    const late = after["late"] as () => Promise<string>;
    assert.equal(await late(), "D");
  });
});

Deno.test(
  "load() reads whatever Deno does, also what a deeper file comes to need later",
  reloads,
  async () => {
    const files = {
      "handler.ts": `
      export { deep } from "./lib/deep.ts";
      export const late = async () => [
        (await import("./late.js")).late, (await import("./late.tsx")).late,
        (await import("./late.cjs")).default,
      ];`,
      "lib/deep.ts": "export const deep: number = 1;",
      "late.js": `export const late = "js";`,
      "late.tsx": `export const late: string = "tsx";`,
      "late.cjs": `module.exports = "cjs";`,
    };
    const later = {
      "lib/a.js": `export const a = "js";`,
      "lib/b.tsx": `export const b: string = "tsx";`,
      "lib/c.cjs": `module.exports = "cjs";`,
      "lib/d.json": `{ "d": "json" }`,
      "lib/e.ts": `
      function twice(method: () => string): () => string {
        return () => method().repeat(2);
      }
      class E { @twice e(): string { return "e"; } }
      export const e: string = new E().e();`,
      "lib/deep.ts": `
      import { string } from "npm:valibot@1.5.0";
      import { createHash } from "node:crypto";
      import { a } from "./a.js";
      import { b } from "./b.tsx";
      import c from "./c.cjs";
      import data from "./d.json" with { type: "json" };
      import { e } from "./e.ts";
      export const deep = [a, b, c, data.d, e, typeof string, typeof createHash];`,
    };
    await withFiles(files, async (loader, write) => {
      const before = await loader.load();
      assert.equal(before["deep"], 1);
      for (const [name, text] of Object.entries(later)) write(name, text);
      const after = await loader.load();
      assert.deepEqual(after["deep"], ["js", "tsx", "cjs", "json", "ee", "function", "function"]);
      for (const { late } of [before, after]) {
        assert.deepEqual(await (late as () => Promise<unknown>)(), ["js", "tsx", "cjs"]);
      }
    });
  },
);

const kinds = [
  { name: "handler.js" },
  { name: "handler.mjs" },
  { name: "handler.mts" },
  { name: "handler.tsx" },
  { name: "handler.js", inPackage: "module" },
];

for (const { name, inPackage } of kinds) {
  const where = inPackage ? ` in a package of type ${inPackage}` : "";
  Deno.test(`a handler file may be ${name}${where}, also at a reload`, reloads, async () => {
    const folder = await Deno.makeTempDir();
    if (inPackage) await Deno.writeTextFile(`${folder}/package.json`, `{ "type": "${inPackage}" }`);
    using loader = new HandlerLoader(`${folder}/${name}`, library);
    for (const value of [1, 22, 333]) {
      await Deno.writeTextFile(loader.file, `export const a = ${value};`);
      assert.equal((await loader.load())["a"], value);
    }
    await Deno.remove(folder, { recursive: true });
  });
}

Deno.test(
  "a reload does not grow dearer with each one: Deno makes nothing of TypeScript",
  reloads,
  async () => {
    const files = {
      "handler.ts": `export { made } from "./deep.ts";`,
      "deep.ts": "export const made: string = String(new Error().stack);",
    };
    await withFiles(files, async (loader) => {
      await loader.load();
      const { made } = await loader.load();
      // What is made here has no number in its places, what Deno makes has one.
      assert.match(String(made), /\/deep\.ts:1:36/);
    });
  },
);

Deno.test("a reload of code that throws a SyntaxError runs it once", reloads, async () => {
  const files = { "handler.ts": "export {};" };
  await withFiles(files, async (loader, write) => {
    const runs = Object.assign(globalThis, { runs: 0 });
    await loader.load();
    write("handler.ts", "globalThis.runs++;\nJSON.parse('{');\nexport {};");
    await assert.rejects(loader.load(), HandlerLoadError);
    assert.equal(runs.runs, 1);
  });
});

Deno.test("a reload gives the text of TypeScript that is imported as text", reloads, async () => {
  const files = {
    "handler.ts": `
      import text from "./a.ts" with { type: "text" };
      import { a } from "./a.ts";
      export const all = [text, a];`,
    "a.ts": "\ufeffexport const a: number = 1;",
  };
  await withFiles(files, async (loader, write) => {
    const first = await loader.load();
    assert.deepEqual((await loader.load())["all"], first["all"]);
    write("a.ts", "export const a: number = 2;");
    assert.deepEqual((await loader.load())["all"], ["export const a: number = 2;", 2]);
  });
});

Deno.test("two loaders of a folder each see the changes of their own files", reloads, async () => {
  const files = {
    "handler.ts": `import "./shared.ts"; import "./a.ts";`,
    "other.ts": `import "./shared.ts"; import "./b.ts";`,
    "shared.ts": "",
    "a.ts": "",
    "b.ts": "",
  };
  await withFiles(files, async (first, write) => {
    using second = new HandlerLoader(first.file.replace("handler.ts", "other.ts"), library);
    const changes: Record<string, boolean[]> = {};
    for (const name of ["shared.ts", "a.ts", "b.ts"]) {
      await Promise.all([first.load(), second.load()]);
      write(name, "// changed");
      changes[name] = [first.changed(), second.changed()];
    }
    assert.deepEqual(changes, {
      "shared.ts": [true, true],
      "a.ts": [true, false],
      "b.ts": [false, true],
    });
  });
});

for (const name of ["with space", "größer", "100%", "a#b", "why?", "per%20cent"]) {
  Deno.test(`a load names file and line in a folder called ${name}`, reloads, async () => {
    const files = {
      "handler.ts": "",
      [`${name}/handler.ts`]: `import "./${encodeURIComponent(name)}.ts";`,
      [`${name}/${name}.ts`]: "interface A {\n}\nthrow new Error('no');",
    };
    await withFiles(files, async ({ file }) => {
      const folder = `${dirname(file)}/${name}`;
      using loader = new HandlerLoader(`${folder}/handler.ts`, library);
      for (const _ of ["the first time", "at a reload"]) {
        await assert.rejects(loader.load(), { file: `${folder}/${name}.ts`, line: 3 });
      }
    });
  });
}

Deno.test("with verbatimModuleSyntax an unused import runs at a reload, too", async () => {
  const files = {
    "deno.json": `{ "compilerOptions": { "verbatimModuleSyntax": true } }`,
    "handler.ts": `import { a } from "./a.ts"; export {};`,
    "a.ts": `export const a: number = 1; console.log("runs");`,
    "program.ts": `
      const { HandlerLoader } = await import("${import.meta.resolve("./loader.ts")}");
      const loader = new HandlerLoader(import.meta.dirname + "/handler.ts", "");
      for (const _ of "123") await loader.load();`,
  };
  await withFiles(files, async ({ file }) => {
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "--no-lock", "program.ts"],
      cwd: dirname(file),
    }).output();
    assert.equal(new TextDecoder().decode(stdout), "runs\nruns\nruns\n");
  });
});

Deno.test("load() gives handlers the one and only lunopark", async () => {
  const text = `import { LunoparkError } from "lunopark"; export { LunoparkError };`;
  await withFiles({ "handler.ts": text }, async (loader) => {
    const { LunoparkError } = await import("../errors.ts");
    assert.equal((await loader.load())["LunoparkError"], LunoparkError);
  });
});

Deno.test("changed() is false until a file that was loaded changes", async () => {
  const files = {
    "handler.ts": `import "./sibling.ts"; export function a(): void {}`,
    "sibling.ts": "",
  };
  await withFiles(files, async (loader, write) => {
    assert.equal(loader.changed(), true, "nothing is loaded yet");
    await loader.load();
    assert.equal(loader.changed(), false);
    write("unused.ts", "");
    assert.equal(loader.changed(), false);
    write("sibling.ts", "// changed");
    assert.equal(loader.changed(), true);
  });
});

Deno.test("changed() stays true after a load that failed, even when no file changes", async () => {
  await withFiles({ "handler.ts": "throw new Error('not today');" }, async (loader) => {
    await assert.rejects(loader.load(), HandlerLoadError);
    assert.equal(loader.changed(), true);
  });
});

const failures: { name: string; files: Record<string, string>; message: RegExp; line?: number }[] =
  [
    {
      name: "a syntax error",
      files: { "handler.ts": "\nexport const x: = 5;" },
      message: /^Cannot load handler \S+\/handler\.ts: \S+\/handler\.ts:2: SyntaxError: Unexpected/,
      line: 2,
    },
    {
      name: "a syntax error in an imported file",
      files: { "handler.ts": `import "./lib/deep.ts";`, "lib/deep.ts": "\n\nconst = 1;" },
      message: /handler\.ts: \S+\/lib\/deep\.ts:3: SyntaxError/,
      line: 3,
    },
    {
      name: "an import that is not there",
      files: { "handler.ts": `export {};\nimport "./nosuch.ts";` },
      message: /\/handler\.ts:2: Module not found "\/\S+\/nosuch\.ts"$/,
      line: 2,
    },
    {
      name: "a name that is not exported",
      files: { "handler.ts": `import { b } from "./b.ts";\nb;`, "b.ts": "export const a = 1;" },
      message: /\/handler\.ts:1: SyntaxError: The requested module '\.\/b\.ts' does not provide/,
      line: 1,
    },
    {
      name: "code that throws",
      files: { "handler.ts": "\n\n\nnull!.x;\nexport {};" },
      message: /\/handler\.ts:4: TypeError: Cannot read properties of null/,
      line: 4,
    },
    {
      name: "something thrown that is no error",
      files: { "handler.ts": "throw 'no';\nexport {};" },
      message: /\/handler\.ts: no$/,
    },
    {
      name: "broken JSON",
      files: {
        "handler.ts": `import x from "./x.json" with { type: "json" };\nx;`,
        "x.json": `{"a": }`,
      },
      message: /\/x\.json: SyntaxError: /,
    },
    {
      name: "a built-in module that there is not",
      files: { "handler.ts": `export {};\nimport "node:nosuch";` },
      message: /\/handler\.ts:2: TypeError: .*"?node:nosuch/,
      line: 2,
    },
    {
      name: "an import of bytes",
      files: { "handler.ts": `import a from "./a.bin" with { type: "bytes" };\na;`, "a.bin": "a" },
      message: /\/handler\.ts:1: TypeError: The import attribute type of "bytes" is unsupported$/,
      line: 1,
    },
    {
      name: "assert where with is meant",
      files: {
        "handler.ts": `import a from "./a.json" assert { type: "json" };\na;`,
        "a.json": "1",
      },
      message: /\/handler\.ts:1: TypeError: Import assertions are deprecated/,
      line: 1,
    },
  ];

for (const { name, files, message, line } of failures) {
  const check = async (loader: HandlerLoader) => {
    await assert.rejects(loader.load(), (error) => {
      assert.ok(error instanceof HandlerLoadError);
      assert.match(error.message, message);
      assert.ok(!/\n|\?lp=|file:\/\//.test(error.message), error.message);
      assert.equal(error.line, line);
      return true;
    });
  };

  Deno.test(`load() says in one line where and why it failed: ${name}`, async () => {
    await withFiles(files, check);
  });

  Deno.test(`load() says it at a reload, too: ${name}`, reloads, async () => {
    await withFiles({ "handler.ts": "export const a = 1;" }, async (loader, write) => {
      await loader.load();
      for (const [name, text] of Object.entries(files)) write(name, text);
      await check(loader);
      await check(loader);
      write("handler.ts", "export const a = 2;");
      assert.equal((await loader.load())["a"], 2);
    });
  });
}

Deno.test("load() says that there is no such file", async () => {
  using loader = new HandlerLoader("/nonexistent/handler.ts", library);
  await assert.rejects(loader.load(), {
    name: "HandlerLoadError",
    message: "Cannot load handler /nonexistent/handler.ts: there is no such file",
  });
});

Deno.test("a load that failed is mended by the next one", reloads, async () => {
  await withFiles({ "handler.ts": "export const x: = 1;" }, async (loader, write) => {
    await assert.rejects(loader.load(), HandlerLoadError);
    write("handler.ts", "export const x = 1;");
    assert.equal((await loader.load())["x"], 1);
    assert.equal(loader.changed(), false);
  });
});
