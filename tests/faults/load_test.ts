/**
 * Thousands of calls held open at once; reloads and a cut of the AMI line in the middle lose none.
 */
import assert from "node:assert/strict";
import { memoryOf, onAsterisk, Service, until, Witness } from "../asterisk/support.ts";
import { FakeAmi, placeCall } from "../support/fake_pbx.ts";
import { AgiLoad, type HoldResult } from "./support/agi_load.ts";
import { FaultProxy } from "./support/fault_proxy.ts";

const source = `
import { ami, type App, type Channel, log } from "lunopark";
const generation = 0;

/** Held by the load tool in its command. */
export async function hold(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  await app.Wait(60);
  await channel.hangup();
}

/** Waits until an event says that it is enough, and looks whether its line is still its own. */
export async function crowd(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  const own = crypto.randomUUID();
  await channel.set("OWN", own);
  await new Promise<void>((resolve) => {
    ami.addEvent("UserEvent", (event) => event["UserEvent"] === "Release" && resolve(), own);
  });
  ami.removeEvent("UserEvent", own);
  log.info("Over", { right: await channel.get("OWN") === own, begun: generation });
}
`;

/** Asks the program what goes on until it says so. */
async function reports(service: Service, what: string, pattern: RegExp): Promise<void> {
  let last: readonly string[] = [];
  try {
    await until(what, async () => {
      const { length } = service.log.all;
      service.signal("SIGUSR2");
      last = await service.log.until("a report", (all) => {
        const lines = all.slice(length);
        return lines.some((line) => / Listeners: /.test(line)) && lines;
      });
      if (last.some((line) => pattern.test(line))) return true;
      await new Promise((resolve) => setTimeout(resolve, 200));
      return false;
    }, 90_000);
  } catch (cause) {
    throw new Error(`${what}; last report:\n${last.slice(0, 10).join("\n")}`, { cause });
  }
}

/** Two reloads, and a cut of the AMI line, each awaited. */
async function disturb(service: Service, proxy: FaultProxy): Promise<void> {
  for (const generation of [2, 3]) {
    await service.write(
      "handler.ts",
      source.replace("generation = 0", `generation = ${generation}`),
    );
    service.signal("SIGHUP");
    await service.line(new RegExp(`generation ${generation}\\b`, "i"));
  }
  const connected = service.count(/Connected to AMI/);
  proxy.drop();
  await service.log.until("AMI is back", () => service.count(/Connected to AMI/) > connected);
}

Deno.test("10,000 calls are held at once, through reloads and a cut of AMI, and none is lost", async () => {
  await using load = await AgiLoad.build();
  await using ami = new FakeAmi();
  const [hostname = "", port] = ami.host.split(":");
  await using proxy = await FaultProxy.open(() => ({ hostname, port: Number(port) }));
  await using service = await Service.spawn({
    files: { "handler.ts": source },
    config: { host: proxy.address, listen: "127.0.0.1:0" },
  });
  const address = await service.address();
  await service.line(/Connected to AMI/);
  const settle = 15_000;
  const running = load.run<HoldResult>(
    ...["-P", address.split(":")[1]!, "-p", service.pid, "-u", "hold", "-H", 10_000],
    ...["-c", 200, "-k", settle, "-t", 120, "-T", 120],
  );
  await reports(service, "10,000 calls are there", /Calls: 10000 now/);
  await disturb(service, proxy);
  const late = await placeCall(address, { network_script: "hold" });
  await late.closed;
  assert.deepEqual(late.commands, ["SET VARIABLE LUNOPARK_STATUS BUSY"]);
  await reports(
    service,
    "all of them on an old generation",
    /Calls: 10000 now, 10000 of them on old/,
  );
  const result = await running;
  console.log(
    `10,000 calls opened in ${result.open_secs} s, ${result.rss_bytes_per_call} bytes of memory each, ` +
      `over in ${result.release_secs} s`,
  );
  const { held, still_held, ok, errors } = result;
  assert.deepEqual({ held, still_held, ok }, { held: 10_000, still_held: 10_000, ok: 10_000 });
  assert.deepEqual(Object.entries(errors).filter(([, count]) => count > 0), []);
  await reports(
    service,
    "all are over",
    /Calls: 0 now.*SUCCESS 10000, ERROR 0, NOSCRIPT 0, BUSY 1/,
  );
});

const crowd = 2_000;
const step = 200;

onAsterisk(
  `${crowd} calls are held at once, through reloads and a cut of AMI, and none is lost`,
  async (asterisk) => {
    await using witness = await Witness.open(asterisk, "off");
    await using proxy = await FaultProxy.open(() => asterisk.ami);
    await using service = await Service.start(asterisk, {
      files: { "handler.ts": source },
      config: { host: proxy.address },
    });
    const before = await memoryOf(service.pid);
    // Step by step: Asterisk gives up a call that is not accepted within 2 s, and the system lets no
    // more than 511 wait for a process that a loaded machine does not let run.
    for (let there = step; there <= crowd; there += step) {
      for (let call = 0; call < step; call++) await witness.call("crowd", { context: "agi" });
      await reports(service, `${there} calls listen`, new RegExp(`userevent ${there}\\b`));
    }
    await reports(service, "all calls are there", new RegExp(`Calls: ${crowd} now`));
    const memory = await memoryOf(service.pid) - before;
    await disturb(service, proxy);
    await witness.action("UserEvent", { UserEvent: "Release" });
    const over = await service.log.until("all calls are over", (lines) => {
      const over = lines.filter((line) => line.includes(" Over "));
      return over.length === crowd && over;
    }, 120_000);
    assert.deepEqual(over.filter((line) => !line.includes("right=true")), []);
    assert.deepEqual(over.filter((line) => !line.includes("begun=0")), []);
    await reports(service, "all are over", new RegExp(`Calls: 0 now.*SUCCESS ${crowd}, ERROR 0`));
    console.log(`${crowd} calls on Asterisk: ${Math.round(memory / crowd)} bytes of memory each`);
  },
);
