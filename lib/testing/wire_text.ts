/**
 * Bytes of a line as text and back: UTF-8, and what is none comes back as it was.
 *
 * @module
 */

const encoder = new TextEncoder();
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** First of the lone surrogates that stand for a byte which is no UTF-8, as Python writes them. */
const escape = 0xdc00;

/**
 * Text of bytes. A byte that is no UTF-8 becomes a code unit of its own (U+DC80 to U+DCFF), and the
 * same byte again by {@linkcode encodeText}: Asterisk does not look at what it passes on.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const text = decodeText(new Uint8Array([0x63, 0x61, 0x66, 0xe9]));
 * assert.equal(text, "caf\udce9");
 * assert.deepEqual([...encodeText(text)], [0x63, 0x61, 0x66, 0xe9]);
 * ```
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    let text = "";
    for (let at = 0; at < bytes.length;) {
      const length = sequenceLength(bytes, at);
      text += length === 0
        ? String.fromCharCode(escape + (bytes[at] as number))
        : strict.decode(bytes.subarray(at, at + length));
      at += length || 1;
    }
    return text;
  }
}

/** Bytes of a text. */
export function encodeText(text: string): Uint8Array {
  if (!/[\udc80-\udcff]/.test(text)) return encoder.encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (character.length === 1 && code >= escape + 0x80 && code <= escape + 0xff) {
      bytes.push(code - escape);
    } else bytes.push(...encoder.encode(character));
  }
  return Uint8Array.from(bytes);
}

/** Number of bytes of the character at a place; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    try {
      strict.decode(bytes.subarray(at, at + length));
      return length;
    } catch {
      // It may be longer.
    }
  }
  return 0;
}
