/**
 * What the Debian package says of itself.
 *
 * @module
 */
import { callUsage } from "../lib/testing/call_command.ts";
import { initUsage } from "../lib/init/init_command.ts";
import { usage } from "../lib/cli.ts";
import type { NpmPackage } from "./portable.ts";

const maintainer = "The Lunopark authors <lunopark@example.org>";

/** A version as dpkg compares it: 1.0.0-rc.1 comes before 1.0.0. */
export function debianVersion(version: string): string {
  return version.replace("-", "~");
}

/** `DEBIAN/control`; the size is in KiB. */
export function control(
  { version, architecture, size }: { version: string; architecture: string; size: number },
): string {
  return `\
Package: lunopark
Version: ${debianVersion(version)}
Architecture: ${architecture}
Maintainer: ${maintainer}
Installed-Size: ${size}
Depends: libc6 (>= 2.27), libgcc-s1, systemd | systemd-standalone-sysusers | systemd-sysusers
Suggests: asterisk, logrotate
Section: comm
Priority: optional
Description: application server for Asterisk, with call handlers in TypeScript
 FastAGI server and AMI client in one process: a TypeScript function says what a
 call shall do, sees the whole PBX, and is reloaded without losing a call.
`;
}

/** The list of versions in Debian's form; what has changed is in CHANGELOG.md. */
export function changelog(version: string, time: Date): string {
  const date = time.toUTCString().replace("GMT", "+0000");
  return `\
lunopark (${debianVersion(version)}) stable; urgency=medium

  * Version ${version}; see CHANGELOG.md.

 -- ${maintainer}  ${date}
`;
}

/** The licenses of all that is in the package. */
export function copyright(packages: readonly NpmPackage[]): string {
  const own = Deno.readTextFileSync(new URL("../LICENSE", import.meta.url));
  const parts = packages.map(({ name, version, localPath }) => {
    const file = Array.from(Deno.readDirSync(localPath), (entry) => entry.name)
      .find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`The package ${name} has no license`);
    return `${name} ${version}\n\n${Deno.readTextFileSync(`${localPath}/${file}`).trim()}\n`;
  });
  const deno = `Deno ${Deno.version.deno}, https://deno.com, and what it contains\n\n` +
    own.trim().replace(/^Copyright.*$/m, "Copyright 2018-2026 the Deno authors") + "\n";
  const head = `Lunopark\n\n${own.trim()}\n`;
  return [head, deno, ...parts].join(`\n${"-".repeat(70)}\n\n`);
}

/** The manual page lunopark(1), made of the help texts. */
export function manualPage(): string {
  const parts = [["LUNOPARK", usage()], ["LUNOPARK CALL", callUsage()], [
    "LUNOPARK INIT",
    initUsage(),
  ]];
  const sections = parts.map(([name, text = ""]) => `.SH ${name}\n.nf\n${roff(text)}.fi\n`);
  return `\
.TH LUNOPARK 1
.SH NAME
lunopark \\- application server for Asterisk
${sections.join("")}\
.SH FILES
.TP
.I /etc/lunopark/config.ts
configuration
.TP
.I /etc/lunopark/handler.ts
call handlers
.TP
.I /etc/lunopark/secret
secret of the AMI user, which systemd hands over
.TP
.I /usr/share/doc/lunopark
documentation and examples
.SH SEE ALSO
.BR systemctl (1)
`;
}

/** Text as it is, in the language of manual pages. */
function roff(text: string): string {
  return text.replaceAll("\\", "\\e").replaceAll("-", "\\-").replaceAll(/^([.'])/gm, "\\&$1");
}
