/**
 * Each key of a configuration as `--check` tells it: its value, and where that comes from.
 *
 * @module
 */

import { isObject } from "./config_problem.ts";
import { formatAddress } from "./net/address.ts";

/** One key of the configuration. */
export interface GivenSetting {
  /** As it is written in a configuration, such as `limits.calls`. */
  readonly key: string;
  /** Its value as text; of a secret only that there is one. */
  readonly value: string;
  /** `default`, `file`, or who comes before the file: the environment variable, or another file. */
  readonly from: string;
}

/** Keys whose value nobody is shown, whatever they are called next. */
const SECRET = /(secret|token|password|\bkey)$/i;

/**
 * Lists all keys in their order; those of an object, such as `limits`, by their path.
 *
 * @param values The values that hold.
 * @param config What was given, the overrides included.
 * @param sources Who overrides the file, by key.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const values = { listen: { hostname: "127.0.0.1", port: 4573 }, secret: "hunter2" };
 * assert.deepEqual(listGiven(["listen", "secret"], values, { secret: "hunter2" }, {}), [
 *   { key: "listen", value: "127.0.0.1:4573", from: "default" },
 *   { key: "secret", value: "(set)", from: "file" },
 * ]);
 * ```
 */
export function listGiven(
  keys: readonly string[],
  values: Readonly<Record<string, unknown>>,
  config: Readonly<Record<string, unknown>>,
  sources: Readonly<Record<string, string>>,
): GivenSetting[] {
  return keys.flatMap((key) => {
    const [value, given] = [values[key], config[key]];
    const parts = isObject(value) && !("hostname" in value) && !("path" in value) ? value : {};
    const names = Object.keys(parts);
    if (names.length === 0) {
      const from = sources[key] ?? (given === undefined ? "default" : "file");
      return [{ key, value: showSetting(key, value), from }];
    }
    return names.map((name) => {
      const path = `${key}.${name}`;
      const isGiven = isObject(given) && given[name] !== undefined;
      const from = sources[path] ?? (isGiven ? "file" : "default");
      return { key: path, value: showSetting(path, parts[name]), from };
    });
  });
}

function showSetting(key: string, value: unknown): string {
  if (value === undefined) return "(not set)";
  if (SECRET.test(key)) return "(set)";
  if (Array.isArray(value)) return value.length === 0 ? "(nobody)" : value.join(", ");
  if (isObject(value)) {
    const { hostname, port, path } = value;
    if (typeof hostname === "string") return formatAddress({ hostname, port: Number(port) });
    return typeof path === "string" ? path : "(not set)";
  }
  const text = String(value);
  return text.includes("-----BEGIN ") ? "(PEM text)" : text;
}
