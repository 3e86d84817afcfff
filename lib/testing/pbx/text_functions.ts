/**
 * What functions of texts and numbers do.
 *
 * @module
 */

import { splitArguments } from "./application.ts";
import { isTrueWord } from "./words.ts";

/** `a?b:c`, with the colon behind the question mark. */
export function ifFunction(text: string): string {
  const mark = text.indexOf("?");
  if (mark <= 0) return "";
  const [yes = "", no = ""] = splitArguments(text.slice(mark + 1), ":");
  return isTrueWord(text.slice(0, mark).trim()) ? yes : no;
}

/** `MATH(1+2,int)`: six digits behind the point, none for whole numbers. */
export function math(text: string): string {
  const [, one = "", operator = "", other = ""] =
    /^\s*(-?[\d.]+)\s*([-+*/%]|AND|XOR|OR|[<>]=?|==|!=)\s*(-?[\d.]+)/.exec(text) ?? [];
  const [left, right] = [Number(one), Number(other)];
  const isInteger = /,\s*i/.test(text);
  const results: Record<string, number | boolean> = {
    "+": left + right,
    "-": left - right,
    "*": left * right,
    "/": left / right,
    "%": left % right,
    "<": left < right,
    ">": left > right,
    "==": left === right,
    "!=": left !== right,
    "<=": left <= right,
    ">=": left >= right,
    AND: left & right,
    OR: left | right,
    XOR: left ^ right,
  };
  const result = results[operator];
  if (result === undefined) return "";
  if (typeof result === "boolean") return result ? "TRUE" : "FALSE";
  return isInteger ? String(Math.trunc(result)) : result.toFixed(6);
}

/** The fields of a list: `2`, `1-3`, `2-`, `1&3`. */
export function cut(list: string, delimiter: string, fields: string): string {
  const all = list.split(delimiter);
  const chosen = fields.split("&").flatMap((field) => {
    const [, from = "", dash, to = ""] = /^(\d*)(-?)(\d*)$/.exec(field) ?? [];
    if (!dash) return all.slice(Number(from) - 1, Number(from));
    return all.slice(from === "" ? 0 : Number(from) - 1, to === "" ? undefined : Number(to));
  });
  return chosen.join(delimiter);
}

/** `"pattern" text`: whether it matches; `undefined` for what is no pattern. */
export function matches(text: string): string | undefined {
  const [, pattern = "", value = ""] = /^"(.*?)" (.*)$/s.exec(text) ?? [];
  try {
    return new RegExp(pattern).test(value) ? "1" : "0";
  } catch {
    return undefined;
  }
}

/** Letters as the keys of a telephone that have them. */
export function keypadHash(text: string): string {
  const keys = ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];
  return Array.from(text.toLowerCase(), (letter) => {
    if (/\d/.test(letter)) return letter;
    const key = keys.findIndex((letters) => letters.includes(letter));
    return key < 0 ? "" : String(key + 2);
  }).join("");
}

/** `%d`, `%s`, `%f` and `%x` with width and precision. */
export function sprintf(text: string): string {
  const [format = "", ...values] = splitArguments(text);
  return format.replace(
    /%(0?)(\d*)(?:\.(\d+))?([dsfx%])/g,
    (_all, zero: string, width: string, digits: string | undefined, kind: string) => {
      if (kind === "%") return "%";
      const value = values.shift() ?? "";
      const number = Number(value) || 0;
      const shown: Record<string, string> = {
        d: String(Math.trunc(number)),
        f: number.toFixed(Number(digits ?? 6)),
        s: value,
        x: Math.trunc(number).toString(16),
      };
      return (shown[kind] ?? "").padStart(Number(width || 0), zero === "0" ? "0" : " ");
    },
  );
}

/** The commonest conversions of strftime(3), in a time zone, or in that of this machine. */
export function strftime(time: number, zone: string, format: string): string {
  const { year, month, day, hour, minute, second } = partsOf(time, zone);
  const date = new Date(Date.UTC(year, month - 1, day));
  const two = (value: number) => String(value).padStart(2, "0");
  const name = (options: Intl.DateTimeFormatOptions) =>
    date.toLocaleDateString("en-US", { ...options, timeZone: "UTC" });
  const dayOfYear = Math.round((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
  const values: Record<string, string> = {
    Y: String(year),
    y: two(year % 100),
    m: two(month),
    d: two(day),
    e: String(day).padStart(2),
    H: two(hour),
    I: two(hour % 12 || 12),
    M: two(minute),
    S: two(second),
    p: hour < 12 ? "AM" : "PM",
    A: name({ weekday: "long" }),
    a: name({ weekday: "short" }),
    B: name({ month: "long" }),
    b: name({ month: "short" }),
    j: String(dayOfYear).padStart(3, "0"),
    F: `${year}-${two(month)}-${two(day)}`,
    T: `${two(hour)}:${two(minute)}:${two(second)}`,
    R: `${two(hour)}:${two(minute)}`,
    u: String(date.getUTCDay() || 7),
    w: String(date.getUTCDay()),
    s: String(Math.floor(time / 1_000)),
    "%": "%",
  };
  values["c"] = `${values["a"]} ${values["b"]} ${values["e"]} ${values["T"]} ${year}`;
  return format.replace(/%(.)/g, (whole, letter) => values[letter] ?? whole);
}

type DatePart = "year" | "month" | "day" | "hour" | "minute" | "second";

/** Year to second of a time in a zone. */
function partsOf(time: number, zone: string): Record<DatePart, number> {
  const formatted = new Intl.DateTimeFormat("en-US", {
    ...zone !== "" && { timeZone: zone },
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(time);
  const find = (type: DatePart) => Number(formatted.find((part) => part.type === type)?.value);
  return {
    year: find("year"),
    month: find("month"),
    day: find("day"),
    hour: find("hour"),
    minute: find("minute"),
    second: find("second"),
  };
}
