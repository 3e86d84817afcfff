/**
 * `lib/schema/channel_variables.ts`: the channel variables with their values.
 *
 * @module
 */
import { agiCommandCorrections, applicationCorrections } from "./corrections_applications.ts";
import { functionCorrections } from "./corrections_functions.ts";
import { coreVariables, variableCorrections } from "./corrections_variables.ts";
import { sortByName } from "./merge.ts";
import type { Schema, Variable } from "./model.ts";
import { fileHead, toDoc, toKey, toSentence, toUnion } from "./typescript.ts";

/** Prints the channel variables that applications, functions and AGI commands set. */
export function printChannelVariables(schema: Schema): string {
  const variables = collectVariables(schema);
  for (const name of Object.keys(variableCorrections)) {
    if (!variables.has(name)) throw new Error(`Cannot correct variable ${name}: nothing sets it`);
  }
  const members = sortByName([...variables.values()]).map(({ name, setBy, values }) => {
    const doc = toDoc("  ", [
      toSentence(coreVariables[name]),
      setBy.length > 0 ? `Set by ${setBy.map((by) => `\`${by}\``).join(", ")}.` : undefined,
    ]);
    return `${doc}  readonly ${toKey(name)}: ${variableType(name, values)};\n`;
  });
  return fileHead("The channel variables.", []) +
    toDoc("", [
      "The channel variables that Asterisk provides, and those that applications, functions and AGI " +
      "commands set, with their values as far as there is a list of them.",
      "A variable that nobody has set has no value; a dialplan can write others into any of them.",
    ]) +
    `export interface ChannelVariables {\n${members.join("\n")}}\n`;
}

/** The type of a variable's value. */
export function variableType(name: string, documented: readonly string[]): string {
  const correction = variableCorrections[name];
  if (correction?.type !== undefined) return correction.type;
  const values = correction?.values ?? [...documented, ...(correction?.more ?? [])];
  return toUnion(values) ?? "string";
}

interface FoundVariable extends Variable {
  readonly setBy: readonly string[];
}

function collectVariables(schema: Schema): Map<string, FoundVariable> {
  const variables = new Map<string, FoundVariable>();
  const add = ({ name, values }: Variable, by?: string) => {
    const known = variables.get(name);
    variables.set(name, {
      name,
      values: [...new Set([...(known?.values ?? []), ...values])],
      setBy: [...new Set([...(known?.setBy ?? []), ...(by === undefined ? [] : [by])])],
    });
  };
  for (const name of Object.keys(coreVariables)) add({ name, values: [] });
  const { applications, functions, agiCommands } = schema;
  for (const { name, sets } of applications) {
    const more = applicationCorrections[name]?.sets ?? [];
    for (const variable of sets) add(variable, name);
    for (const variable of more) add({ name: variable, values: [] }, name);
  }
  for (const { name, sets } of functions) {
    for (const variable of functionCorrections[name]?.sets ?? []) {
      add({ name: variable, values: [] }, name);
    }
    for (const variable of sets) {
      // those that functions mention and Asterisk provides are not set by them
      if (!(variable.name in coreVariables)) add(variable, name);
    }
  }
  for (const { name, sets } of agiCommands) {
    const more = agiCommandCorrections[name]?.sets ?? [];
    for (const variable of sets) add(variable, name);
    for (const variable of more) add({ name: variable, values: [] }, name);
  }
  return variables;
}
