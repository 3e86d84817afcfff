/**
 * What becomes of a FastAGI call when the line between Asterisk and Lunopark fails, by fault and step.
 */
import assert from "node:assert/strict";
import { type App, type Channel, HangupError } from "lunopark";
import { onAsterisk, openScene, type Scene, Seen, until } from "../asterisk/support.ts";
import { type Fault, FaultProxy, type Step } from "./support/fault_proxy.ts";
import { formatTable } from "./support/table.ts";

/**
 * What is expected: what the handler is told (`-`: there was none), how the call is counted, and in the
 * dialplan, which goes on unless AGISTATUS is HANGUP, the two variables. `half-server` is a FIN to
 * Lunopark alone, `half-client` one to Asterisk alone, which ends the script for it. During a stall
 * the caller hangs up, and the line lives again. Asterisk runs a command that was cut off by the end
 * of the line as far as it has come, which is 510 here.
 */
const expected = `
connect      cut          -                  -        SUCCESS  -
connect      reset        -                  -        SUCCESS  -
connect      half-server  -                  -        SUCCESS  -
connect      half-client  hangup|redirected  HANGUP   SUCCESS  -
connect      stall        done               SUCCESS  HANGUP   SUCCESS
connect      delay        done               SUCCESS  SUCCESS  SUCCESS
connect      bytes        done               SUCCESS  SUCCESS  SUCCESS
environment  cut          -                  -        SUCCESS  -
environment  reset        -                  -        SUCCESS  -
environment  half-server  -                  -        SUCCESS  -
environment  half-client  hangup|redirected  HANGUP   SUCCESS  -
environment  stall        done               SUCCESS  HANGUP   SUCCESS
environment  delay        done               SUCCESS  SUCCESS  SUCCESS
environment  bytes        done               SUCCESS  SUCCESS  SUCCESS
command      cut          lost               HANGUP   SUCCESS  -
command      reset        lost               HANGUP   SUCCESS  -
command      half-server  lost               HANGUP   SUCCESS  -
command      half-client  hangup|redirected|AgiCommandError  HANGUP|ERROR  SUCCESS  -
command      stall        done               SUCCESS  HANGUP   SUCCESS
command      delay        done               SUCCESS  SUCCESS  SUCCESS
command      bytes        done               SUCCESS  SUCCESS  SUCCESS
reply        cut          lost               HANGUP   SUCCESS  -
reply        reset        lost               HANGUP   SUCCESS  -
reply        half-server  lost               HANGUP   SUCCESS  -
reply        half-client  hangup|redirected  HANGUP   SUCCESS  -
reply        stall        done               SUCCESS  HANGUP   SUCCESS
reply        delay        done               SUCCESS  SUCCESS  SUCCESS
reply        bytes        done               SUCCESS  SUCCESS  SUCCESS
hangup       cut          lost               HANGUP   HANGUP   -
hangup       reset        lost               HANGUP   HANGUP   -
hangup       half-server  lost               HANGUP   HANGUP   -
hangup       half-client  hangup             HANGUP   HANGUP   -
hangup       stall        hangup             HANGUP   HANGUP   HANGUP
hangup       delay        hangup             HANGUP   HANGUP   HANGUP
hangup       bytes        hangup             HANGUP   HANGUP   HANGUP
farewell     cut          done               SUCCESS  SUCCESS  -
farewell     reset        done               SUCCESS  SUCCESS  -
farewell     half-server  done               SUCCESS  SUCCESS  SUCCESS|-
farewell     half-client  done               SUCCESS  SUCCESS  -
farewell     stall        done               SUCCESS  HANGUP   SUCCESS
farewell     delay        done               SUCCESS  SUCCESS  SUCCESS
farewell     bytes        done               SUCCESS  SUCCESS  SUCCESS
end          cut          done               SUCCESS  SUCCESS  SUCCESS
end          reset        done               SUCCESS  SUCCESS  SUCCESS
end          half-server  done               SUCCESS  SUCCESS  SUCCESS
end          half-client  done               SUCCESS  SUCCESS  SUCCESS
end          stall        done               SUCCESS  HANGUP   SUCCESS
end          delay        done               SUCCESS  SUCCESS  SUCCESS
end          bytes        done               SUCCESS  SUCCESS  SUCCESS`;

/** The steps of a call; Asterisk is the client of the connection, and Lunopark its server. */
const steps: Readonly<Record<string, Step>> = {
  connect: { from: "connect" },
  environment: { from: "client", said: /agi_uniqueid/ },
  command: { from: "server", said: /SET VARIABLE FIRST/ },
  reply: { from: "client", said: /\n\n200 / },
  hangup: { from: "client", said: /HANGUP/ },
  farewell: { from: "server", said: /LUNOPARK_STATUS/ },
  end: { from: "client", said: /\n\n(200 .*\n){2}200 / },
};

/** What was seen of one call. */
interface Outcome {
  /** What its handler was told. */
  readonly handler: string;
  /** How it is counted. */
  readonly counted: string;
  /** AGISTATUS in the dialplan, and whether it goes on there. */
  readonly agistatus: string;
  readonly lunoparkStatus: string;
  /** What the log complains of. */
  readonly log: string;
  /** From the fault until the call is forgotten, in milliseconds. */
  readonly time: number;
}

onAsterisk(
  "a call ends as it should, whatever happens to its line, and the next one works",
  async (asterisk) => {
    const handlers = new Seen<{ cell: string; told: string }>();
    const begun = new Seen<string>();
    async function fault(_app: App, channel: Channel): Promise<void> {
      const cell = channel.args[0] ?? "";
      const tell = (told: string) => handlers.add({ cell, told });
      try {
        await channel.set("FIRST", cell);
        assert.equal(await channel.get("FIRST"), cell);
        begun.add(cell);
        if (cell.startsWith("hangup")) {
          if (!channel.signal.aborted) {
            await new Promise((resolve) => channel.signal.addEventListener("abort", resolve));
          }
          throw channel.signal.reason;
        }
        tell("done");
      } catch (error) {
        tell(error instanceof HangupError ? error.reason : (error as Error).name);
        throw error;
      }
    }
    await using scene = await openScene(asterisk, { fault });
    const { witness, server } = scene;
    const [hostname, port] = server.address!.split(":") as [string, string];
    await using proxy = await FaultProxy.open(() => ({ hostname, port: Number(port) }));
    const tell = "Cell: ${CELL},AGISTATUS: ${AGISTATUS},LUNOPARK_STATUS: ${LUNOPARK_STATUS}";
    await witness.addExtension("faults", "call", [
      `AGI(agi://${proxy.address}/fault,\${CELL})`,
      `UserEvent(After,${tell})`,
      "Hangup()",
    ]);
    await witness.addExtension("faults", "h", [`UserEvent(Over,${tell})`]);

    const rows = [[
      "step",
      "fault",
      "handler",
      "counted",
      "AGISTATUS",
      "LUNOPARK_STATUS",
      "ms",
      "log",
    ]];
    const wrong: string[] = [];
    for (const line of expected.trim().split("\n")) {
      const [step = "", fault, ...cells] = line.split(/ +/);
      const seen = await suffer(step, steps[step]!, fault as Fault);
      const { handler, counted, agistatus, lunoparkStatus, log, time } = seen;
      const got = [handler, counted, agistatus, lunoparkStatus];
      rows.push([step, `${fault}`, ...got, `${time}`, log]);
      if (!cells.every((cell, index) => cell.split("|").includes(got[index]!))) wrong.push(line);
    }
    console.log(formatTable(rows));
    assert.deepEqual(wrong, []);

    async function suffer(step: string, when: Step, fault: Fault): Promise<Outcome> {
      const cell = `${step} ${fault}`;
      const strikes = proxy.strikes.all.length;
      const before = { ...server.status.ended };
      const logged = scene.log.all.length;
      proxy.plan(fault, when);
      await witness.call("call", { context: "faults", vars: { __CELL: cell } });
      if (step === "hangup") {
        await begun.first(`${cell} has begun`, (name) => name === cell);
        await hangUp(scene, cell);
      }
      await proxy.strikes.until(`${cell} strikes`, (all) => all.length > strikes);
      const struck = performance.now();
      if (fault === "stall") {
        if (step !== "hangup") await hangUp(scene, cell);
        proxy.release();
      }
      const over = await witness.event("UserEvent", { UserEvent: "Over", Cell: cell });
      const after = witness.events.all.find((event) =>
        event.UserEvent === "After" && event.Cell === cell
      );
      assert.equal(
        after !== undefined,
        over.AGISTATUS !== "HANGUP",
        `${cell}: the dialplan goes on`,
      );
      await until(`${cell} is forgotten`, () => server.status.calls.length === 0);
      const time = Math.round(performance.now() - struck);
      const log = scene.log.all.slice(logged).filter((line) => /WARN|ERROR/.test(line))
        .map((line) => line.replace(/^.* (?=WARN|ERROR)| lunopark agi|\S+=.*/g, "")).join("; ");
      const counts = Object.entries(server.status.ended);
      const [counted = "-"] = counts.find(([name, count]) => count > before[name]!) ?? [];
      const told = handlers.all.find((entry) => entry.cell === cell)?.told ?? "-";
      return {
        handler: told,
        counted,
        agistatus: over.AGISTATUS || "-",
        lunoparkStatus: over.LUNOPARK_STATUS || "-",
        log,
        time,
      };
    }
  },
);

/** Has the caller hang up, and waits until the channel that runs the script knows. */
async function hangUp({ witness }: Scene, cell: string): Promise<void> {
  const { Channel = "" } = await witness.event("VarSet", { Variable: "__CELL", Value: cell })
    .catch(() => witness.event("VarSet", { Variable: "CELL", Value: cell }));
  await witness.action("Hangup", { Channel });
  await witness.event("HangupRequest", { Channel: Channel.replace(/1$/, "2") });
}
