import assert from "node:assert/strict";
import { LunoparkError } from "../errors.ts";
import { initProject, initUsage, parseInitArguments } from "./init_command.ts";

const library = new Map([["mod.ts", "export {};\n"], ["lib/deep/one.ts", "// one\n"]]);

/** A project in a directory of its own: what `init` says, with `DIR` for that directory. */
async function inFolder(
  body: (init: (more?: object) => string[], directory: string) => unknown,
): Promise<void> {
  const directory = await Deno.makeTempDir();
  const init = (more: object = {}) => {
    const lines: string[] = [];
    initProject({
      directory,
      systemd: false,
      version: "1.2.3",
      command: ["/usr/bin/lunopark"],
      write: (line) => lines.push(line.replaceAll(directory, "DIR")),
      library,
      ...more,
    });
    return lines;
  };
  try {
    await body(init, directory);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

Deno.test("init writes the files of a project, and says so", async () => {
  await inFolder((init, directory) => {
    assert.deepEqual(init(), [
      "wrote DIR/config.ts",
      "wrote DIR/handler.ts",
      "wrote DIR/handler_test.ts",
      "wrote DIR/deno.json",
      "wrote DIR/.lunopark: Lunopark 1.2.3 for the editor and for tests, 2 files",
    ]);
    assert.equal(Deno.readTextFileSync(`${directory}/.lunopark/lib/deep/one.ts`), "// one\n");
  });
});

Deno.test("init makes the folder, and those above it", async () => {
  await inFolder((init, directory) => {
    assert.equal(init({ directory: `${directory}/a/b` })[0], "wrote DIR/a/b/config.ts");
  });
});

Deno.test("init keeps what is there, byte for byte, and says what it needs", async () => {
  await inFolder((init, directory) => {
    Deno.writeTextFileSync(`${directory}/handler.ts`, "// mine");
    Deno.writeTextFileSync(`${directory}/deno.json`, "{}");
    const lines = init();
    assert.deepEqual([lines[0], lines[1]], ["wrote DIR/config.ts", "kept  DIR/handler.ts"]);
    assert.match(
      lines[3] ?? "",
      /^kept {2}DIR\/deno\.json: [^]*"lunopark": "\.\/\.lunopark\/mod\.ts"/,
    );
    assert.equal(Deno.readTextFileSync(`${directory}/handler.ts`), "// mine");
    assert.equal(Deno.readTextFileSync(`${directory}/deno.json`), "{}");
  });
});

Deno.test("init a second time changes nothing", async () => {
  await inFolder((init) => {
    init();
    assert.deepEqual(init(), [
      ...["config.ts", "handler.ts", "handler_test.ts", "deno.json", ".lunopark"].map((name) =>
        `kept  DIR/${name}`
      ),
    ]);
  });
});

Deno.test("init says how to renew the library of another version, and keeps it", async () => {
  await inFolder((init, directory) => {
    init();
    assert.match(
      init({ version: "2.0.0" }).at(-1) ?? "",
      /^kept {2}DIR\/\.lunopark: it is Lunopark 1\.2\.3; delete .* again for 2\.0\.0$/,
    );
    assert.equal(Deno.readTextFileSync(`${directory}/.lunopark/version`), "1.2.3\n");
  });
});

Deno.test("init completes a library that an interrupted one has begun", async () => {
  await inFolder((init, directory) => {
    init();
    Deno.removeSync(`${directory}/.lunopark/version`);
    Deno.removeSync(`${directory}/.lunopark/mod.ts`);
    assert.match(init().at(-1) ?? "", /^wrote DIR\/\.lunopark/);
    assert.equal(Deno.readTextFileSync(`${directory}/.lunopark/mod.ts`), "export {};\n");
  });
});

Deno.test("init follows no link that points nowhere", async () => {
  await inFolder((init, directory) => {
    Deno.symlinkSync(`${directory}/elsewhere`, `${directory}/handler.ts`);
    assert.throws(() => init(), /^LunoparkError: Cannot write \S+handler\.ts: File exists$/);
    assert.throws(() => Deno.statSync(`${directory}/elsewhere`), Deno.errors.NotFound);
  });
});

Deno.test("init says why it cannot write", async () => {
  await inFolder((init, directory) => {
    Deno.writeTextFileSync(`${directory}/file`, "");
    assert.throws(
      () => init({ directory: `${directory}/file` }),
      (error) =>
        error instanceof LunoparkError &&
        /^Cannot write \S+\/file\/config\.ts: /.test(error.message),
    );
  });
});

Deno.test("init --systemd writes a unit that starts this program there", async () => {
  await inFolder((init, directory) => {
    const command = ["/opt/my programs/100%/lunopark", "--flag"];
    assert.equal(init({ systemd: true, command })[4], "wrote DIR/lunopark.service");
    const unit = Deno.readTextFileSync(`${directory}/lunopark.service`);
    assert.match(
      unit,
      new RegExp(
        `^ExecStart="/opt/my programs/100%%/lunopark" --flag -c ${directory}/config\\.ts$`,
        "m",
      ),
    );
  });
});

Deno.test("the unit that init writes shuts in the service as that of the package does", async () => {
  const packaged = Deno.readTextFileSync(
    new URL("../../packaging/lunopark.service", import.meta.url),
  );
  const settings = (unit: string) =>
    unit.match(
      /^(Protect(?!Home)|Private|Restrict|SystemCall|Capab|NoNew|Lock|Remove|Proc|UMask).*$/gm,
    );
  await inFolder((init, directory) => {
    init({ systemd: true });
    const unit = Deno.readTextFileSync(`${directory}/lunopark.service`);
    assert.deepEqual(settings(unit)?.sort(), settings(packaged)?.sort());
  });
});

const mistakes: [string[], RegExp][] = [
  [["one", "two"], /^Unexpected argument "two": init makes one folder$/],
  [["--service"], /^Unknown option "--service": allowed behind init are a folder, --systemd/],
  [["--systemd=yes"], /^Option "--systemd" takes no value, got "yes"$/],
];
for (const [args, message] of mistakes) {
  Deno.test(`init refuses ${args.join(" ")}`, () => {
    assert.throws(() => parseInitArguments(args), { name: "UsageError", message });
  });
}

Deno.test("the help of init fits a terminal of 80 columns", () => {
  assert.ok(initUsage().split("\n").every((line) => line.length <= 80));
});
