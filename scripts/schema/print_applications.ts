/**
 * `lib/schema/applications.ts`: the dialplan applications, as the methods of `app`.
 *
 * @module
 */
import { checkNames } from "./correct.ts";
import { applicationCorrections, spellings } from "./corrections_applications.ts";
import { sortByName } from "./merge.ts";
import type { Application, Schema, Variable } from "./model.ts";
import { formatOption, formatParameters, formatUsage, toSignatures } from "./shapes.ts";
import { applicationSummaries } from "./summaries_applications.ts";
import { describeOrigin, fileHead, toDoc, toSentence } from "./typescript.ts";
import { variableType } from "./print_channel_variables.ts";

/** Prints the applications. */
export function printApplications({ applications }: Schema): string {
  checkNames("application", { ...applicationCorrections, ...applicationSummaries }, applications);
  const members = sortByName([
    ...applications.map((application) => ({
      name: application.name,
      text: printApplication(application),
    })),
    ...Object.entries(spellings).map(([name, known]) => {
      const application = applications.find((found) => found.name === known);
      if (!application) throw new Error(`Cannot spell ${name}: there is no application ${known}`);
      return { name, text: printSpelling(name, application) };
    }),
  ]);
  return fileHead("The dialplan applications.", [
    'import type { Argument, Arguments, OtherArgument } from "./basics.ts";',
  ]) +
    toDoc("", [
      "The dialplan applications, by the names that Asterisk documents.",
      "Each resolves to what the application returned: 0 when it went well, -1 when the channel hung " +
      "up or the application ended the call, for some the code of a key that was pressed. Its " +
      "arguments go to Asterisk as the dialplan would write them, divided by commas; `undefined` is " +
      "an empty one.",
    ]) +
    `export interface Applications {\n${members.map(({ text }) => text).join("\n")}}\n`;
}

function printApplication(application: Application): string {
  const correction = applicationCorrections[application.name];
  const doc = toDoc("  ", [
    toSentence(applicationSummaries[application.name]),
    `\`${correction?.usage ?? usageOf(application)}\``,
    describeOptions(application),
    describeVariables(application),
    correction?.note,
    describeOrigin(application),
  ]);
  return printMethods(application.name, application, doc);
}

function printSpelling(name: string, application: Application): string {
  const doc = toDoc("  ", [
    `{@linkcode Applications.${application.name}}, as it is often written.`,
  ]);
  return printMethods(name, application, doc);
}

function printMethods(name: string, application: Application, doc: string): string {
  const signatures = toSignatures(application, applicationCorrections[application.name]);
  return signatures.map((shapes) =>
    `${doc}  ${name}(${formatParameters(shapes)}): Promise<number>;\n`
  ).join("");
}

/** As the parameters are called, where a correction says what they are. */
function usageOf(application: Application): string {
  const [shapes, ...others] = applicationCorrections[application.name]?.signatures ?? [];
  if (shapes === undefined || others.length > 0) return formatUsage(application);
  const names = shapes.split(",").map((text) => text.trim().replace("?", ""));
  const list = names.map((text) => text.startsWith("...") ? `${text.slice(3)}[,...]` : text);
  return `${application.name}(${list.join(",")})`;
}

function describeOptions({ parameters }: Application): string | undefined {
  const lists = parameters.filter(({ options }) => options.length > 0);
  if (lists.length === 0) return undefined;
  return lists.map(({ name, options }) => {
    const formatted = [...new Set(options.map(formatOption))].map((text) => `\`${text}\``);
    return `${name[0]!.toUpperCase()}${name.slice(1)}: ${formatted.join(", ")}.`;
  }).join(" ");
}

function describeVariables({ name, sets, reads }: Application): string | undefined {
  const more = applicationCorrections[name]?.sets ?? [];
  const all = [...sets, ...more.map((variable): Variable => ({ name: variable, values: [] }))];
  const described = all.map((variable) => {
    const values = variableType(variable.name, variable.values).match(/"[^"]+"/g) ?? [];
    const list = values.map((value) => `\`${value.slice(1, -1)}\``).join(", ");
    return `\`${variable.name}\`${list === "" ? "" : ` (${list})`}`;
  });
  const parts = [
    described.length > 0 ? `Sets ${described.join(", ")}.` : "",
    reads.length > 0 ? `Looks at ${reads.map((read) => `\`${read}\``).join(", ")}.` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}
