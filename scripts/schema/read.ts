/**
 * Asterisk's own documentation, `core-en_US.xml`, of one version.
 *
 * @module
 */
import { resolveIncludes } from "./includes.ts";
import type {
  Action,
  AgiCommand,
  AmiEvent,
  Application,
  DialplanFunction,
  Documented,
  Header,
  Schema,
  Snapshot,
  Version,
} from "./model.ts";
import { readParameter, readSyntax, readVariables } from "./syntax.ts";
import { type Element, elementsOf, parseXml } from "./xml.ts";

/** Reads what a version of Asterisk documents. Things of the same name are made one. */
export function readDocumentation(text: string, version: Version): Schema {
  const root = parseXml(text);
  const all = (kind: string) =>
    elementsOf(root, kind).map((element) => resolveIncludes(element, root));
  const actions = all("manager");
  return {
    applications: unite(all("application").map((found) => readApplication(found, version))),
    functions: unite(all("function").map((found) => readFunction(found, version))),
    agiCommands: unite(all("agi").map((found) => readAgiCommand(found, version))),
    actions: unite(actions.map((found) => readAction(found, version))),
    events: uniteEvents([
      ...all("managerEvent").flatMap((found) => readEvents(found, version)),
      ...actions.flatMap((found) => listedEvents(found))
        .flatMap(({ event }) => readEvents(event, version)),
    ]),
  };
}

function readDocumented(element: Element, version: Version): Documented {
  const { name = "", module } = element.attributes;
  const since = elementsOf(element, "since").flatMap((list) => elementsOf(list, "version"));
  return {
    name,
    versions: [version],
    since: since.flatMap(({ children }) => children.map(String)).map((text) => text.trim()),
    modules: module === undefined || module === "builtin" ? [] : [module],
  };
}

function readApplication(element: Element, version: Version): Application {
  return {
    ...readDocumented(element, version),
    ...readSyntax(element),
    ...readVariables(element),
  };
}

function readFunction(element: Element, version: Version): DialplanFunction {
  const { sets } = readVariables(element);
  return { ...readDocumented(element, version), ...readSyntax(element), sets };
}

function readAgiCommand(element: Element, version: Version): AgiCommand {
  const documented = readDocumented(element, version);
  const { parameters } = readSyntax(element);
  const { sets } = readVariables(element);
  return { ...documented, name: documented.name.toUpperCase(), parameters, sets };
}

function readAction(element: Element, version: Version): Action {
  const listed = listedEvents(element).map(({ event, item }) => ({
    name: event.attributes.name ?? "",
    item,
  }));
  return {
    ...readDocumented(element, version),
    parameters: readSyntax(element).parameters.filter(({ name }) => name !== "ActionID"),
    more: [],
    list: {
      items: listed.filter(({ item }) => item).map(({ name }) => name),
      complete: listed.find(({ item }) => !item)?.name,
    },
  };
}

/** The events in the `responses` of an action: the items of a list and the end of it. */
function listedEvents(action: Element): { event: Element; item: boolean }[] {
  return elementsOf(action, "responses").flatMap((responses) => [
    ...elementsOf(responses, "list-elements").flatMap((list) =>
      elementsOf(list, "managerEvent").map((event) => ({ event, item: true }))
    ),
    ...elementsOf(responses, "managerEvent").map((event) => ({ event, item: false })),
  ]);
}

/** One for each `managerEventInstance`. */
function readEvents(element: Element, version: Version): AmiEvent[] {
  const { name, modules } = readDocumented(element, version);
  return elementsOf(element, "managerEventInstance").map((instance) => {
    const [syntax] = elementsOf(instance, "syntax");
    const flag = instance.attributes.class ?? "";
    return {
      ...readDocumented(instance, version),
      name,
      modules,
      classes: [flag.replace("EVENT_FLAG_", "").toLowerCase()],
      snapshots: syntax ? readSnapshots(syntax) : [],
      headers: syntax ? readHeaders(syntax) : [],
      more: [],
    };
  });
}

function readSnapshots(syntax: Element): Snapshot[] {
  const placeholders = elementsOf(syntax).filter(({ name }) => name.endsWith("_snapshot"));
  return placeholders.map(({ name, attributes }) => {
    if (name !== "channel_snapshot" && name !== "bridge_snapshot") {
      throw new Error(`Cannot read an event: what is in ${name} is not known`);
    }
    const kind = name === "channel_snapshot" ? "channel" : "bridge";
    return { kind, prefix: attributes.prefix ?? "", optional: false };
  });
}

function readHeaders(syntax: Element): Header[] {
  const headers = new Map<string, Header>();
  for (const element of elementsOf(syntax, "parameter")) {
    const { name, values } = readParameter(element);
    if (name === "ActionID") continue;
    const optional = headers.get(name)?.optional === true ||
      element.attributes.required === "false";
    const option = readOption(element);
    headers.set(name, { name, optional, values, ...(option ? { option } : {}) });
  }
  return [...headers.values()];
}

/** The option of a configuration file that a header shows: its text includes that of the option. */
function readOption(parameter: Element): string | undefined {
  const found = elementsOf(parameter, "para").flatMap((para) => elementsOf(para, "xi:include"));
  const pointer = found[0]?.attributes.xpointer ?? "";
  const [, file, object, option] =
    /configFile\[@name='([^']+)'\]\/configObject\[@name='([^']+)'\]\/configOption\[@name='([^']+)'\]/
      .exec(pointer) ?? [];
  return option === undefined ? undefined : `${option} of ${object} in ${file}`;
}

/** Makes one of those that have the same name, which differ in their modules only. */
function unite<Thing extends Documented>(things: readonly Thing[]): Thing[] {
  const united = new Map<string, Thing>();
  for (const thing of things) {
    const known = united.get(thing.name);
    united.set(thing.name, known ? { ...known, modules: modulesOf(known, thing) } : thing);
  }
  return [...united.values()];
}

/** Events of the same name may differ in their headers: what only some have is optional. */
function uniteEvents(events: readonly AmiEvent[]): AmiEvent[] {
  const united = new Map<string, AmiEvent>();
  for (const event of events) {
    const known = united.get(event.name);
    if (!known) united.set(event.name, event);
    else {
      united.set(event.name, {
        ...known,
        modules: modulesOf(known, event),
        snapshots: known.snapshots.length > 0 ? known.snapshots : event.snapshots,
        headers: [
          ...known.headers,
          ...event.headers.filter(({ name }) => known.headers.every((has) => has.name !== name)),
        ],
      });
    }
  }
  return [...united.values()];
}

function modulesOf(...things: readonly Documented[]): string[] {
  return [...new Set(things.flatMap(({ modules }) => modules))];
}
