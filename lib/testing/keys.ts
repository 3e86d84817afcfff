/**
 * A caller at the keys: presses what he was told to when he is asked.
 *
 * @module
 */

import type { Channel } from "./pbx/channel.ts";

/** How long a caller takes to press a key he was asked for, and how long he holds it, in milliseconds. */
const reactionTime = 50;
const holdTime = 100;

/** A key that is to be pressed. */
interface Key {
  readonly digit: string;
  readonly pressed: () => void;
  readonly failed: (error: Error) => void;
}

/** Keys that are pressed one by one, each when somebody on the channel waits for such a key. */
export class Keys {
  readonly #channel: () => Channel;
  readonly #onPress: (digit: string) => void;
  readonly #waiting: Key[] = [];
  #asked = "";
  #pressing = false;

  constructor(channel: () => Channel, onPress: (digit: string) => void) {
    this.#channel = channel;
    this.#onPress = onPress;
  }

  /** Keys that are still to be pressed. */
  get waiting(): string {
    return this.#waiting.map(({ digit }) => digit).join("");
  }

  /** Presses keys as they are asked for; resolves when all have been. */
  async press(digits: string): Promise<void> {
    await Promise.all(Array.from(digits, (digit) =>
      new Promise<void>((pressed, failed) => {
        this.#waiting.push({ digit, pressed, failed });
        this.#next();
      })));
  }

  /** Somebody waits for one of these keys. */
  ask(digits: string): void {
    this.#asked = digits;
    this.#next();
  }

  /** Nobody will ask any more. */
  fail(error: Error): void {
    for (const { failed } of this.#waiting.splice(0)) failed(error);
  }

  #next(): void {
    const key = this.#waiting[0];
    if (!key || this.#pressing || !this.#asked.includes(key.digit)) return;
    this.#waiting.shift();
    this.#pressing = true;
    this.#asked = "";
    this.#press(key);
  }

  async #press({ digit, pressed }: Key): Promise<void> {
    const channel = this.#channel();
    await channel.pbx.clock.sleep(reactionTime);
    if (!channel.gone) {
      this.#onPress(digit);
      await channel.pressed(digit, holdTime);
    }
    this.#pressing = false;
    pressed();
    this.#next();
  }
}
