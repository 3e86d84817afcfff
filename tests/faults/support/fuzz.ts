/**
 * Fuzzing that can be repeated: seed, number of cases, and what is done to recorded bytes.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type Random, seededRandom } from "../../support/random.ts";

const encoder = new TextEncoder();

/** Pieces of both protocols, and what breaks parsers. */
const words: readonly Uint8Array[] = [
  "\n",
  "\r\n",
  "\r\n\r\n",
  "\n\n",
  "\r",
  "\0",
  "HANGUP\n",
  "HANG",
  "200 result=",
  "200 result=1 (",
  ")\n",
  "100 result=0 Trying...\n",
  "510 Invalid or unknown command\n",
  "511 Command Not Permitted on a dead channel or intercept routine\n",
  "520-Invalid command syntax.  Proper usage follows:\n",
  "520 End of proper usage.\n",
  "agi_",
  "agi_channel: ",
  "agi_arg_1: ",
  "agi___proto__: x\n",
  "agi_arg_99999999999999999999: x\n",
  "Event: ",
  "Response: ",
  "Response: Follows\r\nPrivilege: Command\r\n",
  "--END COMMAND--\r\n\r\n",
  "ActionID: ",
  "EventList: start\r\n",
  "EventList: Complete\r\n",
  "__proto__: x\r\n",
  "constructor: x\r\n",
  "headers: x\r\n",
  "output: x\r\n",
  "Event: ami:ready\r\n",
  "Event: FullyBooted\r\nUptime: NaN\r\n",
  ": ",
  "::::",
  "\u00e4\u20ac\u{1f600}",
].map((word) => encoder.encode(word));

/** The number that an environment variable gives, or else the one given here. */
function numberFrom(variable: string, fallback: number): number {
  const text = Deno.env.get(variable);
  if (!text) return fallback;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`${variable} is ${JSON.stringify(text)}, must be a whole number`);
}

/** The seed of this run, from `FUZZ_SEED` or chance; said in the test's output. */
export const seed: number = numberFrom("FUZZ_SEED", Math.floor(Math.random() * 2 ** 31));

/** Number of cases: eight times as many when the environment has `SOAK`, or what `FUZZ_COUNT` says. */
export function caseCount(usual: number): number {
  return numberFrom("FUZZ_COUNT", Deno.env.get("SOAK") ? 8 * usual : usual);
}

/** Copies recorded bytes with one to four things done to them; `others` are there to borrow from. */
export function mutate(
  bytes: Uint8Array,
  random: Random,
  others: readonly Uint8Array[],
): Uint8Array {
  let result = bytes;
  for (let times = 1 + random.int(4); times > 0; times--) {
    result = mutateOnce(result, random, others);
  }
  return result;
}

function mutateOnce(
  bytes: Uint8Array,
  random: Random,
  others: readonly Uint8Array[],
): Uint8Array {
  const at = random.int(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + random.int(40));
  switch (random.int(9)) {
    case 0: { // other bits
      const copy = bytes.slice();
      if (at < copy.length) copy[at]! ^= 1 << random.int(8);
      return copy;
    }
    case 1: // a byte of any value
      return splice(bytes, at, at, Uint8Array.of(random.int(256)));
    case 2: // something is missing
      return splice(bytes, at, end);
    case 3: // something comes twice
      return splice(bytes, at, at, bytes.subarray(at, end));
    case 4: // something that means something
    case 5:
      return splice(bytes, at, random.int(2) ? at : end, random.pick(words));
    case 6: { // a piece of another recording
      const other = random.pick(others);
      const from = random.int(other.length + 1);
      return splice(bytes, at, end, other.subarray(from, from + random.int(200)));
    }
    case 7: // the end is missing
      return bytes.slice(0, at);
    default: // one line that is very long
      return random.int(20) > 0 ? bytes : splice(bytes, at, at, longLine);
  }
}

const longLine = new Uint8Array(20_000).fill(0x41);
const empty = new Uint8Array();

function splice(
  bytes: Uint8Array,
  from: number,
  to: number,
  insert: Uint8Array = empty,
): Uint8Array {
  const result = new Uint8Array(bytes.length - (to - from) + insert.length);
  result.set(bytes.subarray(0, from));
  result.set(insert, from);
  result.set(bytes.subarray(to), from + insert.length);
  return result;
}

/** Cuts bytes into one to four pieces. */
export function cut(bytes: Uint8Array, random: Random): Uint8Array[] {
  const places = Array.from({ length: random.int(4) }, () => random.int(bytes.length + 1))
    .sort((a, b) => a - b);
  return [0, ...places].map((from, index) => bytes.subarray(from, places[index]));
}

/** Longest time that one case may take before the run is given up, in milliseconds. */
const patience = 60_000;

/**
 * Runs cases one after the other, each with chance of its own, and says what has to be known to
 * repeat one that fails. The memory in use behind the last must be what it was behind the first fifth.
 *
 * With `FUZZ_CASE` only that case is run.
 */
export async function runCases(
  what: string,
  count: number,
  run: (random: Random, index: number) => Promise<void>,
): Promise<void> {
  const only = numberFrom("FUZZ_CASE", -1 >>> 0);
  console.log(`${count} ${what}, FUZZ_SEED=${seed}`);
  let index = 0;
  let before = -1;
  let giveUp: (reason: Error) => void = () => {};
  const watch = setInterval(() => {
    if (index === before) giveUp(new Error("it hangs"));
    before = index;
  }, patience);
  let early = 0;
  try {
    for (; index < count; index++) {
      if (only < count && index !== only) continue;
      const random = seededRandom(seed + Math.imul(index, 0x9e3779b1));
      // Not a race with one promise for all cases: it would remember every one of them.
      await new Promise<void>((resolve, reject) => {
        giveUp = reject;
        run(random, index).then(resolve, reject);
      });
      if (index === Math.floor(count / 5)) early = memoryInUse();
    }
  } catch (error) {
    const message = `${what}: case ${index} failed (repeat: FUZZ_SEED=${seed} FUZZ_CASE=${index})`;
    throw new Error(message, { cause: error });
  } finally {
    clearInterval(watch);
  }
  if (early === 0) return;
  const growth = memoryInUse() - early;
  console.log(`  memory grew by ${(growth / 1e6).toFixed(1)} MB over the last four fifths`);
  // What the runtime itself keeps moves by a few MB; a leak of 100 bytes a case is more.
  assert.ok(growth < 4e6 + count * 20, `memory grew by ${growth} bytes`);
}

/** Memory that is in use, in bytes, without garbage where the runtime lets us collect it. */
export function memoryInUse(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return Deno.memoryUsage().heapUsed;
}
