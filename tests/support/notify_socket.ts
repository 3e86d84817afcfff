/**
 * systemd's end of the socket that `NOTIFY_SOCKET` names.
 *
 * @module
 */

/** Hears what a service says of itself. */
export class NotifySocket implements Disposable {
  readonly #socket;
  readonly #directory = Deno.makeTempDirSync();
  /** For `NOTIFY_SOCKET`. */
  readonly path: string;

  /** Without a name, which begins with `@`, it is a file. */
  constructor(name?: string) {
    this.path = name ?? `${this.#directory}/notify.sock`;
    const path = this.path.replace(/^@/, "\0");
    this.#socket = Deno.listenDatagram({ transport: "unixpacket", path });
  }

  /** The next datagram that begins so. */
  async next(start = ""): Promise<string> {
    for (;;) {
      const text = new TextDecoder().decode((await this.#socket.receive())[0]);
      if (text.startsWith(start)) return text;
    }
  }

  [Symbol.dispose](): void {
    this.#socket.close();
    Deno.removeSync(this.#directory, { recursive: true });
  }
}
