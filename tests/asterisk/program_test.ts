/**
 * The program as people run it: how it starts, what it says, how it stops.
 */
import assert from "node:assert/strict";
import {
  configFor,
  handlerFile,
  onAsterisk,
  onEachTransport,
  Service,
  within,
  Witness,
} from "./support.ts";

const files = { "handler.ts": await handlerFile("program.ts") };

/** The lines of a log that are about something wrong. */
function complaints(service: Service): string[] {
  return service.log.all.filter((line) => !/ INFO |^\(/.test(line));
}

onEachTransport("a port that is in use ends it with one line", async (asterisk) => {
  await using first = await Service.start(asterisk, { files });
  const config = { ...configFor(asterisk), listen: await first.address() };
  await using second = await Service.spawn({ files, config });
  assert.equal((await within("its end", second.status)).code, 1);
  await second.line(/its log has ended/);
  assert.equal(complaints(second).length, 1);
  assert.match(
    complaints(second)[0]!,
    new RegExp(`ERROR .*Cannot take calls at ${config.listen}: another process has that port$`),
  );
});

onAsterisk("a wrong secret is one line without it, and calls are served", async (asterisk) => {
  await using witness = await Witness.open(asterisk);
  const config = { ...configFor(asterisk), secret: "wr0ng-s3cret", level: "debug" } as const;
  await using service = await Service.spawn({ files, config });
  await asterisk.setGlobal("AGI_URL", `agi://${await service.address()}`);
  await service.line(/ERROR .*Cannot log in to AMI as "admin"/);
  await witness.call("endless");
  await service.line(/Begun/);
  service.signal("SIGUSR2");
  await service.line(/AMI: waiting/);
  assert.equal(complaints(service).filter((line) => !line.includes(" DEBUG ")).length, 1);
  assert.ok(!service.log.all.join("\n").includes("wr0ng"));
});

onAsterisk("a secret is in no line, whatever is told", async (asterisk) => {
  await using witness = await Witness.open(asterisk);
  const config = { ...configFor(asterisk), level: "debug", log: "lunopark.log" } as const;
  const env = { LUNOPARK_SECRET: config.secret ?? "" };
  const wrong = { ...config, secret: "wr0ng-s3cret" };
  await using service = await Service.start(asterisk, { files, config: wrong, env });
  await witness.call("endless");
  await service.line(/Begun/);
  for (const signal of ["SIGHUP", "SIGUSR2"] as const) service.signal(signal);
  await service.line(/Listeners: /);
  service.signal("SIGTERM");
  assert.equal((await within("its end", service.status)).code, 0);
  const lines = [...service.log.all, await Deno.readTextFile(`${service.folder}/lunopark.log`)];
  assert.doesNotMatch(lines.join("\n"), /wr0ng|secret/i);
});

onEachTransport("TERM takes no more calls, and lets those that run end", async (asterisk) => {
  await using witness = await Witness.open(asterisk);
  await using service = await Service.start(asterisk, { files, config: { stopGrace: 3_600_000 } });
  await witness.action("Setvar", { Variable: "RELEASE", Value: "0" });
  await witness.call("patient");
  await service.line(/Begun/);
  service.signal("SIGTERM");
  await service.line(/Stopping: 1 calls are in progress/);
  if (asterisk.transport.name === "FastAGI") {
    await service.line(/No more calls are taken/);
    await witness.call("endless");
    await witness.event("Newexten", { Exten: "endless", AppData: "AGISTATUS FAILURE" });
  }
  await witness.action("Setvar", { Variable: "RELEASE", Value: "1" });
  await witness.event("VarSet", { Variable: "LUNOPARK_STATUS", Value: "SUCCESS" });
  assert.equal((await within("its end", service.status)).code, 0);
  await service.line(/Stopped/);
  assert.equal(service.count(/Ended by itself/), 1);
  assert.deepEqual(complaints(service), []);
});

onEachTransport("TERM ends calls that do not end within stopGrace", async (asterisk) => {
  await using witness = await Witness.open(asterisk);
  await using service = await Service.start(asterisk, { files, config: { stopGrace: 300 } });
  for (const script of ["endless", "deaf"]) await witness.call(script);
  await service.log.until("both calls", () => service.count(/Begun/) === 2);
  service.signal("SIGTERM");
  assert.equal((await within("its end", service.status)).code, 0);
  await service.line(/Stopped/);
  assert.equal(service.count(/Ended: stopped/), 1);
  // To the dialplan it looks like the end of the script; over AsyncAGI, when the command has ended.
  for (const Exten of asterisk.transport.name === "FastAGI" ? ["endless", "deaf"] : ["deaf"]) {
    await witness.event("Newexten", { Exten, AppData: "AGISTATUS SUCCESS" });
  }
  assert.equal(complaints(service).filter((line) => line.includes("Ending call")).length, 2);
});

onEachTransport("a second TERM ends it at once", async (asterisk) => {
  await using witness = await Witness.open(asterisk);
  await using service = await Service.start(asterisk, { files, config: { stopGrace: 3_600_000 } });
  await witness.call("endless");
  await service.line(/Begun/);
  service.signal("SIGTERM");
  await service.line(/Stopping/);
  service.signal("SIGINT");
  assert.equal((await within("its end", service.status)).code, 1);
  await service.line(/Got SIGINT again: ending at once/);
});

onEachTransport("USR2 writes what is going on", async (asterisk) => {
  await using witness = await Witness.open(asterisk);
  await using service = await Service.start(asterisk, { files });
  await witness.call("endless");
  await service.line(/Begun/);
  service.signal("SIGUSR2");
  await service.line(/Up \d+\.\d s, memory \d+ MB, generation 1/);
  await service.line(/Calls: 1 now, 0 of them on older generations; ended: /);
  await service.line(/AMI: ready \d+\.\d+\.\d+, [01] actions waiting, \d+ events received/);
  await service.line(/Listeners: none/);
  await service.line(
    /Call endless Local\/endless@lunopark-\w+;2 for \d+\.\d s: WAIT FOR DIGIT 60000/,
  );
});

onEachTransport(
  "HUP writes on in a log file that was renamed, under its own name",
  async (asterisk) => {
    await using service = await Service.start(asterisk, { files, config: { log: "lunopark.log" } });
    const path = `${service.folder}/lunopark.log`;
    await Deno.rename(path, `${path}.1`);
    service.signal("SIGUSR2");
    await service.line(/Listeners: none/);
    service.signal("SIGHUP");
    await service.line(/Handlers unchanged/);
    service.signal("SIGTERM");
    assert.equal((await within("its end", service.status)).code, 0);
    await service.line(/its log has ended/);
    const [before, after] = [await Deno.readTextFile(`${path}.1`), await Deno.readTextFile(path)];
    assert.match(before, /Lunopark .*, pid \d+[^]*Listeners: none\n.*Got SIGHUP: reloading\n$/);
    assert.match(after, /^.*Handlers unchanged[^]*Stopped\n$/);
    assert.deepEqual((before + after).trimEnd().split("\n"), service.log.all.slice(0, -1));
  },
);

Deno.test("a host where nobody listens, or nobody answers, is one line, and calls are taken", async () => {
  const silent = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = silent.addr as Deno.NetAddr;
  const accepted = silent.accept();
  const expected: [host: string, reason: RegExp][] = [
    [
      "127.0.0.1:1",
      /WARN .*No AMI connection to 127\.0\.0\.1:1: Connection refused; trying again and again, next in \d+ ms$/,
    ],
    [
      `127.0.0.1:${port}`,
      /WARN .*No AMI connection to 127\.0\.0\.1:\d+: .*not answer; trying again and again, next in \d+ ms$/,
    ],
  ];
  try {
    await Promise.all(expected.map(async ([host, reason]) => {
      await using service = await Service.spawn({ files, config: { host, listen: "127.0.0.1:0" } });
      const { hostname, port } = new URL(`tcp://${await service.address()}`);
      (await Deno.connect({ hostname, port: Number(port) })).close();
      await service.line(reason);
      assert.equal(complaints(service).length, 1);
      service.signal("SIGTERM");
      assert.equal((await within("its end", service.status)).code, 0);
    }));
  } finally {
    silent.close();
    (await accepted).close();
  }
});
