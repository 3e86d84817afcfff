/**
 * The files of a new project.
 *
 * @module
 */

import { packageEntries } from "./library.ts";

/** Folder of the library in a project. */
export const libraryFolder = ".lunopark";

/** A file and what is in it. */
export interface ProjectFile {
  /** Path in the project. */
  readonly name: string;
  readonly text: string;
  /** What to say when it is there already and is kept. */
  readonly advice?: string;
}

const config = `\
import type { Config } from "lunopark";

export default {
  host: "127.0.0.1", // Asterisk's AMI
  user: "lunopark", // its section in Asterisk's manager.conf
  secret: "change me", // LUNOPARK_SECRET in the environment comes before this
  listen: "127.0.0.1:4573", // where Asterisk finds the scripts
  handler: "handler.ts",
} satisfies Config;
`;

const handler = `\
// Asterisk calls an exported function by its name, from its dialplan:
//   exten => _X.,1,AGI(agi://127.0.0.1/subroutine)
import type { App, Channel } from "lunopark";

export async function subroutine(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  await app.Read("PIN", "beep", 4, undefined, undefined, 8);
  const pin = await channel.get("PIN");
  if (pin !== "0000") {
    channel.log.info("Wrong PIN");
    await app.Playback("vm-goodbye");
    return;
  }
  await app.Dial("PJSIP/1234", 120, "g");
  channel.log.info(\`Dial ended with \${await channel.get("DIALSTATUS")}\`);
}
`;

const handlerTest = `\
// Runs by \`deno test\`, without Asterisk. A handler that uses \`ami\` at its top is
// given as a file, handler: "./handler.ts", and tested by \`deno test -A\`.
import assert from "node:assert/strict";
import { fakeAsterisk } from "lunopark/testing";
import * as handler from "./handler.ts";

Deno.test("the right PIN is connected", async () => {
  await using pbx = await fakeAsterisk({ handler });
  const call = pbx.call("subroutine", { callerid: "100" });
  await call.digits("0000");
  await call.expect("Dial", "PJSIP/1234", 120, "g");
  call.dialed("ANSWER");
  assert.equal((await call.ended).status, "SUCCESS");
});

Deno.test("a wrong PIN is not connected", async () => {
  await using pbx = await fakeAsterisk({ handler });
  const call = pbx.call("subroutine", { callerid: "100" });
  await call.digits("1234");
  await call.expect("Playback", "vm-goodbye");
  assert.equal((await call.ended).variables["DIALSTATUS"], undefined);
});
`;

/** What a project's deno.json says: where \`lunopark\` is, and what that imports itself. */
function denoJson(): string {
  const inLibrary = (file: string) => `./${libraryFolder}/${file}`;
  const scope = Object.entries(packageEntries()).map(([name, file]) => [name, inLibrary(file)]);
  const text = {
    imports: {
      "lunopark": inLibrary("mod.ts"),
      "lunopark/testing": inLibrary("lib/testing/mod.ts"),
    },
    scopes: { [inLibrary("")]: Object.fromEntries(scope) },
    exclude: [`${libraryFolder}/`],
  };
  return `${JSON.stringify(text, undefined, 2).replace(/\[\s+("[^"]*")\s+\]/, "[$1]")}\n`;
}

/** How the service is started. */
export interface ServiceCommand {
  /** Program and arguments, up to \`-c\`. */
  readonly command: readonly string[];
  /** Absolute path of the project. */
  readonly directory: string;
}

/** What the service can do without, as in the unit of the Debian package, `packaging/lunopark.service`. */
const sandbox = `\
ProtectSystem=strict
PrivateTmp=yes
PrivateDevices=yes
PrivateUsers=yes
ProcSubset=pid
ProtectProc=invisible
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
NoNewPrivileges=yes
CapabilityBoundingSet=
LockPersonality=yes
RemoveIPC=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM
`;

/** The unit for systemd. */
export function systemdUnit({ command, directory }: ServiceCommand): ProjectFile {
  const start = [...command, "-c", `${directory}/config.ts`].map(quote).join(" ");
  const text = `\
# Install: cp lunopark.service /etc/systemd/system/ && systemctl enable --now lunopark
[Unit]
Description=Lunopark, call handlers for Asterisk
Documentation=file:${directory.replaceAll("%", "%%").replaceAll(" ", "\\x20")}/config.ts
Wants=network-online.target
After=network-online.target asterisk.service
StartLimitIntervalSec=0

[Service]
Type=notify
ExecStart=${start}
# Not /bin/kill, which a small Debian lacks.
ExecReload=/bin/sh -c "kill -HUP $MAINPID"
WatchdogSec=30
Restart=on-failure
RestartSec=1
RestartPreventExitStatus=2
DynamicUser=yes
# LUNOPARK_SECRET=... need not be in config.ts
EnvironmentFile=-/etc/default/lunopark
# Nor need it, when it is alone in a file that root owns:
#LoadCredential=lunopark.secret:/etc/lunopark/secret
#LoadCredential=lunopark.status-token:/etc/lunopark/status-token
StateDirectory=lunopark
LogsDirectory=lunopark
# For status: "/run/lunopark/status.sock" in config.ts
RuntimeDirectory=lunopark
RuntimeDirectoryMode=0750
WorkingDirectory=/var/lib/lunopark
UMask=0027
LimitNOFILE=65536

ProtectHome=read-only
${sandbox}
[Install]
WantedBy=multi-user.target
`;
  return { name: "lunopark.service", text };
}

/** A word of ExecStart=. Source: systemd.service(5), "Command lines" */
function quote(word: string): string {
  const escaped = word.replaceAll("%", "%%").replaceAll("$", "$$$$");
  return /^[\w@%+=:,./-]+$/.test(word) ? escaped : `"${escaped.replace(/["\\]/g, "\\$&")}"`;
}

/** The files of a project, but for the library. */
export function projectFiles(): ProjectFile[] {
  return [
    { name: "config.ts", text: config },
    { name: "handler.ts", text: handler },
    { name: "handler_test.ts", text: handlerTest },
    {
      name: "deno.json",
      text: denoJson(),
      advice: `it has to have these entries for the editor and for tests:\n${denoJson().trimEnd()}`,
    },
  ];
}
