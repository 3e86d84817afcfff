/**
 * What main.ts loads where Deno does not see it: whoever puts the program together has to name it.
 *
 * @module
 */

/** Paths of these files, from the root of the project. */
export async function findParts(): Promise<string[]> {
  const source = await Deno.readTextFile(new URL("../main.ts", import.meta.url));
  const parts = Array.from(source.matchAll(/\bload\("\.\/(.+?)"\)/g), ([, file]) => file!);
  if (parts.length === 0) throw new Error("main.ts loads no parts: look at how it loads them");
  return parts;
}
