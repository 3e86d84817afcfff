/**
 * A caller on a real Asterisk: a Local channel whose second half runs the script, and whose first half
 * is the telephone.
 *
 * @module
 */
import type { Message, Witness } from "./support.ts";

/** How a caller calls. */
export interface CallerOptions {
  /** Context of the script's half; default `examples`. */
  readonly context?: string;
  /** Number of the caller. */
  readonly callerid?: string;
}

/** One call, seen from the telephone. */
export class RealCall {
  /** Name of the channel that runs the script, in the place of which the script says `channel.name`. */
  readonly channel: string;
  /** Name of the telephone's channel. */
  readonly phone: string;
  /** Identifies the channel that runs the script. */
  readonly uniqueid: string;
  /** What its events, and those of whom it calls, have in common. */
  readonly linkedid: string;
  readonly #witness: Witness;

  private constructor(witness: Witness, uniqueid: string, linkedid: string, phone: string) {
    this.#witness = witness;
    this.uniqueid = uniqueid;
    this.linkedid = linkedid;
    this.phone = phone;
    this.channel = phone.replace(/;1$/, ";2");
  }

  /** Calls an extension; resolves when there is a channel. */
  static async begin(
    witness: Witness,
    exten: string,
    { context = "examples", callerid }: CallerOptions = {},
  ): Promise<RealCall> {
    // None may begin with another: Asterisk 22 takes them for the same.
    const id = crypto.randomUUID();
    const phone = `phone-${id}`;
    const script = `script-${id}`;
    await witness.action("Originate", {
      Channel: `Local/${exten}@${context}/n`,
      ChannelId: phone,
      OtherChannelId: script,
      Context: "sink",
      Exten: "answer",
      Priority: "1",
      Timeout: "60000",
      Async: "true",
      ...callerid !== undefined && { CallerID: callerid },
    });
    const { Channel = "" } = await witness.event("Newchannel", { Uniqueid: phone });
    return new RealCall(witness, script, phone, Channel);
  }

  /** The AGI commands of its script so far, as they were sent. */
  get commands(): string[] {
    return this.#commandsIn(this.#witness.events.all);
  }

  /** The command that waits for its reply. */
  get running(): string | undefined {
    const last = this.#witness.events.all.findLast(({ Event, Uniqueid }) =>
      Event?.startsWith("AGIExec") && Uniqueid === this.uniqueid
    );
    return last?.Event === "AGIExecStart" ? last.Command : undefined;
  }

  /** Whether it is hung up. */
  get over(): boolean {
    return this.#witness.events.all.some(({ Event, Uniqueid }) =>
      Event === "Hangup" && Uniqueid === this.uniqueid
    );
  }

  /** Waits until its script has sent such a command after the first `from` ones; gives its number. */
  command(pattern: RegExp, from = 0): Promise<number> {
    return this.#witness.events.until(`command ${pattern} of ${this.channel}`, (events) => {
      const index = this.#commandsIn(events).findIndex((line, at) =>
        at >= from && pattern.test(line)
      );
      return index >= 0 && index + 1;
    });
  }

  /** Presses keys; resolves when the script's half has heard them. */
  async press(digits: string): Promise<void> {
    for (const digit of digits) {
      // Asterisk takes no key that begins within 45 ms of the last one's end (AST_MIN_DTMF_GAP).
      await new Promise((resolve) => setTimeout(resolve, 60));
      const before = this.#keys.length;
      await this.#witness.action("PlayDTMF", { Channel: this.phone, Digit: digit });
      await this.#witness.events.until(
        `key ${digit} at ${this.channel}`,
        () => this.#keys.length > before,
      );
    }
  }

  /** Hangs up the telephone. */
  async hangup(): Promise<void> {
    await this.#witness.action("Hangup", { Channel: this.phone });
  }

  /** Waits until the script's half is hung up. */
  ended(): Promise<Message> {
    return this.#witness.event("Hangup", { Uniqueid: this.uniqueid });
  }

  /** Waits for an event of the script's channel. */
  event(name: string, headers: Message = {}): Promise<Message> {
    return this.#witness.event(name, { Uniqueid: this.uniqueid, ...headers });
  }

  #commandsIn(events: readonly Message[]): string[] {
    return events
      .filter(({ Event, Uniqueid }) => Event === "AGIExecStart" && Uniqueid === this.uniqueid)
      .map(({ Command = "" }) => Command);
  }

  get #keys(): Message[] {
    return this.#witness.events.all.filter(({ Event, Uniqueid, Direction }) =>
      Event === "DTMFEnd" && Uniqueid === this.uniqueid && Direction === "Received"
    );
  }
}
