/**
 * What two AMI conversations say differently, apart from what differs from run to run: times, channel
 * numbers, unique ids, ports.
 *
 * @module
 */

/** One message: its header lines in order. */
interface Message {
  /** `Response: Success`, `Event: Newchannel`, or whatever its first line is. */
  readonly title: string;
  readonly names: readonly string[];
  readonly values: readonly string[];
}

/** Headers whose value is a number that depends on the moment. */
const COUNTED = new Set([
  "Abandoned",
  "AnsweredTime",
  "BridgeNumChannels",
  "Callers",
  "Calls",
  "Challenge",
  "CommandId",
  "CoreCurrentCalls",
  "CoreMaxFilehandles",
  "CoreProcessedCalls",
  "LastPause",
  "LastReload",
  "ListContexts",
  "ListExtensions",
  "ListItems",
  "ListPriorities",
  "Items",
  "LoginTime",
  "LongestHoldTime",
  "Parties",
  "Seconds",
  "Timestamp",
  "Uptime",
  "Wait",
  "DurationMs",
]);

/** Values that differ from run to run, and what they are replaced by; synopses are in our own words. */
const VARYING: readonly (readonly [RegExp, string])[] = [
  [/^.+ {2}(?=\(Priv: )/, ""],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "<uuid>"],
  [/-[0-9a-f]{8}(?=;|$)/g, "-<number>"],
  [/\b\d{10}\.\d+/g, "<uniqueid>"],
  [/\d{4}-\d\d-\d\dT[\d:.]+\+0000/g, "<time>"],
  [/\d{4}-\d\d-\d\d/g, "<date>"],
  [/\d\d:\d\d:\d\d/g, "<time>"],
  [/0x[0-9a-f]+/g, "<pointer>"],
  [/(\d+ (minute|second)s?(, )?)+/g, "<time>"],
  [/IPV4\/TCP\/127\.0\.0\.1\/\d+/g, "<address>"],
];

function mask(name: string, value: string): string {
  if (COUNTED.has(name) && /^\d+(\.\d+)?$/.test(value)) return "<number>";
  return VARYING.reduce((text, [pattern, word]) => text.replace(pattern, word), value);
}

/** Splits what Asterisk sent into messages; the greeting is one. */
function parse(text: string): Message[] {
  const [, greeting = "", rest = ""] = /^(Asterisk Call Manager\/[^\r]*\r\n)?(.*)$/s.exec(text) ??
    [];
  const messages = greeting === "" ? [] : [parseMessage(greeting.trimEnd())];
  for (const part of rest.split("\r\n\r\n")) {
    if (part !== "") messages.push(parseMessage(part));
  }
  return messages;
}

/** A message; the lines that a command printed are one value. */
function parseMessage(text: string): Message {
  const lines = text.split("\r\n").map((line): [string, string] => {
    const [, name = line, value = ""] = /^([^:]*):(?: (.*))?$/s.exec(line) ?? [];
    return [name, value];
  });
  const outputs = lines.filter(([name]) => name === "Output").map(([, value]) => value);
  const first = lines.findIndex(([name]) => name === "Output");
  if (first >= 0) lines.splice(first, outputs.length, ["Output", outputs.join("\n")]);
  return {
    title: text.slice(0, text.indexOf("\r\n") < 0 ? undefined : text.indexOf("\r\n")),
    names: lines.map(([name]) => name),
    values: lines.map(([name, value]) => mask(name, value)),
  };
}

/** An event that everybody may get, not an item of a list. */
function isEvent({ title, names, values }: Message): boolean {
  return title.startsWith("Event: ") && names[1] === "Privilege" && values[1]!.includes(",all");
}

/**
 * Says how `simulated` differs from `recorded`: one text for each difference.
 *
 * Responses and lists are compared in order, with runs of items of one kind taken together; events by
 * name, since threads of Asterisk send them in varying order.
 */
export function diffConversations(recorded: string, simulated: string): string[] {
  const [expected, actual] = [parse(recorded), parse(simulated)];
  return [
    ...diffReplies(
      expected.filter((message) => !isEvent(message)),
      actual.filter((message) => !isEvent(message)),
    ),
    ...diffEvents(expected.filter(isEvent), actual.filter(isEvent)),
  ];
}

function diffReplies(expected: readonly Message[], actual: readonly Message[]): string[] {
  const [wanted, got] = [groups(expected), groups(actual)];
  const titles = (all: readonly Message[][]) => all.map(([first]) => first!.title);
  if (titles(wanted).join("|") !== titles(got).join("|")) {
    const kinds = (all: readonly Message[][]) =>
      all.map(([first]) => `${first!.title}${messageText(first!)}`).join(", ") || "nothing";
    return [`answers ${kinds(got)} instead of ${kinds(wanted)}`];
  }
  return wanted.flatMap((group, at) => diffGroup(group, got[at]!));
}

function messageText({ names, values }: Message): string {
  const at = names.indexOf("Message");
  return at < 0 ? "" : ` "${values[at]}"`;
}

/** Runs of items of one kind. */
function groups(messages: readonly Message[]): Message[][] {
  const result: Message[][] = [];
  for (const message of messages) {
    const last = result.at(-1);
    const isItem = message.title.startsWith("Event: ");
    if (isItem && last?.[0]?.title === message.title) last.push(message);
    else result.push([message]);
  }
  return result;
}

/** Each recorded item has a simulated one of the same shape; those that are about the same are equal. */
function diffGroup(expected: readonly Message[], actual: readonly Message[]): string[] {
  const found = new Set<string>();
  for (const message of expected) {
    const about = (each: Message) => identity(each) === identity(message);
    const shaped = (each: Message) => each.names.join() === message.names.join();
    const same = expected.length === 1 ? actual : actual.filter(about);
    if (same.length === 0 && !actual.some(shaped)) {
      found.add(`${message.title}: none has the headers ${message.names.slice(1).join(", ")}`);
      continue;
    }
    const peers = [...same, ...actual.filter(shaped), ...actual.slice(0, 1)].slice(
      0,
      same.length || 1,
    );
    const differences = peers.map((peer) => diffMessage(message, peer, same.length > 0));
    differences.sort((a, b) => a.length - b.length);
    for (const difference of differences[0]!) found.add(difference);
  }
  return [...found];
}

/** Headers that tell what an item is about. */
const IDENTIFYING = new Set([
  "BridgeCreator",
  "Channel",
  "Conference",
  "Context",
  "Extension",
  "Key",
  "Location",
  "Name",
  "Queue",
]);

/** What an item is about: two of the same are to be equal, or nearly so if there are several. */
function identity({ names, values }: Message): string {
  const priority = names.includes("AppData") ? ["Priority"] : [];
  return values
    .map((value, at) => `${names[at]}=${value}`)
    .filter((_, at) => IDENTIFYING.has(names[at]!) || priority.includes(names[at]!))
    .join();
}

function diffMessage(expected: Message, actual: Message, compareValues: boolean): string[] {
  const { title } = expected;
  const missing = withoutOnce(expected.names, actual.names);
  const extra = withoutOnce(actual.names, expected.names);
  const texts = [
    ...missing.map((name) => `${title}: header ${name} is missing`),
    ...extra.map((name) => `${title}: header ${name} is added`),
  ];
  if (texts.length > 0) return texts;
  if (expected.names.join() !== actual.names.join()) return [`${title}: headers in another order`];
  if (!compareValues) return [];
  return expected.names.flatMap((name, at) => {
    const [wanted, got] = [expected.values[at]!, actual.values[at]!];
    return wanted === got
      ? []
      : [`${title}: ${name} is ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`];
  });
}

function withoutOnce(names: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return names.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function diffEvents(expected: readonly Message[], actual: readonly Message[]): string[] {
  const names = (all: readonly Message[]) => new Set(all.map(({ title }) => title));
  const [wanted, got] = [names(expected), names(actual)];
  const texts = [
    ...[...wanted].filter((title) => !got.has(title)).map((title) => `${title} does not come`),
    ...[...got].filter((title) => !wanted.has(title)).map((title) => `${title} comes too`),
  ];
  for (const title of wanted) {
    if (!got.has(title)) continue;
    const of = (all: readonly Message[]) => all.filter((message) => message.title === title);
    const [first, second] = [of(expected), of(actual)];
    if (first.length !== second.length) {
      texts.push(`${title} comes ${second.length} times instead of ${first.length}`);
    }
    const compareValues = first.length === 1 && second.length === 1;
    const shapes = new Set(second.map((message) => message.names.join()));
    for (const message of first) {
      if (shapes.has(message.names.join()) && !compareValues) continue;
      texts.push(...diffMessage(message, second[0]!, compareValues));
      break;
    }
  }
  return texts;
}
