import assert from "node:assert/strict";
import type { AmiStatus } from "./ami_status.ts";
import type { LunoparkStatus } from "./lunopark_status.ts";
import { createCounters } from "./counters.ts";
import { formatStatus } from "./report.ts";

const status: LunoparkStatus = {
  since: 0,
  generation: 3,
  callsOnOldGenerations: 1,
  calls: [
    {
      script: "subroutine",
      channel: "PJSIP/100-1",
      since: 3_723_000,
      command: "EXEC Wait 5",
      queued: 0,
    },
    { script: "ivr/en", channel: "PJSIP/101-2", since: 3_600_000, command: undefined, queued: 0 },
  ],
  connecting: 4,
  ended: { SUCCESS: 5, ERROR: 1 },
  held: { timers: 3, addresses: 1, sessions: 0, generations: 1 },
  reloads: { reloaded: 1, unchanged: 0, failed: 0 },
  counters: { ...createCounters(), connections: 9, refusedAddress: 3 },
  ami: {
    state: "ready",
    version: "11.0.0",
    waiting: 2,
    events: 77,
    reconnects: 1,
    failures: 0,
    gaps: 1,
    eventsByName: { Hangup: 77 },
    queued: {},
  },
  listeners: { hangup: 2 },
};

/** An AMI role to which nothing has happened. */
const noAmi: AmiStatus = {
  state: "connecting",
  waiting: 0,
  events: 0,
  reconnects: 0,
  failures: 0,
  gaps: 0,
  eventsByName: {},
  queued: {},
};

Deno.test("formatStatus() says in a few lines what goes on", () => {
  assert.deepEqual(formatStatus(status, 3_724_500, 50 * 1_048_576), [
    "Up 1:02:04, memory 50 MB, generation 3",
    "Calls: 2 now, 1 of them on older generations; ended: SUCCESS 5, ERROR 1",
    "Held: timers 3, addresses 1, sessions 0, generations 1",
    "Connections: 4 not known yet; counted: connections 9, refusedAddress 3",
    "AMI: ready 11.0.0, 2 actions waiting, 77 events received",
    "Listeners: hangup 2",
    "Call subroutine PJSIP/100-1 for 1.5 s: EXEC Wait 5",
    "Call ivr/en PJSIP/101-2 for 0:02:04: in its handler",
  ]);
});

Deno.test("formatStatus() counts calls beyond a hundred, and says what is not there", () => {
  const call = { script: "a", channel: "b", since: 0, command: undefined, queued: 0 };
  const many = Array.from({ length: 120 }, () => call);
  const lines = formatStatus({ ...status, calls: many, ami: undefined, listeners: {} }, 0, 0);
  assert.equal(lines.length, 107);
  assert.equal(lines.at(-1), "and 20 more calls");
  assert.equal(lines[4], "AMI: no such role");
  assert.equal(lines[5], "Listeners: none");
  const waiting = { ...noAmi, state: "waiting" };
  assert.match(formatStatus({ ...status, ami: waiting }, 0, 0)[4] ?? "", /^AMI: waiting, 0/);
  const busy = { ...waiting, dropped: 3, channels: 8 };
  const line = formatStatus({ ...status, ami: busy }, 0, 0)[4] ?? "";
  assert.match(line, /, 3 dropped, 8 channels known$/);
});

Deno.test("formatStatus() has no line that a long name or command makes longer than people read", () => {
  const call = {
    script: "s".repeat(30_000),
    channel: "c",
    since: 0,
    command: "x".repeat(8_000),
    queued: 0,
  };
  const lines = formatStatus({ ...status, calls: [call] }, 0, 0);
  assert.ok((lines.at(-1) ?? "").length < 500);
});
