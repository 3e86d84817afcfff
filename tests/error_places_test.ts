/**
 * Where a handler's command failed, as its operator reads it in the log.
 */
import assert from "node:assert/strict";
import { FakeAmi, placeCall } from "./support/fake_pbx.ts";
import { Program, writeFiles } from "./support/program.ts";

type Failures = [script: string, code: string, error: string][];

/** By the name of the script: its code, whose line in doubt ends with a mark, and how the error begins. */
const failures: Failures = [
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

const amiFailures: Failures = [
  [
    "isRefused",
    `await app.Answer();
     await ami.Ping();
     await ami.Hangup({ channel: "PJSIP/100-00000001" }); // here`,
    'ActionFailedError: Action "Hangup" failed: No such channel',
  ],
  [
    "waits",
    `await app.Answer();
     await channel.ami.action("WaitEvent", {}, { timeout: 10 }); // here`,
    "ActionTimeoutError: ",
  ],
];

async function checkPlaces(config: string, failures: Failures): Promise<void> {
  const handler = [
    'import { ami } from "lunopark";',
    ...failures.map(([name, code]) => `export async function ${name}(app, channel) {\n${code}\n}`),
  ].join("\n");
  const directory = await writeFiles("", handler);
  await Deno.writeTextFile(`${directory}/config.yaml`, `listen: 127.0.0.1:0\n${config}`);
  await using program = new Program(`${directory}/config.yaml`);
  const address = await program.address();
  if (!config.includes("agi")) await program.line(/Connected to AMI/);
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
    assert.doesNotMatch(said, /lib\/a[gm]i/);
  }
  await Deno.remove(directory, { recursive: true });
}

Deno.test("the log says in which line of a handler a command has failed", async () => {
  await checkPlaces("role: agi\n", failures);
});

Deno.test("the log says in which line of a handler an action has failed", async () => {
  await using fake = new FakeAmi(({ action }) => {
    if (action === "WaitEvent") return [];
    const refusal = "Response: Error\r\nMessage: No such channel";
    return [action === "Hangup" ? refusal : "Response: Success"];
  });
  await checkPlaces(`host: ${fake.host}\n`, amiFailures);
});
