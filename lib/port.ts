/**
 * The port for calls.
 *
 * @module
 */

import type { Settings } from "./config.ts";
import { LunoparkError } from "./errors.ts";
import { formatAddress } from "./net/address.ts";

/**
 * Takes the port for calls.
 *
 * @throws {LunoparkError} If that fails.
 */
export function listen({ listen: { hostname, port }, reusePort }: Settings): Deno.TcpListener {
  const address = formatAddress({ hostname, port });
  // Deno would end the process.
  if (reusePort && !("listenDatagram" in Deno)) {
    throw new LunoparkError(
      `Cannot take calls at ${address} with "reusePort": Deno needs the flag --unstable-net for it`,
    );
  }
  try {
    return Deno.listen({ hostname, port, ...reusePort && { reusePort } });
  } catch (error) {
    const reason = error instanceof Deno.errors.AddrInUse
      ? "another process has that port"
      : (error as Error).message.replace(/ \(os error \d+\)/, "");
    throw new LunoparkError(`Cannot take calls at ${address}: ${reason}`, { cause: error });
  }
}

/**
 * Takes the port before the program is loaded that serves it: who calls meanwhile waits, and is not
 * refused. `undefined` without the FastAGI role, for a port that is shared, and when it fails:
 * {@linkcode listen} tells why then.
 */
export function listenEarly(settings: Settings): Deno.TcpListener | undefined {
  if (settings.role === "ami" || settings.reusePort) return undefined;
  try {
    return listen(settings);
  } catch {
    return undefined;
  }
}
