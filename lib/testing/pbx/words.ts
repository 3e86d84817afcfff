/**
 * Small things that Asterisk does with texts.
 *
 * @module
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Number of bytes of a text on the wire. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** The first bytes of a text, as a buffer of a fixed size keeps them. */
export function cutBytes(text: string, most: number): string {
  if (text.length * 3 <= most) return text;
  const bytes = encoder.encode(text);
  return bytes.length <= most ? text : decoder.decode(bytes.subarray(0, most));
}

/** Writes as `%XX` what is no letter, digit or one of `-_.~!*'()`. Source: main/utils.c, ast_uri_encode() */
export function encodePercentBytes(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    text += /[A-Za-z0-9\-_.~!*'()]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return text;
}

/** What URIENCODE makes of a text, up to 4,095 bytes. Source: funcs/func_uri.c, uriencode() */
export function encodePercent(text: string): string {
  return encodePercentBytes(encoder.encode(text)).slice(0, 4_095);
}

/** Reads `%XX`. */
export function decodePercent(text: string): string {
  const bytes = encoder.encode(text);
  const result: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const code = /^%[0-9a-f]{2}/i.exec(
      String.fromCharCode(...bytes.subarray(at, at + 3)),
    );
    if (code) {
      result.push(parseInt(code[0].slice(1), 16));
      at += 2;
    } else result.push(bytes[at] as number);
  }
  return decoder.decode(Uint8Array.from(result));
}

/** What Asterisk takes for true. Source: Asterisk 22, main/utils.c, ast_true() */
export function isYes(text: string | undefined): boolean {
  return /^(yes|true|y|t|1|on)$/i.test(text ?? "");
}

/** What Asterisk takes for false. Source: ast_false() */
export function isNo(text: string | undefined): boolean {
  return /^(no|false|n|f|0|off)$/i.test(text ?? "");
}

/** Whether a condition holds: anything but nothing and zero. Source: pbx_checkcondition() */
export function isTrueWord(text: string): boolean {
  if (text === "") return false;
  return /^\d/.test(text) ? parseInt(text, 10) !== 0 : true;
}

/** The number at the start of a text, as atoi(3) reads it. */
export function toInteger(text: string | undefined): number {
  return parseInt(text ?? "", 10) || 0;
}
