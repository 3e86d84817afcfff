/**
 * Makes the types in `lib/schema/` from Asterisk's own documentation: `deno task schema`.
 *
 * Reads `core-en_US.xml` of the Asterisks that `asterisk-lab` has installed, version 22 and what only
 * 16 has. Facts only are taken over (names, parameters, values), no text.
 *
 * @module
 */
import { correctSchema } from "./schema/correct.ts";
import { mergeSchemas } from "./schema/merge.ts";
import { type Schema, type Version, versions } from "./schema/model.ts";
import { printActions } from "./schema/print_actions.ts";
import { printAgiCommands } from "./schema/print_agi_commands.ts";
import { printApplications } from "./schema/print_applications.ts";
import { printChannelVariables } from "./schema/print_channel_variables.ts";
import { printEvents, printListEvents } from "./schema/print_events.ts";
import { printFunctions } from "./schema/print_functions.ts";
import { readDocumentation } from "./schema/read.ts";

const folder = new URL("../lib/schema/", import.meta.url);

/** What makes each file of `lib/schema/`. */
const printers: Readonly<Record<string, (schema: Schema) => string>> = {
  "actions.ts": printActions,
  "agi_commands.ts": printAgiCommands,
  "applications.ts": printApplications,
  "channel_variables.ts": printChannelVariables,
  "events.ts": printEvents,
  "functions.ts": printFunctions,
  "list_events.ts": printListEvents,
};

/** Where `asterisk-lab` puts the documentation of a version. */
export function documentationPath(version: Version): string {
  const lab = Deno.env.get("ASTERISK_LAB") || "/tmp/asterisk-lab";
  return `${lab}/${version}/usr/share/asterisk/documentation/core-en_US.xml`;
}

/** Reads the documentation of the installed versions. */
export async function readSchema(): Promise<Schema> {
  const [base, other] = await Promise.all(
    versions.map(async (version) =>
      readDocumentation(await Deno.readTextFile(documentationPath(version)), version)
    ),
  );
  return correctSchema(mergeSchemas(base!, other!));
}

/** Makes the files of `lib/schema/`, formatted: path to text. */
export async function generateSchema(schema: Schema): Promise<Map<URL, string>> {
  return new Map(
    await Promise.all(
      Object.entries(printers).map(async ([file, print]) =>
        [new URL(file, folder), await format(print(schema))] as const
      ),
    ),
  );
}

/** Formats TypeScript as `deno.json` says. */
async function format(source: string): Promise<string> {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--quiet", "--ext=ts", "-"],
    cwd: new URL("..", import.meta.url),
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  });
  await using process = command.spawn();
  const writer = process.stdin.getWriter();
  await writer.write(new TextEncoder().encode(source));
  await writer.close();
  const { success, stdout, stderr } = await process.output();
  if (!success) throw new Error(`Cannot format: ${new TextDecoder().decode(stderr)}`);
  return new TextDecoder().decode(stdout);
}

if (import.meta.main) {
  for (const [file, text] of await generateSchema(await readSchema())) {
    await Deno.writeTextFile(file, text);
    console.log(`${file.pathname.split("/").slice(-3).join("/")}: ${text.length} characters`);
  }
}
