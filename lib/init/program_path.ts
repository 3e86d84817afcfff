/**
 * The program that was started, for what starts it again.
 *
 * @module
 */

import { resolvePath } from "../paths.ts";

/** The launcher of a folder made by `deno task compile --portable`, which has Deno in it. */
const launcher = import.meta.dirname && resolvePath(import.meta.dirname, "../../lunopark");

/** Path of the program; `undefined` when Deno runs it from its source. */
export function programPath(): string | undefined {
  if (Deno.build.standalone) return Deno.execPath();
  return launcher !== undefined && isFile(launcher) ? launcher : undefined;
}

/** The command that runs Deno: that of the launcher's folder, or the one that people have installed. */
export function denoCommand(): string {
  if (launcher === undefined || !isFile(launcher)) return "deno";
  const deno = resolvePath(launcher, "../deno");
  return isFile(deno) ? deno : "deno";
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
