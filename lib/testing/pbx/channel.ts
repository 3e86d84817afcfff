/**
 * A channel of the simulated Asterisk: its state, its variables, and what comes in on it.
 *
 * @module
 */

import type { Bridge } from "./bridge.ts";
import type { Timer } from "./clock.ts";
import { type ChannelSnapshot, channelState, channelStateNames } from "./event.ts";
import type { Pbx } from "./pbx.ts";

/** Something that comes in on a channel, in the order in which it came. */
export type Frame =
  | { readonly kind: "dtmf"; readonly digit: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "ringing" | "answer" | "busy" | "congestion" };

/** Why a wait for a frame ended without one. */
export type WaitEnd = "timeout" | "hangup" | "nudge";

/** A party's name and number. */
export interface Party {
  number: string;
  name: string;
}

/** A place in the dialplan. */
export interface Place {
  readonly context: string;
  readonly exten: string;
  readonly priority: number;
}

/**
 * Who is at the other end of a channel that is no Local one: a caller or callee of the test. Hears
 * what the channel sends.
 */
export interface FarEnd {
  /** The channel's state changed: it was answered, or it rings. */
  stateChanged?(channel: Channel): void;
  /** The channel sends him a digit, a text, or plays something. */
  heard?(what: "dtmf" | "text" | "sound" | "tone", value: string): void;
  /** The channel waits for digits; `digits` are those that it takes. */
  asked?(digits: string): void;
  /** The channel is gone. */
  hungUp?(cause: number): void;
}

/** What a new channel is. */
export interface ChannelOptions {
  readonly name: string;
  readonly uniqueid: string;
  readonly linkedid?: string | undefined;
  readonly state?: number;
  readonly caller?: Partial<Party>;
  readonly context?: string;
  readonly exten?: string;
  readonly priority?: number;
  readonly accountCode?: string;
  readonly language?: string;
  readonly farEnd?: FarEnd | undefined;
}

/** All keys that there are. */
export const allDigits = "0123456789*#ABCD";

/** A channel. Whoever runs on it, its dialplan, waits for what comes in, one at a time. */
export class Channel {
  readonly pbx: Pbx;
  readonly uniqueid: string;
  /** Name; a masquerade changes it. */
  name: string;
  linkedid: string;
  /** Number of its state: see {@linkcode channelStateNames}. */
  state: number;
  readonly caller: Party;
  readonly connected: Party = { number: "", name: "" };
  /** The number that was dialled, and that which redirected the call; empty if unknown. */
  dnid = "";
  rdnis = "";
  context: string;
  exten: string;
  priority: number;
  accountCode: string;
  language: string;
  readonly farEnd: FarEnd | undefined;
  /** Variables by name, without the underscores that make them pass on. */
  readonly variables: Map<string, string> = new Map();
  /** Names that pass on to channels that this one makes: true for ever, false once. */
  readonly inherited: Map<string, boolean> = new Map();
  /** Where Gosub came from. */
  readonly gosubFrames: GosubFrame[] = [];
  /** The other half of a Local channel. */
  other: Channel | undefined;
  /** The bridge that it is in. */
  bridge: Bridge | undefined;
  /** The application that runs on it, for those who look. */
  application = "";
  applicationData = "";
  /** When it came, and when it was answered, in milliseconds since 1970. */
  readonly created: number;
  answered: number | undefined;
  /** Cause of its hangup; 0 while none is known. */
  cause = 0;
  /** It is to end: its dialplan is told at its next wait. */
  hangupRequested = false;
  /** It is to go on there: what runs on it is told as of a hangup, and held until it has ended. */
  redirectTo: Place | undefined;
  /** What it does before it goes on there: it is parked, or in a bridge. */
  takenOver: (() => Promise<void>) | undefined;
  /** It is gone. */
  gone = false;
  /** A dialplan runs on it, which ends it. */
  running = false;
  /** Whether it is played to by music on hold, and of which class. */
  music: string | undefined;
  /** A command given over AMI to what is played: see ControlPlayback. */
  playbackControl: string | undefined;
  /** Takes a command for the AsyncAGI session on it, as AMI's action AGI does; none runs unless set. */
  takeCommand: ((command: string, commandId: string) => void) | undefined;
  /** Resolves when the channel is gone. */
  readonly ended: Promise<void>;
  #resolveEnded!: () => void;
  readonly #frames: Frame[] = [];
  #wake: ((what: WaitEnd | undefined) => void) | undefined;
  #autoHangup: Timer | undefined;
  /** When it is to be hung up by itself, in milliseconds since 1970. */
  hangupTime: number | undefined;

  /** Made by {@linkcode Pbx.createChannel}. */
  constructor(pbx: Pbx, options: ChannelOptions) {
    this.pbx = pbx;
    this.name = options.name;
    this.uniqueid = options.uniqueid;
    this.linkedid = options.linkedid ?? options.uniqueid;
    this.state = options.state ?? channelState.down;
    this.caller = { number: options.caller?.number ?? "", name: options.caller?.name ?? "" };
    this.context = options.context ?? "default";
    this.exten = options.exten ?? "";
    this.priority = options.priority ?? 1;
    this.accountCode = options.accountCode ?? "";
    this.language = options.language ?? "en";
    this.farEnd = options.farEnd;
    this.created = pbx.clock.now;
    this.ended = new Promise((resolve) => this.#resolveEnded = resolve);
  }

  /** How the caller may be shown: 0 allowed, 67 where nothing is known of him. */
  get presentation(): number {
    return this.caller.number === "" && this.caller.name === "" ? 67 : 0;
  }

  /** Technology: `PJSIP`, `Local`. */
  get technology(): string {
    return this.name.slice(0, this.name.indexOf("/"));
  }

  /** Name of its state: `Up`. */
  get stateName(): string {
    return channelStateNames[this.state] ?? "Unknown";
  }

  /** Whether it is answered. */
  get up(): boolean {
    return this.state === channelState.up;
  }

  /** Whether what runs on it has to end: it is to be hung up, or to go on elsewhere. */
  get leaving(): boolean {
    return this.hangupRequested || this.redirectTo !== undefined || this.gone;
  }

  /** The channel as it is now. */
  snapshot(): ChannelSnapshot {
    return {
      channel: this.name,
      state: this.state,
      callerIdNum: this.caller.number,
      callerIdName: this.caller.name,
      connectedLineNum: this.connected.number,
      connectedLineName: this.connected.name,
      language: this.language,
      accountCode: this.accountCode,
      context: this.context,
      exten: this.exten,
      priority: this.priority,
      uniqueid: this.uniqueid,
      linkedid: this.linkedid,
    };
  }

  /** Sets a variable of the channel; leading underscores make it pass on. Says so as `VarSet`. */
  setVariable(name: string, value: string | undefined): void {
    const plain = name.replace(/^__?/, "");
    if (plain !== name) this.inherited.set(plain, name.startsWith("__"));
    if (value === undefined) this.variables.delete(plain);
    else this.variables.set(plain, value);
    this.pbx.emit("VarSet", this, () => ({ Variable: name, Value: value ?? "" }));
  }

  /** Changes its state, and says so. */
  setState(state: number): void {
    if (this.state === state || this.gone) return;
    this.state = state;
    if (state === channelState.up) this.answered ??= this.pbx.clock.now;
    this.pbx.emit("Newstate", this);
    this.farEnd?.stateChanged?.(this);
    if (this.other && this.name.endsWith(";2")) {
      // What the far half does is what the near half's dialler sees.
      if (state === channelState.up) this.other.receive({ kind: "answer" });
      if (state === channelState.ringing) this.other.receive({ kind: "ringing" });
    }
  }

  /** Something comes in: for whoever waits for it, now or later. */
  receive(frame: Frame): void {
    if (this.gone) return;
    this.#frames.push(frame);
    this.#wakeUp(undefined);
  }

  /** A key is pressed at the other end, for so many milliseconds. */
  async pressed(digit: string, duration = 100): Promise<void> {
    this.pbx.emit("DTMFBegin", this, () => ({ Digit: digit, Direction: "Received" }));
    await this.pbx.clock.sleep(duration);
    if (this.gone) return;
    this.pbx.emit("DTMFEnd", this, () => ({
      Digit: digit,
      DurationMs: String(duration),
      Direction: "Received",
    }));
    this.receive({ kind: "dtmf", digit });
  }

  /** Sends a key to the other end. */
  async sendDigit(digit: string, duration = 100): Promise<void> {
    this.pbx.emit("DTMFBegin", this, () => ({ Digit: digit, Direction: "Sent" }));
    this.farEnd?.heard?.("dtmf", digit);
    const arrived = this.other?.pressed(digit, duration);
    await (arrived ?? this.pbx.clock.sleep(duration));
    this.pbx.emit("DTMFEnd", this, () => ({
      Digit: digit,
      DurationMs: String(duration),
      Direction: "Sent",
    }));
  }

  /** Sends a text to the other end. */
  sendText(text: string): void {
    this.farEnd?.heard?.("text", text);
    this.other?.receive({ kind: "text", text });
  }

  /**
   * Waits for the next frame, until `time` (milliseconds since 1970; for ever unless given), a hangup,
   * or a nudge. `digits` are the keys that whoever waits would take, for a far end that waits to be
   * asked.
   */
  async wait(time?: number, digits = ""): Promise<Frame | WaitEnd> {
    if (this.leaving) return "hangup";
    const frame = this.#frames.shift();
    if (frame) return frame;
    const remaining = time === undefined ? Infinity : time - this.pbx.clock.now;
    if (remaining <= 0) return "timeout";
    const { promise, resolve } = Promise.withResolvers<WaitEnd | undefined>();
    this.#wake = resolve;
    const timer = remaining === Infinity
      ? undefined
      : this.pbx.clock.after(remaining, () => this.#wakeUp("timeout"));
    if (digits !== "") this.farEnd?.asked?.(digits);
    const end = await promise;
    timer?.cancel();
    return end ?? this.#frames.shift() ?? "nudge";
  }

  /** Ends a wait: something else than the channel asks for attention. */
  nudge(): void {
    this.#wakeUp("nudge");
  }

  /** Forgets what came in and nobody waited for. */
  dropFrames(): void {
    this.#frames.length = 0;
  }

  /** Whatever runs on it is to end, by a hangup or because it is taken elsewhere. */
  interrupt(): void {
    this.#wakeUp("hangup");
  }

  /** Hangs it up at a time by itself; not at all if none is given. */
  hangupAt(time: number | undefined): void {
    this.#autoHangup?.cancel();
    this.hangupTime = time;
    if (time === undefined) return;
    this.#autoHangup = this.pbx.clock.after(
      time - this.pbx.clock.now,
      () => this.pbx.timeOut(this),
    );
  }

  /** It is gone: called by {@linkcode Pbx}, once. */
  end(): void {
    this.gone = true;
    this.#autoHangup?.cancel();
    this.#wakeUp("hangup");
    this.farEnd?.hungUp?.(this.cause);
    this.#resolveEnded();
  }

  #wakeUp(what: WaitEnd | undefined): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.(what);
  }
}

/** A level of Gosub: where it returns to, and the variables of its own that it hid. */
export interface GosubFrame extends Place {
  /** Its variables, and what they were before; `undefined` for those that were not set. */
  readonly locals: Map<string, string | undefined>;
}
