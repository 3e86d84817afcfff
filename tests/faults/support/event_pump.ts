/**
 * An AMI server that takes any login, knows no channels, and sends events as fast as they are read.
 *
 * @module
 */

const encoder = new TextEncoder();

/** The events of one call, as Asterisk 22 sends them; each call has ids of its own. */
const callEvents = [
  ["Newchannel", "Exten: 200", "ChannelState: 0", "ChannelStateDesc: Down"],
  ["VarSet", "Variable: ONE", "Value: 1"],
  ["Newexten", "Extension: 200", "Application: AGI", "AppData: agi://127.0.0.1/short"],
  ["Newstate", "ChannelState: 6", "ChannelStateDesc: Up"],
  ["VarSet", "Variable: TWO", "Value: a longer value of a channel variable"],
  ["VarSet", "Variable: AGISTATUS", "Value: SUCCESS"],
  ["Newexten", "Extension: 200", "Application: Hangup", "AppData: "],
  ["SoftHangupRequest", "Cause: 16"],
  ["Hangup", "Cause: 16", "Cause-txt: Normal Clearing"],
  ["UserEvent", "UserEvent: Sound", "Text: of one hand clapping"],
].map(([name, ...own]) =>
  [
    `Event: ${name}`,
    "Privilege: call,all",
    "Channel: PJSIP/100-%",
    "CallerIDNum: 100",
    "CallerIDName: Reception",
    "ConnectedLineNum: <unknown>",
    "ConnectedLineName: <unknown>",
    "Language: en",
    "AccountCode: ",
    "Context: default",
    "Priority: 1",
    "Uniqueid: 1795375793.%",
    "Linkedid: 1795375793.%",
    ...own,
    "",
    "",
  ].join("\r\n")
).join("");

/** Events of one call. */
export const eventsPerCall = 10;
/** Calls of which the events go out in one write. */
const callsPerWrite = 20;

/** The server, for one client. */
export class EventPump implements AsyncDisposable {
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  readonly #serving: Promise<void>;
  #connection: Deno.TcpConn | undefined;
  /** Writes wait for each other: no message gets into the middle of another. */
  #written: Promise<void> = Promise.resolve();
  #calls = 0;

  constructor() {
    this.#serving = this.#serve();
  }

  /** Where it listens, as a configuration names it. */
  get host(): string {
    return `127.0.0.1:${this.#listener.addr.port}`;
  }

  /** Sends so many events, and behind them a UserEvent with this mark. */
  async send(events: number, mark: string): Promise<void> {
    for (let left = events / eventsPerCall; left > 0; left -= callsPerWrite) {
      let text = "";
      for (let call = 0; call < Math.min(callsPerWrite, left); call++) {
        text += callEvents.replaceAll("%", String(++this.#calls));
      }
      await this.#write(text);
    }
    await this.#write(`Event: UserEvent\r\nUserEvent: Mark\r\nMark: ${mark}\r\n\r\n`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.close();
    this.#connection?.close();
    await this.#serving;
  }

  #write(text: string): Promise<void> {
    this.#written = this.#written.then(async () => {
      let bytes = encoder.encode(text);
      while (bytes.length > 0) bytes = bytes.subarray(await this.#connection!.write(bytes));
    });
    return this.#written;
  }

  async #serve(): Promise<void> {
    try {
      const connection = this.#connection = await this.#listener.accept();
      await this.#write("Asterisk Call Manager/11.0.0\r\n");
      let text = "";
      const buffer = new Uint8Array(65_536);
      for (let count; (count = await connection.read(buffer)) !== null;) {
        text += new TextDecoder().decode(buffer.subarray(0, count));
        const requests = text.split("\r\n\r\n");
        text = requests.pop()!;
        for (const request of requests) await this.#answer(request);
      }
    } catch {
      // The client or we ourselves have closed.
    }
  }

  async #answer(request: string): Promise<void> {
    const name = /^Action: (.*)$/m.exec(request)?.[1]?.trim().toLowerCase();
    const id = `ActionID: ${/^ActionID: (.*)$/m.exec(request)?.[1]?.trim()}\r\n`;
    const success = `Response: Success\r\n${id}`;
    if (name === "challenge") return await this.#write(`${success}Challenge: 1\r\n\r\n`);
    if (name === "coreshowchannels" || name === "status") {
      const complete = `Event: ${name}Complete\r\n${id}EventList: Complete\r\nListItems: 0\r\n\r\n`;
      return await this.#write(`${success}EventList: start\r\n\r\n${complete}`);
    }
    await this.#write(`${success}\r\n`);
    if (name !== "login") return;
    await this.#write("Event: FullyBooted\r\nUptime: 100\r\nStatus: Fully Booted\r\n\r\n");
  }
}
