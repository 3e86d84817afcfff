import assert from "node:assert/strict";
import { serviceFlags } from "../scripts/service_flags.ts";

const main = new URL("../main.ts", import.meta.url).pathname;

/** Runs the program with files in a directory of their own, to its end. */
async function run(
  args: readonly string[],
  files: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string[] }> {
  const directory = await Deno.makeTempDir();
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${directory}/${name}`, text);
    }
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--quiet", ...serviceFlags, main, ...args],
      cwd: directory,
      env: { NO_COLOR: "1" },
    }).output();
    const text = (bytes: Uint8Array) =>
      new TextDecoder().decode(bytes).replaceAll(directory, "DIR");
    return { code, out: text(stdout), err: text(stderr).trim().split("\n") };
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

const handler = `
import { ami, type App } from "lunopark";
export async function subroutine(app: App): Promise<void> {
  await app.Answer();
}
export default { "ivr/:lang": subroutine };
ami.addEvent("Hangup", () => {});
`;

Deno.test("--check lists the scripts and connects nowhere", async () => {
  const files = { "config.yaml": "host: 192.0.2.1\n", "handler.ts": handler };
  const { code, out, err } = await run(["-c", "config.yaml", "--check"], files);
  assert.deepEqual(err, [""]);
  assert.equal(code, 0);
  const lines = out.trim().split("\n");
  assert.equal(lines[0], "configuration DIR/config.yaml: good");
  assert.ok(lines.some((line) => /^host {21}192\.0\.2\.1:5038 {2,}file$/.test(line)), out);
  const handlers = lines.slice(lines.indexOf("handler DIR/handler.ts: good"));
  assert.deepEqual(handlers, [
    "handler DIR/handler.ts: good",
    "script subroutine  handler.ts:3",
    "script ivr/:lang   handler.ts:6",
    "listener hangup",
    "permission net     all",
    "permission read    all",
    "permission write   all",
    "permission env     all",
    "permission run     none, or what --allow-run lists",
    "permission sys     none, or what --allow-sys lists",
    "permission ffi     none, or what --allow-ffi lists",
    "permission import  none, or what --allow-import lists",
    "",
    'warning: no secret is set: AMI is asked with "password"; set LUNOPARK_SECRET',
  ]);
  assert.deepEqual(lines.filter((line) => line.length > 80), []);
});

Deno.test("--check --json tells it to programs", async () => {
  const files = { "config.yaml": "secret: hunter2\n", "handler.ts": handler };
  const { code, out } = await run(["-c", "config.yaml", "--check", "--json"], files);
  assert.equal(code, 0);
  const report = JSON.parse(out);
  assert.equal(report.configuration, "DIR/config.yaml");
  assert.deepEqual(report.scripts, [
    { name: "subroutine", place: "handler.ts:3" },
    { name: "ivr/:lang", place: "handler.ts:6" },
  ]);
  const secret = report.settings.find(({ key }: { key: string }) => key === "secret");
  assert.deepEqual(secret, { key: "secret", value: "(set)", from: "file" });
  assert.ok(!out.includes("hunter2"));
});

Deno.test("--check drops permissions before it loads the handlers, and says what is left", async () => {
  const files = {
    "config.yaml": "role: agi\npermissions: { env: false, write: false, net: false, run: false }\n",
    "handler.ts": `
      for (const use of [
        () => Deno.env.get("HOME"),
        () => Deno.writeTextFileSync("x", ""),
        () => Deno.listen({ port: 0 }),
      ]) {
        try {
          use();
          console.error("that went well");
        } catch (error) {
          if (!(error instanceof Deno.errors.NotCapable)) throw error;
        }
      }
      export function a(): void {}
    `,
  };
  const { code, out, err } = await run(["-c", "config.yaml", "--check"], files);
  assert.deepEqual([err, code], [[""], 0]);
  assert.match(
    out,
    /\nscript a +handler\.ts:\d+\npermission net +none\npermission read +all\npermission write +none\n/,
  );
});

Deno.test("--version and --help say what they are asked for", async () => {
  const version = await run(["--version"]);
  assert.match(version.out, /^lunopark \d+\.\d+\.\d+\n$/);
  const help = await run(["--help"]);
  assert.match(help.out, /^Usage: lunopark /);
  assert.deepEqual([version.code, help.code], [0, 0]);
});

const mistakes: [string, string[], Record<string, string>, number, RegExp[]][] = [
  ["an unknown option", ["--chekc"], {}, 2, [/^lunopark: Unknown option "--chekc"/]],
  ["a configuration that is not there", ["-c", "no.ts"], {}, 2, [
    /^lunopark: no\.ts: cannot be read/,
  ]],
  [
    "a configuration with three mistakes",
    ["-c", "config.json"],
    { "config.json": `{ "role": "bot", "lisen": "*", "secret": 7 }` },
    2,
    [
      /config\.json: role: got "bot"/,
      /config\.json: secret: got a number/,
      /"lisen", did you mean/,
    ],
  ],
  [
    "a permission that Lunopark needs",
    ["-c", "config.json"],
    {
      "config.json":
        `{ "listen": "127.0.0.1:0", "permissions": { "net": false, "read": false, "env": ["HOME"] } }`,
      "handler.ts": "export function a(): void {}",
    },
    2,
    [
      /INFO/,
      /permissions\.net: got false, but the AMI connection has to be made anew/,
      /permissions\.read: got false, but handlers are read at each reload/,
      /permissions\.env: the process may use all of it, start it with --allow-env=HOME/,
    ],
  ],
  [
    "a handler that is not there",
    ["-c", "config.json"],
    { "config.json": `{ "handler": "calls.ts" }` },
    2,
    [/^lunopark: DIR\/config\.json: handler: there is no file DIR\/calls\.ts$/],
  ],
  [
    "a handler with a mistake",
    ["--check"],
    { "handler.ts": "export const a = ;" },
    1,
    [/^lunopark: Cannot load handler DIR\/handler\.ts: DIR\/handler\.ts:1: SyntaxError: /],
  ],
];
for (const [name, args, files, status, lines] of mistakes) {
  Deno.test(`${name} is told in a line, without a stack, with status ${status}`, async () => {
    const { code, err } = await run(args, files);
    assert.equal(err.length, lines.length, err.join("\n"));
    lines.forEach((line, index) => assert.match(err[index] as string, line));
    assert.equal(code, status);
  });
}

Deno.test("the program stops by TERM with status 0, and reloads by HUP", async () => {
  const directory = await Deno.makeTempDir();
  await Deno.writeTextFile(`${directory}/handler.ts`, "export function a(): void {}");
  await Deno.writeTextFile(`${directory}/config.yaml`, "role: agi\nlisten: 127.0.0.1:0\n");
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", ...serviceFlags, main, "-c", `${directory}/config.yaml`],
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).spawn();
  let log = "";
  const steps: [RegExp, Deno.Signal][] = [
    [/Taking calls at agi/, "SIGHUP"],
    [/generation 1 goes on/, "SIGUSR2"],
    [/Listeners: none/, "SIGTERM"],
  ];
  for await (const text of child.stderr.pipeThrough(new TextDecoderStream())) {
    log += text;
    const [step] = steps;
    if (!step?.[0].test(log)) continue;
    steps.shift();
    child.kill(step[1]);
  }
  const { code } = await child.status;
  await Deno.remove(directory, { recursive: true });
  assert.equal(code, 0, log);
  assert.match(log, /Stopped\n$/);
});
