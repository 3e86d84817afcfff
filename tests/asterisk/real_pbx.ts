/**
 * A real Asterisk as stories see it: callers and telephones are Local channels, what they do is done by
 * AMI, and what the handler asks for is seen there, too.
 *
 * @module
 */
import { AssertionError } from "node:assert";
import { fileURLToPath } from "node:url";
import type { Ami } from "lunopark";
import type {
  Asked,
  CallEnd,
  DialedOptions,
  DialOutcome,
  ExpectedArgument,
} from "lunopark/testing";
import { hasArguments, isNamed, parseAsked, showExpected } from "../../lib/testing/expectation.ts";
import type { AsteriskVersion } from "../support/asterisk.ts";
import type { StoryCall, StoryCallOptions, StoryOptions, StoryPbx } from "../support/story.ts";
import { RealCall } from "./real_call.ts";
import {
  fastAgi,
  findInstance,
  type Message,
  openScene,
  Pbx,
  type Scene,
  within,
} from "./support.ts";

/** Commands and applications that take keys while they run. */
const takesKeys =
  /^(GET OPTION|GET DATA|WAIT FOR DIGIT|EXEC (Read|ConfBridge|Background|WaitExten)\b)/i;

/** Telephones: `Local/NAME@phones/n` rings until it is sent to another context. */
const dialplan: readonly [string, string, readonly string[]][] = [
  ["phones", "_[-a-zA-Z0-9].", ["Ringing()", "Wait(3600)"]],
  ["phone-does", "ANSWER", [
    "Wait(${PHONE_AFTER})",
    "Answer()",
    'ExecIf($["${PHONE_DIGITS}" != ""]?SendDTMF(${PHONE_DIGITS},100,100))',
    "Wait(${PHONE_TALK})",
    "Hangup()",
  ]],
  ["phone-does", "BUSY", ["Wait(${PHONE_AFTER})", "Busy(1)"]],
  ["phone-does", "CONGESTION", ["Wait(${PHONE_AFTER})", "Congestion(1)"]],
  ["phone-does", "CHANUNAVAIL", ["Hangup(20)"]],
  ["phone-does", "NOANSWER", ["Wait(3600)"]],
];

/** What somebody does who is called. */
interface Behaviour extends DialedOptions {
  readonly outcome: DialOutcome;
}

/** A real Asterisk with Lunopark in this process. */
export class RealPbx implements StoryPbx {
  readonly #scene: Scene;
  readonly #phones = new Map<string, Behaviour>();
  readonly #calls: RealStoryCall[] = [];
  readonly #done = new Set<Message>();
  readonly #doing: Promise<unknown>[] = [];
  #count = 0;
  #closed = false;

  private constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Starts Lunopark with the handler, beside the instance that the tests of this process share. */
  static async open(version: AsteriskVersion, { handler, queue }: StoryOptions): Promise<RealPbx> {
    const scene = await openScene(
      new Pbx(await findInstance(version), fastAgi),
      fileURLToPath(handler),
    );
    const { witness, server } = scene;
    for (const [context, exten, steps] of dialplan) {
      await witness.addExtension(context, exten, steps);
    }
    if (queue !== undefined) {
      for (const item of await server.ami.QueueStatus({ queue })) {
        if (item.Event !== "QueueMember") continue;
        await server.ami.QueuePause({ queue, interface: item.Location, paused: true });
      }
    }
    const pbx = new RealPbx(scene);
    pbx.#doing.push(pbx.#tendPhones());
    return pbx;
  }

  get ami(): Ami {
    return this.#scene.server.ami;
  }

  call(script: string, options: StoryCallOptions = {}): StoryCall {
    const call = new RealStoryCall(this.#scene, script, `story${++this.#count}`, options);
    this.#calls.push(call);
    return call;
  }

  phone(name: string, outcome?: DialOutcome, options: DialedOptions = {}): string {
    if (outcome !== undefined) this.#phones.set(name, { outcome, ...options });
    return `Local/${name}@phones/n`;
  }

  event(name: string, fields: Message = {}): Promise<Message> {
    return this.#scene.witness.event(name, fields);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    for (const call of this.#calls) await call.close();
    this.#scene.witness.events.add({ Event: "story:end" });
    await Promise.all(this.#doing);
    await this.#scene[Symbol.asyncDispose]();
  }

  /** Has each telephone that rings do what it was told to. */
  async #tendPhones(): Promise<void> {
    const { witness } = this.#scene;
    while (!this.#closed) {
      const ringing = await witness.events.until("a telephone", (events) => {
        if (this.#closed) return {};
        return events.find((event) => this.#rings(event) && !this.#done.has(event));
      }, 600_000);
      if (this.#closed) return;
      this.#done.add(ringing);
      const { Linkedid, Exten = "" } = ringing;
      const call = this.#calls.find(({ linkedid }) => linkedid === Linkedid);
      const known = this.#phones.get(Exten);
      const behaviour = call ? call.nextOutcome(known) : Promise.resolve(known);
      this.#doing.push(behaviour.then((it) => it && this.#send(ringing, it)));
    }
  }

  #rings({ Event, Context, Application }: Message): boolean {
    return Event === "Newexten" && Context === "phones" && Application === "Wait";
  }

  async #send({ Channel = "" }: Message, { outcome, ...options }: Behaviour): Promise<void> {
    const { after = 100, talk = 10_000, digits = "" } = options;
    const seconds = (time: number) => `${Math.min(time, 3_600_000) / 1_000}`;
    const variables = {
      PHONE_AFTER: seconds(after),
      PHONE_TALK: seconds(talk),
      PHONE_DIGITS: digits,
    };
    const { witness } = this.#scene;
    for (const [Variable, Value] of Object.entries(variables)) {
      await witness.action("Setvar", { Channel, Variable, Value });
    }
    const place = { Context: "phone-does", Exten: outcome, Priority: "1" };
    await witness.action("Redirect", { Channel, ...place });
  }
}

/** A call of a story on a real Asterisk. */
class RealStoryCall implements StoryCall {
  /** As the events of this call, and those of whom it calls, have it. */
  linkedid: string | undefined;
  readonly #scene: Scene;
  readonly #began: Promise<RealCall>;
  readonly #outcomes: Behaviour[] = [];
  readonly #ringing = new Set<(behaviour: Behaviour | undefined) => void>();
  #call: RealCall | undefined;
  #cursor = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(scene: Scene, script: string, exten: string, options: StoryCallOptions) {
    this.#scene = scene;
    this.#began = this.#begin(script, exten, options);
    this.#began.catch(() => {});
  }

  async digits(digits: string): Promise<void> {
    const call = await this.#began;
    for (const digit of digits) {
      await this.#scene.witness.events.until(`somebody who asks for ${digit}`, () => {
        const running = call.running;
        return running !== undefined && takesKeys.test(running);
      });
      await call.press(digit);
    }
  }

  async press(digits: string): Promise<void> {
    await (await this.#began).press(digits);
  }

  async expect(name: string, ...args: ExpectedArgument[]): Promise<Asked> {
    const call = await this.#began;
    const found = this.#scene.witness.events.until(showExpected(name, args), () => {
      const { asked } = this;
      const at = asked.findIndex((one, index) =>
        index >= this.#cursor && isNamed(one, name) && hasArguments(one, args)
      );
      if (at >= 0) {
        this.#cursor = at + 1;
        return asked[at];
      }
      return call.over && { name: "", args: [], line: "", time: 0 };
    });
    const asked = await found;
    if (asked.name !== "") return asked;
    throw new AssertionError({
      message:
        `Expected ${showExpected(name, args)}, but the call ended. The handler asked for:\n` +
        call.commands.join("\n"),
    });
  }

  dialed(outcome: DialOutcome, options: DialedOptions = {}): this {
    const behaviour = { outcome, ...options };
    if (this.#ringing.size === 0) this.#outcomes.push(behaviour);
    for (const ringing of this.#ringing) ringing(behaviour);
    this.#ringing.clear();
    return this;
  }

  hangup(): this {
    this.#last = this.#began.then((call) => call.hangup());
    return this;
  }

  get asked(): Asked[] {
    return this.#call?.commands.map((line) => parseAsked(line, 0)) ?? [];
  }

  get ended(): Promise<Pick<CallEnd, "status" | "variables">> {
    return this.#end();
  }

  /** For `RealPbx`: what becomes of somebody whom this call calls. */
  nextOutcome(known: Behaviour | undefined): Promise<Behaviour | undefined> {
    const given = this.#outcomes.shift() ?? known;
    return given ? Promise.resolve(given) : new Promise((tell) => this.#ringing.add(tell));
  }

  /** Ends it, whatever goes on. */
  async close(): Promise<void> {
    for (const ringing of this.#ringing) ringing(undefined);
    const call = await this.#began;
    await this.#last;
    if (!call.over) await call.hangup();
    await call.ended();
  }

  async #begin(script: string, exten: string, options: StoryCallOptions): Promise<RealCall> {
    const { callerid, query = {} } = options;
    const { witness } = this.#scene;
    const params = Object.entries(query).map(([name, value]) => `${name}=${value}`).join("&");
    await witness.addExtension("stories", exten, [
      `AGI(\${AGI_URL}/${script}${params && `?${params}`})`,
      "Hangup()",
    ]);
    const call = await RealCall.begin(witness, exten, {
      context: "stories",
      ...callerid !== undefined && { callerid },
    });
    this.#call = call;
    this.linkedid = call.linkedid;
    return call;
  }

  async #end(): Promise<Pick<CallEnd, "status" | "variables">> {
    const call = await this.#began;
    await within("the end of the call", call.ended());
    const variables: Record<string, string> = {};
    for (const { Event, Uniqueid, Variable, Value } of this.#scene.witness.events.all) {
      if (Event !== "VarSet" || Uniqueid !== call.uniqueid || Variable === undefined) continue;
      variables[Variable] = Value ?? "";
    }
    return { status: variables["LUNOPARK_STATUS"] as CallEnd["status"], variables };
  }
}
