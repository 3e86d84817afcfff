/**
 * How important log records are.
 *
 * @module
 */

/** How important a record is. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** The levels, the least important first. */
export const logLevels: readonly LogLevel[] = ["debug", "info", "warn", "error"];
