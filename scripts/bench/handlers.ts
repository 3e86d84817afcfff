/**
 * Handlers in a folder of their own, which can be changed.
 *
 * @module
 */

/** The usual handlers of the benchmarks, and a number of modules beside them. */
export interface Handlers extends AsyncDisposable {
  /** Path of the handler file. */
  readonly handler: string;
  /** Changes the handler file: the next reload loads all modules anew. */
  touch(): Promise<void>;
}

/** Makes handlers of so many modules, 40 functions each. */
export async function makeHandlers(modules: number): Promise<Handlers> {
  const folder = await Deno.makeTempDir({ prefix: "lunopark-bench-" });
  const usual = new URL("./programs/lunopark_handler.ts", import.meta.url);
  const own = await Deno.readTextFile(usual);
  let imports = "";
  for (let number = 1; number < modules; number++) {
    imports += `import { value${number} } from "./module${number}.ts";\nvoid value${number};\n`;
    const lines = Array.from(
      { length: 40 },
      (_, line) => `export function task${line}(text: string): string { return text + ${line}; }`,
    );
    await Deno.writeTextFile(
      `${folder}/module${number}.ts`,
      `export const value${number}: number = ${number};\n${lines.join("\n")}\n`,
    );
  }
  const handler = `${folder}/handler.ts`;
  let touched = 0;
  const touch = () => Deno.writeTextFile(handler, `${imports}${own}\n// ${++touched}\n`);
  await touch();
  return {
    handler,
    touch,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}
