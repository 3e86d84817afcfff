/**
 * Other libraries for the same work, as npm has them.
 *
 * @module
 */
import { outside } from "./processes.ts";

/** The libraries, in the versions that were measured. */
const versions: Readonly<Record<string, string>> = {
  "ding-dong": "0.1.7",
  "asterisk.io": "0.1.1",
  "yana": "0.3.0",
  "asterisk-manager": "0.2.0",
};

/** Installs the peers outside of the tree; those that cannot be had are left out. */
export async function installPeers(): Promise<ReadonlySet<string>> {
  const folder = `${outside}/peers`;
  const names = Object.keys(versions);
  try {
    await Deno.mkdir(folder, { recursive: true });
    await Deno.writeTextFile(`${folder}/package.json`, '{ "private": true }\n');
    const { success, stderr } = await new Deno.Command("npm", {
      args: [
        ...["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"],
        ...names.map((name) => `${name}@${versions[name]}`),
      ],
      cwd: folder,
    }).output();
    if (success) return new Set(names);
    throw new Error(new TextDecoder().decode(stderr).trim().split("\n")[0]);
  } catch (error) {
    console.error(`Peers are skipped, npm cannot install them: ${(error as Error).message}`);
    return new Set();
  }
}
