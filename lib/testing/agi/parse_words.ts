/**
 * Splits an AGI command line into words, as Asterisk does.
 *
 * @module
 */

/** Room for words in Asterisk: one more is the end of the array (MAX_ARGS). */
const most = 127;

/**
 * Splits at blanks and tabs outside of quotes; `"` switches quoting anywhere, `\` makes the next
 * character literal. Unquoted words beyond the 127th are dropped.
 *
 * Source: Asterisk 22, res/res_agi.c, parse_args()
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(parseWords('SET VARIABLE X "say \\"hi\\""'), ["SET", "VARIABLE", "X", 'say "hi"']);
 * assert.deepEqual(parseWords('A "" b'), ["A", "", "b"]);
 * ```
 */
export function parseWords(line: string): string[] {
  const words: string[] = [];
  let quoted = false;
  let escaped = false;
  let blank = true;
  for (const character of line) {
    if (character === '"' && !escaped) {
      quoted = !quoted;
      if (quoted && blank) {
        words.push("");
        blank = false;
      }
      continue;
    }
    if ((character === " " || character === "\t") && !quoted && !escaped) {
      blank = true;
      continue;
    }
    if (character === "\\" && !escaped) {
      escaped = true;
      continue;
    }
    if (blank) {
      // Asterisk would look at the same character for ever: what is too much is gone.
      if (words.length >= most) return words;
      words.push("");
      blank = false;
    }
    words[words.length - 1] += character;
    escaped = false;
  }
  return words;
}
