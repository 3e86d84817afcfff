/**
 * Whether Asterisk's machine is there at all.
 *
 * @module
 */

import { type ByteStream, closeQuietly } from "../net/byte_stream.ts";

/**
 * Whether the other end of a new connection says a word, or goes, or nobody listens there: all of
 * these come from a machine that is there, and from a process that runs. Never rejects.
 *
 * The signal ends the attempt, and with it the answer is no.
 */
export async function isReachable(
  connect: (signal: AbortSignal) => Promise<ByteStream>,
  signal: AbortSignal,
): Promise<boolean> {
  let stream: ByteStream | undefined;
  const close = () => stream && closeQuietly(stream);
  signal.addEventListener("abort", close);
  try {
    stream = await connect(signal);
    // A process that stands still has its connections made by the system, but does not greet.
    if (!signal.aborted) await stream.read(new Uint8Array(1));
    return !signal.aborted;
  } catch (error) {
    return error instanceof Deno.errors.ConnectionRefused;
  } finally {
    signal.removeEventListener("abort", close);
    close();
  }
}
