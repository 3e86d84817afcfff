/**
 * Stories of calls: one test file that runs on the simulator, and on real Asterisk as well.
 *
 * Without more, a story is told on the simulator, as 22 and as 16. With the environment variable
 * `LUNOPARK_TEST_ASTERISK`, it is told on real ones: `22`, `16`, `22,16`, or `yes` for those of
 * `ASTERISK_VERSIONS`.
 *
 * @module
 */
import type { Ami } from "lunopark";
import {
  type Asked,
  type CallEnd,
  type DialedOptions,
  type DialOutcome,
  type ExpectedArgument,
  FakeAsterisk,
} from "lunopark/testing";
import { type AsteriskVersion, asteriskVersions, parseVersions } from "./asterisk.ts";

/** What a story needs. */
export interface StoryOptions {
  /** The handler file. */
  readonly handler: URL;
  /** Environment variables that it reads. */
  readonly env?: Readonly<Record<string, string>>;
  /** A queue without members that there has to be. */
  readonly queue?: string;
  /** `real` for handlers with timers of their own; the simulator's time is virtual unless given. */
  readonly time?: "real";
}

/** The Asterisk of a story. */
export interface StoryPbx extends AsyncDisposable {
  /** AMI, as the handler has it. */
  readonly ami: Ami;
  /** Somebody calls a script. */
  call(script: string, options?: StoryCallOptions): StoryCall;
  /** A telephone that can be called, as the dialplan names it; it rings unless an outcome is given. */
  phone(name: string, outcome?: DialOutcome, options?: DialedOptions): string;
  /** Waits for an event, one that has come already counted. */
  event(
    name: string,
    fields?: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, string | undefined>>>;
}

/** Who calls, and with what. */
export interface StoryCallOptions {
  readonly callerid?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** A call of a story: as {@linkcode TestCall} is, as far as a real one can be so. */
export interface StoryCall {
  /** Presses keys, each when it is asked for. */
  digits(digits: string): Promise<void>;
  /** Presses keys now. */
  press(digits: string): Promise<void>;
  /** Waits for an application or command behind the last that was expected. */
  expect(name: string, ...args: ExpectedArgument[]): Promise<Asked>;
  /** Says what becomes of who rings now, or else is called next. */
  dialed(outcome: DialOutcome, options?: DialedOptions): unknown;
  /** The caller hangs up. */
  hangup(): unknown;
  /** All that the handler asked for so far. */
  readonly asked: readonly Asked[];
  /** How the call ended. */
  readonly ended: PromiseLike<Pick<CallEnd, "status" | "variables">>;
}

const real = Deno.env.get("LUNOPARK_TEST_ASTERISK");

if (real) {
  Deno.test.afterAll(async () => {
    // Imported for a real one only: it comes too late to say so by itself.
    const { stopInstances } = await import("../asterisk/support.ts");
    await stopInstances();
  });
}

/** Registers a story for each Asterisk that it is to be told on. */
export function story(
  promise: string,
  options: StoryOptions,
  tell: (pbx: StoryPbx) => Promise<void>,
): void {
  const versions = real === "yes"
    ? asteriskVersions()
    : parseVersions(real || "22,16", "LUNOPARK_TEST_ASTERISK");
  for (const version of versions) {
    Deno.test(`${promise} (${real ? "Asterisk" : "simulated"} ${version})`, async () => {
      const before = Object.keys(options.env ?? {}).map((name) =>
        [name, Deno.env.get(name)] as const
      );
      for (const [name, value] of Object.entries(options.env ?? {})) Deno.env.set(name, value);
      try {
        await using pbx = real
          ? await openReal(version, options)
          : await openFake(version, options);
        await tell(pbx);
      } finally {
        for (const [name, value] of before) {
          if (value === undefined) Deno.env.delete(name);
          else Deno.env.set(name, value);
        }
      }
    });
  }
}

async function openReal(version: AsteriskVersion, options: StoryOptions): Promise<StoryPbx> {
  const { RealPbx } = await import("../asterisk/real_pbx.ts");
  return await RealPbx.open(version, options);
}

async function openFake(version: AsteriskVersion, options: StoryOptions): Promise<StoryPbx> {
  const { handler, queue, time } = options;
  const fake = await new FakeAsterisk({
    handler,
    version,
    ...time && { time },
    ...queue !== undefined && { queues: [{ name: queue }] },
  }).start();
  return {
    get ami() {
      return fake.lunopark!.ami;
    },
    call: (script, callOptions) => fake.call(script, callOptions),
    phone(name, outcome, dialed) {
      if (outcome !== undefined) fake.phone(`PJSIP/${name}`, outcome, dialed);
      return `PJSIP/${name}`;
    },
    event: (name, fields) => fake.event(name, fields),
    [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose](),
  };
}
