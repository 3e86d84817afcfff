/**
 * What goes on in a Lunopark, as lines for the log.
 *
 * @module
 */

import type { Counters } from "./counters.ts";
import type { LunoparkStatus } from "./lunopark_status.ts";

/** Most calls that are listed one by one. */
const maxListed = 100;

/** Formats a status as lines: `now` and memory in bytes come from the caller. */
export function formatStatus(status: LunoparkStatus, now: number, memory: number): string[] {
  const { calls, ended, ami, listeners } = status;
  const lines = [
    `Up ${formatTime(now - status.since)}, memory ${Math.round(memory / 1_048_576)} MB, ` +
    `generation ${status.generation}`,
    `Calls: ${calls.length} now, ${status.callsOnOldGenerations} of them on older generations; ` +
    `ended: ${formatCounts(ended)}`,
    `Held: ${formatCounts(status.held)}`,
    `Connections: ${status.connecting} not known yet; counted: ` +
    formatCounts(withoutZeros(status.counters)),
    ami
      ? `AMI: ${ami.state}${ami.version === undefined ? "" : ` ${ami.version}`}, ` +
        `${ami.waiting} actions waiting, ${ami.events} events received` +
        (ami.dropped === undefined ? "" : `, ${ami.dropped} dropped`) +
        (ami.channels === undefined ? "" : `, ${ami.channels} channels known`)
      : "AMI: no such role",
    `Listeners: ${formatCounts(listeners)}`,
  ];
  for (const { script, channel, since, command } of calls.slice(0, maxListed)) {
    const what = shorten(`Call ${script} ${channel}`);
    lines.push(
      `${what} for ${formatTime(now - since)}: ${shorten(command ?? "in its handler")}`,
    );
  }
  if (calls.length > maxListed) lines.push(`and ${calls.length - maxListed} more calls`);
  return lines;
}

/** A peer says which script it wants, and a handler what it does: at any length. */
function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function withoutZeros(counters: Readonly<Counters>): Record<string, number> {
  return Object.fromEntries(Object.entries(counters).filter(([, count]) => count > 0));
}

function formatCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts).map(([name, count]) => `${name} ${count}`).join(", ") || "none";
}

function formatTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  if (seconds < 60) return `${(milliseconds / 1_000).toFixed(1)} s`;
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return `${hours}:${String(minutes).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}
