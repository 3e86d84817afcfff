/**
 * Asterisk restarts under calls and waiting actions: all end at once, and work goes on after it.
 */
import assert from "node:assert/strict";
import {
  ActionFailedError,
  type App,
  type Channel,
  HangupError,
  NotConnectedError,
} from "lunopark";
import { onEachTransport, openScene, Seen, until, within, Witness } from "./support.ts";

const count = 50;

/** How something ended, and when, in milliseconds of `performance.now()`. */
interface End {
  readonly error: unknown;
  readonly at: number;
}

const gently = { reason: "hangup", error: ActionFailedError, message: /shutting down/ } as const;
const hardly = { reason: "lost", error: NotConnectedError, message: /ended/ } as const;

/** How Asterisk restarts, how calls end then, and what waiting actions are told. */
const restarts = [
  // It hangs up all channels, and refuses to do anything more.
  { what: "restarts", how: undefined, ...gently },
  { what: "stops and starts again", how: "hard", ...gently },
  { what: "is killed and starts again", how: "kill", ...hardly },
] as const;

for (const { what, how, reason, error: expected, message } of restarts) {
  onEachTransport(`calls and actions end at once when Asterisk ${what}`, async (asterisk) => {
    const isAsync = asterisk.transport.name === "AsyncAGI";
    const calls = new Seen<"begun" | "after" | End>();
    const end = (error: unknown) => calls.add({ error, at: performance.now() });
    const handlers = {
      idle(_app: App, channel: Channel): Promise<void> {
        calls.add("begun");
        return new Promise((resolve) => {
          channel.signal.addEventListener("abort", () => resolve(end(channel.signal.reason)));
        });
      },
      async busy(_app: App, channel: Channel): Promise<void> {
        calls.add("begun");
        try {
          for (;;) await channel.command("WAIT FOR DIGIT", -1);
        } catch (error) {
          end(error);
        }
      },
      after: () => calls.add("after"),
    };
    await using scene = await openScene(asterisk, handlers);
    const { server, witness } = scene;
    for (let call = 0; call < count; call++) {
      await witness.call(call % 2 ? "idle" : "busy", { context: "agi" });
    }
    await calls.until("all calls have begun", (all) => all.length === count);

    // The first one keeps the session busy, so that the others wait behind it.
    const ringing = { channel: "Local/ring@sink/n", application: "Wait", timeout: 600_000 };
    const actions = Array.from({ length: count }, async (_, index): Promise<End> => {
      const action = index === 0
        ? server.ami.originate({ ...ringing, async: false })
        : server.ami.getvar({ variable: "TEST" });
      const error = await action.then(() => undefined, (error: unknown) => error);
      return { error, at: performance.now() };
    });
    await witness.event("Newchannel", { Context: "sink", Exten: "ring" });
    await until("all actions wait", () => server.status.ami?.waiting === count);

    await asterisk.restart(how);
    const back = performance.now();

    const lineEnded = await within("the end of the line", witness.ended);
    const [first, ...behind] = await within("the end of the actions", Promise.all(actions));
    assert.ok(first!.error instanceof expected, String(first!.error));
    for (const { error } of behind) {
      // A line may end before all that was to be refused is.
      assert.ok(error instanceof expected || error instanceof NotConnectedError, String(error));
      assert.match(error.message, error instanceof expected ? message : /ended/);
    }
    const ended = await calls.until("the end of the calls", (all) => {
      const ends = all.filter((entry) => typeof entry === "object");
      return ends.length === count && ends;
    });
    for (const { error } of ended) {
      assert.ok(error instanceof HangupError, String(error));
      // Over AsyncAGI the line of the actions is that of the calls, and may end before their hangup.
      const ends: string[] = isAsync ? [reason, "lost"] : [reason];
      assert.ok(ends.includes(error.reason), error.reason);
    }
    const last = Math.max(...[first!, ...behind, ...ended].map(({ at }) => at));
    assert.ok(last < lineEnded + 1_000, `${last - lineEnded} ms after the line`);

    await until("AMI is ready", () => server.status.ami?.state === "ready", 5_000);
    console.log(
      `Asterisk ${asterisk.version}, ${asterisk.transport.name}, ${what}: all over ${
        Math.round(last - lineEnded)
      } ms after the line, ` +
        `AMI is back ${Math.round(performance.now() - back)} ms after Asterisk`,
    );
    // Asterisk has forgotten its global variables.
    await asterisk.sendCallsTo(server.address);
    await using next = await Witness.open(asterisk);
    await next.call("after", { context: "agi" });
    await calls.first("a call works again", (entry) => entry === "after");
    assert.equal((await server.ami.getvar({ variable: "TEST" }))["Value"], "global-value");
  });
}
