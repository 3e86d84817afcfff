/**
 * The database of Asterisk (AstDB): values by family and key.
 *
 * @module
 */

/** Values by `/family/key`. */
export class Database {
  readonly #entries = new Map<string, string>();

  /** A value; `undefined` when there is none. */
  get(family: string, key: string): string | undefined {
    return this.#entries.get(`/${family}/${key}`);
  }

  /** Sets a value. */
  put(family: string, key: string, value: string): void {
    this.#entries.set(`/${family}/${key}`, value);
  }

  /** Deletes a value; false when there is none. */
  delete(family: string, key: string): boolean {
    return this.#entries.delete(`/${family}/${key}`);
  }

  /** Deletes all below a family, or below a key of it; says how many there were. */
  deleteTree(family: string, key = ""): number {
    const found = this.list(family, key);
    for (const [path] of found) this.#entries.delete(path);
    return found.length;
  }

  /** All entries below a family, or below a key of it; all there are if none is given. */
  list(family = "", key = ""): [string, string][] {
    const prefix = family === "" ? "" : key === "" ? `/${family}` : `/${family}/${key}`;
    return [...this.#entries]
      .filter(([path]) => prefix === "" || path === prefix || path.startsWith(`${prefix}/`))
      .sort(([one], [other]) => one < other ? -1 : 1);
  }
}
