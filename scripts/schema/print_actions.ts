/**
 * `lib/schema/actions.ts`: the AMI actions, their parameters, and the items of list actions.
 *
 * @module
 */
import { checkNames } from "./correct.ts";
import { actionsWithVariables, flags } from "./corrections_actions.ts";
import type { Action, AmiEvent, Parameter, Schema } from "./model.ts";
import { eventTypeName, isListed } from "./print_events.ts";
import { actionSummaries } from "./summaries_ami.ts";
import { describeOrigin, fileHead, toDoc, toKey, toSentence, toUnion } from "./typescript.ts";
import { parameterWords } from "./words_parameters.ts";

/** Parameters whose documented values are not all. */
const openParameters: ReadonlySet<string> = new Set(["ModuleLoad.Module"]);

/** Prints the actions. */
export function printActions(schema: Schema): string {
  const { actions } = schema;
  checkNames("action", { ...actionSummaries, ...flags }, actions);
  const lists = actions.filter(({ list }) => list.items.length > 0);
  const names = new Set(lists.flatMap(({ list }) => [...list.items, list.complete]));
  const events = schema.events.filter(({ name }) => names.has(name));
  const heard = events.filter((event) => !isListed(event, schema));
  const listed = events.filter((event) => isListed(event, schema));
  return fileHead("The AMI actions.", [
    'import type { ActionVariables, Argument, Flag, NoParameters, OtherText } from "./basics.ts";',
    `import type { ${namesOf(heard)} } from "./events.ts";`,
    `import type { ${namesOf(listed)} } from "./list_events.ts";`,
  ]) +
    actions.map(printParameters).join("") +
    toDoc("", ["The parameters of the AMI actions, by the name of the action."]) +
    `export interface Actions {\n${actions.map(printEntry).join("\n")}}\n\n` +
    toDoc("", [
      "The list actions: what their items are, and the event that ends the list and may have totals; " +
      "`undefined` where one event follows the response and nothing ends it.",
    ]) +
    `export interface ListActions {\n${lists.map(printList).join("\n")}}\n`;
}

function namesOf(events: readonly AmiEvent[]): string {
  return events.map(({ name }) => eventTypeName(name)).join(", ");
}

function parametersName({ name, parameters, more }: Action): string {
  return parameters.length + more.length === 0 ? "NoParameters" : `${name}Parameters`;
}

function printParameters(action: Action): string {
  if (parametersName(action) === "NoParameters") return "";
  const members = action.parameters.map((parameter) => printParameter(action, parameter));
  for (const pattern of action.more) members.push(printMore(pattern));
  const doc = toDoc("", [`Parameters of {@linkcode Actions.${action.name}}.`]);
  return `${doc}export interface ${parametersName(action)} {\n${members.join("")}}\n\n`;
}

function printParameter(action: Action, parameter: Parameter): string {
  const { name, required } = parameter;
  const words = parameterWords[`${action.name}.${name}`] ?? parameterWords[name];
  if (words === undefined) throw new Error(`Cannot describe ${action.name}: no words for ${name}`);
  const doc = toDoc("  ", [toSentence(words)]);
  const type = parameterType(action.name, parameter);
  return `${doc}  readonly ${toKey(name)}${required ? "" : "?"}: ${type};\n`;
}

function parameterType(action: string, { name, values }: Parameter): string {
  if (name === "Variable" && actionsWithVariables.has(action)) return "ActionVariables";
  if (flags[action]?.includes(name)) return "Flag";
  if (action === "UpdateConfig" && name === "Reload") return "Flag | OtherText";
  const open = openParameters.has(`${action}.${name}`);
  return toUnion([...values, ...(open ? ["*"] : [])]) ?? "Argument";
}

function printMore(pattern: string): string {
  const key = pattern === "${string}" ? "string" : `\`${pattern}\``;
  const doc = toDoc("  ", [
    pattern === "${string}"
      ? "Any other header."
      : `Headers whose names are of this form: ${pattern.replaceAll(/\$\{\w+\}/g, "…")}.`,
  ]);
  return `${doc}  readonly [name: ${key}]: Argument | boolean | readonly Argument[] | undefined;\n`;
}

function printEntry(action: Action): string {
  const required = action.parameters.filter((parameter) => parameter.required);
  const needs = required.map(({ name }) => `\`${name}\``).join(", ");
  const doc = toDoc("  ", [
    toSentence(actionSummaries[action.name]),
    required.length > 0 ? `Needs ${needs}.` : undefined,
    describeOrigin(action),
  ]);
  return `${doc}  readonly ${action.name}: ${parametersName(action)};\n`;
}

function printList({ name, list }: Action): string {
  const items = list.items.map(eventTypeName).join(" | ");
  const complete = list.complete === undefined ? "undefined" : eventTypeName(list.complete);
  const doc = toDoc("  ", [
    `Items of {@linkcode Actions.${name}}: ${list.items.map((item) => `\`${item}\``).join(", ")}.`,
  ]);
  return `${doc}  readonly ${name}: { readonly item: ${items}; readonly complete: ${complete} };\n`;
}
