/**
 * The example at work on a machine without Asterisk: `deno task demo`.
 *
 * @module
 */
import {
  type Entry,
  type FakeAsterisk,
  fakeAsterisk,
  formatEntry,
  type TestCall,
} from "lunopark/testing";

const isTerminal = Deno.stdout.isTerminal();
const color = isTerminal && !Deno.noColor;
const width = isTerminal ? Math.min(100, Deno.consoleSize().columns || 80) : 80;

function title(text: string): void {
  console.log(`\n${color ? `\x1b[1m${text}\x1b[0m` : text}\n${"-".repeat(text.length)}`);
}

/** Places a call, shows what is said, and has its caller do something. */
async function show(pbx: FakeAsterisk, what: string, act: (call: TestCall) => Promise<void>) {
  title(what);
  const call = pbx.call("subroutine", { callerid: '"Reception" <100>' });
  const write = (entry: Entry) => console.log(formatEntry(entry, { color, width }));
  for (const entry of call.conversation.entries) write(entry);
  call.conversation.onEntry = write;
  await act(call);
  const { status, duration } = await call.ended;
  console.log(`=> ${status}, after ${(duration / 1_000).toFixed(1)} s of simulated time`);
}

const began = performance.now();
console.log(`\
Lunopark runs handlers/example.ts, which asks for a PIN and puts the caller
through. The Asterisk that calls it is simulated, and so is time.`);

await using pbx = await fakeAsterisk({ config: new URL("../handlers/config.ts", import.meta.url) });
await show(pbx, "1. The right PIN", async (call) => {
  await call.digits("0000");
  await call.expect("Dial", "PJSIP/1234");
  call.dialed("ANSWER", { talk: 60_000 });
});
await show(pbx, "2. A wrong PIN", (call) => call.digits("1234"));
await show(pbx, "3. The caller hangs up", async (call) => {
  await call.expect("Read");
  await call.digits("00");
  await call.wait(500);
  call.hangup();
});

const hangups = pbx.log.filter(({ message }) => message.includes("hung up: "));
title("What the handler's AMI listener logged meanwhile");
for (const { message } of hangups) console.log(message);
console.log(`
Three calls in ${
  ((performance.now() - began) / 1_000).toFixed(1)
} s. Change handlers/example.ts and run it again, or call it
yourself: deno run -A main.ts call subroutine -c handlers/config.ts -i`);
