/**
 * Brings the modules of handlers together from JavaScript that is made here.
 *
 * @module
 */

import { isBuiltin, type LoadFnOutput, type LoadHookContext, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

/** Makes the JavaScript of a file; `undefined` leaves it to Deno. */
export type MakeScript = (url: string) => string | undefined;

/** Ends a linking, since Deno by itself refuses or understands this; only a running call may read it. */
class DenosAlone extends TypeError {}

/** How to end the linkings that are going on, by their first module. */
const linkings = new Map<string, () => void>();

/**
 * Imports a handler file with the JavaScript of `makeScript` for it and for all files that get the
 * query of its address. `newAddress` gives an address of the file that nobody has seen yet. Gives
 * `undefined` where the modules do not come together; none of them has run then.
 *
 * While a hook gives Deno the text of modules, `require()` takes whatever it reads for JavaScript,
 * JSON too (Deno 2.9.6). So the hook goes as soon as all modules are there, before the first of them
 * runs: the entry, whose text is made here, first imports a module that takes it away.
 */
export async function importLinked(
  newAddress: () => string,
  makeScript: MakeScript,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const [entry, first, handlers] = [newAddress(), newAddress(), newAddress()];
  const query = handlers.slice(handlers.indexOf("?"));
  const texts = new Map([
    [entry, `import ${quote(first)};\nexport * as handlers from ${quote(handlers)};\n`],
    [
      first,
      `import { endLinking } from ${quote(import.meta.url)};\nendLinking(${quote(first)});\n`,
    ],
  ]);
  const hook = registerHooks({
    load: (url, context, next) => {
      if (context.conditions.includes("require")) return loadRequired(url, context, next);
      const { type } = context.importAttributes;
      if (type === "text" && url.startsWith("file:")) return loadText(url);
      const own = url.endsWith(query);
      // Deno takes these under a hook alone, so that the next start would fail (Deno 2.9.6).
      if (own && type === "bytes") throw new DenosAlone(url);
      if (url.startsWith("node:") && !isBuiltin(url)) throw new DenosAlone(url);
      const source = texts.get(url) ??
        (own && !type ? makeScript(url.slice(0, -query.length)) : undefined);
      return source === undefined
        ? next(url, context)
        : { source, format: "module", shortCircuit: true };
    },
  });
  linkings.set(first, () => hook.deregister());
  try {
    return (await import(entry)).handlers;
  } catch (error) {
    if (linkings.has(first)) return undefined;
    throw error;
  } finally {
    endLinking(first);
  }
}

/** All modules are there, and the first one begins to run. */
export function endLinking(first: string): void {
  linkings.get(first)?.();
  linkings.delete(first);
}

/** A text as it is in the file: under a hook, Deno gives JavaScript for TypeScript (Deno 2.9.6). */
function loadText(url: string): LoadFnOutput {
  const source = Deno.readTextFileSync(new URL(url)).replace(/^\ufeff/, "");
  return { source, format: "text" as LoadFnOutput["format"], shortCircuit: true };
}

/** What a running call requires meanwhile. */
function loadRequired(
  url: string,
  context: LoadHookContext,
  next: (url: string, context: LoadHookContext) => LoadFnOutput,
): LoadFnOutput {
  if (url.endsWith(".json")) return { ...next(url, context), format: "json" };
  if (!url.endsWith(".node")) return next(url, context);
  const source = `process.dlopen(module, ${quote(fileURLToPath(url))});`;
  return { source, format: "commonjs", shortCircuit: true };
}

function quote(text: string): string {
  return JSON.stringify(text);
}
