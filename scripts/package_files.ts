/**
 * What the Debian package puts where.
 *
 * @module
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { changelog, copyright, manualPage } from "./package_texts.ts";
import { runtimePackages, writePortable } from "./portable.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Configuration: dpkg asks before it overwrites what somebody has changed. */
export const configurationFiles: readonly string[] = [
  "/etc/lunopark/config.ts",
  "/etc/lunopark/handler.ts",
  "/etc/logrotate.d/lunopark",
  "/etc/needrestart/conf.d/lunopark.conf",
];

/** Files of `packaging/` and their places. */
const places: Readonly<Record<string, string>> = {
  "etc/config.ts": "/etc/lunopark/config.ts",
  "etc/handler.ts": "/etc/lunopark/handler.ts",
  "etc/logrotate": "/etc/logrotate.d/lunopark",
  "etc/needrestart.conf": "/etc/needrestart/conf.d/lunopark.conf",
  "lunopark.service": "/usr/lib/systemd/system/lunopark.service",
  "lunopark@.service": "/usr/lib/systemd/system/lunopark@.service",
  "notify-reload.conf": "/usr/share/lunopark/notify-reload.conf",
  "sysusers.conf": "/usr/lib/sysusers.d/lunopark.conf",
  "lintian-overrides": "/usr/share/lintian/overrides/lunopark",
};

/** Writes all files of the package into a folder; without a binary, Deno and the source do its work. */
export async function writeFiles(
  folder: string,
  { binary, version, time }: { binary: string | undefined; version: string; time: Date },
): Promise<void> {
  const to = async (path: string, from: string) => {
    await Deno.mkdir(dirname(folder + path), { recursive: true });
    await Deno.copyFile(root + from, folder + path);
    await Deno.chmod(folder + path, 0o644);
  };
  for (const [from, path] of Object.entries(places)) await to(path, `packaging/${from}`);
  await Deno.mkdir(`${folder}/usr/bin`, { recursive: true });
  if (binary === undefined) {
    await writePortable(`${folder}/usr/lib/lunopark`);
    await Deno.symlink("../lib/lunopark/lunopark", `${folder}/usr/bin/lunopark`);
  } else {
    await Deno.copyFile(binary, `${folder}/usr/bin/lunopark`);
    await Deno.chmod(`${folder}/usr/bin/lunopark`, 0o755);
  }
  const documents = "/usr/share/doc/lunopark";
  for (const name of ["README.md", "SECURITY.md", "CHANGELOG.md"]) {
    await to(`${documents}/${name}`, name);
  }
  for (
    const [from, wanted] of [["docs", /\.(md|png)$/], ["handlers", /(?<!_test)\.ts$/]] as const
  ) {
    for await (const { name } of Deno.readDir(root + from)) {
      if (!wanted.test(name)) continue;
      const place = from === "handlers" ? "examples" : from;
      await to(`${documents}/${place}/${name}`, `${from}/${name}`);
    }
  }
  await write(`${folder}${documents}/copyright`, copyright(await runtimePackages()));
  await write(`${folder}${documents}/changelog.gz`, gzip(changelog(version, time)));
  await write(`${folder}/usr/share/man/man1/lunopark.1.gz`, gzip(manualPage()));
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeFile(
    path,
    typeof content === "string" ? new TextEncoder().encode(content) : content,
  );
}

/** The same bytes for the same text: there is no time in them. */
function gzip(text: string): Uint8Array {
  return gzipSync(text, { level: 9 });
}
