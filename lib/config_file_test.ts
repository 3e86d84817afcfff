import assert from "node:assert/strict";
import { readConfigFile } from "./config_file.ts";
import { ConfigError } from "./errors.ts";

let files = 0;

/** Writes a file, gives its path to `test`, and takes it away. */
async function withFile(ending: string, text: string, test: (file: string) => Promise<void>) {
  const directory = await Deno.makeTempDir();
  try {
    // A module is loaded once for each name.
    const file = `${directory}/config ${++files}${ending}`;
    await Deno.writeTextFile(file, text);
    await test(file);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

async function problemOf(file: string): Promise<string> {
  try {
    await readConfigFile(file);
  } catch (error) {
    assert(error instanceof ConfigError, String(error));
    assert.equal(error.problems.length, 1);
    assert.doesNotMatch(Deno.inspect(error), /hunter2/);
    return error.message;
  }
  throw new Error(`${file} has no problem`);
}

Deno.test("readConfigFile() reads every kind of file", async () => {
  const good: [ending: string, text: string][] = [
    [".ts", `const user: string = "luno"; export default { user, secure: false };`],
    [".ts", `export const user = "luno", secure = false;`],
    [".js", `export default { user: await Promise.resolve("luno"), secure: false };`],
    [".mjs", `export default { user: "luno", secure: false };`],
    [".json", `\uFEFF{ "user": "luno", "secure": false }`],
    [".yaml", `# how we call\nuser: luno\nsecure: false\n`],
    [".yml", `user: "luno"\nsecure: false\n`],
  ];
  for (const [ending, text] of good) {
    await withFile(ending, text, async (file) => {
      assert.deepEqual(await readConfigFile(file), { user: "luno", secure: false });
    });
  }
});

Deno.test("readConfigFile() takes an empty YAML file for a configuration without keys", async () => {
  await withFile(".yaml", "# nothing yet\n", async (file) => {
    assert.deepEqual(await readConfigFile(file), {});
  });
});

Deno.test("readConfigFile() tells file, line, column and reason, and never quotes the file", async () => {
  const wrong: [ending: string, text: string, where: string][] = [
    [".ts", `export default {\n  user: "x"\n  secret: "hunter2",\n};`, "3:3: Expected ','"],
    [".ts", `export default {\n  secret: "x" "hunter2",\n};`, "2:15: Expected ','"],
    [".mjs", `export default { "secret" "hunter2" };`, "1:27: Unexpected token"],
    [".js", `const a = 1;\nconst a = 2;`, "2:7: Identifier 'a' has already been declared"],
    [
      ".ts",
      `export default {\n  user: await import("./nowhere.ts"),\n};`,
      '2:22: Module not found "file:///DIRECTORY/nowhere.ts"',
    ],
    [".ts", `\nthrow new Error("Set me up\\nfirst");`, "2:7: Set me up"],
    [".ts", `throw new RangeError();`, "1:7: RangeError"],
    [".json", `{\n  "secret": hunter2\n}`, "2:13: Unexpected token or end"],
    [".json", `{ "level": truf, "secret": "hunter2" }`, "1:15: Unexpected token or end"],
    [".json", `{ "user": "x" "hunter2" }`, "1:15: Expected ',' or '}' after property value"],
    [".json", `{\n "user": \n`, "3:1: Unexpected token or end"],
    [
      ".yaml",
      `user: x\nsecret: hunter2: y`,
      "2:9: Nested mappings are not allowed in compact mappings",
    ],
    [".yaml", `secret: !hunter2`, "1:9: Unresolved tag"],
    [
      ".yaml",
      `a: 1\nsecret: *hunter2`,
      "2:9: Aliases are not supported, text with a * needs quotes",
    ],
    [".yaml", `listen: *:4573`, "1:9: Aliases are not supported, text with a * needs quotes"],
    [".yaml", `listen: *`, "1:9: Alias cannot be an empty string"],
    [".yaml", `secret: >hunter2\n x`, "1:10: Block scalar header includes extra characters"],
    [".yaml", `user: x\nuser: y`, "2:1: Map keys must be unique"],
  ];
  for (const [ending, text, where] of wrong) {
    await withFile(ending, text, async (file) => {
      const directory = file.slice(1, file.lastIndexOf("/"));
      assert.equal(await problemOf(file), `${file}:${where.replace("DIRECTORY", directory)}`);
    });
  }
});

Deno.test("readConfigFile() names the imported file when the fault is there", async () => {
  await withFile(".ts", `export const secret = "hunter2" "x";`, async (inner) => {
    await withFile(
      ".ts",
      `import { secret } from "${inner}";\nexport default { secret };`,
      async (file) => {
        assert.equal(await problemOf(file), `${inner}:1:33: Expected a semicolon`);
      },
    );
  });
});

Deno.test("readConfigFile() tells no place of what has none", async () => {
  await withFile(".ts", `throw "no config today";`, async (file) => {
    assert.equal(await problemOf(file), `${file}: no config today`);
  });
  await withFile(".ts", `const e = new Error("x"); e.stack = ""; throw e;`, async (file) => {
    assert.equal(await problemOf(file), `${file}: x`);
  });
});

Deno.test("readConfigFile() says when a file cannot be read", async () => {
  for (const ending of [".ts", ".json", ".yaml"]) {
    assert.equal(
      await problemOf(`/nowhere/config${ending}`),
      `/nowhere/config${ending}: cannot be read: No such file or directory`,
    );
  }
});

Deno.test("readConfigFile() names the endings that it knows", async () => {
  assert.equal(
    await problemOf("lunopark.conf"),
    'lunopark.conf: unknown kind of file ".conf", must be one of .ts, .js, .mjs, .json, .yaml, .yml',
  );
  assert.match(await problemOf("config"), /^config: unknown kind of file "", must be/);
});
