/**
 * `lib/schema/functions.ts`: the dialplan functions and their arguments.
 *
 * @module
 */
import { checkNames } from "./correct.ts";
import {
  functionCorrections,
  readOnlyFunctions,
  writeOnlyFunctions,
} from "./corrections_functions.ts";
import type { DialplanFunction, Schema } from "./model.ts";
import { formatParameters, formatUsage, toSignatures } from "./shapes.ts";
import { functionSummaries } from "./summaries_functions.ts";
import { describeOrigin, fileHead, toDoc, toSentence } from "./typescript.ts";

/** Prints the functions: those that can be read and those that can be written. */
export function printFunctions({ functions }: Schema): string {
  checkNames("function", { ...functionCorrections, ...functionSummaries }, functions);
  const accesses = [...readOnlyFunctions, ...writeOnlyFunctions];
  checkNames("function", Object.fromEntries(accesses.map((name) => [name, 1])), functions);
  const both = functions.filter(({ name }) =>
    !readOnlyFunctions.has(name) && !writeOnlyFunctions.has(name)
  );
  const readOnly = functions.filter(({ name }) => readOnlyFunctions.has(name));
  const writeOnly = functions.filter(({ name }) => writeOnlyFunctions.has(name));
  return fileHead("The dialplan functions.", [
    'import type { Argument, Arguments, OtherArgument } from "./basics.ts";',
  ]) +
    printMap("ReadWriteFunctions", "The functions that can be read and written", both) +
    printMap("ReadOnlyFunctions", "The functions that can only be read", readOnly) +
    printMap("WriteOnlyFunctions", "The functions that can only be written", writeOnly) +
    toDoc("", ["The functions that can be read, with their arguments."]) +
    "export type ReadableFunctions = ReadWriteFunctions & ReadOnlyFunctions;\n\n" +
    toDoc("", ["The functions that can be written, with their arguments."]) +
    "export type WritableFunctions = ReadWriteFunctions & WriteOnlyFunctions;\n";
}

function printMap(name: string, about: string, functions: readonly DialplanFunction[]): string {
  const members = functions.map(printFunction).join("\n");
  const doc = toDoc("", [`${about}: the arguments of each, by its name.`]);
  return `${doc}export interface ${name} {\n${members}}\n\n`;
}

function printFunction(found: DialplanFunction): string {
  const correction = functionCorrections[found.name];
  const [shapes = []] = toSignatures(found, correction);
  const usage = correction?.usage ??
    (correction?.signatures
      ? `${found.name}(${shapes.map(({ name, rest }) => rest ? `${name}[,...]` : name).join(",")})`
      : formatUsage(found));
  const doc = toDoc("  ", [
    toSentence(functionSummaries[found.name]),
    `\`${usage}\``,
    describeOrigin(found),
  ]);
  return `${doc}  readonly ${found.name}: [${formatParameters(shapes)}];\n`;
}
