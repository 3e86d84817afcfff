/**
 * The AMI client that a configuration asks for, and how it gets its connection.
 *
 * @module
 */

import type { ActionObserver } from "./ami/action_observer.ts";
import { AmiClient } from "./ami/client.ts";
import type { Settings } from "./config.ts";
import type { RootLog } from "./log.ts";
import type { Lines } from "./lunopark.ts";
import { formatAddress } from "./net/address.ts";

/** The client of a configuration; it does not connect before it is started. */
export function createClient(
  { ami, limits }: Settings,
  log: RootLog,
  lines: Lines = {},
  observer?: ActionObserver,
): AmiClient {
  const { hostname, port, user, secret, secure, tls } = ami;
  return new AmiClient({
    connect: async (signal) => {
      if (lines.connectAmi) return await lines.connectAmi(signal);
      if (tls) {
        // Loaded when it is wanted: node:tls takes 10 ms.
        const { dialTls } = await import("./net/tls_stream.ts");
        return await dialTls({ hostname, port }, tls, signal);
      }
      const connection = await Deno.connect({ hostname, port, signal });
      connection.setNoDelay(true);
      connection.setKeepAlive(true);
      return connection;
    },
    credentials: { user, secret, secure },
    address: formatAddress({ hostname, port }),
    log: log.category("ami"),
    limits,
    observer,
  });
}
