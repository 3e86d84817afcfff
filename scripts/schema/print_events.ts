/**
 * `lib/schema/events.ts`: the AMI events and their headers.
 *
 * @module
 */
import { checkNames } from "./correct.ts";
import { itemsThatAreEvents } from "./corrections_actions.ts";
import { headerBlocks, isListEnd } from "./event_headers.ts";
import type { AmiEvent, Header, Schema, Snapshot } from "./model.ts";
import { eventSummaries } from "./summaries_ami.ts";
import { describeOrigin, fileHead, toDoc, toKey, toSentence, toUnion } from "./typescript.ts";
import { headerWords, partyWords } from "./words_headers.ts";

/** The name of an event's type: `Newchannel` → `NewchannelEvent`, `AOC-D` → `AOCDEvent`. */
export function eventTypeName(event: string): string {
  return `${event.replaceAll(/\W/g, "")}Event`;
}

/** Prints the events that listeners get. */
export function printEvents(schema: Schema): string {
  checkNames("event", eventSummaries, schema.events);
  const events = schema.events.filter((event) => !isListed(event, schema));
  const blocks = [
    printBlock("EventHeaders", "Headers that any event can have.", headerBlocks.event),
    printBlock("ChannelHeaders", "A channel as events describe it.", headerBlocks.channel),
    printBlock("BridgeHeaders", "A bridge as events describe it.", headerBlocks.bridge),
  ];
  return fileHead("The AMI events that listeners get.", [
    'import type { OtherText, Prefixed } from "./basics.ts";',
  ]) + blocks.join("") + events.map((event) => printEvent(event, schema)).join("") +
    printMap("Events", "The events that listeners get, by name.", events, schema);
}

/** Prints the events that only the answer to an action has. */
export function printListEvents(schema: Schema): string {
  const events = schema.events.filter((event) => isListed(event, schema));
  return fileHead("The AMI events that only the answer to an action has.", [
    'import type { OtherText } from "./basics.ts";',
    'import type { BridgeHeaders, ChannelHeaders, EventHeaders } from "./events.ts";',
  ]) +
    printBlock("ListEndHeaders", "Headers of an event that ends a list.", headerBlocks.listEnd) +
    events.map((event) => printEvent(event, schema)).join("") +
    printMap("ListEvents", "The items of lists and the ends of lists, by name.", events, schema);
}

/** Whether an event is an item or the end of a list, and nothing else. */
export function isListed({ name, classes }: AmiEvent, { actions }: Schema): boolean {
  const listed = actions.some(({ list }) => list.items.includes(name) || list.complete === name);
  return classes.length === 0 || (listed && !itemsThatAreEvents.has(name));
}

function printMap(
  name: string,
  about: string,
  events: readonly AmiEvent[],
  schema: Schema,
): string {
  const entries = events.map((event) => printEntry(event, schema));
  return `${toDoc("", [about])}export interface ${name} {\n${entries.join("\n")}}\n`;
}

function printBlock(name: string, about: string, headers: readonly Header[]): string {
  const members = headers.map((header) => printHeader("", header)).join("");
  return `${toDoc("", [about])}export interface ${name} {\n${members}}\n\n`;
}

function printEvent(event: AmiEvent, schema: Schema): string {
  const ends = isListEnd(event);
  const own = event.headers.filter(({ name }) =>
    !ends || headerBlocks.listEnd.every((header) => header.name !== name)
  );
  const blocks = [
    "EventHeaders",
    ...(ends ? ["ListEndHeaders"] : []),
    ...event.snapshots.map(printSnapshot),
  ];
  const members = [
    `${toDoc("  ", ["Name of the event."])}  readonly Event: ${JSON.stringify(event.name)};\n`,
    ...own.map((header) => printHeader(event.name, header)),
    ...event.more.map(({ pattern, words }) =>
      `${toDoc("  ", [toSentence(words)])}  readonly [header: ${pattern}]: string | undefined;\n`
    ),
  ];
  const doc = toDoc("", [
    summaryOf(event, schema),
    event.classes.length > 0
      ? `Class ${event.classes.map((name) => `\`${name}\``).join(", ")}. ${describeOrigin(event)}`
      : describeOrigin(event),
  ]);
  const name = eventTypeName(event.name);
  return `${doc}export interface ${name} extends ${blocks.join(", ")} {\n${members.join("")}}\n\n`;
}

function printSnapshot({ kind, prefix, optional }: Snapshot): string {
  const block = kind === "channel" ? "ChannelHeaders" : "BridgeHeaders";
  const prefixed = prefix === "" ? block : `Prefixed<${JSON.stringify(prefix)}, ${block}>`;
  return optional ? `Partial<${prefixed}>` : prefixed;
}

function printHeader(event: string, header: Header): string {
  const { name, optional, values, only } = header;
  const doc = toDoc("  ", [
    toSentence(wordsOf(event, header)) + (only ? ` Documented for Asterisk ${only} only.` : ""),
  ]);
  return `${doc}  readonly ${toKey(name)}${optional ? "?" : ""}: ${toUnion(values) ?? "string"};\n`;
}

function wordsOf(event: string, { name, option }: Header): string {
  const words = headerWords[`${event}.${name}`];
  if (words !== undefined) return words;
  if (option !== undefined) return `Option \`${option.replace(" of ", "` of ")}`;
  const [, party, part] = /^M(CallerID|ConnectedID)(.+)$/.exec(name) ?? [];
  if (part !== undefined && partyWords[part] !== undefined) {
    return `${party === "CallerID" ? "The caller" : "The other side"}: ${partyWords[part]}`;
  }
  const known = headerWords[name];
  if (known === undefined) throw new Error(`Cannot describe ${event}: no words for ${name}`);
  return known;
}

function printEntry(event: AmiEvent, schema: Schema): string {
  const doc = toDoc("  ", [summaryOf(event, schema)]);
  return `${doc}  readonly ${toKey(event.name)}: ${eventTypeName(event.name)};\n`;
}

/** In words, or what it has to do with which action. */
function summaryOf({ name }: AmiEvent, { actions }: Schema): string {
  const item = actions.filter(({ list }) => list.items.includes(name));
  const end = actions.filter(({ list }) => list.complete === name);
  const listed = item.length > 0 ? item : end;
  const names = listed.map((action) => `\`${action.name}\``).join(", ");
  const words = toSentence(eventSummaries[name]);
  if (names === "") return words ?? `The event \`${name}\`.`;
  const what = item.length > 0 ? "An item of what" : "The end of what";
  return `${words === undefined ? "" : `${words} `}${what} ${names} lists.`;
}
