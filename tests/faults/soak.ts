/**
 * A million calls and ten million events through one process: it keeps nothing of them.
 *
 * `deno task soak`, or a part of it: `SOAK_FRACTION=0.01 deno task soak`.
 */
import assert from "node:assert/strict";
import { memoryOf, Service } from "../asterisk/support.ts";
import { placeCall } from "../support/fake_pbx.ts";
import { AgiLoad, type LoadResult } from "./support/agi_load.ts";
import { EventPump } from "./support/event_pump.ts";
import { formatTable } from "./support/table.ts";

const fraction = Number(Deno.env.get("SOAK_FRACTION") || 1);
const tenths = 10;
const callsPerTenth = Math.ceil(100_000 * fraction);
const eventsPerTenth = Math.ceil(100_000 * fraction) * 10;

const source = `
import { ami, type App, type Channel, log } from "lunopark";

let sounds = 0;
ami.addEvent("UserEvent", (event) => {
  if (event["UserEvent"] === "Sound") sounds++;
  else log.info(\`Mark \${event["Mark"]}\`, { sounds, channels: ami.channels.size });
});
ami.addEvent("Hangup", () => {});

/** A bit of everything that a call can leave behind: listeners, signals, timers, actions. */
export async function short(app: App, channel: Channel): Promise<void> {
  using _listener = ami.addEvent("DTMFEnd", () => {}, channel.uniqueid);
  const timer = setTimeout(() => {}, 60_000);
  channel.signal.addEventListener("abort", () => clearTimeout(timer));
  await app.NoOp(channel.callerid);
  await channel.set("X", channel.uniqueid);
  await Promise.all([channel.get("X"), ami.getvar({ variable: "X" }, { timeout: 60_000 })]);
  clearTimeout(timer);
}

/** Has the runtime give back all memory that it can. */
export function collect(): void {
  const { gc } = globalThis as { gc?: (options: { type: "major"; flavor: "last-resort" }) => void };
  gc?.({ type: "major", flavor: "last-resort" });
}
`;

/** What the process holds, and what it says about itself. */
interface Holding {
  readonly memory: number;
  readonly sockets: number;
  readonly report: string;
}

async function countSockets(pid: number): Promise<number> {
  let sockets = 0;
  for await (const { name } of Deno.readDir(`/proc/${pid}/fd`)) {
    const target = await Deno.readLink(`/proc/${pid}/fd/${name}`).catch(() => "");
    if (target.startsWith("socket:")) sockets++;
  }
  return sockets;
}

function timersIn({ report }: Holding): number {
  return Number(/Held: timers (\d+)/.exec(report)?.[1]);
}

async function hold(service: Service, address: string): Promise<Holding> {
  const call = await placeCall(address, { network_script: "collect" });
  await call.closed;
  const { length } = service.log.all;
  service.signal("SIGUSR2");
  const report = await service.log.until("a report", (all) => {
    const lines = all.slice(length).map((line) => line.replace(/^.* lunopark: /, ""));
    return lines.some((line) => line.startsWith("Listeners: ")) && lines.join("\n");
  });
  return {
    memory: await memoryOf(service.pid),
    sockets: await countSockets(service.pid),
    report,
  };
}

Deno.test(`${tenths * callsPerTenth} calls and ${tenths * eventsPerTenth} events leave nothing behind`, async () => {
  await using load = await AgiLoad.build();
  await using pump = new EventPump();
  await using service = await Service.spawn({
    files: { "handler.ts": source },
    config: { host: pump.host, listen: "127.0.0.1:0" },
    env: { DENO_V8_FLAGS: "--expose-gc" },
  });
  const address = await service.address();
  await service.line(/Connected to AMI/);
  const rows = [["tenth", "seconds", "calls/s", "memory in MB", "sockets"]];
  const holdings: Holding[] = [];
  for (let tenth = 1; tenth <= tenths; tenth++) {
    const start = performance.now();
    const [result] = await Promise.all([
      load.run<LoadResult>(
        ...["-P", address.split(":")[1]!, "-u", "short", "-c", 50, "-n", callsPerTenth],
        ...["-w", 0, "-x", 4, "-t", 300, "-T", 3_600],
      ),
      pump.send(eventsPerTenth, `${tenth}`),
    ]);
    const seconds = (performance.now() - start) / 1_000;
    assert.deepEqual(Object.entries(result.errors).filter(([, count]) => count > 0), []);
    assert.ok(result.ok >= callsPerTenth, `${result.ok} calls`);
    const mark = await service.log.first(
      `events of tenth ${tenth}`,
      (line) => line.includes(`Mark ${tenth} `),
      3_600_000,
    );
    assert.match(mark, new RegExp(`sounds=${tenth * eventsPerTenth / 10}\\b.*channels=0`));
    const holding = await hold(service, address);
    holdings.push(holding);
    rows.push([
      `${tenth}`,
      seconds.toFixed(1),
      result.calls_per_s.toFixed(0),
      (holding.memory / 1e6).toFixed(1),
      `${holding.sockets}`,
    ]);
    console.log(rows.at(-1)!.join("  "));
  }
  const [first, last] = [holdings[0]!, holdings.at(-1)!];
  console.log(formatTable(rows));
  console.log(last.report);
  assert.match(last.report, /Calls: 0 now, 0 of them on older generations/);
  assert.match(last.report, /Connections: 0 not known yet/);
  assert.match(last.report, /AMI: ready .* 0 actions waiting, .* 0 channels known/);
  assert.match(last.report, /Listeners: hangup 1, userevent 1|Listeners: userevent 1, hangup 1/);
  assert.match(last.report, /Held: timers \d+, addresses 0, sessions 0, generations 0/);
  assert.equal(last.sockets, first.sockets);
  // One of ours may come and go; one left by each call would be a million.
  assert.ok(timersIn(last) <= timersIn(first) + 1, `${timersIn(first)}, then ${timersIn(last)}`);
  const growth = last.memory / first.memory - 1;
  console.log(
    `memory after the last tenth: ${(growth * 100).toFixed(1)} % more than after the first`,
  );
  // A smaller part is over before the runtime has come to its usual size.
  if (fraction < 0.05) return;
  assert.ok(growth < 0.05, `memory: ${holdings.map(({ memory }) => memory)}`);
});
