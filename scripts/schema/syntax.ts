/**
 * The `syntax` of something: which parameters it takes.
 *
 * @module
 */
import type { Option, Parameter, Variable } from "./model.ts";
import { type Element, elementsOf, textOf } from "./xml.ts";

/** Reads the parameters in a `syntax`, and what stands between them. */
export function readSyntax(
  documented: Element,
): { separator: string; parameters: Parameter[] } {
  const [syntax] = elementsOf(documented, "syntax");
  if (!syntax) return { separator: ",", parameters: [] };
  return {
    separator: syntax.attributes.argsep ?? ",",
    parameters: elementsOf(syntax, "parameter").map(readParameter),
  };
}

/** Reads a `parameter` or `argument`. */
export function readParameter(element: Element): Parameter {
  const { name = "", required, multiple, argsep = ",", hasparams } = element.attributes;
  return {
    name: name.trim(),
    required: isYes(required),
    repeats: isYes(multiple),
    separator: argsep,
    parentheses: hasparams === "optional" ? "optional" : isYes(hasparams) ? "always" : "never",
    parts: elementsOf(element, "argument").map(readParameter),
    values: readValues(element),
    options: elementsOf(element, "optionlist").flatMap((list) =>
      elementsOf(list, "option").map(readOption)
    ),
  };
}

function readOption(element: Element): Option {
  return {
    name: element.attributes.name ?? "",
    separator: element.attributes.argsep ?? ",",
    parts: elementsOf(element, "argument").map(readParameter),
  };
}

/**
 * The names in the `enumlist`s of an element. An included `info` adds to these, as that of each channel
 * technology does to the function CHANNEL; where it stands alone, it tells of something else.
 */
function readValues(element: Element): string[] {
  const lists = elementsOf(element, "enumlist");
  if (lists.length === 0) return [];
  const infos = elementsOf(element, "info").flatMap((info) => elementsOf(info, "enumlist"));
  const items = [...lists, ...infos].flatMap((list) =>
    elementsOf(list, "enum", "configOptionToEnum").flatMap((item) =>
      item.name === "enum" ? [item] : elementsOf(item, "configOption")
    )
  );
  return [...new Set(items.flatMap(({ attributes }) => attributes.name || []))];
}

/**
 * Reads which channel variables something sets, and which it looks at.
 *
 * A list of variables in a description is of those that are set, unless the sentence before it says
 * otherwise; lists at parameters and options are of those that are looked at.
 */
export function readVariables(documented: Element): { sets: Variable[]; reads: string[] } {
  const sets = new Map<string, Variable>();
  const reads = new Set<string>();
  for (const { list, before, described } of findLists(documented, false)) {
    const looksAt = !described || /affected by|^input|uses the|variables can be set/i.test(before);
    for (const variable of elementsOf(list, "variable")) {
      const { name } = variable.attributes;
      if (!name) continue;
      if (looksAt) reads.add(name);
      else sets.set(name, { name, values: valuesOf(variable) });
    }
  }
  return { sets: [...sets.values()], reads: [...reads] };
}

function valuesOf(variable: Element): string[] {
  return elementsOf(variable, "value").flatMap(({ attributes }) => attributes.name ?? []);
}

interface FoundList {
  readonly list: Element;
  /** The sentence before it. */
  readonly before: string;
  /** It stands in the description, not at a parameter. */
  readonly described: boolean;
}

function* findLists(element: Element, described: boolean): Generator<FoundList> {
  let before = "";
  for (const child of elementsOf(element)) {
    if (child.name === "para") before = textOf(child);
    else if (child.name === "variablelist") yield { list: child, before, described };
    else if (child.name !== "variable") {
      yield* findLists(child, described || child.name === "description");
    }
  }
}

function isYes(value: string | undefined): boolean {
  return value === "true" || value === "yes";
}
