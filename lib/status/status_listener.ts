/**
 * Takes the place where the status page is served: a port, or a unix socket.
 *
 * @module
 */

import type { StatusAddress } from "../config.ts";
import { LunoparkError } from "../errors.ts";
import { formatAddress } from "../net/address.ts";

/** Who owns a unix socket and his group may connect. */
const socketMode = 0o660;

/** Answers requests. */
export type Answer = (request: Request, peer: string) => Response | Promise<Response>;

/** A status page that is being served. */
export interface Serving {
  /** Where: `http://127.0.0.1:8080/` or the path of the socket. */
  readonly where: string;
  /** Ends all connections at once. */
  close(): Promise<void>;
}

/**
 * Begins to serve.
 *
 * @throws {LunoparkError} If the port or the socket cannot be had.
 */
export async function serveAt(address: StatusAddress, answer: Answer): Promise<Serving> {
  const shown = "path" in address ? address.path : formatAddress(address);
  const controller = new AbortController();
  const options = { signal: controller.signal, onListen() {} };
  const handler = (request: Request, { remoteAddr }: Deno.ServeHandlerInfo<Deno.Addr>) =>
    answer(request, "hostname" in remoteAddr ? remoteAddr.hostname : "the unix socket");
  try {
    if ("path" in address) {
      await removeStale(address.path);
      const server = Deno.serve({ ...options, path: address.path }, handler);
      Deno.chmodSync(address.path, socketMode);
      return {
        where: address.path,
        close: async () => {
          controller.abort();
          await server.finished;
          removeQuietly(address.path);
        },
      };
    }
    const { hostname, port } = address;
    const server = Deno.serve({ ...options, hostname, port }, handler);
    return {
      where: `http://${formatAddress(server.addr)}/`,
      close: async () => {
        controller.abort();
        await server.finished;
      },
    };
  } catch (error) {
    if (error instanceof LunoparkError) throw error;
    const reason = error instanceof Deno.errors.AddrInUse
      ? "another process has that address"
      : (error as Error).message.replace(/ \(os error \d+\)/, "");
    throw new LunoparkError(`Cannot serve the status page at ${shown}: ${reason}`, {
      cause: error,
    });
  }
}

/** Removes a socket that its process has left behind. */
async function removeStale(path: string): Promise<void> {
  const there = await Deno.lstat(path).catch(() => undefined);
  if (!there) return;
  const cannot = `Cannot serve the status page at ${path}`;
  if (!there.isSocket) throw new LunoparkError(`${cannot}: there is a file, and no socket`);
  const living = await Deno.connect({ transport: "unix", path }).catch(() => undefined);
  if (!living) return await Deno.remove(path);
  living.close();
  throw new LunoparkError(`${cannot}: another process serves there`);
}

function removeQuietly(path: string): void {
  try {
    Deno.removeSync(path);
  } catch {
    // Where the permission to write was given up; the next start removes it.
  }
}
