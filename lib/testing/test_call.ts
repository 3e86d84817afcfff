/**
 * A call as a test sees it: what the caller does, and what the handler asks for.
 *
 * @module
 */

import { AssertionError } from "node:assert";
import type { AgiLine } from "./agi/agi_line.ts";
import type { AgiStatus, SessionObserver } from "./agi/session.ts";
import type { CallEnd, CallStatus } from "./call_end.ts";
import { Callees, type DialedOptions } from "./callees.ts";
import { Conversation } from "./conversation.ts";
import {
  type Asked,
  type ExpectedArgument,
  parseAsked,
  showAsked,
  showExpected,
} from "./expectation.ts";
import { type MakeAtPlace, rememberPlace } from "./error_text.ts";
import { Keys } from "./keys.ts";
import { LineFaults } from "./line_faults.ts";
import type { Channel, FarEnd } from "./pbx/channel.ts";
import { narrate } from "./narrate.ts";
import type { PbxEvent } from "./pbx/event.ts";
import type { DialOutcome, Phone } from "./pbx/phone.ts";
import type { Pbx } from "./pbx/pbx.ts";
import { Requests } from "./requests.ts";
import type { Waits } from "./waits.ts";

/** Longest time of the model that a test waits for anything, in milliseconds. */
const longestWait = 3_600_000;
const longestCall = 24 * longestWait;

/** What a call is made of. */
export interface TestCallParts {
  readonly pbx: Pbx;
  readonly waits: Waits;
  /** What becomes of dialling somebody, unless the test says otherwise; asked each time. */
  readonly dial: DialOutcome | undefined;
}

/**
 * A call under test. Made by `pbx.call()`.
 *
 * Whatever waits here waits in the time of the model: thirty seconds of it pass in an instant, unless
 * the test asked for real time.
 */
export class TestCall {
  /** What was said, by whom and when. */
  readonly conversation: Conversation;
  /** Sounds, tones and keys that the caller has heard. */
  readonly heard: string[] = [];
  readonly #parts: TestCallParts;
  readonly #keys: Keys;
  readonly #callees: Callees;
  readonly #faults = new LineFaults();
  #channel!: Channel;
  readonly #requests = new Requests();
  #agiStatus: AgiStatus | undefined;
  #error: unknown;
  #errorSeen = false;
  #end: CallEnd | undefined;
  #ended = Promise.withResolvers<CallEnd>();

  /**
   * Made by `pbx.call()`.
   * @internal
   */
  constructor(parts: TestCallParts) {
    this.#parts = parts;
    this.#callees = new Callees(parts.dial);
    this.conversation = new Conversation(() => parts.pbx.clock.now);
    this.#keys = new Keys(
      () => this.#channel,
      (digit) => this.conversation.add("caller", `presses ${digit}`, { to: "asterisk" }),
    );
  }

  /**
   * The channel in the model.
   * @internal
   */
  get channel(): Channel {
    return this.#channel;
  }

  /** Name of the channel: `PJSIP/100-00000000`. */
  get name(): string {
    return this.#channel.name;
  }

  /** All that the handler asked for so far. */
  get asked(): readonly Asked[] {
    return this.#requests.all;
  }

  /** Channel variables as they are now. */
  get variables(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#channel.variables);
  }

  /** Sets a variable of the channel, as the dialplan would. */
  set(name: string, value: string): this {
    this.#channel.setVariable(name, value);
    return this;
  }

  /**
   * Has the caller press keys as he is asked for them: each when something on the channel waits for
   * that key. Resolves when the last was pressed.
   *
   * @throws {AssertionError} If the call ends before.
   */
  digits(digits: string): Promise<void> {
    const what = `Cannot press ${JSON.stringify(digits)}`;
    return this.#wait(this.#keys.press(digits), what, rememberPlace(this.digits));
  }

  /** Has the caller press keys now, whether anybody waits for them or not. */
  press(digits: string): Promise<void> {
    const press = async () => {
      for (const digit of digits) {
        this.conversation.add("caller", `presses ${digit}`, { to: "asterisk" });
        await this.#channel.pressed(digit);
      }
    };
    const what = `Cannot press ${JSON.stringify(digits)}`;
    return this.#wait(press(), what, rememberPlace(this.press));
  }

  /** Has the caller send a text. */
  sendText(text: string): this {
    this.conversation.add("caller", `sends the text ${JSON.stringify(text)}`, { to: "asterisk" });
    this.#channel.receive({ kind: "text", text });
    return this;
  }

  /** Has the caller wait, in milliseconds of the model's time. */
  wait(milliseconds: number): Promise<void> {
    const place = rememberPlace(this.wait);
    return this.#wait(this.#parts.pbx.clock.sleep(milliseconds), "Cannot wait", place);
  }

  /**
   * Waits until the handler asks for an application, such as `Dial`, or an AGI command, such as
   * `STREAM FILE`, behind the last that was expected. Those between may be anything.
   *
   * Arguments are compared from the first on, as text; a regular expression has to match, `undefined`
   * may be anything, and so may those that are not given. Resolves when it begins, and before it ends.
   *
   * @throws {AssertionError} If the call ends without it, or an hour passes; the message has the whole
   * conversation.
   */
  expect(name: string, ...args: ExpectedArgument[]): Promise<Asked> {
    const expected = showExpected(name, args);
    const place = rememberPlace(this.expect);
    return this.#wait(this.#requests.find(name, args), `Expected ${expected}`, place, () => {
      const others = this.#requests.others(name);
      return others.length > 0 ? `; there was ${others.map(showAsked).join(", ")}` : "";
    });
  }

  /**
   * Waits until the call is over and the script has ended, with this `LUNOPARK_STATUS`.
   *
   * @throws {AssertionError} If it is another; the message has the whole conversation.
   */
  async expectEnd(status: CallStatus): Promise<CallEnd> {
    const place = rememberPlace(this.expectEnd);
    const end = await this.#waitForEnd(place);
    if (end.status === status) return end;
    const what = end.status === undefined ? "without a status" : `with ${end.status}`;
    throw place(() => this.fail(`Expected the call to end with ${status}, but it ended ${what}`));
  }

  /**
   * Says what becomes of those whom the handler calls: who rings now, or else who is called next.
   */
  dialed(outcome: DialOutcome, options: DialedOptions = {}): this {
    this.#callees.say({ outcome, ...options });
    return this;
  }

  /** The caller hangs up, whatever goes on. */
  hangup(cause = 16): this {
    if (this.#channel.gone) return this;
    this.conversation.add("caller", "hangs up", { to: "asterisk" });
    this.#parts.pbx.farHangup(this.#channel, cause);
    return this;
  }

  /** The next command gets no answer, for ever. */
  stall(): this {
    this.#faults.order("stall");
    return this;
  }

  /** The connection of the script ends: at once, or with the next command. */
  cut({ withNext = false } = {}): this {
    if (withNext) this.#faults.order("cut");
    else {
      this.conversation.add("asterisk", "the connection is cut", { to: "handler", isError: true });
      this.#faults.cut();
    }
    return this;
  }

  /** What Asterisk says arrives in pieces of so many bytes. */
  split(bytes = 1): this {
    this.#faults.split(bytes);
    return this;
  }

  /** Resolves when the call is over and the script has ended. Never rejects for what a handler did. */
  get ended(): PromiseLike<CallEnd> {
    return {
      then: (resolve, reject) => {
        return this.#waitForEnd((make) => make()).then(resolve, reject);
      },
    };
  }

  /** How the call ended; `undefined` while it goes on. */
  get end(): CallEnd | undefined {
    return this.#end;
  }

  /** What the handler threw, unless the test has asked how the call ended. */
  get unseenError(): unknown {
    return this.#errorSeen ? undefined : this.#error;
  }

  /** An error with the whole conversation. */
  fail(message: string): AssertionError {
    this.#errorSeen = true;
    return new AssertionError({
      message: `${message}\n\nThe call so far, in seconds:\n${this.conversation.format()}\n`,
    });
  }

  /**
   * For `pbx.call()`: the far end of the channel.
   * @internal
   */
  farEnd(): FarEnd {
    return {
      asked: (digits) => this.#keys.ask(digits),
      heard: (what, value) => {
        this.heard.push(value);
        const isSound = what === "sound";
        const text = isSound ? `plays ${value}` : `${what} to the caller: ${value}`;
        this.conversation.add("asterisk", text, { to: "caller", isDrawnOnly: isSound });
      },
      stateChanged: ({ up }) => {
        if (up) this.conversation.add("asterisk", "the call is answered", { to: "caller" });
      },
      hungUp: (cause) => this.#hungUp(cause),
    };
  }

  /**
   * For `pbx.call()`: the channel is there.
   * @internal
   */
  begin(channel: Channel): void {
    this.#channel = channel;
  }

  /**
   * For `pbx`: sees the session of the script.
   * @internal
   */
  observer(): SessionObserver {
    return {
      command: (line) => {
        const asked = parseAsked(line, this.#parts.pbx.clock.now);
        this.#requests.add(asked);
        this.conversation.add("handler", showAsked(asked), { to: "asterisk" });
        const interference = this.#faults.take();
        if (interference) {
          const text = `no answer: ${interference}`;
          this.conversation.add("asterisk", text, { to: "handler", isError: true });
        }
        return interference;
      },
      said: (text) => {
        const isReply = text.trimEnd() !== "HANGUP";
        this.conversation.add("asterisk", text.trimEnd(), { to: "handler", isReply });
        // No application returns -2: it is what Asterisk answers for one that it does not have.
        const name = this.asked.at(-1)?.name;
        if (/^200 result=-2\b/.test(text)) {
          this.conversation.add(
            "asterisk",
            `(simulated: it does not know ${name}; pbx.on("${name}", ...) adds it)`,
          );
        }
      },
      ended: (status) => {
        this.#agiStatus = status;
        this.conversation.add("dialplan", `the script has ended, AGISTATUS ${status}`);
      },
    };
  }

  /**
   * For `pbx`: the connection of the script.
   * @internal
   */
  opened(line: AgiLine): void {
    this.#faults.opened(line);
  }

  /**
   * For `pbx`: who is called, and what becomes of it.
   * @internal
   */
  phone(known: Phone | undefined): Phone {
    return this.#callees.next(known);
  }

  /**
   * For `pbx`: something happened in the model.
   * @internal
   */
  happened(event: PbxEvent): void {
    const told = narrate(event);
    if (told) {
      const { who, text, ...more } = told;
      this.conversation.add(who, text, more);
    }
  }

  /**
   * For `pbx`: the handler said or threw something.
   * @internal
   */
  logged(text: string, error: unknown, isError: boolean): void {
    this.conversation.add("log", text, { isError });
    if (error !== undefined) this.#error ??= error;
  }

  /** Why nothing more can come: an error that says it. */
  #ending(): Error {
    const { status, error } = this.#end ?? {};
    const reason = error instanceof Error ? `: ${error.name}: ${error.message}` : "";
    return new CallOverError(`the call ended${status ? ` with ${status}` : ""}${reason}`);
  }

  #hungUp(cause: number): void {
    const { pbx } = this.#parts;
    const variables = Object.fromEntries(this.#channel.variables);
    this.#end = {
      status: variables["LUNOPARK_STATUS"] as CallStatus | undefined,
      agiStatus: this.#agiStatus,
      cause,
      duration: pbx.clock.now - this.#channel.created,
      variables,
      error: this.#error,
    };
    this.conversation.add("asterisk", `the call is over, cause ${cause}`);
    this.#ended.resolve(this.#end);
    this.#keys.fail(this.#ending());
    this.#requests.end(() => this.#ending());
  }

  #waitForEnd(place: MakeAtPlace): Promise<CallEnd> {
    this.#errorSeen = true;
    const what = "Expected the call to end";
    return this.#wait(this.#ended.promise, what, place, undefined, longestCall);
  }

  /** Waits, in the model's time, and explains what it waited for in vain, and where. */
  #wait<Result>(
    promise: Promise<Result>,
    what: string,
    place: MakeAtPlace,
    more: () => string = () => "",
    limit: number = longestWait,
  ): Promise<Result> {
    const explain = (why: string) => place(() => this.fail(`${what}, but ${why}${more()}`));
    const explained = promise.catch((error) => {
      throw error instanceof CallOverError ? explain(error.message) : error;
    });
    const waiting = this.#parts.waits.until(explained, limit, explain);
    // Who does not wait is told by the next thing that he waits for, not by an end of the process.
    waiting.catch(() => {});
    explained.catch(() => {});
    return waiting;
  }
}

/** The call is over, so that what was waited for will not come. */
class CallOverError extends Error {}
