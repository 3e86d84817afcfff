/**
 * Words for what is wrong in a configuration.
 *
 * @module
 */

import { findNearest } from "./nearest.ts";

/** One mistake in a configuration. */
export interface Problem {
  /** Where, such as `listen` or `onError.priority`; empty when it is about the whole. */
  readonly path: string;
  /** What was given, and what is allowed. */
  readonly reason: string;
}

/** Finds the keys that nobody knows; `prefix` is what stands before them, such as `onError.`. */
export function describeUnknownKeys(
  value: unknown,
  known: readonly string[],
  prefix = "",
): Problem[] {
  const unknown = isObject(value) ? Object.keys(value).filter((key) => !known.includes(key)) : [];
  return unknown.map((key) => {
    const nearest = findNearest(key, known);
    const hint = nearest === undefined ? "" : `, did you mean "${prefix}${nearest}"?`;
    const reason = `unknown key ${describeValue(prefix + key)}${hint} (known: ${known.join(", ")})`;
    return { path: "", reason };
  });
}

/** Tells a value: simple ones as they are written, others by their kind. */
export function describeValue(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? JSON.stringify(value) : describeKind(value);
}

/** Tells what a value is, and nothing of what is in it. */
export function describeKind(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Tells whether a value has keys: lists have none. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
