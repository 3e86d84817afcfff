/**
 * `FakeAsterisk`: a simulated Asterisk with both of its wires, and the handlers that it calls.
 *
 * @module
 */

import { createLauncher } from "./agi/launch.ts";
import { AmiServer } from "./ami/ami_server.ts";
import type { ManagerAction } from "./ami/manager_action.ts";
import { PbxEvents } from "./ami/pbx_events.ts";
import { checkCallOptions } from "./check_call_options.ts";
import type { Lunopark } from "../lunopark.ts";
import type { ByteStream } from "../net/byte_stream.ts";
import type { LoggedRecord } from "./capturing_log.ts";
import { describeError } from "./error_text.ts";
import { findSubject, folderOfCaller, LunoparkLink } from "./lunopark_link.ts";
import type { Channel } from "./pbx/channel.ts";
import { Clock } from "./pbx/clock.ts";
import { Dialplan } from "./pbx/dialplan.ts";
import { channelState, type PbxEvent } from "./pbx/event.ts";
import { parseCallerId } from "./pbx/functions.ts";
import type { DialOutcome, Phone } from "./pbx/phone.ts";
import { Pbx } from "./pbx/pbx.ts";
import { splitArguments } from "./pbx/application.ts";
import type { TestAmi } from "./test_ami.ts";
import type { DialedOptions } from "./callees.ts";
import { SeenEvents } from "./seen_events.ts";
import { showAction, showResponse } from "./shown_action.ts";
import { TestCall } from "./test_call.ts";
import type { CallOptions, FakeAsteriskOptions, SeenEvent, TestApplication } from "./options.ts";
import { Waits } from "./waits.ts";

/**
 * An Asterisk that exists only in memory. It calls scripts, answers their commands, and is the AMI
 * server of whoever connects.
 *
 * @example A call test
 * ```ts
 * import assert from "node:assert/strict";
 * import type { App, Channel } from "lunopark";
 * import { fakeAsterisk } from "lunopark/testing";
 *
 * async function subroutine(app: App, channel: Channel) {
 *   await app.Answer();
 *   await app.Read("PIN", "beep", 4);
 *   if (await channel.get("PIN") === "0000") await app.Dial("PJSIP/1234", 120, "g");
 * }
 *
 * await using pbx = await fakeAsterisk({ handler: subroutine });
 * const call = pbx.call("subroutine", { callerid: "100" });
 * await call.digits("0000");
 * await call.expect("Dial", "PJSIP/1234", 120);
 * call.dialed("ANSWER");
 * assert.equal((await call.ended).status, "SUCCESS");
 * ```
 */
export class FakeAsterisk implements AsyncDisposable {
  /**
   * The model: channels, bridges, variables, database, time.
   * @internal
   */
  readonly pbx: Pbx;
  /** AMI: where it listens, and what can go wrong with it. */
  readonly ami: TestAmi;
  readonly #ami: AmiServer;
  /** The calls that were placed, in their order. */
  readonly calls: TestCall[] = [];
  readonly #options: FakeAsteriskOptions;
  readonly #waits: Waits;
  readonly #phones = new Map<string, Phone>();
  readonly #callsByLink = new Map<string, TestCall>();
  readonly #events: SeenEvents;
  readonly #logged: LoggedRecord[] = [];
  #link: LunoparkLink | undefined;
  #stopped = false;

  /**
   * Made by {@linkcode fakeAsterisk}, which starts the handlers, too.
   * @internal
   */
  constructor(options: FakeAsteriskOptions = {}) {
    this.#options = options;
    const { version = "22", time = "virtual", now, queues, sounds = {}, missingSounds } = options;
    const clock = new Clock(time, now?.getTime() ?? Math.floor(Date.now() / 1_000) * 1_000);
    const dialplan = new Dialplan().add(options.dialplan ?? "");
    const pbx = this.pbx = new Pbx({ version, clock, dialplan, ...queues && { queues } });
    for (const [file, length] of Object.entries(sounds)) pbx.sounds.set(file, length);
    if (missingSounds) pbx.hasSound = (file) => !missingSounds.includes(file);
    this.#waits = new Waits(clock);
    clock.onStuck = () =>
      this.#waits.failAll("nothing can happen any more: everybody waits for somebody else");
    this.ami = this.#ami = new AmiServer(pbx, options.ami);
    const translator = new PbxEvents(pbx, options.ami?.channelVariables ?? []);
    this.#events = new SeenEvents(translator, this.#waits, options.keepEvents);
    this.#ami.onOwnEvent = (event) => this.#events.add(event);
    this.#ami.onAction = (action) => this.#hearAction(action);
    pbx.findPhone = (resource, channel) => this.#findPhone(resource, channel);
    pbx.launchAgi = createLauncher({
      connect: (hostname, port) => this.#connect(hostname, port),
      observe: (channel) => this.#callsByLink.get(channel.uniqueid)?.observer(),
      opened: (channel, line) => this.#callsByLink.get(channel.uniqueid)?.opened(line),
    });
    pbx.listen((event) => this.#hear(event));
    pbx.onError = (channel, error) => {
      const text = `The simulator failed: ${error instanceof Error ? error.stack : error}`;
      this.#callsByLink.get(channel.linkedid)?.logged(text, error, true);
    };
  }

  /** The Lunopark that runs the handlers; `undefined` when a server elsewhere does. */
  get lunopark(): Lunopark | undefined {
    return this.#link?.lunopark;
  }

  /** What time it is in the model. */
  get now(): Date {
    return new Date(this.pbx.clock.now);
  }

  /** What was logged, by Lunopark and by handlers. */
  get log(): readonly LoggedRecord[] {
    return this.#logged;
  }

  /** The events so far, as AMI tells them; the last 20,000. */
  get events(): SeenEvent[] {
    return this.#events.list();
  }

  /**
   * Starts the handlers, if there are any. Called by {@linkcode fakeAsterisk}.
   *
   * @internal
   * @throws {HandlerLoadError} If they cannot be loaded.
   */
  async start(callerFolder?: string): Promise<this> {
    const { handler, config, transport = "agi", ami } = this.#options;
    if (handler === undefined && !(typeof config === "string" || config instanceof URL)) {
      return this;
    }
    const isAsync = transport === "async";
    const { settings, source } = await findSubject(handler, config ?? {}, isAsync, callerFolder);
    const { name: user = "manager", secret = "password" } = ami?.users?.[0] ?? {};
    const take = (record: LoggedRecord) => this.#takeRecord(record);
    this.#link = await LunoparkLink.start(settings, source, this.#ami, { user, secret }, take);
    return this;
  }

  /**
   * Somebody calls: the script is called at once.
   *
   * @throws {TypeError} If what becomes a line has CR, LF or NUL; values of `vars` may have line ends.
   */
  call(script: string, options: CallOptions = {}): TestCall {
    checkCallOptions(script, options);
    const { args = [], query } = options;
    const isAsync = this.#options.transport === "async";
    const params = typeof query === "string" ? query : new URLSearchParams(query).toString();
    const server = options.server ?? this.#options.server ?? "127.0.0.1";
    const url = isAsync
      ? `agi:async,${script}`
      : `agi://${server}/${script}${params ? `?${params}` : ""}`;
    const escaped = args.map((arg) => String(arg).replace(/[\\",()[\]]/g, "\\$&"));
    const data = [url, ...escaped].join(",");
    const { call, channel } = this.#place(options);
    const caller = options.callerid ?? "unknown";
    call.conversation.add("caller", `calls ${script} as ${caller}`, { to: "asterisk" });
    this.pbx.runScript(channel, data);
    return call;
  }

  /**
   * Somebody dials an extension of the dialplan: `200`, or `200@context`.
   *
   * @throws {TypeError} If there is no such extension, or an option is one that `call` refuses.
   */
  dial(extension: string, options: CallOptions = {}): TestCall {
    checkCallOptions(extension, options);
    const [exten = "", context = options.context ?? "default"] = extension.split("@");
    if (!this.pbx.dialplan.exists(context, exten)) {
      throw new TypeError(`Cannot dial ${exten}@${context}: the dialplan has no such extension`);
    }
    const { call, channel } = this.#place({ ...options, context, exten });
    const caller = options.callerid ?? "unknown";
    call.conversation.add("caller", `dials ${exten}@${context} as ${caller}`, { to: "asterisk" });
    this.pbx.runDialplan(channel);
    return call;
  }

  /** Says what somebody does whenever he is called: `pbx.phone("PJSIP/201", "BUSY")`. */
  phone(resource: string, outcome: DialOutcome, options: DialedOptions = {}): this {
    this.#phones.set(resource, { outcome, ...options });
    return this;
  }

  /** Has the test do an application in the place of the simulator's, or one that it has not. */
  on(application: string, run: TestApplication): this {
    this.pbx.applications.set(application.toLowerCase(), async (channel, data) => {
      const result = await run({
        call: this.#callsByLink.get(channel.linkedid),
        channel: channel.name,
        args: splitArguments(data),
        data,
        set: (name, value) => channel.setVariable(name, value),
        sleep: async (milliseconds) => {
          const until = this.pbx.clock.now + milliseconds;
          for (;;) {
            const frame = await channel.wait(until);
            if (frame === "timeout") return true;
            if (frame === "hangup") return false;
          }
        },
      });
      return result ?? 0;
    });
    return this;
  }

  /**
   * Waits for an event, one that has come already counted: its fields have these values.
   *
   * @throws {Error} If it does not come within an hour of the model's time.
   */
  event(name: string, fields: Readonly<Record<string, string>> = {}): Promise<SeenEvent> {
    return this.#events.wait(name, fields);
  }

  /** A value of the database, as `DB(family/key)` reads it. */
  getDatabase(family: string, key: string): string | undefined {
    return this.pbx.database.get(family, key);
  }

  /** Sets a value of the database. */
  setDatabase(family: string, key: string, value: string): this {
    this.pbx.database.put(family, key, value);
    return this;
  }

  /** Sets a global variable of the dialplan. */
  setGlobal(name: string, value: string): this {
    this.pbx.setGlobal(name, value);
    return this;
  }

  /** Names of the channels that there are. */
  get channels(): string[] {
    return [...this.pbx.channels.keys()];
  }

  /** Lets time pass, in milliseconds of the model. */
  wait(milliseconds: number): Promise<void> {
    const explain = (why: string) => new Error(`Cannot wait, ${why}`);
    return this.#waits.until(this.pbx.clock.sleep(milliseconds), Infinity, explain);
  }

  /** Time stands still until a promise is settled: for what is real, such as an answer of a server. */
  hold<Result>(promise: Promise<Result>): Promise<Result> {
    return this.pbx.clock.hold(promise);
  }

  /** Restarts as `core restart now` does: all calls and connections are gone. */
  async restart(): Promise<void> {
    for (const call of this.calls) if (!call.end) call.cut();
    await this.#ami.restart();
  }

  /** Ends all calls, the handlers and the simulator. */
  async stop(): Promise<void> {
    if (this.#stopped) return;
    this.#stopped = true;
    for (const call of this.calls) if (!call.end) call.cut();
    for (const channel of [...this.pbx.channels.values()]) this.pbx.requestHangup(channel);
    this.#waits.end();
    await this.#link?.stop();
    await this.#ami.stop();
    this.pbx.clock.stop();
    // What Lunopark has put off to the next turn of the event loop is done, too.
    for (let turns = 0; turns < 2; turns++) await new Promise((done) => setTimeout(done, 0));
  }

  /**
   * Ends it all at the end of a test.
   *
   * @throws {AggregateError} If a handler threw, and the test did not ask how that call ended.
   */
  async [Symbol.asyncDispose](): Promise<void> {
    const unseen = this.calls.filter((call) => call.unseenError !== undefined);
    await this.stop();
    if (unseen.length === 0) return;
    throw new AggregateError(
      unseen.map((call) => call.unseenError),
      `A handler threw:\n${unseen[0]?.conversation.format()}`,
    );
  }

  #place(options: CallOptions): { call: TestCall; channel: Channel } {
    const { callerid = "", dnid = "200", context = "default", exten = dnid } = options;
    const caller = parseCallerId(callerid);
    const call = new TestCall({ pbx: this.pbx, waits: this.#waits, dial: options.dial });
    const name = options.channel ?? `PJSIP/${caller.number || "anonymous"}`;
    const uniqueid = this.pbx.nextUniqueid();
    this.#callsByLink.set(uniqueid, call);
    const channel = this.pbx.createChannel({
      name: `${name}-${this.pbx.nextSuffix()}`,
      uniqueid,
      state: channelState.ring,
      caller,
      context,
      exten,
      accountCode: options.accountcode ?? "",
      language: options.language ?? "en",
      farEnd: call.farEnd(),
    });
    channel.dnid = dnid;
    call.begin(channel);
    for (const [key, value] of Object.entries(options.vars ?? {})) {
      channel.setVariable(key, String(value));
    }
    this.calls.push(call);
    channel.ended.then(() => this.#callsByLink.delete(uniqueid));
    return { call, channel };
  }

  async #connect(hostname: string, port: number): Promise<ByteStream> {
    if (this.#link) return this.#link.connect();
    const connection = await Deno.connect({ hostname, port });
    return connection;
  }

  #findPhone(resource: string, channel: Channel): Phone | undefined {
    const known = this.#phones.get(resource);
    const call = this.#callsByLink.get(channel.linkedid);
    return call ? call.phone(known) : known;
  }

  #takeRecord(record: LoggedRecord): void {
    this.#logged.push(record);
    const { level, message, facts } = record;
    const call = this.#callsByLink.get(String(facts["uniqueid"] ?? ""));
    const { error } = facts;
    const what = error === undefined ? "" : `\n${describeError(error)}`;
    call?.logged(`${level}: ${message}${what}`, error, level === "error");
  }

  /** An action belongs to the call that it names, or to the only one that there is. */
  #hearAction(action: ManagerAction): ((text: string) => void) | undefined {
    const shown = showAction(action);
    if (shown === undefined) return undefined;
    const running = this.calls.filter(({ end }) => !end);
    const named = running.find(({ name }) => action.get("Channel") === name);
    const conversation = (named ?? (running.length === 1 ? running[0] : undefined))?.conversation;
    conversation?.add("handler", shown, { to: "asterisk" });
    return (written) => {
      const response = showResponse(written);
      if (!response) return;
      const { text, isError } = response;
      conversation?.add("asterisk", text, { to: "handler", isReply: true, isError });
    };
  }

  #hear(event: PbxEvent): void {
    this.#events.add(event);
    const [first] = event.parts;
    if (!first || !("channel" in first)) return;
    this.#callsByLink.get(first.channel.linkedid)?.happened(event);
  }
}

/**
 * Starts a simulated Asterisk, and the handlers that it is to call.
 *
 * @throws {HandlerLoadError} If the handlers cannot be loaded.
 * @throws {ConfigError} If `config` is wrong.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 * import type { App } from "lunopark";
 * import { fakeAsterisk } from "lunopark/testing";
 *
 * const handler = { greet: async (app: App) => await app.Playback("hello-world") };
 * await using pbx = await fakeAsterisk({ handler, version: "16" });
 * const call = pbx.call("greet");
 * await call.expect("Playback", "hello-world");
 * call.hangup();
 * assert.equal((await call.ended).agiStatus, "HANGUP");
 * ```
 */
export async function fakeAsterisk(options: FakeAsteriskOptions = {}): Promise<FakeAsterisk> {
  const folder = folderOfCaller(new Error().stack);
  const pbx = new FakeAsterisk(options);
  try {
    return await pbx.start(folder);
  } catch (error) {
    await pbx.stop();
    throw error;
  }
}
