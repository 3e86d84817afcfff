import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { SourceFiles } from "./source_files.ts";

/** A directory, and how to write and name files of it. */
async function withFolder(
  body: (files: SourceFiles, write: (name: string, text: string) => string) => Promise<void> | void,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  const write = (name: string, text: string) => {
    const path = `${folder}/${name}`;
    // A new file each time: its inode tells it apart even within one tick of the clock.
    Deno.writeTextFileSync(`${path}.new`, text);
    Deno.renameSync(`${path}.new`, path);
    return pathToFileURL(path).href;
  };
  try {
    await body(new SourceFiles(), write);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const made: { name: string; file?: string; text: string; script: RegExp | undefined }[] = [
  {
    name: "types",
    text: "const a: number = 1 as const satisfies number;",
    script: /^const a = 1;$/m,
  },
  {
    name: "imports that are types alone, whether they say so or not",
    text: `import { type A, B } from "./a.ts"; import { C, d } from "./c.ts"; let b: B | C = d;`,
    script: /^import { d } from ".\/c.ts";\nlet b = d;$/m,
  },
  { name: "an enum", text: "export enum Key { Star }", script: /Key\["Star"\] = 0/ },
  {
    name: "a property in a constructor",
    text: "class A { constructor(readonly x: number) {} }",
    script: /this\.x = x/,
  },
  {
    name: "letters beyond ASCII",
    text: `const greeting: string = "Grüße, 世界";`,
    script: /Grüße, 世界/,
  },
  {
    name: "an @ that is no decorator",
    text: `const mail = "a@b"; // @b\n/** @c */`,
    script: /a@b/,
  },
  { name: "an .mts file", file: "a.mts", text: "let a: string;", script: /^let a;$/m },
  { name: "an .mjs file, as it is", file: "a.mjs", text: "let\ta;", script: /^let\ta;$/ },
  { name: "a .js file, as it is", file: "a.js", text: "let\ta;", script: /^let\ta;$/ },
  { name: "TSX: left to Deno", file: "a.tsx", text: "let a;", script: undefined },
  { name: "CommonJS: left to Deno", file: "a.cjs", text: "let a;", script: undefined },
  { name: "JSON: left to Deno", file: "a.json", text: "{}", script: undefined },
];

for (const { name, file = "a.ts", text, script } of made) {
  Deno.test(`script() makes JavaScript: ${name}`, async () => {
    await withFolder((files, write) => {
      const made = files.script(write(file, text));
      if (script) assert.match(made ?? "", script);
      else assert.equal(made, undefined);
    });
  });
}

Deno.test("script() leaves a .js file to Deno that a package.json may call CommonJS", async () => {
  await withFolder((files, write) => {
    write("package.json", "{}");
    assert.equal(files.script(write("a.js", "let a;")), undefined);
  });
});

Deno.test("script() leaves a file to Deno that is not there", async () => {
  await withFolder((files, write) => {
    assert.equal(files.script(write("a.ts", "").replace("a.ts", "b.ts")), undefined);
  });
});

Deno.test("script() says in which line it cannot go on", async () => {
  await withFolder((files, write) => {
    const url = write("a.ts", "\n\nconst x: = 1;");
    assert.throws(() => files.script(url), {
      name: "SyntaxError",
      message: new RegExp(`^Unexpected token \`=\`[^]* at ${url}:3:`),
    });
  });
});

Deno.test("an error names line and column of the file, not of its JavaScript", async () => {
  await withFolder(async (files, write) => {
    const text = "interface A {\n  a: string;\n}\n\n\n" +
      "export function fail(a: A): never {\n        throw new Error(a.a);\n}\n";
    const url = write("a.ts", text);
    const { fail } = await import(write("a.mjs", files.script(url) as string));
    assert.throws(() => fail({ a: "no" }), ({ stack }: Error) => stack?.includes(`${url}:7:15`));
  });
});

Deno.test("a file that has not changed is made into JavaScript once", async () => {
  await withFolder(async (files, write) => {
    const url = write("a.ts", "let a: string;");
    files.begin();
    const first = files.script(url);
    const { mtime } = Deno.statSync(new URL(url));
    files.begin();
    await files.prepare();
    // The same size and time in the same file: what is asked for is not read.
    Deno.writeTextFileSync(new URL(url), "let b: string;");
    Deno.utimeSync(new URL(url), mtime as Date, mtime as Date);
    assert.equal(files.script(url), first);
    files.begin();
    write("a.ts", "let c: string;");
    assert.match(files.script(url) as string, /^let c;$/m);
  });
});

Deno.test("prepare() makes anew what has changed, and leaves complaints to the load", async () => {
  await withFolder(async (files, write) => {
    const url = write("a.ts", "let a: string;");
    files.begin();
    files.script(url);
    assert.equal(files.changed, false);
    write("a.ts", "let a: = 1;");
    assert.equal(files.changed, true);
    await files.prepare();
    files.begin();
    assert.throws(() => files.script(url), SyntaxError);
    write("a.ts", "let b: string;");
    await files.prepare();
    files.begin();
    assert.match(files.script(url) as string, /^let b;$/m);
  });
});

Deno.test("a file that a load did not need is forgotten by the next one", async () => {
  await withFolder((files, write) => {
    const url = write("a.ts", "let a: string;");
    files.begin();
    files.script(url);
    files.begin();
    assert.deepEqual([...files.urls], []);
    assert.equal(files.changed, false);
  });
});
