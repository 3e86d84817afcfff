/**
 * Waiting that has an end.
 *
 * @module
 */

/** Longest wait for anything, in milliseconds: long enough for a machine that has much else to do. */
const patience = 30_000;

/** Things that happen one after the other, and waiting for one of them. */
export class Seen<Item> {
  /** All that has happened so far. */
  readonly all: Item[] = [];
  readonly #waiting = new Set<() => void>();

  /** Something has happened. */
  add(item: Item): void {
    this.all.push(item);
    for (const look of this.#waiting) look();
  }

  /** Waits until `find` finds what it looks for in all that happened, and resolves to that. */
  until<Found>(
    what: string,
    find: (all: readonly Item[]) => Found | undefined | false,
    time = patience,
  ): Promise<Found> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      const look = () => {
        const found = find(this.all);
        if (found === undefined || found === false) return;
        end();
        resolve(found);
      };
      let timer = setTimeout(() => {
        // A process that was suspended has not read yet what came meanwhile.
        timer = setTimeout(fail, 1_000);
      }, time);
      const fail = () => {
        end();
        const last = this.all.slice(-30).map((item) => Deno.inspect(item, { breakLength: 200 }));
        reject(new Error(`${what}: not within ${time} ms. Last seen:\n${last.join("\n")}`));
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Waits for the first one that fits. */
  first(what: string, fits: (item: Item) => boolean, time?: number): Promise<Item> {
    return this.until(what, (all) => all.find(fits), time);
  }
}

/** Waits for a promise, but not for ever. */
export async function within<Result>(
  what: string,
  promise: Promise<Result>,
  time = patience,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not within ${time} ms`)), time);
  });
  return await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Waits until something holds that nobody tells of, by asking again and again. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  time = patience,
): Promise<void> {
  const end = performance.now() + time;
  while (!await holds()) {
    if (performance.now() > end) throw new Error(`${what}: not within ${time} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
