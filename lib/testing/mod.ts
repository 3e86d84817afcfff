/**
 * An Asterisk in memory, to develop and test call handlers without one.
 *
 * @module
 */

export { Clock, type TimeMode, type Timer } from "./pbx/clock.ts";
