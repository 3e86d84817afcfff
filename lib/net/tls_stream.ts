/**
 * TLS connections to a server, as a stream of bytes.
 *
 * By `node:tls` and not `Deno.connectTls`, which cannot be told the server's name, and refuses the
 * certificates that sign themselves, as those of a PBX often do.
 *
 * @module
 */

import { connect, type ConnectionOptions, type TLSSocket } from "node:tls";
import type { Address } from "./address.ts";
import type { ByteStream } from "./byte_stream.ts";
import { ipVersion } from "./ip.ts";

/** Whom to trust, and who we are. Certificates and keys are PEM text. */
export interface TlsSettings {
  /** Certificates that may have signed the server's; those of the system unless given. */
  readonly ca?: string | undefined;
  /** Name that the server's certificate must have; the host unless given. */
  readonly servername?: string | undefined;
  /** Our certificate, for a server that asks for one. */
  readonly cert?: string | undefined;
  /** Key of our certificate. */
  readonly key?: string | undefined;
  /** SHA-256 of the one certificate to trust, in hexadecimal; who signed it does not matter then. */
  readonly fingerprint?: string | undefined;
  /** Trust any certificate: the line is encrypted, but nobody knows to whom. */
  readonly insecure?: boolean | undefined;
}

/**
 * Connects and shakes hands; gives up when the signal fires.
 *
 * @throws {Error} If nobody answers, or the certificate is not to be trusted; the message says why.
 */
export async function dialTls(
  address: Address,
  settings: TlsSettings,
  signal: AbortSignal,
): Promise<ByteStream> {
  signal.throwIfAborted();
  const { hostname, port } = address;
  const { ca, cert, key, fingerprint, insecure = false } = settings;
  const servername = settings.servername ?? (ipVersion(hostname) ? undefined : hostname);
  const options: ConnectionOptions = {
    host: hostname,
    port,
    rejectUnauthorized: !insecure && fingerprint === undefined,
    ...servername !== undefined && { servername },
    ...ca !== undefined && { ca },
    ...cert !== undefined && { cert },
    ...key !== undefined && { key },
  };
  const socket = connect(options);
  const abort = () => socket.destroy(signal.reason as Error);
  signal.addEventListener("abort", abort, { once: true });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once("secureConnect", resolve);
      socket.once("error", reject);
      socket.once("close", () => reject(new Error("the server closed the connection")));
    });
    if (fingerprint !== undefined) checkFingerprint(socket, fingerprint);
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    signal.removeEventListener("abort", abort);
  }
  socket.setNoDelay(true);
  return new TlsStream(socket);
}

function checkFingerprint(socket: TLSSocket, expected: string): void {
  const bare = (text: string) => text.replaceAll(/[^0-9a-f]/gi, "").toUpperCase();
  const { fingerprint256 = "" } = socket.getPeerCertificate();
  if (bare(fingerprint256) !== bare(expected)) {
    throw new Error(`the server's certificate has the fingerprint ${fingerprint256}`);
  }
}

/** A socket of Node, read when we want and not when it wants. */
class TlsStream implements ByteStream {
  readonly #socket: TLSSocket;
  #chunk: Uint8Array | undefined;
  #ended = false;
  #error: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(socket: TLSSocket) {
    this.#socket = socket;
    const wake = () => this.#wake?.();
    socket.on("readable", wake);
    socket.on("end", () => {
      this.#ended = true;
      wake();
    });
    socket.on("error", (error) => {
      this.#error = error;
      wake();
    });
    socket.on("close", () => {
      this.#ended = true;
      wake();
    });
  }

  async read(buffer: Uint8Array): Promise<number | null> {
    for (;;) {
      this.#chunk ??= this.#socket.read() as Uint8Array | null ?? undefined;
      if (this.#chunk) break;
      if (this.#error) throw this.#error;
      if (this.#ended) return null;
      await new Promise<void>((resolve) => this.#wake = resolve);
    }
    const count = Math.min(buffer.length, this.#chunk.length);
    buffer.set(this.#chunk.subarray(0, count));
    this.#chunk = count < this.#chunk.length ? this.#chunk.subarray(count) : undefined;
    return count;
  }

  write(bytes: Uint8Array): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#socket.write(bytes, (error) => error ? reject(error) : resolve(bytes.length));
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}
