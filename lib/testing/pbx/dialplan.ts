/**
 * A dialplan: contexts, extensions and priorities, read from the text of an `extensions.conf`.
 *
 * @module
 */

/** An extension of a dialplan, as it is listed. */
export interface ListedExtension {
  /** Name, or pattern with the `_` before it. */
  readonly name: string;
  readonly steps: readonly Step[];
}

/** A context of a dialplan, as it is listed. */
export interface ListedContext {
  readonly name: string;
  readonly extensions: readonly ListedExtension[];
  readonly includes: readonly string[];
}

/** One priority of an extension. */
export interface Step {
  readonly priority: number;
  readonly label: string | undefined;
  readonly application: string;
  /** Its data, as written: expressions are substituted when it runs. */
  readonly data: string;
}

/** An extension of a context. */
interface Extension {
  /** Name, or pattern with the `_` before it. */
  readonly name: string;
  readonly steps: Step[];
}

/** A context. */
interface Context {
  readonly extensions: Map<string, Extension>;
  readonly includes: string[];
}

/** A dialplan. */
export class Dialplan {
  /** Variables of the section `globals`. */
  readonly globals: Map<string, string> = new Map();
  readonly #contexts = new Map<string, Context>();

  /**
   * Adds what an `extensions.conf` has: sections, `exten =>`, `same =>`, `include =>`, labels, `n` as a
   * priority. Other lines (`switch`, `#include`) are not followed.
   *
   * @throws {TypeError} If a line cannot be understood.
   */
  add(text: string): this {
    let section = "";
    let extension: Extension | undefined;
    for (const [index, raw] of text.split("\n").entries()) {
      const line = stripComment(raw).trim();
      if (line === "" || line.startsWith("#")) continue;
      const header = /^\[([^\]]+)\]/.exec(line);
      if (header) {
        section = header[1] as string;
        if (!/^(general|globals)$/.test(section)) this.#context(section);
        continue;
      }
      const [, key = "", value = ""] = /^(\w+)\s*=>?\s*(.*)$/.exec(line) ?? [];
      if (section === "globals") this.globals.set(key, value);
      else if (key === "include") this.#context(section).includes.push(value);
      else if (key === "exten" || key === "same") {
        const step = key === "same"
          ? parseStep(value, extension?.steps.at(-1)?.priority)
          : parseStep(value.slice(value.indexOf(",") + 1), lastOf(this, section, value));
        if (!step || section === "") {
          throw new TypeError(`Cannot read dialplan, line ${index + 1}: ${JSON.stringify(raw)}`);
        }
        if (key === "exten") {
          const name = value.slice(0, value.indexOf(",")).trim();
          extension = this.#extension(section, name);
        }
        if (!extension) {
          throw new TypeError(`Cannot read dialplan, line ${index + 1}: "same" without "exten"`);
        }
        this.#put(extension, step);
      }
    }
    return this;
  }

  /** All contexts with what is in them. */
  list(): ListedContext[] {
    return [...this.#contexts].map(([name, { extensions, includes }]) => ({
      name,
      extensions: [...extensions.values()],
      includes,
    }));
  }

  /** Whether digits are what an extension stands for: its name, or a pattern. */
  matches(extension: string, digits: string): boolean {
    return extension === digits || (extension.startsWith("_") && matchesPattern(extension, digits));
  }

  /** Sets one priority of an extension, as AMI DialplanExtensionAdd does. */
  put(context: string, exten: string, step: Step): void {
    this.#put(this.#extension(context, exten), step);
  }

  /** Removes an extension, or one priority of it; false when it is not there. */
  remove(context: string, exten: string, priority?: number): boolean {
    const extensions = this.#contexts.get(context)?.extensions;
    const found = extensions?.get(exten);
    if (!extensions || !found) return false;
    const at = found.steps.findIndex((step) => step.priority === priority);
    if (priority !== undefined && at < 0) return false;
    if (priority === undefined || found.steps.length === 1) return extensions.delete(exten);
    found.steps.splice(at, 1);
    return true;
  }

  /** Whether there is such a context. */
  hasContext(context: string): boolean {
    return this.#contexts.has(context);
  }

  /** The step at a priority of an extension; `undefined` when there is none. */
  find(context: string, exten: string, priority: number): Step | undefined {
    return this.#find(context, exten, (step) => step.priority === priority);
  }

  /** Number of the priority that has a label; `undefined` when there is none. */
  findLabel(context: string, exten: string, label: string): number | undefined {
    return this.#find(context, exten, (step) => step.label === label)?.priority;
  }

  /** Whether there is such an extension. */
  exists(context: string, exten: string): boolean {
    return this.find(context, exten, 1) !== undefined;
  }

  /** Whether digits can become an extension of a context if more are pressed. */
  canMatchMore(context: string, digits: string): boolean {
    const found = this.#contexts.get(context);
    if (!found) return false;
    for (const { name } of found.extensions.values()) {
      if (name.startsWith("_") ? matchesMore(name, digits) : isLonger(name, digits)) return true;
    }
    return found.includes.some((included) => this.canMatchMore(included, digits));
  }

  #find(context: string, exten: string, test: (step: Step) => boolean): Step | undefined {
    const found = this.#contexts.get(context);
    if (!found) return undefined;
    const exact = found.extensions.get(exten)?.steps.find(test);
    if (exact) return exact;
    const patterns = [...found.extensions.values()]
      .filter(({ name }) => name.startsWith("_") && matchesPattern(name, exten))
      .sort((one, other) => weight(other.name) - weight(one.name));
    for (const { steps } of patterns) {
      const step = steps.find(test);
      if (step) return step;
    }
    for (const included of found.includes) {
      const step = this.#find(included, exten, test);
      if (step) return step;
    }
    return undefined;
  }

  #context(name: string): Context {
    let context = this.#contexts.get(name);
    if (!context) {
      context = { extensions: new Map(), includes: [] };
      this.#contexts.set(name, context);
    }
    return context;
  }

  #extension(contextName: string, name: string): Extension {
    const { extensions } = this.#context(contextName);
    let extension = extensions.get(name);
    if (!extension) {
      extension = { name, steps: [] };
      extensions.set(name, extension);
    }
    return extension;
  }

  #put(extension: Extension, step: Step): void {
    const at = extension.steps.findIndex(({ priority }) => priority === step.priority);
    if (at >= 0) extension.steps[at] = step;
    else extension.steps.push(step);
  }

  /** The last priority of an extension so far, for `n`. */
  lastPriority(context: string, exten: string): number | undefined {
    return this.#contexts.get(context)?.extensions.get(exten)?.steps.at(-1)?.priority;
  }
}

function lastOf(dialplan: Dialplan, context: string, value: string): number | undefined {
  return dialplan.lastPriority(context, value.slice(0, value.indexOf(",")).trim());
}

/** Reads `n(label),Application(data)`; `before` is the priority that `n` follows. */
function parseStep(text: string, before = 0): Step | undefined {
  const found = /^\s*(\d+|n)(?:\+(\d+))?(?:\((\w+)\))?\s*,\s*([\w-]+)(.*)$/s.exec(text);
  if (!found) return undefined;
  const [, priority, plus, label, application = "", rest = ""] = found;
  const data = /^\s*\((.*)\)\s*$/s.exec(rest)?.[1] ?? rest.replace(/^\s*,/, "").trim();
  return {
    priority: priority === "n" ? before + Number(plus ?? 1) : Number(priority),
    label,
    application,
    data,
  };
}

function stripComment(line: string): string {
  const at = line.search(/(?<!\\);/);
  return (at < 0 ? line : line.slice(0, at)).replaceAll("\\;", ";");
}

/** A pattern without its `_` as parts: one character, a set of characters, `.` or `!`. */
function patternParts(pattern: string): string[] {
  const parts = pattern.slice(1).match(/\[[^\]]*\]|./g) ?? [];
  return parts.filter((part) => part !== "-" || pattern.includes("[-"));
}

function partMatches(part: string, character: string): boolean {
  switch (part.toUpperCase()) {
    case "X":
      return /[0-9]/.test(character);
    case "Z":
      return /[1-9]/.test(character);
    case "N":
      return /[2-9]/.test(character);
  }
  if (!part.startsWith("[")) return part === character;
  const set = part.slice(1, -1);
  for (let at = 0; at < set.length; at++) {
    const first = set[at] as string;
    if (set[at + 1] === "-" && at + 2 < set.length) {
      if (character >= first && character <= (set[at + 2] as string)) return true;
      at += 2;
    } else if (first === character) return true;
  }
  return false;
}

function matchesPattern(pattern: string, exten: string): boolean {
  const parts = patternParts(pattern);
  for (const [at, part] of parts.entries()) {
    if (part === "!") return true;
    if (part === ".") return exten.length > at;
    const character = exten[at];
    if (character === undefined || !partMatches(part, character)) return false;
  }
  return exten.length === parts.length;
}

function matchesMore(pattern: string, digits: string): boolean {
  const parts = patternParts(pattern);
  for (const [at, part] of parts.entries()) {
    if (part === "!" || part === ".") return true;
    const digit = digits[at];
    if (digit === undefined) return true;
    if (!partMatches(part, digit)) return false;
  }
  return false;
}

function isLonger(name: string, digits: string): boolean {
  return name.length > digits.length && name.startsWith(digits);
}

/** How particular a pattern is: the one that leaves less open goes first. */
function weight(pattern: string): number {
  return patternParts(pattern).reduce((sum, part) => {
    if (part === "!" || part === ".") return sum - 1_000;
    return sum + (part.startsWith("[") ? 5 : /[XZN]/i.test(part) ? 3 : 10);
  }, 0);
}
