/**
 * The work of the AMI benchmarks on Deno, hard-coded, without any framework: Deno's own cost.
 *
 * With the argument `all` every header of an event goes into an object, else the three that are read
 * are looked for. Where and what comes from the environment that ami-load gives its client.
 *
 * @module
 */
const env = (name: string) => Deno.env.get(name) ?? "";
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const buffer = new Uint8Array(65_536);
const connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(env("AMI_PORT")) });
connection.setNoDelay(true);

let text = "";
let outgoing = "";
/** Writes what was sent since the last time, in one piece. */
async function flush(): Promise<void> {
  const bytes = encoder.encode(outgoing);
  outgoing = "";
  let written = 0;
  while (written < bytes.length) written += await connection.write(bytes.subarray(written));
}

const counts = new Map<string, number>();
const allHeaders = Deno.args[0] === "all";
let counted = 0;
let lengths = 0;

function parse(message: string): Record<string, string> {
  const headers: Record<string, string> = Object.create(null);
  let start = 0;
  for (;;) {
    const end = message.indexOf("\r\n", start);
    if (end <= start) return headers;
    const colon = message.indexOf(": ", start);
    headers[message.slice(start, colon)] = message.slice(colon + 2, end);
    start = end + 2;
  }
}

function find(message: string, header: string): string {
  const at = message.indexOf(header);
  return at < 0 ? "" : message.slice(at + header.length, message.indexOf("\r\n", at + 2));
}

function receiveEvent(message: string): void {
  let name: string, channel: string, uniqueid: string;
  if (allHeaders) {
    const event = parse(message);
    name = event["Event"] ?? "";
    channel = event["Channel"] ?? "";
    uniqueid = event["Uniqueid"] ?? "";
  } else {
    name = message.slice(7, message.indexOf("\r\n"));
    channel = find(message, "\r\nChannel: ");
    uniqueid = find(message, "\r\nUniqueid: ");
  }
  counts.set(name, (counts.get(name) ?? 0) + 1);
  lengths += channel.length + uniqueid.length;
  counted++;
  if (name === "UserEvent" && message.includes("\r\nUserEvent: Bench")) {
    outgoing += `Action: Getvar\r\nActionID: 1\r\nVariable: BenchAck-${counted}\r\n\r\n`;
  }
}

// By number, in a ring: a Map costs as much again as all the rest of an action.
const pending = new Array<((message: string) => void) | undefined>(16_384).fill(undefined);
let lastId = 0;
function ask(): Promise<string> {
  const place = ++lastId % pending.length;
  outgoing +=
    `Action: Getvar\r\nActionID: ${place}\r\nChannel: PJSIP/100-00000001\r\nVariable: FOO\r\n\r\n`;
  return new Promise((resolve) => pending[place] = resolve);
}

let left = Number(env("AMI_WARM")) + Number(env("AMI_COUNT"));
async function askOn(): Promise<void> {
  while (left-- > 0) {
    if (!(await ask()).includes("\r\nValue: bar\r\n")) throw new Error("Got another value");
  }
}

function receive(message: string): void {
  if (message.startsWith("Event: ")) return receiveEvent(message);
  const place = Number(find(message, "\r\nActionID: "));
  const resolve = pending[place];
  pending[place] = undefined;
  resolve?.(message);
}

outgoing = `Action: Login\r\nUsername: ${env("AMI_USER")}\r\nSecret: ${env("AMI_SECRET")}\r\n\r\n`;
await flush();
let started = env("AMI_MODE") !== "actions";
for (;;) {
  const count = await connection.read(buffer);
  if (count === null) break;
  text += decoder.decode(buffer.subarray(0, count), { stream: true });
  let start = text.startsWith("Asterisk Call Manager") ? text.indexOf("\n") + 1 : 0;
  let end: number;
  while ((end = text.indexOf("\r\n\r\n", start)) >= 0) {
    receive(text.slice(start, end + 4));
    start = end + 4;
  }
  text = text.slice(start);
  if (!started) {
    started = true;
    for (let window = Number(env("AMI_WINDOW")); window > 0; window--) askOn();
  }
  // Those who were answered send their next action.
  await undefined;
  if (outgoing !== "") await flush();
}
