/**
 * `lunopark init` as a person uses it: with an empty home, no network, and no permission.
 */
import assert from "node:assert/strict";
import { serviceFlags } from "../scripts/service_flags.ts";

const main = new URL("../main.ts", import.meta.url).pathname;
const scratch = await Deno.makeTempDir({ prefix: "lunopark-init-" });
const project = `${scratch}/project`;
Deno.test.afterAll(() => Deno.remove(scratch, { recursive: true }));

interface Result {
  readonly code: number;
  readonly text: string;
}

/** Runs Deno in a folder with a home that was empty before these tests. */
async function deno(args: string[], cwd: string): Promise<Result> {
  await Deno.mkdir(`${scratch}/home`, { recursive: true });
  const PATH = Deno.env.get("PATH") ?? "";
  return await run(args, cwd, { HOME: `${scratch}/home`, PATH, NO_COLOR: "1" });
}

/** Runs the program, from its source and with its permissions. */
function lunopark(...args: string[]): Promise<Result> {
  return run(["run", "--quiet", ...serviceFlags, main, ...args], scratch);
}

async function run(args: string[], cwd: string, env?: Record<string, string>): Promise<Result> {
  const command = new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    stdin: "null",
    ...env ? { env, clearEnv: true } : { env: { NO_COLOR: "1" } },
  });
  const { code, stdout, stderr } = await command.output();
  const text = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("");
  return { code, text: text.replaceAll(scratch, "DIR") };
}

Deno.test("init writes a project, the second time nothing, and its exit status says that all is there", async () => {
  const first = await lunopark("init", "project", "--systemd");
  assert.equal(first.code, 0, first.text);
  assert.equal(first.text.match(/^wrote DIR\/project\//gm)?.length, 6);
  const unit = await Deno.readTextFile(`${project}/lunopark.service`);
  const [start = ""] = /^ExecStart=.*$/m.exec(unit) ?? [];
  assert.ok(
    start.includes(` run ${serviceFlags.join(" ")} ${main} -c ${project}/config.ts`),
    start,
  );
  const second = await lunopark("init", "project", "--systemd");
  assert.equal(second.code, 0);
  assert.equal(second.text.match(/^kept {2}DIR\/project\/\S+$/gm)?.length, 6, second.text);
});

Deno.test("what init wrote is checked, tested, formatted and linted without network and permission", async () => {
  for (
    const [args, told] of [
      [["check", "--no-remote", "--no-npm"], /Check handler_test\.ts/],
      [["test", "--no-remote", "--no-npm", "--no-prompt"], /ok \| 2 passed \| 0 failed/],
      [["fmt", "--check"], /Checked \d files/],
      [["lint"], /Checked 3 files/],
    ] as const
  ) {
    const { code, text } = await deno([...args], project);
    assert.equal(code, 0, text);
    assert.match(text, told);
  }
});

Deno.test("in a project the types know Asterisk, and a test that fails shows the conversation", async () => {
  const file = `${project}/handler.ts`;
  const handler = await Deno.readTextFile(file);
  try {
    await Deno.writeTextFile(file, handler.replace("app.Playback(", "app.Playbak("));
    const { code, text } = await deno(["check"], project);
    assert.equal(code, 1);
    assert.match(text, /'Playbak' does not exist on type 'App'\. Did you mean 'Playback'\?/);
    await Deno.writeTextFile(file, handler.replace('"PJSIP/1234"', '"PJSIP/1235"'));
    const failed = await deno(["test", "--no-prompt", "--no-check"], project);
    assert.equal(failed.code, 1);
    assert.match(failed.text, /Expected Dial\(PJSIP\/1234,120,g\)[^]*handler +Dial\(PJSIP\/1235/);
    // The line of the test is shown, and none of the library.
    assert.match(failed.text, /\n +await call\.expect\("Dial"[^\n]*\n +\^\n/);
    assert.doesNotMatch(failed.text, /\.lunopark/);
  } finally {
    await Deno.writeTextFile(file, handler);
  }
});

Deno.test("a handler file that a test may not read is not said to be missing", async () => {
  const file = `${project}/file_test.ts`;
  await Deno.writeTextFile(
    file,
    `import { fakeAsterisk } from "lunopark/testing";
Deno.test("a file", async () => void await fakeAsterisk({ handler: "./handler.ts" }));
`,
  );
  try {
    const { code, text } = await deno(["test", "--no-prompt", "--no-check", file], project);
    assert.equal(code, 1);
    assert.match(text, /Cannot load \.\/handler\.ts without permission to read it: deno test -A/);
  } finally {
    await Deno.remove(file);
  }
});

Deno.test("the program serves what init wrote", async () => {
  const { code, text } = await lunopark("-c", "project/config.ts", "--check");
  assert.equal(code, 0, text);
  assert.match(text, /^script subroutine +handler\.ts:\d+$/m);
});

Deno.test("init that cannot write says why and has the status 1, one that is called wrongly 2", async () => {
  await Deno.writeTextFile(`${scratch}/file`, "");
  const { code, text } = await lunopark("init", "file");
  assert.equal(code, 1);
  assert.match(text, /^lunopark: Cannot write DIR\/file\/config\.ts: /);
  assert.equal((await lunopark("init", "--force")).code, 2);
});
