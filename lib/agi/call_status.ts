/**
 * How scripts end.
 *
 * @module
 */

/** How a script ended, as the dialplan reads it from `LUNOPARK_STATUS`. */
export type CallStatus = "SUCCESS" | "ERROR" | "NOSCRIPT" | "BUSY" | "HANGUP";
