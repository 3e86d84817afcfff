/**
 * Where a handler's command failed, as its operator reads it in the log.
 */
import assert from "node:assert/strict";
import { placeCall } from "./support/fake_pbx.ts";
import { Program, writeFiles } from "./support/program.ts";

/** By the name of the script: its code, whose line in doubt ends with a mark, and how the error begins. */
const failures: [script: string, code: string, error: string][] = [
  [
    "refuses",
    `await app.Answer();
     await channel.command("BAD", "x"); // here
     await app.NoOp();`,
    "AgiCommandError: Cannot send AGI command BAD x",
  ],
  [
    "lacks",
    `await app.Answer();
     await channel.get("PIN");
     await app.NoSuch("x"); // here`,
    "AgiCommandError: Cannot run dialplan application NoSuch",
  ],
  [
    "helps",
    `await app.Answer();
     const help = async () => {
       await channel.command("BAD", "x"); // here
     };
     await Promise.all([help(), app.NoOp()]);`,
    "AgiCommandError: Cannot send AGI command BAD x",
  ],
  [
    "queues",
    `const first = app.Answer();
     const second = channel.command("BAD", "x");
     await first;
     await second; // here`,
    "AgiCommandError: Cannot send AGI command BAD x",
  ],
  [
    "lacksAmi",
    `await app.Answer();
     await channel.ami.Ping(); // here`,
    "NotConnectedError: ",
  ],
];

Deno.test("the log says in which line of a handler a command has failed", async () => {
  const handler = failures
    .map(([name, code]) => `export async function ${name}(app, channel) {\n${code}\n}`)
    .join("\n");
  const directory = await writeFiles("", handler);
  await using program = new Program(`${directory}/config.yaml`);
  const address = await program.address();
  for (const [script, code, error] of failures) {
    const call = await placeCall(address, { network_script: script }, (line) => {
      if (line.startsWith("BAD")) return "510 Invalid or unknown command";
      return line.includes("NoSuch") ? "200 result=-2" : "200 result=0";
    });
    await call.closed;
    const above = handler.slice(0, handler.indexOf(code)) + code.slice(0, code.indexOf("// here"));
    const place = `handler.ts:${above.split("\n").length}:`;
    const [said] = await program.line(
      new RegExp(`Script failed script=${script} .*\\n {4}.*\\n {4}.*\\n`),
    );
    const [, title, frame] = said.split("\n");
    assert.ok(title?.trim().startsWith(error), said);
    assert.ok(frame?.includes(place), `${place} is not in ${said}`);
    assert.doesNotMatch(said, /lib\/agi/);
  }
  await Deno.remove(directory, { recursive: true });
});
