/**
 * Event filters: `eventfilter` of a manager user, and the action Filter.
 *
 * @module
 */

/** One filter: does it match an event, and is that a reason to send it or not to? */
export interface EventFilter {
  readonly excludes: boolean;
  /** @param name Name of the event. @param text The event as it would be sent. */
  matches(name: string, text: string): boolean;
}

/** Why a filter is refused, in Asterisk's words. */
export class EventFilterError extends Error {
  override readonly name = "EventFilterError";
}

const NOT_COMPILED = "Filter did not compile.  Check the syntax of the filter given.";
const BAD_FORMAT = "Filter was formatted incorrectly.  Check the syntax of the filter given.";

type Method = "regex" | "exact" | "starts_with" | "ends_with" | "contains" | "none";

/**
 * Makes a filter of the headers of the action Filter.
 *
 * Without `criteria` the pattern is a regular expression on the whole event, and a `!` before it
 * excludes. `criteria` are `action(include|exclude)`, `name(EVENT)`, `header(NAME)` and
 * `method(regex|exact|starts_with|ends_with|contains|none)`, which Asterisk 16 does not know.
 * Source: Asterisk 22, main/manager.c, manager_add_filter()
 *
 * @throws {EventFilterError} If Asterisk would refuse it.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const filter = createEventFilter("!Event: UserEvent");
 * assert.equal(filter.excludes, true);
 * assert.equal(filter.matches("UserEvent", "Event: UserEvent\r\n\r\n"), true);
 * ```
 */
export function createEventFilter(pattern: string, criteria = ""): EventFilter {
  const negated = pattern.startsWith("!");
  const text = negated ? pattern.slice(1) : pattern;
  if (criteria === "") {
    if (text === "") throw new EventFilterError(BAD_FORMAT);
    const matches = createMatcher("regex", text);
    return { excludes: negated, matches: (_name, event) => matches(event) };
  }
  const options = parseCriteria(criteria);
  const method: Method = options.method ?? "none";
  if ((text === "") !== (method === "none")) throw new EventFilterError(BAD_FORMAT);
  if (options.name === undefined && options.header === undefined && method === "none") {
    throw new EventFilterError(BAD_FORMAT);
  }
  const matches = createMatcher(method, text);
  const { header } = options;
  return {
    excludes: options.action ? options.action === "exclude" : negated,
    matches: (name, event) => {
      if (options.name !== undefined && options.name !== name) return false;
      if (header === undefined) return matches(event);
      return event.split("\r\n")
        .filter((line) => line.startsWith(header))
        .map((line) => line.slice(header.length).trimStart())
        .some((value) => value !== "" && matches(value));
    },
  };
}

/** Is the event sent? Includes are asked first, and then excludes. Source: should_send_event() */
export function passesFilters(
  filters: readonly EventFilter[],
  name: string,
  text: string,
): boolean {
  const includes = filters.filter(({ excludes }) => !excludes);
  const hits = (some: readonly EventFilter[]) => some.some((filter) => filter.matches(name, text));
  if (includes.length > 0 && !hits(includes)) return false;
  return !hits(filters.filter(({ excludes }) => excludes));
}

interface Criteria {
  action?: "include" | "exclude";
  name?: string;
  header?: string;
  method?: Method;
}

function parseCriteria(text: string): Criteria {
  const criteria: Criteria = {};
  for (const option of text.split(/[ ,)]+/).filter((part) => part !== "")) {
    const [, key, value] = /^(\w+)\((.+)$/.exec(option) ?? [];
    if (value === undefined) throw new EventFilterError(BAD_FORMAT);
    if (key === "action" && (value === "include" || value === "exclude")) criteria.action = value;
    else if (key === "name") criteria.name = value;
    else if (key === "header") criteria.header = value.endsWith(":") ? value : `${value}:`;
    else if (key === "method" && isMethod(value)) criteria.method = value;
    else throw new EventFilterError(BAD_FORMAT);
  }
  return criteria;
}

function isMethod(word: string): word is Method {
  return /^(regex|exact|starts_with|ends_with|contains|none)$/.test(word);
}

function createMatcher(method: Method, pattern: string): (text: string) => boolean {
  switch (method) {
    case "exact":
      return (text) => text === pattern;
    case "starts_with":
      return (text) => text.startsWith(pattern);
    case "ends_with":
      return (text) => text.endsWith(pattern);
    case "contains":
      return (text) => text.includes(pattern);
    case "none":
      return () => true;
    case "regex": {
      const expression = compileRegex(pattern);
      if (!expression) throw new EventFilterError(NOT_COMPILED);
      return (text) => expression.test(text);
    }
  }
}

/**
 * Compiles a POSIX extended expression as far as JavaScript writes it the same way; `undefined` when
 * it has an error. Classes such as `[:alpha:]` are not understood.
 */
export function compileRegex(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, "s");
  } catch {
    return undefined;
  }
}
