/**
 * Two versions of Asterisk become one schema.
 *
 * @module
 */
import {
  type Action,
  type AgiCommand,
  type AmiEvent,
  type Application,
  type DialplanFunction,
  type Documented,
  type Header,
  type Parameter,
  type Schema,
  versions,
} from "./model.ts";

/** What two versions have together; where they differ, the base says how it is. */
export function mergeSchemas(base: Schema, other: Schema): Schema {
  return {
    applications: merge<Application>(base.applications, other.applications, takeBase),
    functions: merge<DialplanFunction>(base.functions, other.functions, takeBase),
    agiCommands: merge<AgiCommand>(base.agiCommands, other.agiCommands, takeBase),
    actions: merge(base.actions, other.actions, mergeActions),
    events: merge(base.events, other.events, mergeEvents),
  };
}

/** Sorted by name; in capital or small letters is all the same. */
export function sortByName<Thing extends { readonly name: string }>(
  things: Iterable<Thing>,
): Thing[] {
  return [...things].sort((a, b) => compareNames(a.name, b.name));
}

function compareNames(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x !== y) return x < y ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}

function merge<Thing extends Documented>(
  base: readonly Thing[],
  other: readonly Thing[],
  both: (base: Thing, other: Thing) => Thing,
): Thing[] {
  const merged = new Map(other.map((thing) => [thing.name, thing]));
  for (const thing of base) {
    const known = merged.get(thing.name);
    merged.set(thing.name, withVersions(known ? both(thing, known) : thing, known));
  }
  return sortByName(merged.values());
}

/**
 * Says which versions have it. One that is as old as the other version is in that too, though it may
 * not be documented there; one that is documented there is as old, whatever is said.
 */
function withVersions<Thing extends Documented>(base: Thing, other: Thing | undefined): Thing {
  const old = base.since.some((version) => Number.parseInt(version) <= Number(versions[1]));
  return {
    ...base,
    versions: other !== undefined || old ? versions : base.versions,
    since: other === undefined || old ? base.since : [],
  };
}

function takeBase<Thing>(base: Thing): Thing {
  return base;
}

function mergeActions(base: Action, other: Action): Action {
  const more = other.parameters.filter(({ name }) => !has(base.parameters, name));
  const optional = more.map((parameter): Parameter => ({ ...parameter, required: false }));
  return { ...base, parameters: [...base.parameters, ...optional] };
}

/** What only one version documents is not there at times. */
function mergeEvents(base: AmiEvent, other: AmiEvent): AmiEvent {
  const known = base.headers.map((header): Header =>
    has(other.headers, header.name)
      ? header
      : { ...header, optional: true, only: base.versions[0]! }
  );
  const more = other.headers.filter(({ name }) => !has(base.headers, name));
  const only = more.map((header): Header => ({
    ...header,
    optional: true,
    only: other.versions[0]!,
  }));
  const snapshots = base.snapshots.map((snapshot) => ({
    ...snapshot,
    optional: !other.snapshots.some(({ kind, prefix }) =>
      kind === snapshot.kind && prefix === snapshot.prefix
    ),
  }));
  return { ...base, headers: [...known, ...only], snapshots };
}

function has(things: readonly { readonly name: string }[], name: string): boolean {
  return things.some((thing) => thing.name.toLowerCase() === name.toLowerCase());
}
