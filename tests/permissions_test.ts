import assert from "node:assert/strict";
import { placeCall } from "./support/fake_pbx.ts";
import { Program, writeFiles } from "./support/program.ts";

const handler = `
const url = "https://example.org/lunopark.ts";
export async function tries(app) {
  const uses = {
    env: () => Deno.env.get("HOME"),
    write: () => Deno.writeTextFileSync("/tmp/lunopark-must-not-be", ""),
    run: () => new Deno.Command("true").outputSync(),
    ffi: () => Deno.dlopen("libc.so.6", {}),
    sys: () => Deno.hostname(),
    import: () => import(url),
    net: () => Deno.connect({ hostname: "127.0.0.1", port: 1 }),
  };
  for (const [name, use] of Object.entries(uses)) {
    let outcome = "granted";
    try {
      await use();
    } catch (error) {
      if (/Requires|not allowed/.test(error.message)) outcome = "refused";
    }
    await app.NoOp(name, outcome);
  }
}
`;

Deno.test("a program without permissions serves, reloads and reports; its handlers have none", async () => {
  const directory = await writeFiles(
    "permissions: { env: false, write: false, run: false, ffi: false, sys: false, " +
      "import: false, net: false }\n",
    handler,
  );
  await using program = new Program(`${directory}/config.yaml`);
  const address = await program.address();
  await program.line(/Permissions that are given up: net, write, env, run, sys, ffi, import/);
  for (const generation of [1, 2]) {
    const call = await placeCall(address, { network_script: "tries" });
    await call.closed;
    assert.deepEqual(call.commands, [
      ...["env", "write", "run", "ffi", "sys", "import", "net"].map((name) =>
        `EXEC NoOp ${name},refused`
      ),
      "SET VARIABLE LUNOPARK_STATUS SUCCESS",
    ]);
    if (generation === 2) break;
    await Deno.writeTextFile(`${directory}/handler.ts`, `${handler}\nexport const changed = 1;`);
    program.kill("SIGHUP");
    await program.line(/Loaded generation 2/);
  }
  program.kill("SIGUSR2");
  await program.line(/ended: SUCCESS 2/);
  assert.doesNotMatch(program.log, /WARN|Cannot/, "the watch for stalls runs, too");
  program.kill("SIGTERM");
  assert.equal(await program.ended(), 0);
  await Deno.remove(directory, { recursive: true });
});
