/**
 * The socket contract: what a connection needs of a TCP connection, and no more.
 *
 * `Deno.Conn` satisfies it, and so does the in-memory pair that tests use.
 *
 * @module
 */

/** A full-duplex stream of bytes that one owner reads, writes and closes. */
export interface ByteStream {
  /** Reads into `buffer` and resolves to the number of bytes; `null` is the end of the stream. */
  read(buffer: Uint8Array): Promise<number | null>;
  /** Writes some or all of `bytes` and resolves to how many were taken. */
  write(bytes: Uint8Array): Promise<number>;
  /** Closes both directions; what waits for the stream is rejected. */
  close(): void;
  /** Sends what is written at once, even behind bytes that the peer has not acknowledged yet. */
  setNoDelay?(noDelay: boolean): void;
  /** Has the system find out whether the peer's machine is still there. */
  setKeepAlive?(keepAlive: boolean): void;
}

/** Writes all of `bytes`, however many writes the stream needs for it. */
export async function writeAll(stream: ByteStream, bytes: Uint8Array): Promise<void> {
  let written = await stream.write(bytes);
  while (written < bytes.length) {
    written += await stream.write(bytes.subarray(written));
  }
}

/** Closes a stream that may be closed already. */
export function closeQuietly(stream: ByteStream): void {
  try {
    stream.close();
  } catch {
    // It was closed before: that is what was asked for.
  }
}
