/**
 * Where calls come in: the port, and who may use it.
 *
 * @module
 */

import type { Settings } from "./config.ts";
import { LunoparkError } from "./errors.ts";
import type { Log } from "./log.ts";
import { formatAddress } from "./net/address.ts";
import { AllowList, allowsAnybody } from "./net/allow_list.ts";

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

/** Who may call: what `allow` says or, without it, this machine and the Asterisk of AMI. */
export function openAllowList(settings: Settings, log: Log): AllowList {
  const { allow, ami, listen: { hostname } } = settings;
  const entries = allow ?? [...loopback, ami.hostname];
  if (allow && allowsAnybody(allow)) {
    log.warn('Anybody who reaches the port may call: "allow" keeps nobody out');
  } else if (!allow && !isLoopback(hostname)) {
    log.warn(
      `Only this machine and the AMI host ${ami.hostname} may call at ${hostname}: ` +
        'set "allow" for others',
    );
  }
  return new AllowList(entries, { log });
}

const loopback = ["127.0.0.0/8", "::1"];

function isLoopback(address: string): boolean {
  return new AllowList(loopback).allows(address) === true;
}
