/**
 * Parameters as a call takes them.
 *
 * In the dialplan a comma divides the arguments of an application; what other signs divide is one
 * argument, such as `PJSIP/1&PJSIP/2`.
 *
 * @module
 */
import type { SyntaxCorrection } from "./corrections_applications.ts";
import type { Option, Parameter } from "./model.ts";
import { toIdentifier, toUnion } from "./typescript.ts";

/** A parameter of a call. */
export interface Shape {
  readonly name: string;
  readonly optional: boolean;
  readonly rest: boolean;
  /** Its type. */
  readonly type: string;
}

/** What is called: its name, how its parameters are divided, and they. */
export interface Syntax {
  readonly name: string;
  readonly separator: string;
  readonly parameters: readonly Parameter[];
}

/** How something is called: one or more lists of parameters. */
export function toSignatures(syntax: Syntax, correction?: SyntaxCorrection): Shape[][] {
  const documented = toShapes(syntax);
  if (!correction?.signatures) return [documented];
  const types = new Map(documented.map(({ name, type }) => [name, type]));
  return correction.signatures.map((signature) => parseSignature(signature, types));
}

function parseSignature(signature: string, types: ReadonlyMap<string, string>): Shape[] {
  return signature.split(",").map((text) => text.trim()).filter((text) => text !== "")
    .map((text) => {
      const [, dots, name, question, values] = /^(\.\.\.)?(\w+)(\?)?(?:=(.*))?$/.exec(text) ?? [];
      if (name === undefined) throw new Error(`Cannot read signature ${JSON.stringify(signature)}`);
      const rest = dots !== undefined;
      const known = values === undefined ? types.get(name) : toHint(values.split("|"));
      return { name, optional: question !== undefined, rest, type: known ?? "Argument" };
    });
}

function toShapes({ separator, parameters }: Syntax): Shape[] {
  if (separator !== "," && parameters.length > 1) {
    const name = toIdentifier(parameters.map((parameter) => parameter.name).join(" "));
    const optional = parameters.every(({ required }) => !required);
    return [{ name, optional, rest: false, type: "Argument" }];
  }
  const shapes = parameters.flatMap((parameter, index) =>
    toShape(parameter, index === parameters.length - 1)
  );
  return nameApart(shapes);
}

/** A parameter whose parts are divided by commas is several. */
function toShape(parameter: Parameter, last: boolean): Shape[] {
  const { name, required, repeats, separator, parentheses, parts } = parameter;
  const divided = parts.length > 0 && separator === "," && parentheses === "never";
  if (repeats || (divided && last && parts.some((part) => part.repeats))) {
    return [{ name: toIdentifier(name), optional: false, rest: true, type: "Argument" }];
  }
  if (divided) {
    return parts.map((part) => ({
      name: toIdentifier(part.name),
      optional: !required || !part.required,
      rest: false,
      type: typeOf(part),
    }));
  }
  return [{ name: toIdentifier(name), optional: !required, rest: false, type: typeOf(parameter) }];
}

/** A known value is only a hint: the dialplan takes other cases, and what nobody has listed, as well. */
function toHint(values: readonly string[]): string | undefined {
  return toUnion([...values.filter((value) => value !== ""), "*"], "OtherArgument");
}

/** Options are mostly letters, of which many can be given; a few are words, to choose one of. */
function typeOf({ values, options }: Parameter): string {
  const words = options.map(({ name }) => name);
  const toChoose = words.length > 1 && words.every((word) => word.length > 1);
  return toHint([...values, ...(toChoose ? words : [])]) ?? "Argument";
}

/** Gives parameters of the same name different ones; a rest parameter comes last. */
function nameApart(shapes: readonly Shape[]): Shape[] {
  const counts = new Map<string, number>();
  return shapes.map((shape) => {
    const count = (counts.get(shape.name) ?? 0) + 1;
    counts.set(shape.name, count);
    return count === 1 ? shape : { ...shape, name: `${shape.name}${count}` };
  });
}

/** A list of parameters in TypeScript; an optional one before a required one must be given. */
export function formatParameters(shapes: readonly Shape[]): string {
  const lastRequired = shapes.findLastIndex(({ optional, rest }) => !optional && !rest);
  return shapes.map(({ name, optional, rest, type }, index) => {
    if (rest) {
      return type === "Argument"
        ? `...${name}: Arguments`
        : `...${name}: readonly (${type} | undefined)[]`;
    }
    if (!optional) return `${name}: ${type}`;
    return index > lastRequired ? `${name}?: ${type}` : `${name}: ${type} | undefined`;
  }).join(", ");
}

/** How it is written: `Read(variable,filename[&filename2[&...]],maxdigits,...)`. */
export function formatUsage({ name, separator, parameters }: Syntax): string {
  return `${name}(${parameters.map(formatParameter).join(separator)})`;
}

function formatParameter(parameter: Parameter): string {
  const { name, separator, parentheses, parts, repeats } = parameter;
  const dots = repeats ? `[,...]` : "";
  if (parts.length === 0) return `${name}${dots}`;
  const inside = formatParts(parts, separator);
  if (parentheses !== "never") return `${name}(${inside})${dots}`;
  return `${inside}${dots}`;
}

function formatParts(parts: readonly Parameter[], separator: string): string {
  return parts.map((part, index) => {
    const text = (index > 0 ? separator : "") + formatParameter({ ...part, repeats: false }) +
      (part.repeats ? `[${separator}...]` : "");
    return index > 0 && !part.required ? `[${text}]` : text;
  }).join("");
}

/** An option as it is written: `m(class)`, `b(context^exten^priority)`. */
export function formatOption({ name, separator, parts }: Option): string {
  return parts.length === 0 ? name : `${name}(${parts.map(({ name }) => name).join(separator)})`;
}
