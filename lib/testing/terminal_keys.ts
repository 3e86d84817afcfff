/**
 * Keys that are typed on the terminal, as a caller who presses them or hangs up.
 *
 * @module
 */

import type { TestCall } from "./test_call.ts";

const decoder = new TextDecoder();

/** Presses on a call what is typed, until it is disposed: digits, `h` hangs up, `q` and ^C too. */
export function listenToKeys(call: TestCall): Disposable {
  const isTerminal = Deno.stdin.isTerminal();
  if (isTerminal) Deno.stdin.setRaw(true, { cbreak: false });
  let over = false;
  const read = async () => {
    const buffer = new Uint8Array(64);
    while (!over) {
      const count = await Deno.stdin.read(buffer).catch(() => null);
      if (count === null) return;
      for (const key of decoder.decode(buffer.subarray(0, count))) act(call, key);
    }
  };
  read();
  return {
    [Symbol.dispose](): void {
      over = true;
      if (isTerminal) Deno.stdin.setRaw(false);
    },
  };
}

/** ^C has the caller hang up, so that the end is shown, too; the second one ends the program. */
export function hangUpOnInterrupt(call: TestCall): Disposable {
  let again = false;
  const interrupt = () => {
    if (again) Deno.exit(130);
    again = true;
    call.hangup();
  };
  Deno.addSignalListener("SIGINT", interrupt);
  return { [Symbol.dispose]: () => Deno.removeSignalListener("SIGINT", interrupt) };
}

function act(call: TestCall, key: string): void {
  if (call.end) return;
  const digit = key.toUpperCase();
  if (/^[0-9*#A-D]$/.test(digit)) call.press(digit).catch(() => {});
  else if (key === "h" || key === "q" || key === "\x03") call.hangup();
}
