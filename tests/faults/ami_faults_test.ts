/**
 * What becomes of the AMI connection, and of what waits on it, when its line fails, by fault and step.
 */
import assert from "node:assert/strict";
import { AmiClient } from "../../lib/ami/client.ts";
import { EventListeners } from "../../lib/ami/event_listeners.ts";
import { openLog } from "../../lib/log.ts";
import { Backoff } from "../../lib/net/backoff.ts";
import { onAsterisk, Seen, within } from "../asterisk/support.ts";
import type { Asterisk } from "../support/asterisk.ts";
import { type Fault, FaultProxy, type Step } from "./support/fault_proxy.ts";
import { formatTable } from "./support/table.ts";

const { raw } = String;

/** The steps of a login and of an action; Lunopark is the client of the connection. */
const steps: Readonly<Record<string, Step>> = {
  connect: { from: "connect" },
  banner: { from: "server", said: /Call Manager/ },
  challenge: { from: "client", said: /Action: Challenge/ },
  challenged: { from: "server", said: /Challenge: \d/ },
  login: { from: "client", said: /Action: Login/ },
  accepted: { from: "server", said: /Authentication accepted/ },
  action: { from: "client", said: /Action: Getvar/ },
  response: { from: "server", said: /Variable: TEST/ },
  event: { from: "server", said: /UserEvent: Fault/ },
};

/**
 * What is expected: how the first attempt to connect ends, the reason in the log, what the action is
 * told that waits, and whether listeners hear `ami:lost` and `ami:gap`. In all cases the client is
 * ready in the end, and an action works. `half-client` is a FIN to Lunopark alone, `half-server` one
 * to Asterisk alone.
 */
const closed = raw`closed|greeting|reset|broken pipe|does not answer`;
const expected: readonly (readonly [step: string, fault: Fault, ...seen: string[]])[] = [
  ...["connect", "banner", "challenge", "challenged", "login", "accepted"].flatMap((step) => [
    [step, "cut", "fails", closed, "-", ""] as const,
    [step, "reset", "fails", closed, "-", ""] as const,
    [step, "half-client", "fails", closed, "-", ""] as const,
    // Behind its acceptance the login holds until Asterisk has seen that the client is gone.
    step === "accepted"
      ? [step, "half-server", "ready", "closed", "NotConnectedError", "lost gap"] as const
      : [step, "half-server", "fails", closed, "-", ""] as const,
    [step, "stall", "fails", "does not answer", "-", ""] as const,
    [step, "delay", "ready", "^$", "Success", ""] as const,
    [step, "bytes", "ready", "^$", "Success", ""] as const,
  ]),
  ...["action", "response", "event"].flatMap((step) => {
    // The event comes behind the response, which is there before anything happens.
    const told = step === "event" ? "Success" : "NotConnectedError";
    return [
      [step, "cut", "ready", "closed", told, "lost gap"],
      [step, "reset", "ready", "closed|reset", `${told}|NotConnectedError`, "lost gap"],
      [step, "half-client", "ready", "closed", told, "lost gap"],
      [step, "half-server", "ready", "closed", "Success|NotConnectedError", "lost gap"],
      [step, "stall", "ready", raw`silent for \d+ ms`, told, "lost gap"],
      [step, "delay", "ready", "^$", "Success", ""],
      [step, "bytes", "ready", "^$", "Success", ""],
    ] as const;
  }),
];

/** What was seen of one connection that suffers. */
interface Outcome {
  readonly first: string;
  readonly reason: string;
  readonly action: string;
  readonly heard: string;
  /** From the fault until the client is ready, in milliseconds. */
  readonly time: number;
}

async function suffer(asterisk: Asterisk, step: string, fault: Fault): Promise<Outcome> {
  const { user, secret } = asterisk.ami;
  await using proxy = await FaultProxy.open(() => asterisk.ami);
  proxy.plan(fault, steps[step]!);
  const lines = new Seen<string>();
  const heard = new Seen<string>();
  const log = openLog({ level: "debug", write: (line) => lines.add(line) });
  const stalls = fault === "stall";
  const client = new AmiClient({
    connect: async () => await Deno.connect({ hostname: "127.0.0.1", port: proxy.port }),
    credentials: { user, secret, secure: true },
    address: proxy.address,
    log,
    times: { logoff: 500, ...stalls && { login: 1_500, ping: 600, dead: 1_800, busy: 0 } },
    backoff: new Backoff({ first: 10, most: 50 }),
  });
  const listeners = new EventListeners();
  for (const name of ["ready", "lost", "gap"]) {
    listeners.add(`ami:${name}`, () => heard.add(name));
  }
  listeners.add("UserEvent", () => heard.add("UserEvent"));
  client.setListeners([listeners]);
  client.start();
  const started = performance.now();
  try {
    await heard.first("the client is ready", (name) => name === "ready");
    const failed = lines.all.find((line) => line.includes("No AMI connection"));
    const struck = proxy.strikes.all.length > 0;
    // Two at a time: what is lost is lost for both, and neither gets what belongs to the other.
    const name = step === "event" ? "UserEvent" : "Getvar";
    const parameters = step === "event" ? { UserEvent: "Fault" } : { Variable: "TEST" };
    const action = await within(
      "the answer",
      client.action(name, parameters).then(
        (response) => "Response" in response ? `${response.Response}` : "a list",
        (error: Error) => error.name,
      ),
    );
    if (!struck) await proxy.strikes.first("the fault", () => true);
    if (!failed && fault !== "delay" && fault !== "bytes") {
      await heard.until(
        "it is ready again",
        (all) => all.filter((name) => name === "ready").length === 2,
      );
    }
    const time = Math.round(performance.now() - started);
    const again = await within("an action works", client.action("Getvar", { Variable: "TEST" }));
    assert.equal((again as { Value?: string }).Value, "global-value");
    const complaint = lines.all.find((line) => line.includes("No AMI connection"));
    return {
      first: failed ? "fails" : "ready",
      reason: /No AMI connection to \S+: (.*?);/.exec(complaint ?? "")?.[1] ?? "",
      action: failed ? "-" : action,
      heard: heard.all.filter((name) => name === "lost" || name === "gap").join(" "),
      time,
    };
  } finally {
    await client.stop();
    log.close();
  }
}

onAsterisk(
  "the AMI client is ready again whatever happens to its line, and nothing waits for ever",
  async (asterisk) => {
    const rows = [["step", "fault", "first attempt", "waiting action", "told", "ms", "reason"]];
    const wrong: unknown[] = [];
    for (const [step, fault, ...cells] of expected) {
      const { first, reason, action, heard, time } = await suffer(asterisk, step, fault)
        .catch((cause) => {
          throw new Error(`${step} ${fault} failed`, { cause });
        });
      rows.push([step, fault, first, action, heard, `${time}`, reason]);
      const [wantFirst, wantReason = "", wantAction, wantHeard] = cells;
      const right = first === wantFirst && new RegExp(wantReason, "i").test(reason) &&
        wantAction!.split("|").includes(action) && heard === wantHeard;
      if (!right) wrong.push([step, fault, cells, { first, reason, action, heard }]);
    }
    console.log(formatTable(rows));
    assert.deepEqual(wrong, []);
  },
);
