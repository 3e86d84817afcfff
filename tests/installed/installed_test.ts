/**
 * The Debian package as a new user meets it: a clean Debian with systemd and without Deno, and a real
 * Asterisk beside it.
 */
import assert from "node:assert/strict";
import { makePackage } from "../../scripts/package.ts";
import { host } from "../../scripts/release_targets.ts";
import { type Asterisk, freePort, startAsterisk } from "../support/asterisk.ts";
import { findHindrance, Machine, releases } from "./machine.ts";

const hindrance = await findHindrance();
if (hindrance !== undefined) console.log(`tests/installed: left out, since ${hindrance}`);

const share = await Deno.makeTempDir({ prefix: "lunopark-installed-" });
const port = freePort();
let asterisk: Asterisk;

Deno.test.beforeAll(async () => {
  if (hindrance !== undefined) return;
  for (const version of ["1.0.0", "1.0.1"]) {
    await makePackage({ target: host!, output: share, version, compression: "none" });
  }
  asterisk = await startAsterisk("22", { agiPort: port });
});

Deno.test.afterAll(async () => {
  await asterisk?.stop();
  await Deno.remove(share, { recursive: true });
});

const log = "/var/log/lunopark/lunopark.log";
const socket = "/run/lunopark/status.sock";
/** Asks the status page; a small Debian has no curl. */
const request = `perl -MIO::Socket::UNIX -e '
  my $socket = IO::Socket::UNIX->new("${socket}") or die $!;
  print $socket "GET /health HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n";
  print <$socket>;
'`;

function handler(word: string): string {
  return `
import { ami, type App, type Channel } from "lunopark";

export async function talk(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  channel.log.info("${word}");
}

// Goes on until somebody says so.
export async function hold(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  channel.log.info("The call is held");
  await ami.waitFor("UserEvent", ({ UserEvent }) => UserEvent === "Release");
  channel.log.info("The call has come to its end");
}
`;
}

function config(more = ""): string {
  const { hostname, port: amiPort, user } = asterisk.ami;
  return `
import type { Config } from "lunopark";

export default {
  host: "${hostname}:${amiPort}",
  user: "${user}",
  listen: "127.0.0.1:${port}",
  ${more || `log: "${log}", status: "${socket}",`}
} satisfies Config;
`;
}

/** A machine on which the package has been installed and configured, and is not running yet. */
async function installed(release: string, more?: string): Promise<Machine> {
  const machine = await Machine.boot(release, share);
  await machine.run(`dpkg --install ${packageOf("1.0.0")}`);
  await machine.write("/etc/lunopark/config.ts", config(more));
  await machine.write("/etc/lunopark/handler.ts", handler("one"));
  await machine.write("/etc/lunopark/secret", `${asterisk.ami.secret}\n`);
  return machine;
}

function packageOf(version: string): string {
  return `/share/lunopark_${version}_${host?.debian}.deb`;
}

for (const release of releases) {
  Deno.test({
    name: `on ${release}: installed, configured, started, called, reloaded, rotated, removed`,
    ignore: hindrance !== undefined,
    async fn() {
      await using machine = await installed(release);
      await machine.run("! command -v deno && ! systemctl is-active lunopark");
      const check = await machine.run("lunopark -c /etc/lunopark/config.ts --check");
      assert.match(check, /^script hold {2}.*\nscript talk {2}/m);
      await machine.run("systemctl enable --now lunopark && systemctl is-active lunopark");
      await machine.line(log, "Connected to AMI");
      await asterisk.call("talk");
      await machine.line(log, "one .*script=talk");
      await machine.line(log, `Status page at ${socket}`);
      assert.equal(await machine.run(`stat -c "%a %U %G" ${socket}`), "660 lunopark lunopark\n");
      assert.match(await machine.run(request), /^HTTP\/1\.[01] 200 /);

      await machine.write("/etc/lunopark/handler.ts", handler("two"));
      await machine.run("systemctl reload lunopark");
      if (await machine.run("systemctl show -P Type lunopark") === "notify-reload\n") {
        assert.match(await machine.run(`cat ${log}`), /Loaded generation 2/);
      } else await machine.line(log, "Loaded generation 2");

      await machine.run("logrotate --force /etc/logrotate.d/lunopark");
      await asterisk.call("talk");
      await machine.line(log, "two .*script=talk");
      assert.match(await machine.run(`cat ${log}.1`), /Loaded generation 2/);

      assert.equal(await machine.run("systemctl show -P NRestarts lunopark"), "0\n");
      await machine.run("dpkg --purge lunopark");
      const left = "ls -d /usr/lib/lunopark /etc/lunopark /var/l*/lunopark; getent passwd lunopark";
      assert.equal(await machine.run(`(${left}) 2>/dev/null || true`), "");
    },
  });

  Deno.test({
    name: `on ${release}: an upgrade leaves a running call alone, and another process takes over`,
    ignore: hindrance !== undefined,
    async fn() {
      const instance = '${Deno.env.get("LUNOPARK_INSTANCE")}';
      const more =
        `reusePort: true, stopGrace: 3_600_000, log: \`/var/log/lunopark/${instance}.log\`, ` +
        `status: \`/run/lunopark-${instance}/status.sock\``;
      await using machine = await installed(release, more);
      const [a, b] = ["/var/log/lunopark/a.log", "/var/log/lunopark/b.log"];
      await machine.run("systemctl enable --now lunopark@a");
      await machine.line(a, "Connected to AMI");
      await asterisk.call("hold");
      await machine.line(a, "The call is held");

      const process = await machine.run("systemctl show -P MainPID lunopark@a");
      const told = await machine.run(`dpkg --install ${packageOf("1.0.1")}`);
      assert.match(told, /lunopark@a\.service goes on with the old version/);
      assert.equal(await machine.run("systemctl show -P MainPID lunopark@a"), process);
      await machine.run("systemctl enable --now lunopark@b");
      await machine.run("systemctl disable --now --no-block lunopark@a");
      await machine.line(a, "No more calls are taken");
      await asterisk.call("talk");
      await machine.line(b, "one .*script=talk");
      const sockets = "stat -c %F /run/lunopark-a/status.sock /run/lunopark-b/status.sock";
      assert.equal(await machine.run(sockets), "socket\nsocket\n");

      await asterisk.cli("dialplan add extension release,1,UserEvent,Release into lunopark-test");
      await asterisk.cli("channel originate Local/release@lunopark-test application NoOp");
      await machine.line(a, "The call has come to its end");
      await machine.line(a, "Stopped");
      await machine.run("while systemctl is-active lunopark@a; do sleep 0.1; done");
      assert.equal(await machine.run("systemctl show -P Result lunopark@a"), "success\n");
    },
  });
}
