/**
 * An action as Asterisk reads it: header lines in their order, found by name.
 *
 * @module
 */

/** One action that came over an AMI connection. */
export class ManagerAction {
  /** The header lines as they came, without their line ends. */
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  /** The name of the action; of several, the first that is not empty, and `""` when there is none. */
  get name(): string {
    return this.all("Action").find((value) => value !== "") ?? "";
  }

  /** The ActionID, `""` when it has none. */
  get actionId(): string {
    return this.get("ActionID");
  }

  /**
   * The value of a header, its name in any case: the first of several, also when that is empty, and
   * `""` when there is none. Blanks before it are skipped, those after it stay.
   * Source: Asterisk 22, main/manager.c, __astman_get_header()
   *
   * @example Usage
   * ```ts
   * import assert from "node:assert/strict";
   *
   * const action = new ManagerAction(["action:Ping", "ActionID:   7 "]);
   * assert.equal(action.get("ACTION"), "Ping");
   * assert.equal(action.actionId, "7 ");
   * assert.equal(action.get("Channel"), "");
   * ```
   */
  get(name: string): string {
    return this.all(name)[0] ?? "";
  }

  /** All values of a header that may be repeated, such as `Variable`. */
  all(name: string): string[] {
    const start = `${name.toLowerCase()}:`;
    return this.lines
      .filter((line) => line.slice(0, start.length).toLowerCase() === start)
      // deno-lint-ignore no-control-regex -- ast_skip_blanks() skips all up to a blank
      .map((line) => line.slice(start.length).replace(/^[\x01-\x20]+/, ""));
  }

  /** Is a header one of Asterisk's words for yes? Source: main/utils.c, ast_true() */
  isTrue(name: string): boolean {
    return isTrue(this.get(name));
  }
}

/** Is it one of Asterisk's words for yes? Source: Asterisk 22, main/utils.c, ast_true() */
export function isTrue(value: string): boolean {
  return /^(yes|true|y|t|1|on)$/i.test(value);
}

/** Is it one of Asterisk's words for no? Source: Asterisk 22, main/utils.c, ast_false() */
export function isFalse(value: string): boolean {
  return /^(no|false|n|f|0|off)$/i.test(value);
}
