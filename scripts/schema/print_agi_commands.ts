/**
 * `lib/schema/agi_commands.ts`: the AGI commands and their words.
 *
 * @module
 */
import { checkNames } from "./correct.ts";
import { agiCommandCorrections, deadCommands } from "./corrections_applications.ts";
import type { AgiCommand, Parameter, Schema } from "./model.ts";
import { formatParameters, type Shape, toSignatures } from "./shapes.ts";
import { describeOrigin, fileHead, toDoc } from "./typescript.ts";

/** Prints the AGI commands. */
export function printAgiCommands({ agiCommands }: Schema): string {
  checkNames("AGI command", agiCommandCorrections, agiCommands);
  const dead = Object.fromEntries([...deadCommands].map((name) => [name, 1]));
  checkNames("AGI command", dead, agiCommands);
  return fileHead("The AGI commands.", [
    'import type { Argument, Arguments, OtherArgument } from "./basics.ts";',
  ]) +
    toDoc("", [
      "The AGI commands: the words that follow the name of each, by its name.",
    ]) +
    `export interface AgiCommands {\n${agiCommands.map(printCommand).join("\n")}}\n\n` +
    toDoc("", ["The AGI commands that also work on a dead channel, which has hung up."]) +
    `export type DeadAgiCommand = ${
      agiCommands.filter(({ name }) => deadCommands.has(name))
        .map(({ name }) => JSON.stringify(name)).join(" | ")
    };\n`;
}

function printCommand(command: AgiCommand): string {
  const correction = agiCommandCorrections[command.name];
  const parameters = command.parameters.map(nameSilence);
  const [shapes = []] = toSignatures({ ...command, separator: ",", parameters }, correction);
  const sets = [...command.sets.map(({ name }) => name), ...(correction?.sets ?? [])];
  const doc = toDoc("  ", [
    `\`${correction?.usage ?? formatCommandUsage(command.name, shapes)}\``,
    deadCommands.has(command.name) ? "Works on a dead channel." : undefined,
    sets.length > 0 ? `Sets ${sets.map((name) => `\`${name}\``).join(", ")}.` : undefined,
    describeOrigin(command),
  ]);
  return `${doc}  readonly ${JSON.stringify(command.name)}: [${formatParameters(shapes)}];\n`;
}

/** `s=silence` is a word that begins so. */
function nameSilence(parameter: Parameter): Parameter {
  return { ...parameter, name: parameter.name.replace(/^s=/, "") };
}

function formatCommandUsage(name: string, shapes: readonly Shape[]): string {
  const words = shapes.map(({ name, optional, rest }) =>
    rest ? `[${name}...]` : optional ? `[${name}]` : name
  );
  return [name, ...words].join(" ");
}
