import assert from "node:assert/strict";
import { type CommandLine, parseArguments, usage, UsageError } from "./cli.ts";
import { LunoparkError } from "./errors.ts";

const nothing: CommandLine = {
  config: undefined,
  check: false,
  json: false,
  help: false,
  version: false,
};
const allowed = "allowed are -c/--config FILE, --check, --json, -h/--help and -V/--version";
const commands = ", or the commands call and init";

Deno.test("parseArguments() takes short and long options, in any order", async () => {
  const lines: [args: string[], expected: Partial<CommandLine>][] = [
    [[], {}],
    [["-c", "a.ts"], { config: "a.ts" }],
    [["-ca.ts"], { config: "a.ts" }],
    [["--config", "a.ts"], { config: "a.ts" }],
    [["--config=a.ts", "--check"], { config: "a.ts", check: true }],
    [["--check", "-c", "my config.yaml"], { config: "my config.yaml", check: true }],
    [["--config=-odd.ts"], { config: "-odd.ts" }],
    [["-c", "a.ts", "-c", "b.ts"], { config: "b.ts" }],
    [["-h"], { help: true }],
    [["--help"], { help: true }],
    [["-V"], { version: true }],
    [["--version"], { version: true }],
    [["-hV"], { help: true, version: true }],
    [["--"], {}],
  ];
  for (const [args, expected] of lines) {
    assert.deepEqual(await parseArguments(args), { ...nothing, ...expected }, args.join(" "));
  }
});

Deno.test("parseArguments() says what was given and what is allowed", async () => {
  const lines: [args: string[], message: string][] = [
    [["--confg", "a.ts"], `Unknown option "--confg": ${allowed}`],
    [["-x"], `Unknown option "-x": ${allowed}`],
    [["--constructor"], `Unknown option "--constructor": ${allowed}`],
    [["--no-check"], `Unknown option "--no-check": ${allowed}`],
    [["config.ts"], `Unexpected argument "config.ts": ${allowed}${commands}`],
    [["a\nb"], `Unexpected argument "a\\nb": ${allowed}${commands}`],
    [["--", "-c"], `Unexpected argument "-c": ${allowed}${commands}`],
    [["-c"], `Option "-c" needs the path of a file, as in "-c config.ts"`],
    [["-c", ""], `Option "-c" needs the path of a file, as in "-c config.ts"`],
    [["--config="], `Option "--config" needs the path of a file, as in "-c config.ts"`],
    [["-c", "--check"], `Option "-c" needs the path of a file, as in "-c config.ts"`],
    [["--check=yes"], `Option "--check" takes no value, got "yes"`],
  ];
  for (const [args, message] of lines) {
    await assert.rejects(parseArguments(args), (error) => {
      assert(error instanceof UsageError && error instanceof LunoparkError);
      assert.equal(error.message, message);
      return true;
    });
  }
});

Deno.test("usage() fits on 80 columns and names every option", () => {
  const lines = usage().split("\n");
  assert.deepEqual(lines.filter((line) => line.length > 80), []);
  for (const word of ["-c, --config FILE", "--check", "-h, --help", "-V, --version"]) {
    assert.match(usage(), new RegExp(`^ +${word} `, "m"));
  }
});
