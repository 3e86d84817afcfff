/**
 * What goes on in the AMI role.
 *
 * @module
 */

import type { AmiClient } from "./ami/client.ts";

/** What goes on in the AMI role. */
export interface AmiStatus {
  /** Where the connection is. */
  readonly state: string;
  /** AMI version of the Asterisk; missing without connection. */
  readonly version?: string;
  /** Actions that wait for their response. */
  readonly waiting: number;
  /** Events received so far. */
  readonly events: number;
  /** Events that were too many for a loop, or before `ami:ready`; missing when there were none. */
  readonly dropped?: number;
  /** Channels in `ami.channels`; missing when nobody uses it. */
  readonly channels?: number;
  /** How often the connection was there again. */
  readonly reconnects: number;
  /** Attempts to connect and log in that failed. */
  readonly failures: number;
  /** How often `ami:gap` was told. */
  readonly gaps: number;
  /** Events received so far by name; `other` for names beyond the first 500. */
  readonly eventsByName: Readonly<Record<string, number>>;
  /** Events that wait for loops over `ami.events()`, by the name that these ask for. */
  readonly queued: Readonly<Record<string, number>>;
}

/** Reads it from the client. */
export function readAmiStatus(client: AmiClient): AmiStatus {
  const { connected, failed, gaps } = client.counts;
  const queued: Record<string, number> = {};
  for (const [queue, name] of client.loops) queued[name] = (queued[name] ?? 0) + queue.waiting;
  return {
    state: client.state,
    ...client.version !== undefined && { version: client.version },
    waiting: client.waiting,
    events: client.eventCount,
    ...client.droppedEvents > 0 && { dropped: client.droppedEvents },
    ...client.channelCount !== undefined && { channels: client.channelCount },
    reconnects: Math.max(0, connected - 1),
    failures: failed,
    gaps,
    eventsByName: client.eventCounts,
    queued,
  };
}
