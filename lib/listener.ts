/**
 * Where calls come in: connections to the port, and who may make them.
 *
 * @module
 */

import type { Settings } from "./config.ts";
import type { Log } from "./log.ts";
import { isLoopback } from "./net/address.ts";
import { AllowList, allowsAnybody } from "./net/allow_list.ts";

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
