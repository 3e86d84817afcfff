/**
 * The program that was started, for what starts it again.
 *
 * @module
 */

import { fileURLToPath } from "node:url";

/** The launcher of a folder made by `deno task compile --portable`, which has Deno in it. */
const launcher = new URL("../../lunopark", import.meta.url);

/** Path of the program; `undefined` when Deno runs it from its source. */
export function programPath(): string | undefined {
  if (Deno.build.standalone) return Deno.execPath();
  return isFile(launcher) ? fileURLToPath(launcher) : undefined;
}

/** The command that runs Deno: that of the launcher's folder, or the one that people have installed. */
export function denoCommand(): string {
  const deno = new URL("deno", launcher);
  return isFile(launcher) && isFile(deno) ? fileURLToPath(deno) : "deno";
}

function isFile(url: URL): boolean {
  try {
    return Deno.statSync(url).isFile;
  } catch {
    return false;
  }
}
