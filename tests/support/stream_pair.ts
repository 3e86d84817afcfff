/**
 * The pair of streams in memory, which the simulated Asterisk brings.
 *
 * @module
 */
export { MemoryStream, streamPair } from "../../lib/testing/stream_pair.ts";
