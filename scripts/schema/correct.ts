/**
 * Applies the corrections to what is documented, and adds what is not.
 *
 * @module
 */
import { actionCorrections, listActions } from "./corrections_actions.ts";
import { type EventCorrection, eventCorrections, eventSupplements } from "./corrections_events.ts";
import { sortByName } from "./merge.ts";
import {
  type Action,
  type AmiEvent,
  type Header,
  type Parameter,
  type Schema,
  type Snapshot,
  versions,
} from "./model.ts";

/**
 * Applies the corrections of actions and events. Those of applications, functions and AGI commands
 * are about how these are written, and applied where that is printed.
 *
 * @throws {Error} If a correction is for something that does not exist, or not needed.
 */
export function correctSchema(schema: Schema): Schema {
  checkNames("action", { ...actionCorrections, ...listActions }, schema.actions);
  checkNames("event", eventCorrections, schema.events);
  const events = schema.events.map((event) => {
    const correction = eventCorrections[event.name];
    return correction ? correctEvent(event, correction) : event;
  });
  return {
    ...schema,
    actions: schema.actions.map(correctAction),
    events: supplementEvents(events),
  };
}

/** @throws {Error} If a correction is for a name that is not documented. */
export function checkNames(
  kind: string,
  corrections: Readonly<Record<string, unknown>>,
  things: readonly { readonly name: string }[],
): void {
  for (const name of Object.keys(corrections)) {
    if (!things.some((thing) => thing.name === name)) {
      throw new Error(`Cannot correct ${kind} ${name}: it is not documented`);
    }
  }
}

function correctAction(action: Action): Action {
  const correction = actionCorrections[action.name];
  const list = listActions[action.name];
  let parameters = action.parameters;
  if (correction) {
    const without = new Set(correction.without);
    const changed = (correction.parameters ?? []).map((spec) => {
      const { name, optional } = parseSpec(spec);
      const known = parameters.find((parameter) => parameter.name === name);
      return { ...(known ?? plainParameter(name)), required: !optional };
    });
    parameters = replaceByName(parameters, changed).filter(({ name }) => !without.has(name));
  }
  return { ...action, parameters, more: correction?.more ?? [], ...(list ? { list } : {}) };
}

function plainParameter(name: string): Parameter {
  return {
    name,
    required: false,
    repeats: false,
    separator: ",",
    parentheses: "never",
    parts: [],
    values: [],
    options: [],
  };
}

function correctEvent(event: AmiEvent, correction: EventCorrection): AmiEvent {
  const { optional = [], always = [], open = [], without = [] } = correction;
  for (const name of [...optional, ...always, ...open, ...without]) {
    if (!event.headers.some((header) => header.name === name)) {
      throw new Error(`Cannot correct event ${event.name}: it has no documented header ${name}`);
    }
  }
  const changed = event.headers.map((header): Header => {
    const { only: _, ...everywhere } = header;
    const known = always.includes(header.name) ? { ...everywhere, optional: false } : header;
    return {
      ...known,
      optional: known.optional || optional.includes(header.name),
      values: open.includes(header.name) && header.values.length > 0
        ? [...header.values, "*"]
        : header.values,
    };
  });
  const headers = replaceByName(changed, (correction.headers ?? []).map(parseSpec));
  return {
    ...event,
    name: correction.name ?? event.name,
    classes: correction.classes ?? event.classes,
    headers: headers.filter(({ name }) => !without.includes(name)),
    more: moreHeaders(correction),
    snapshots: event.snapshots
      .filter(({ prefix }) => !correction.withoutSnapshots?.includes(prefix))
      .map((snapshot): Snapshot => ({
        ...snapshot,
        optional: snapshot.optional ||
          correction.optionalSnapshots?.includes(snapshot.prefix) === true,
      })),
  };
}

function supplementEvents(documented: readonly AmiEvent[]): AmiEvent[] {
  const events = new Map(documented.map((event) => [event.name, event]));
  for (const [name, supplement] of Object.entries(eventSupplements)) {
    const known = events.get(name);
    const headers = supplement.headers.map(parseSpec);
    const snapshots = (["channels", "bridges"] as const).flatMap((kinds) =>
      (supplement[kinds] ?? []).map((prefix): Snapshot => ({
        kind: kinds === "channels" ? "channel" : "bridge",
        prefix,
        optional: false,
      }))
    );
    events.set(name, {
      name,
      versions: supplement.versions ?? versions,
      since: known?.since ?? [],
      modules: known?.modules ?? [],
      classes: supplement.classes ?? [],
      snapshots,
      headers: known ? replaceByName(known.headers, headers) : headers,
      more: moreHeaders(supplement),
    });
  }
  return sortByName(events.values());
}

function moreHeaders(
  { anyHeaders, numbered = [] }: Pick<EventCorrection, "anyHeaders" | "numbered">,
): AmiEvent["more"] {
  const patterns = numbered.map((name) => ({
    pattern: `\`${name}\``,
    words: "Headers that have a number in their name",
  }));
  const any = { pattern: "Capitalize<string>", words: `Further headers: ${anyHeaders}` };
  return anyHeaders === undefined ? patterns : [...patterns, any];
}

/** `Name`, `Name?`, `Name=A|B`, `Name?=A|B|*`. */
function parseSpec(spec: string): Header {
  const [, name, question, values] = /^([^?=]+)(\?)?(?:=(.*))?$/.exec(spec) ?? [];
  if (name === undefined) throw new Error(`Cannot read correction ${JSON.stringify(spec)}`);
  return { name, optional: question !== undefined, values: values?.split("|") ?? [] };
}

function replaceByName<Thing extends { readonly name: string }>(
  things: readonly Thing[],
  others: readonly Thing[],
): Thing[] {
  const replaced = things.map((thing) => others.find(({ name }) => name === thing.name) ?? thing);
  const more = others.filter(({ name }) => things.every((thing) => thing.name !== name));
  return [...replaced, ...more];
}
