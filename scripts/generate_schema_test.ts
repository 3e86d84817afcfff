import assert from "node:assert/strict";
import { findMessageEnd, type Header, parseHeaders } from "../lib/ami/message.ts";
import { amiStreams, amiTranscripts } from "../tests/support/transcripts.ts";

const folder = new URL("../lib/schema/", import.meta.url);

/** A member of a generated interface. */
interface Member {
  readonly optional: boolean;
  /** What it can be; `undefined`: any text. */
  readonly values: ReadonlySet<string> | undefined;
}

/** A generated interface: what is in it, and further members by the form of their names. */
interface Block {
  readonly members: ReadonlyMap<string, Member>;
  readonly patterns: readonly RegExp[];
}

function readFile(name: string): string {
  return Deno.readTextFileSync(new URL(name, folder));
}

/** Reads the interfaces of the generated files as they are formatted. */
function readInterfaces(...files: readonly string[]): Map<string, Block> {
  const blocks = new Map<string, Block>();
  for (const file of files) {
    const source = readFile(file).replaceAll(/^ *\/\*\*.*?\*\/\n/gms, "");
    const interfaces = source.matchAll(
      /^export interface (\w+)(?:\s+extends\s+([^{]+?))?\s\{\n(.*?)^\}/gms,
    );
    for (const [, name = "", bases = "", body = ""] of interfaces) {
      const members = new Map<string, Member>();
      const patterns: RegExp[] = [];
      for (const base of bases.match(/(?:[^,<]|<(?:[^<>]|<[^<>]*>)*>)+/g) ?? []) {
        const block = readBase(base.trim(), blocks);
        for (const [key, member] of block.members) members.set(key, member);
      }
      for (const [, key = "", question, type = ""] of body.matchAll(readonlyMember)) {
        if (key.startsWith("[")) patterns.push(toPattern(key));
        else members.set(JSON.parse(quoted(key)), readMember(question !== undefined, type));
      }
      blocks.set(name, { members, patterns });
    }
  }
  return blocks;
}

const readonlyMember = /^ {2}readonly ("[^"]+"|\w+|\[[^\]]+\])(\?)?:\s(.*?);$/gms;

function quoted(key: string): string {
  return key.startsWith('"') ? key : JSON.stringify(key);
}

function readMember(optional: boolean, type: string): Member {
  const isOpen = /\b(string|OtherText)\b/.test(type);
  const values = [...type.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([text]) => JSON.parse(text));
  return { optional, values: isOpen ? undefined : new Set(values) };
}

function toPattern(key: string): RegExp {
  if (key.includes("Capitalize<string>")) return /^[^a-z]/;
  const template = /`(.*)`/.exec(key)?.[1] ?? "";
  return new RegExp(`^${template.replaceAll("${number}", "\\d+").replaceAll("${string}", ".*")}$`);
}

/** `ChannelHeaders`, `Partial<ChannelHeaders>`, `Prefixed<"Dest", ChannelHeaders>`. */
function readBase(base: string, blocks: ReadonlyMap<string, Block>): Block {
  const [, partial] = /^Partial<(.*)>$/s.exec(base) ?? [];
  const [, prefix = "", prefixed] = /^Prefixed<"(\w+)", (\w+)>$/.exec(partial ?? base) ?? [];
  const name = prefixed ?? partial ?? base;
  const block = blocks.get(name);
  assert.ok(block, `${base} is not known`);
  const members = [...block.members].map(([key, member]): [string, Member] => [
    prefix + key,
    partial === undefined ? member : { ...member, optional: true },
  ]);
  return { members: new Map(members), patterns: [] };
}

/** The interfaces of the events by their names on the wire. */
function readEvents(): Map<string, Block> {
  const blocks = readInterfaces("events.ts", "list_events.ts");
  const events = new Map<string, Block>();
  for (const block of blocks.values()) {
    const [name] = block.members.get("Event")?.values ?? [];
    if (name !== undefined) events.set(name, block);
  }
  return events;
}

interface Recording {
  readonly id: string;
  readonly messages: readonly (readonly Header[])[];
}

/** All that was recorded, without what was broken or forged on purpose. */
function* recordings(): Generator<Recording> {
  for (const { name, version, bytes } of amiStreams()) {
    yield { id: `${version} ${name}`, messages: readMessages(new TextDecoder().decode(bytes)) };
  }
  for (const { id, version, protocol, exchange } of amiTranscripts()) {
    // a long ActionID breaks the framing; a value with line ends forges messages
    if (protocol !== "ami" || /actionid-length|\/lines/.test(id)) continue;
    const decoder = new TextDecoder();
    const received = exchange.filter(({ direction }) => direction === "fromAsterisk");
    const text = received.map(({ bytes }) => decoder.decode(bytes, { stream: true })).join("");
    yield { id: `${version} ${id}`, messages: readMessages(text) };
  }
}

function readMessages(text: string): Header[][] {
  const messages: Header[][] = [];
  let start = text.startsWith("Asterisk Call Manager") ? text.indexOf("\r\n") + 2 : 0;
  for (let end; (end = findMessageEnd(text, start)) > 0; start = end) {
    messages.push(parseHeaders(text.slice(start, end)));
  }
  return messages;
}

/** What of an event is not as its type says. */
function* findDifferences(headers: readonly Header[], block: Block): Generator<string> {
  const first = new Map<string, string>();
  for (const [name, value] of headers) if (!first.has(name)) first.set(name, value);
  for (const [name, value] of first) {
    const member = block.members.get(name);
    if (!member) {
      if (!block.patterns.some((pattern) => pattern.test(name))) yield `${name} is not known`;
    } else if (member.values && !member.values.has(value)) {
      yield `${name} is ${JSON.stringify(value)}`;
    }
  }
  for (const [name, { optional }] of block.members) {
    if (!optional && !first.has(name)) yield `${name} is missing`;
  }
}

Deno.test("every recorded event is as its type says", () => {
  const events = readEvents();
  const differences = new Map<string, string>();
  let checked = 0;
  for (const { id, messages } of recordings()) {
    for (const headers of messages) {
      const [[kind, name]] = headers as [Header, ...Header[]];
      if (kind !== "Event") continue;
      checked++;
      const block = events.get(name);
      if (!block) differences.set(`event ${name} is not known`, id);
      else {for (const text of findDifferences(headers, block)) {
          differences.set(`${name}: ${text}`, id);
        }}
    }
  }
  assert.deepEqual([...differences], []);
  assert.ok(checked > 70_000, `only ${checked} events were recorded`);
});

Deno.test("the check of recorded events finds what is not so", () => {
  const newchannel = readEvents().get("Newchannel")!;
  const dialBegin = readEvents().get("DialBegin")!;
  const [wrong, ...missing] = [
    ...findDifferences([["Event", "Newchannel"], ["Chanel", "PJSIP/1"]], newchannel),
  ];
  assert.equal(wrong, "Chanel is not known");
  assert.ok(missing.includes("Channel is missing"));
  assert.ok(!missing.includes("Privilege is missing"));
  const dialled = [...findDifferences([["Event", "Hangup"]], dialBegin)];
  assert.ok(dialled.includes('Event is "Hangup"'));
  assert.ok(dialled.includes("DestChannel is missing"));
  assert.ok(!dialled.includes("Channel is missing"));
});

Deno.test("every recorded list has the items and the end that its type says", () => {
  const lists = readLists();
  const seen = new Set<string>();
  for (const { id, version, protocol, session, exchange } of amiTranscripts()) {
    if (protocol !== "ami" || session?.events !== "off" || /actionid-length/.test(id)) continue;
    const decoder = new TextDecoder();
    const texts = exchange.map(({ direction, bytes }) => ({
      direction,
      text: decoder.decode(bytes),
    }));
    const sent = texts.filter(({ direction }) => direction === "toAsterisk");
    const [, action = ""] = /^Action: (\w+)\r\n/i.exec(sent[0]?.text ?? "") ?? [];
    const list = lists.get(action.toLowerCase());
    if (!list || sent.length !== 1) continue;
    const received = texts.filter(({ direction }) => direction === "fromAsterisk");
    for (const headers of readMessages(received.map(({ text }) => text).join(""))) {
      if (headers[0]?.[0] !== "Event") continue;
      const name = headers[0][1];
      const isEnd = headers.some(([key]) => key === "EventList");
      const where = `${version} ${id}`;
      if (isEnd) assert.equal(name, list.complete, where);
      else assert.ok(list.items.includes(name), `${where}: ${name} is no item of ${action}`);
      seen.add(action.toLowerCase());
    }
  }
  assert.ok(seen.size > 30, `only ${seen.size} lists were recorded`);
});

/** `ListActions` by the action in lower case. */
function readLists(): Map<string, { items: string[]; complete: string | undefined }> {
  const names = new Map<string, string>();
  for (const [name, { members }] of readInterfaces("events.ts", "list_events.ts")) {
    const [event] = members.get("Event")?.values ?? [];
    if (event !== undefined) names.set(name, event);
  }
  const [, body = ""] =
    /^export interface ListActions \{\n(.*?)^\}/ms.exec(readFile("actions.ts")) ??
      [];
  const lists = body.matchAll(/^ {2}readonly (\w+): \{(.*?)\}/gms);
  return new Map(
    Array.from(lists, ([, action = "", text = ""]) => {
      const [items = "", complete = ""] = text.split("complete:");
      const events = [...items.matchAll(/\w+Event\b/g)].map(([type]) => names.get(type)!);
      const end = names.get(/\w+Event\b/.exec(complete)?.[0] ?? "");
      return [action.toLowerCase(), { items: events, complete: end }];
    }),
  );
}

Deno.test("the generated files are types only, and say where they come from", () => {
  for (const { name } of Deno.readDirSync(folder)) {
    const source = readFile(name);
    const statements = source.replaceAll(/^\/\*\*.*?\*\/\n/gms, "").match(/^\w.*$/gm) ?? [];
    for (const statement of statements) {
      assert.match(statement, /^(import type|export (interface|type)) /, name);
    }
    if (name === "basics.ts" || name === "lookup.ts") continue;
    assert.match(source, /Made by `deno task schema` from the documentation of Asterisk 22 and 16/);
  }
});

Deno.test("all AGI commands are there", () => {
  const { members } = readInterfaces("agi_commands.ts").get("AgiCommands")!;
  assert.equal(members.size, 47);
});
