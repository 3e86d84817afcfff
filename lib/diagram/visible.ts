/**
 * Text as it takes its place: how many cells, and nothing in it that a terminal or XML would obey.
 *
 * @module
 */

/** What moves a cursor, turns the direction of writing, or is no character of XML. */
const UNSEEN = /(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufffe\uffff]/gu;

/** What stands on the character before it. */
const NO_CELL = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** What takes two cells: East Asian writing, pictures. */
const TWO_CELLS =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])$/u;

/**
 * Text with `\x1b` for what nobody would see; line ends stay.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(makeVisible("a\u001b[31m\nb"), "a\\x1b[31m\nb");
 * ```
 */
export function makeVisible(text: string): string {
  return text.toWellFormed().replaceAll("\r\n", "\n").replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code}` : `\\x${code.padStart(2, "0")}`;
  });
}

/** Number of cells that a character takes in a line of a terminal. */
export function cellsOf(character: string): number {
  if (character >= " " && character <= "~") return 1;
  return NO_CELL.test(character) ? 0 : TWO_CELLS.test(character) ? 2 : 1;
}

/**
 * Number of cells that a text takes.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(countCells("číslo"), 5);
 * assert.equal(countCells("電話"), 4);
 * ```
 */
export function countCells(text: string): number {
  let cells = 0;
  for (const character of text) cells += cellsOf(character);
  return cells;
}

/**
 * Lines of at most so many cells: cut at blanks and signs where there are some, anywhere where not. What
 * is more than `most` lines is cut off, and ends in `…`.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(wrapText("EXEC Dial PJSIP/operator", 12), ["EXEC Dial", "PJSIP/", "operator"]);
 * assert.deepEqual(wrapText("EXEC Dial PJSIP/operator", 12, 1), ["EXEC Dial…"]);
 * ```
 */
export function wrapText(text: string, room: number, most = Infinity): string[] {
  const lines: string[] = [];
  for (const line of makeVisible(text).split("\n")) {
    let rest = line.trimEnd();
    while (countCells(rest) > room) {
      const at = findBreak(rest, cutCells(rest, room).length);
      lines.push(rest.slice(0, at).trimEnd());
      rest = rest.slice(at).trimStart();
      if (lines.length > most) break;
    }
    lines.push(rest);
    if (lines.length > most) break;
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept.push(`${cutCells(kept.pop() ?? "", room - 1)}…`);
  return kept;
}

/** Where a line may end that can have so many letters: at a blank, else behind a sign, else there. */
function findBreak(text: string, most: number): number {
  for (const isBreak of [isBlank, isBehindSign]) {
    for (let at = most; at > most / 3; at--) if (isBreak(text, at)) return at;
  }
  return most;
}

function isBlank(text: string, at: number): boolean {
  return text[at] === " ";
}

function isBehindSign(text: string, at: number): boolean {
  return /[-,;/&|@=]/.test(text[at - 1] ?? "");
}

/** As much of a text as fits, at least one character of it. */
function cutCells(text: string, room: number): string {
  let cells = 0;
  let length = 0;
  for (const character of text) {
    cells += cellsOf(character);
    if (cells > room && length > 0) break;
    length += character.length;
  }
  return text.slice(0, length);
}
