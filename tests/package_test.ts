/**
 * The Debian package with the program that can be had everywhere: built, unpacked, installed, started as
 * its unit says.
 */
import assert from "node:assert/strict";
import { makePackage } from "../scripts/package.ts";
import { host } from "../scripts/release_targets.ts";
import project from "../deno.json" with { type: "json" };
import { NotifySocket } from "./support/notify_socket.ts";
import { Program } from "./support/program.ts";

const packaging = new URL("../packaging/", import.meta.url);
const scratch = await Deno.makeTempDir({ prefix: "lunopark-package-test-" });
Deno.test.afterAll(() => Deno.remove(scratch, { recursive: true }));

/** A root in which the package has been unpacked, and nothing else is. */
const root = `${scratch}/root`;
const program = `${root}/usr/bin/lunopark`;
const time = new Date(Date.UTC(2026, 0, 31));

/** Why a test that needs these programs is left out; says it. */
function lacks(...tools: string[]): boolean {
  const missing = tools.filter((tool) => {
    try {
      return !new Deno.Command(tool, { args: ["--version"], stdout: "null" }).outputSync().success;
    } catch {
      return true;
    }
  });
  if (missing.length > 0) console.log(`tests/package_test.ts: no ${missing.join(", ")} here`);
  return missing.length > 0;
}

async function run(
  command: string,
  args: string[],
  options: Deno.CommandOptions = {},
): Promise<string> {
  const output = await new Deno.Command(command, { args, stdin: "null", ...options }).output();
  const text = [output.stdout, output.stderr].map((bytes) => new TextDecoder().decode(bytes)).join(
    "",
  );
  assert.ok(output.success, `${command} ${args.join(" ")}\n${text}`);
  return text;
}

function read(path: string | URL): string {
  return Deno.readTextFileSync(path);
}

/** Paths, sizes and times of all files below a folder. */
function listFiles(folder: string): string[] {
  return Array.from(Deno.readDirSync(folder)).flatMap(({ name, isDirectory }) => {
    const path = `${folder}/${name}`;
    if (isDirectory) return listFiles(path);
    const { size, mtime } = Deno.lstatSync(path);
    return [`${path} ${size} ${mtime?.getTime()}`];
  }).sort();
}

function build(version: string, output = scratch): Promise<string> {
  return makePackage({ target: host!, output, version, time, compression: "none" });
}

const isLinux = host?.debian !== undefined;
const withoutPackages = !isLinux || lacks("dpkg-deb");

Deno.test({
  name: "a package is built from the same source to the same bytes, whatever the umask is",
  ignore: withoutPackages,
  async fn() {
    const one = await build("1.0.0");
    const umask = Deno.umask(0o077);
    try {
      await run("cmp", [one, await build("1.0.0", `${scratch}/again`)]);
    } finally {
      Deno.umask(umask);
    }
    await run("dpkg-deb", ["--extract", one, root]);
    assert.equal((await run("dpkg-deb", ["--field", one, "Version"])).trim(), "1.0.0");
  },
});

Deno.test({
  name: "in the installed pages each link leads to a file, and the examples are there",
  ignore: withoutPackages,
  fn() {
    const folder = `${root}/usr/share/doc/lunopark`;
    const pages = ["", "docs/"].flatMap((under) =>
      Array.from(Deno.readDirSync(`${folder}/${under}`), ({ name }) => under + name)
    ).filter((name) => name.endsWith(".md"));
    const targets = pages.flatMap((page) => {
      const text = read(`${folder}/${page}`).replaceAll(/^```.*?^```$|`[^`\n]*`/gms, "");
      return Array.from(text.matchAll(/\]\(([^)\s#]+)[^)\s]*\)/g), ([, target = ""]) => target)
        .filter((target) => !/^[a-z]+:/.test(target))
        .map((target) => new URL(target, `file://${folder}/${page}`));
    });
    const missing = targets.filter((url) => {
      try {
        return !Deno.statSync(url);
      } catch {
        return true;
      }
    });
    assert.deepEqual(missing.map(({ pathname }) => pathname), []);
    assert.ok(targets.length > 50, `${targets.length} links`);
    const linked = new Set(targets.map(({ pathname }) => pathname));
    for (const { name } of Deno.readDirSync(new URL("../handlers/", import.meta.url))) {
      if (!/(?<!_test|config)\.ts$/.test(name)) continue;
      assert.ok(linked.has(`${folder}/examples/${name}`), name);
    }
    assert.match(read(`${folder}/README.md`), /The license is MIT\./);
  },
});

Deno.test({
  name: "the installed program runs without Deno, network and a folder to write to",
  ignore: withoutPackages,
  async fn() {
    const home = await Deno.makeTempDir({ dir: scratch });
    const before = listFiles(root);
    const options = { clearEnv: true, env: { PATH: "/usr/bin:/bin", HOME: home, NO_COLOR: "1" } };
    const told = (...args: string[]) => run(program, args, options);
    assert.equal(await told("--version"), `lunopark ${project.version}\n`);
    const config = `${root}/etc/lunopark/config.ts`;
    assert.match(await told("-c", config, "--check"), /^script subroutine {2}\S+$/m);
    assert.match(
      await told("call", "-c", config, "subroutine", "--digits", "0000"),
      /^SUCCESS after /m,
    );
    assert.deepEqual(listFiles(home), []);
    const init = await told("init", `${home}/calls`, "--systemd");
    assert.match(init, /\/usr\/lib\/lunopark\/deno check && /);
    const unit = read(`${home}/calls/lunopark.service`);
    assert.match(unit, /^ExecStart=\S+\/usr\/lib\/lunopark\/lunopark -c \S+\/config\.ts$/m);
    const deno = { ...options, cwd: `${home}/calls` };
    await run(
      `${root}/usr/lib/lunopark/deno`,
      ["test", "--no-check", "--no-remote", "--no-npm"],
      deno,
    );
    assert.deepEqual(listFiles(root), before);
  },
});

Deno.test({
  name:
    "the unit's command tells systemd of start, life, reload and stop, and reads its credential",
  ignore: withoutPackages,
  async fn() {
    const unit = read(`${root}/usr/lib/systemd/system/lunopark.service`);
    const start = /^ExecStart=(\S+) -c (\S+)$/m.exec(unit);
    const [name, source] = /^LoadCredential=(\S+):(\S+)$/m.exec(unit)?.slice(1) ?? [];
    assert.equal(source, "/etc/lunopark/secret");
    const credentials = await Deno.makeTempDir({ dir: scratch });
    await Deno.writeTextFile(`${credentials}/${name}`, "hunter2\n");
    using socket = new NotifySocket();
    const env = {
      PATH: "/usr/bin:/bin",
      NOTIFY_SOCKET: socket.path,
      WATCHDOG_USEC: "200000",
      CREDENTIALS_DIRECTORY: credentials,
      LUNOPARK_LISTEN: "127.0.0.1:0",
      LUNOPARK_HOST: "127.0.0.1:1",
    };
    await using service = new Program(`${root}${start?.[2]}`, env, `${root}${start?.[1]}`);
    assert.match(await socket.next("READY=1"), /STATUS=127\.0\.0\.1:\d+, generation 1, 0 calls/);
    await socket.next("WATCHDOG=1");
    await Deno.writeTextFile(`${root}/etc/lunopark/handler.ts`, "export const two = () => {};");
    service.kill("SIGHUP");
    assert.match(await socket.next("RELOADING=1"), /\nMONOTONIC_USEC=\d+$/);
    assert.match(await socket.next("READY=1"), /generation 2/);
    service.kill("SIGTERM");
    await socket.next("STOPPING=1");
    assert.equal(await service.ended(), 0);
    assert.ok(service.log.includes(`The AMI secret is that of ${credentials}/${name}`));
    assert.doesNotMatch(service.log, /hunter2|WARN(?!.*No AMI connection)/);
  },
});

Deno.test("what deno compile makes has the program, the library and no more permissions than it needs", async () => {
  const root = new URL("../", import.meta.url).pathname;
  const told = await run(Deno.execPath(), ["task", "--quiet", "compile", "--check"], { cwd: root });
  assert.match(told, /main\.ts and mod\.ts are built in, with --no-prompt /);
});

Deno.test("the unit for several processes differs from the unit in what tells them apart", () => {
  const [one, several] = ["lunopark.service", "lunopark@.service"].map((name) =>
    read(new URL(name, packaging)).split("\n")
  ) as [string[], string[]];
  assert.deepEqual(one.filter((line) => !several.includes(line)), [
    "Description=Lunopark, application server for Asterisk",
    "RuntimeDirectory=lunopark",
  ]);
  assert.deepEqual(several.filter((line) => !one.includes(line)), [
    "Description=Lunopark, application server for Asterisk, process %i",
    '# For the configuration, as Deno.env.get("LUNOPARK_INSTANCE").',
    "Environment=LUNOPARK_INSTANCE=%i",
    // One of its own: systemd removes it when a process ends.
    "RuntimeDirectory=lunopark-%i",
  ]);
});

Deno.test("each socket that the guides name is in a folder that a unit makes", () => {
  const folders = ["lunopark.service", "lunopark@.service"].map((name) => {
    const [, folder = ""] = /^RuntimeDirectory=(\S+)$/m.exec(read(new URL(name, packaging))) ?? [];
    return `/run/${folder.replace("%i", '${Deno.env.get("LUNOPARK_INSTANCE")}')}/`;
  });
  const named = ["status.md", "operations.md"].flatMap((name) =>
    Array.from(
      read(new URL(`../docs/${name}`, import.meta.url)).matchAll(
        /status: ["`](\/\S+\/)[^/"`]*["`]/g,
      ),
      ([, folder]) => folder,
    )
  );
  assert.deepEqual([...new Set(named)].sort(), folders.sort());
});

const withoutSystemd = withoutPackages || lacks("systemd-analyze");

/** A unit with the program where this test has it: systemd looks whether that is there. */
async function unitFile(name: string): Promise<string> {
  const path = `${scratch}/${name.replace("@", "@1")}`;
  const unit = read(new URL(name, packaging));
  await Deno.writeTextFile(path, unit.replace("/usr/bin/lunopark", program));
  return path;
}

for (const name of ["lunopark.service", "lunopark@.service"]) {
  Deno.test({
    name: `systemd-analyze finds no fault in ${name}, and an exposure of 1.5 at most`,
    ignore: withoutSystemd,
    async fn() {
      const file = await unitFile(name);
      assert.equal(await run("systemd-analyze", ["verify", "--man=no", file]), "");
      const security = ["security", "--offline=true", "--no-pager", "--threshold=15", file];
      assert.match(
        await run("systemd-analyze", security),
        /Overall exposure level for \S+: \d\.\d/,
      );
    },
  });
}

Deno.test({
  name: "dpkg installs, upgrades without touching what was changed, removes and purges",
  ignore: withoutPackages || Deno.uid() !== 0 || lacks("dpkg", "systemd-sysusers", "systemctl"),
  async fn() {
    const system = `${scratch}/system`;
    for (const folder of ["var/lib/dpkg/info", "var/lib/dpkg/updates", "etc", "usr/bin"]) {
      await Deno.mkdir(`${system}/${folder}`, { recursive: true });
    }
    await Deno.writeTextFile(`${system}/var/lib/dpkg/status`, "");
    const force = ["--force-depends", "--force-script-chrootless", "--force-not-root"];
    const dpkg = (...args: string[]) =>
      run("dpkg", [`--root=${system}`, `--log=${scratch}/dpkg.log`, ...force, ...args]);
    const isThere = (path: string) => {
      try {
        return Boolean(Deno.lstatSync(`${system}${path}`));
      } catch {
        return false;
      }
    };

    assert.match(
      await dpkg("--install", `${scratch}/lunopark_1.0.0_${host?.debian}.deb`),
      /not started/,
    );
    assert.match(read(`${system}/etc/passwd`), /^lunopark:/m);
    const secret = read(`${system}/etc/lunopark/secret`);
    assert.match(secret, /^[0-9a-f]{32}\n$/);
    assert.equal(Deno.statSync(`${system}/etc/lunopark/secret`).mode! & 0o777, 0o600);
    const version = Number(/^systemd (\d+)/.exec(await run("systemctl", ["--version"]))?.[1]);
    const dropIn = "/usr/lib/systemd/system/lunopark.service.d/notify-reload.conf";
    assert.equal(isThere(dropIn), version >= 253);

    await Deno.writeTextFile(`${system}/etc/lunopark/handler.ts`, "// mine");
    const next = await build("1.0.1");
    const told = await dpkg("--force-confdef", "--install", next);
    assert.doesNotMatch(told, /not started|a new secret/);
    assert.equal(read(`${system}/etc/lunopark/handler.ts`), "// mine");
    assert.equal(read(`${system}/etc/lunopark/secret`), secret);
    assert.equal(isThere(dropIn), version >= 253);

    await dpkg("--remove", "lunopark");
    assert.equal(isThere("/usr/bin/lunopark"), false);
    assert.equal(isThere("/usr/lib/systemd/system/lunopark.service.d"), false);
    assert.equal(read(`${system}/etc/lunopark/handler.ts`), "// mine");
    await dpkg("--purge", "lunopark");
    assert.equal(isThere("/etc/lunopark"), false);
    assert.equal(isThere("/var/lib/lunopark"), false);
  },
});
