/**
 * The application AGI: finds the script's server, and runs a session with it.
 *
 * @module
 */

import type { ByteStream } from "../../net/byte_stream.ts";
import { type AgiLauncher, splitArguments } from "../pbx/application.ts";
import type { Channel } from "../pbx/channel.ts";
import type { AsteriskVersion } from "../pbx/pbx.ts";
import { AgiLine } from "./agi_line.ts";
import { runAsyncSession } from "./async_session.ts";
import { type AgiStatus, runSession, type SessionObserver } from "./session.ts";

/** Longest command line that Asterisk reads as one, its LF included (AGI_BUF_LEN - 1). */
const lineLimits: Readonly<Record<AsteriskVersion, number>> = { "22": 8191, "16": 2047 };

/** What the application needs. */
export interface AgiServices {
  /** Connects to a FastAGI server; rejects where there is none. */
  connect(hostname: string, port: number): Promise<ByteStream>;
  /** Gives who watches a channel's session. */
  observe?(channel: Channel): SessionObserver | undefined;
  /** Told of a session's line, so that it can be disturbed. */
  opened?(channel: Channel, line: AgiLine): void;
}

/**
 * Makes the application AGI, for `agi://host:port/script` and `agi:async`. Others, local programs, are
 * not found.
 *
 * Source: Asterisk 22, res/res_agi.c, agi_exec_full(), launch_netscript()
 */
export function createLauncher(services: AgiServices): AgiLauncher {
  return async (channel, data) => {
    const [url = "", ...args] = splitArguments(data);
    if (url === "") return -1;
    const status = await runRequest(services, channel, url, args);
    channel.setVariable("AGISTATUS", status);
    return status === "HANGUP" ? -1 : 0;
  };
}

async function runRequest(
  services: AgiServices,
  channel: Channel,
  url: string,
  args: readonly string[],
): Promise<AgiStatus> {
  const observer = services.observe?.(channel);
  if (/^agi:async/i.test(url)) return await runAsyncSession(channel, args, observer);
  const found = /^h?agi:\/\/(\[[^\]]+\]|[^/:]+)(?::(\d+))?(?:\/(.*))?$/s.exec(url);
  if (!found) return "NOTFOUND";
  const [, hostname = "", port = "4573", networkScript = ""] = found;
  const { clock, version } = channel.pbx;
  let stream: ByteStream;
  try {
    stream = await clock.hold(services.connect(hostname.replace(/[[\]]/g, ""), Number(port)));
  } catch {
    return "FAILURE";
  }
  const line = new AgiLine(stream, lineLimits[version]);
  services.opened?.(channel, line);
  return await runSession(channel, line, { request: url, networkScript, args }, observer);
}
