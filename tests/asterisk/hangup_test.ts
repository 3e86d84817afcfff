/**
 * How calls leave their script: hung up, taken elsewhere, too late, already gone.
 */
import assert from "node:assert/strict";
import { type App, type Channel, HangupError } from "lunopark";
import {
  inCall,
  onAsterisk,
  onEachTransport,
  openScene,
  type Scene,
  until,
  within,
} from "./support.ts";

/** Resolves when the channel has left its script, to what the signal says. */
async function left(channel: Channel): Promise<HangupError> {
  const { signal } = channel;
  const fired = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });
  await within("the channel's signal", fired);
  assert.ok(signal.reason instanceof HangupError);
  assert.equal(channel.hangupReason, signal.reason.reason);
  return signal.reason;
}

/** What a promise is rejected with. */
async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return await promise.then((result) => assert.fail(`resolved to ${result}`), (error) => error);
}

/** Hangs up the caller's half of the call. */
async function hangUp({ name }: Channel, { witness }: Scene): Promise<void> {
  const response = await witness.action("Hangup", { Channel: name.replace(/2$/, "1") });
  assert.equal(response.Response, "Success");
}

/** Waits until Asterisk is at a command: of one that comes after the hangup it takes another view. */
async function begun(command: string, { name }: Channel, { witness }: Scene): Promise<void> {
  await witness.event("AGIExecStart", { Channel: name, Command: command });
}

/** What a dead channel can do, and what not: over AsyncAGI nothing, and it says so. */
async function checkDead(
  app: App,
  channel: Channel,
  { asterisk }: Pick<Scene, "asterisk">,
): Promise<void> {
  const { worksWhenDead } = asterisk.transport;
  if (worksWhenDead) {
    await channel.set("LAST", "words");
    assert.equal(await channel.get("LAST"), "words");
    await app.Set("LAST=more words");
    assert.equal(await channel.getFull("LAST"), "more words");
  }
  const refused = [["STREAM FILE", "beep", ""], ["ANSWER"], ["CHANNEL STATUS"]];
  for (const words of worksWhenDead ? refused : [...refused, ["NOOP"], ["GET VARIABLE", "LAST"]]) {
    const error = await rejection(channel.command(...words));
    assert.ok(error instanceof HangupError, String(error));
    assert.equal(error.reason, "hangup");
  }
}

onEachTransport(
  "a caller who hangs up while nothing is asked is told of at once",
  async (asterisk) => {
    await inCall(asterisk, async (app, channel, scene) => {
      await app.Answer();
      assert.equal(channel.hangupReason, undefined);
      await hangUp(channel, scene);
      assert.equal((await left(channel)).reason, "hangup");
      await checkDead(app, channel, scene);
    });
  },
);

onEachTransport(
  "a caller who hangs up during a command ends it, and it has its reply",
  async (asterisk) => {
    await inCall(asterisk, async (app, channel, scene) => {
      await app.Answer();
      const waiting = app.Wait(600);
      await begun("EXEC Wait 600", channel, scene);
      await hangUp(channel, scene);
      assert.equal(await waiting, -1);
      assert.equal((await left(channel)).reason, "hangup");
      await checkDead(app, channel, scene);
    });
  },
);

onEachTransport("a channel that an AMI action hangs up is no redirected one", async (asterisk) => {
  await inCall(asterisk, async (app, channel, scene) => {
    await app.Answer();
    const waiting = app.Wait(600);
    await begun("EXEC Wait 600", channel, scene);
    await channel.ami.hangup({ channel: channel.name, cause: 17 });
    assert.equal(await waiting, -1);
    assert.equal((await left(channel)).reason, "hangup");
    await checkDead(app, channel, scene);
  });
});

onEachTransport("a script that hangs up its own channel is told so", async (asterisk) => {
  for (const hangUp of ["command", "application"]) {
    await inCall(asterisk, async (app, channel, scene) => {
      if (hangUp === "command") assert.equal((await channel.command("HANGUP")).result, "1");
      else assert.equal(await app.Hangup(), -1);
      assert.equal((await left(channel)).reason, "hangup");
      await checkDead(app, channel, scene);
    });
  }
});

onEachTransport(
  "a call that lasts as long as SET AUTOHANGUP lets it is hung up",
  async (asterisk) => {
    await inCall(asterisk, async (app, channel, scene) => {
      await app.Answer();
      await channel.command("SET AUTOHANGUP", 1);
      assert.equal(await app.Wait(600), -1);
      assert.equal((await left(channel)).reason, "hangup");
      await checkDead(app, channel, scene);
    });
  },
);

onAsterisk("with AGISIGHUP=no the next command tells of the hangup", async (asterisk) => {
  await inCall(asterisk, async (app, channel, scene) => {
    await app.Answer();
    await hangUp(channel, scene);
    await scene.witness.event("Hangup", { Channel: channel.name.replace(/2$/, "1") });
    assert.equal(await channel.get("CHANNEL"), channel.name);
    await checkDead(app, channel, scene);
    assert.equal((await left(channel)).reason, "hangup");
  }, { vars: { __AGISIGHUP: "no" } });
});

onEachTransport("with AGIEXITONHANGUP=yes nothing works after the hangup", async (asterisk) => {
  await inCall(asterisk, async (app, channel, scene) => {
    await app.Answer();
    await hangUp(channel, scene);
    assert.equal((await left(channel)).reason, "hangup");
    const error = await rejection(channel.get("CHANNEL"));
    assert.ok(error instanceof HangupError, String(error));
    assert.equal(error.reason, "hangup");
  }, { vars: { __AGIEXITONHANGUP: "yes" } });
});

onEachTransport(
  "a handler that does not end holds its channel no longer than hangupGrace",
  async (asterisk) => {
    const config = { hangupGrace: 300 };
    await inCall(asterisk, async (app, channel, scene) => {
      await app.Answer();
      await hangUp(channel, scene);
      assert.equal((await left(channel)).reason, "hangup");
      const { worksWhenDead } = asterisk.transport;
      if (worksWhenDead) assert.equal(await channel.get("CHANNEL"), channel.name);
      await scene.witness.event("Hangup", { Channel: channel.name });
      const error = await rejection(channel.get("CHANNEL"));
      assert.ok(error instanceof HangupError, String(error));
      // Over AsyncAGI Asterisk does not wait for it.
      if (!worksWhenDead) return;
      await scene.log.first("a warning", (line) => /WARN .*the script goes on after/.test(line));
    }, { config });
  },
);

onEachTransport("a script that the h extension calls has a dead channel", async (asterisk) => {
  await asterisk.setGlobal("H_AGI", "late");
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const handlers = {
    first: (app: App) => app.Hangup(),
    late: (app: App, channel: Channel) =>
      checkDead(app, channel, { asterisk }).then(resolve, reject),
  };
  try {
    await using scene = await openScene(asterisk, handlers);
    await scene.witness.call("first");
    await within("the end of the late script", promise);
  } finally {
    await asterisk.setGlobal("H_AGI", "");
  }
});

/** How a channel is taken out of its script. */
interface Redirect {
  readonly how: string;
  /** Where the script is called. */
  readonly from: string;
  /** Where the call goes on. */
  readonly to: { readonly Context: string; readonly Exten: string; readonly Priority: string };
  /** Takes it away, and resolves when the handler has noticed. */
  run(app: App, channel: Channel, scene: Scene, to: Redirect["to"]): Promise<unknown>;
}

const elsewhere = { Context: "after", Exten: "s", Priority: "1" };
const itself = { Exten: "script", Priority: "1" };

const redirects: Redirect[] = [
  {
    how: "by its own handler",
    from: "lunopark",
    to: elsewhere,
    run: (_app, channel) =>
      channel.ami.redirect({ channel: channel.name, context: "after", exten: "s", priority: 1 }),
  },
  {
    how: "by somebody else",
    from: "lunopark",
    to: elsewhere,
    run: (_app, { name }, { witness }, to) => witness.action("Redirect", { Channel: name, ...to }),
  },
  {
    how: "during a command",
    from: "lunopark",
    to: elsewhere,
    run: async (app, channel, scene, to): Promise<void> => {
      const waiting = app.Wait(600);
      await begun("EXEC Wait 600", channel, scene);
      await scene.witness.action("Redirect", { Channel: channel.name, ...to });
      await waiting.catch((error) => assert.equal(error.reason, "redirected"));
    },
  },
  {
    how: "to its own extension",
    from: "lunopark",
    to: { Context: "lunopark", ...itself },
    run: (_app, { name }, { witness }, to) => witness.action("Redirect", { Channel: name, ...to }),
  },
  {
    how: "to the place where it is",
    from: "agi",
    to: { Context: "agi", ...itself },
    run: async (_app, { name }, { witness }, to): Promise<void> => {
      // Nothing but hangups that were seen before tells Lunopark that it would see this one.
      await witness.action("Originate", {
        ...{ Channel: "Local/answer@sink/n", Application: "Wait", Data: "600", ChannelId: "other" },
      });
      await witness.action("Hangup", { Channel: "other" });
      await witness.event("Hangup", { Uniqueid: "other" });
      await witness.action("Redirect", { Channel: name, ...to });
    },
  },
  {
    how: "by a blind transfer",
    from: "lunopark",
    to: elsewhere,
    run: async (app, { name }, { witness }, to): Promise<void> => {
      const dialing = app.Dial("Local/answer@sink/n", 30);
      const { DestChannel = "" } = await witness.event("DialEnd", {
        Channel: name,
        DialStatus: "ANSWER",
      });
      await witness.event("BridgeEnter", { Channel: DestChannel });
      await witness.event("BridgeEnter", { Channel: name });
      const { Context, Exten } = to;
      const response = await witness.action("BlindTransfer", {
        Channel: DestChannel,
        Context,
        Exten,
      });
      assert.equal(response.Response, "Success", response.Message);
      await dialing.catch((error) => assert.equal(error.reason, "redirected"));
    },
  },
];

for (const { how, from, to, run } of redirects) {
  onEachTransport(`a call that is redirected ${how} goes on at once`, async (asterisk) => {
    const first = Promise.withResolvers<void>();
    let visits = 0;
    const script = async (app: App, channel: Channel): Promise<void> => {
      // A redirect may lead here again.
      if (++visits > 1) return await first.promise.catch(() => {});
      try {
        await app.Answer();
        await run(app, channel, scene, to);
        assert.equal((await left(channel)).reason, "redirected");
        const error = await rejection(channel.get("CHANNEL"));
        assert.ok(error instanceof HangupError, String(error));
        assert.equal(error.reason, "redirected");
        // Otherwise Asterisk holds the channel until the grace time is over.
        if (to === elsewhere) {
          await scene.witness.event("Newexten", { Channel: channel.name, ...to });
        } else await until("the script is called again", () => visits === 2);
        first.resolve();
      } catch (error) {
        first.reject(error);
      }
    };
    await using scene = await openScene(asterisk, { script }, { hangupGrace: 3_600_000 });
    await scene.witness.call("script", { context: from });
    await within("the end of the handler", first.promise);
  });
}

onEachTransport(
  "a command that a redirect left unanswered is no reply of the next script",
  async (asterisk) => {
    const done = Promise.withResolvers<void>();
    const to = { Context: "lunopark", ...itself };
    let visits = 0;
    const script = async (app: App, channel: Channel): Promise<void> => {
      try {
        visits++;
        if (visits === 1) await app.Answer();
        assert.equal(await channel.get("CHANNEL"), channel.name, `visit ${visits}`);
        if (visits === 10) return done.resolve();
        // Over AsyncAGI it waits in Asterisk's queue for up to 100 ms, and longer than the session.
        const unanswered = channel.get("VISITS").catch(() => {});
        await scene.witness.action("Redirect", { Channel: channel.name, ...to });
        await unanswered;
        await left(channel);
      } catch (error) {
        done.reject(error);
      }
    };
    await using scene = await openScene(asterisk, { script });
    await scene.witness.call("script", { vars: { __VISITS: "unanswered" } });
    await within("the last visit", done.promise);
  },
);
