/**
 * The AMI line to an Asterisk, in the hands of the test.
 *
 * @module
 */
import type { Asterisk } from "../support/asterisk.ts";

/** A wire to Asterisk that can be cut. */
export class Wire implements Disposable {
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  readonly #target: Asterisk["ami"];
  readonly #open = new Set<Deno.Conn>();
  #mended = Promise.withResolvers<void>();

  constructor({ ami }: Asterisk) {
    this.#target = ami;
    this.#mended.resolve();
    this.#accept();
  }

  get host(): string {
    return `127.0.0.1:${this.#listener.addr.port}`;
  }

  /** Cuts it; connections are made, but go nowhere until it is mended. */
  cut(): void {
    this.#mended = Promise.withResolvers();
    this.#closeAll();
  }

  mend(): void {
    this.#mended.resolve();
  }

  [Symbol.dispose](): void {
    this.mend();
    this.#listener.close();
    this.#closeAll();
  }

  #closeAll(): void {
    for (const connection of this.#open) connection.close();
    this.#open.clear();
  }

  async #accept(): Promise<void> {
    for await (const near of this.#listener) this.#join(near);
  }

  async #join(near: Deno.Conn): Promise<void> {
    await this.#mended.promise;
    const { hostname, port } = this.#target;
    const far = await Deno.connect({ hostname, port });
    this.#open.add(near).add(far);
    // Either end may be closed, by us or by whom it belongs to.
    await Promise.allSettled([
      near.readable.pipeTo(far.writable),
      far.readable.pipeTo(near.writable),
    ]);
    this.#open.delete(near);
    this.#open.delete(far);
  }
}
