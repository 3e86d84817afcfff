/**
 * The part of Asterisk towards AsyncAGI: sessions over one AMI connection.
 *
 * @module
 */

const encoder = new TextEncoder();

/** Answers by the first word of a command. */
function answerTo(command: string): string {
  if (command.startsWith("GET VARIABLE")) return "200 result=1 (bar)\n";
  return command.startsWith("EXEC") ? "200 result=0\n" : "200 result=1\n";
}

/** One AMI client, with sessions whose script is `bench`. */
export class AsyncAgiPeer {
  readonly #listener: Deno.TcpListener;
  #connection: Deno.TcpConn | undefined;
  #outgoing = "";
  #left = 0;
  #open = 0;
  #lastId = 0;
  #done: (() => void) | undefined;
  readonly #ready = Promise.withResolvers<void>();

  /** Waits for a client on a port. */
  constructor(port: number) {
    this.#listener = Deno.listen({ hostname: "127.0.0.1", port });
    this.#serve().catch((error) => this.#ready.reject(error));
  }

  /** Resolves when the client has logged in. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Runs a number of sessions to their end. */
  run({ calls, atOnce }: { calls: number; atOnce: number }): Promise<void> {
    this.#left = calls;
    return new Promise((resolve) => {
      this.#done = resolve;
      for (let count = 0; count < Math.min(atOnce, calls); count++) this.#begin();
      this.#flush();
    });
  }

  close(): void {
    this.#listener.close();
    this.#connection?.close();
  }

  async #serve(): Promise<void> {
    const connection = this.#connection = await this.#listener.accept();
    connection.setNoDelay(true);
    const buffer = new Uint8Array(65_536);
    const decoder = new TextDecoder();
    this.#outgoing = "Asterisk Call Manager/11.0.0\r\n";
    this.#flush();
    let text = "";
    for (;;) {
      const count = await connection.read(buffer).catch(() => null);
      if (count === null) return;
      text += decoder.decode(buffer.subarray(0, count), { stream: true });
      let start = 0;
      let end: number;
      while ((end = text.indexOf("\r\n\r\n", start)) >= 0) {
        this.#take(text.slice(start, end));
        start = end + 4;
      }
      text = text.slice(start);
      this.#flush();
    }
  }

  #flush(): void {
    const bytes = encoder.encode(this.#outgoing);
    this.#outgoing = "";
    const connection = this.#connection;
    // The kernel's buffer takes what 50 sessions say at a time.
    if (bytes.length > 0) connection?.write(bytes).catch(() => {});
  }

  #begin(): void {
    if (this.#left === 0) return;
    this.#left--;
    this.#open++;
    const id = ++this.#lastId;
    const environment = [
      "agi_request: async",
      `agi_channel: PJSIP/100-${id}`,
      "agi_language: en",
      "agi_type: PJSIP",
      `agi_uniqueid: ${id}`,
      "agi_version: 22.5.2",
      "agi_callerid: 100",
      "agi_calleridname: unknown",
      "agi_context: async",
      "agi_extension: bench",
      "agi_priority: 1",
      "agi_enhanced: 0.0",
      "agi_accountcode: ",
      "agi_threadid: 140000000000000",
      "\n",
    ].join("\n");
    this.#event("AsyncAGIStart", `${id}`, `Env: ${encodeURIComponent(environment)}\r\n`);
  }

  #event(name: string, id: string, rest: string): void {
    this.#outgoing += `Event: ${name}\r\nPrivilege: agi,all\r\nChannel: PJSIP/100-${id}\r\n` +
      `ChannelState: 6\r\nUniqueid: ${id}\r\nLinkedid: ${id}\r\n${rest}\r\n`;
  }

  #take(action: string): void {
    const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(action)?.[1] ?? "";
    const answer = (rest: string) =>
      this.#outgoing += `Response: Success\r\nActionID: ${
        header("ActionID").trim()
      }\r\n${rest}\r\n`;
    const name = header("Action").trim();
    if (name === "Challenge") return void answer("Challenge: 1\r\n");
    answer("Message: accepted\r\n");
    if (name === "Login") {
      this.#outgoing += "Event: FullyBooted\r\nUptime: 7021\r\n\r\n";
      // What the client does behind its login is over then.
      setTimeout(() => this.#ready.resolve(), 300);
    }
    if (name !== "AGI") return;
    const id = header("Channel").trim().slice("PJSIP/100-".length);
    const command = header("Command").trim();
    if (command === "ASYNCAGI BREAK") {
      this.#event("AsyncAGIEnd", id, "");
      this.#open--;
      if (this.#open === 0 && this.#left === 0) this.#done?.();
      return this.#begin();
    }
    this.#event("AsyncAGIExec", id, `Result: ${encodeURIComponent(answerTo(command))}\r\n`);
  }
}
