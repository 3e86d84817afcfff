/**
 * Text on the wire, which is UTF-8 as long as people keep to it.
 *
 * Asterisk passes bytes through and does not look whether they are UTF-8. A byte that is not becomes
 * one code unit of its own (U+DC80 to U+DCFF, a lone surrogate, which no valid text has), and the
 * same byte again when it is sent.
 *
 * @module
 */

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

const LONE = 0xdc00;

/**
 * Reads bytes as text; what is not UTF-8 is kept, see {@linkcode encodeWire}.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const text = decodeWire(new Uint8Array([0x63, 0x61, 0x66, 0xe9]));
 * assert.equal(text, "caf\udce9");
 * assert.deepEqual([...encodeWire(text)], [0x63, 0x61, 0x66, 0xe9]);
 * ```
 */
export function decodeWire(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return decodeMixed(bytes);
  }
}

/** Writes text as bytes: UTF-8, and the bytes that {@linkcode decodeWire} kept. */
export function encodeWire(text: string): Uint8Array {
  if (text.isWellFormed()) return encoder.encode(text);
  const parts: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= LONE + 0x80 && code <= LONE + 0xff) parts.push(code - LONE);
    else parts.push(...encoder.encode(character));
  }
  return new Uint8Array(parts);
}

function decodeMixed(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at]!);
    const sequence = bytes.subarray(at, at + length);
    try {
      text += strict.decode(sequence);
      at += length;
    } catch {
      text += String.fromCharCode(LONE + bytes[at]!);
      at++;
    }
  }
  return text;
}

/** How many bytes the character has that begins with this one. */
function sequenceLength(first: number): number {
  return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}
