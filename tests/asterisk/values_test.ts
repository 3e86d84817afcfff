/**
 * What goes to Asterisk and comes back: values, arguments, refusals, and what the dialplan is told.
 */
import assert from "node:assert/strict";
import { AgiCommandError, type App, type Channel, escapeArgument } from "lunopark";
import { inCall, onEachTransport, openScene, until, within } from "./support.ts";

const values = [
  'say "hi" and "bye"',
  `it's`,
  "\\ back\\slashes\\\\",
  "one,two,,three,",
  "žluťoučký kůň 電話 🎉",
  "(a) b) ((c",
  "200 result=1 (fake)",
  "  blanks on both sides  ",
  "a\ttab",
  "${CHANNEL} $[1+1] %20 ; # & | = :",
  "HANGUP",
  "-2",
  "",
];

onEachTransport("values come back as they were set", async (asterisk) => {
  await inCall(asterisk, async (app, channel) => {
    for (const value of values) {
      await channel.set("VALUE", value);
      assert.equal(await channel.get("VALUE"), value);
      assert.equal(await channel.getFull("VALUE"), value);
      await app.Set(`BY_APP=${value}`);
      assert.equal(await channel.get("BY_APP"), value);
    }
    assert.equal(await channel.get("NEVER_SET"), undefined);
    assert.equal(await channel.getFull("NEVER_SET"), "");
    await channel.set("CALLERID(name)", 'Žofie "Žo" Nová');
    assert.equal(await channel.get("CALLERID(name)"), 'Žofie "Žo" Nová');
    for (const value of ["line\nend", "carriage\rreturn", "nul\0"]) {
      await assert.rejects(async () => await channel.set("VALUE", value), TypeError);
      await assert.rejects(async () => await app.Set(`VALUE=${value}`), TypeError);
    }
    assert.equal(await channel.get("VALUE"), "");
  });
});

onEachTransport("values with line ends come whole, and cost no later reply", async (asterisk) => {
  await inCall(asterisk, async (_app, channel) => {
    assert.equal(await channel.getFull("LF"), "one\ntwo");
    assert.equal(await channel.getFull("CRLF"), "one\r\ntwo");
    assert.equal(await channel.getFull("FAKE"), "one)\n200 result=0");
    assert.equal(await channel.get("LF"), "one\ntwo");
    assert.equal(await channel.get("CRLF"), "one\r\ntwo");
    assert.equal(await channel.get("FAKE"), "one)\n200 result=0");
    assert.equal(await channel.get("CHANNEL"), channel.name);
    assert.equal(channel.uniqueid, await channel.get("UNIQUEID"));
    assert.equal(channel.calleridname, "Line");
    assert.deepEqual(channel.args, ["first\nagi_fake: 2", "second\n\nthird"]);
  }, { context: "lines" });
});

onEachTransport("get() cuts a long value at 1,023 bytes, getFull() does not", async (asterisk) => {
  await inCall(asterisk, async (app, channel) => {
    await channel.set("LONG", "0123456".repeat(125));
    await channel.set("AGIEXECFULL", "yes");
    for (const _ of [1, 2, 3]) await app.Set("LONG=${LONG}${LONG}");
    const full = await channel.getFull("LONG");
    assert.equal(full, "0123456".repeat(1_000));
    assert.equal(await channel.get("LONG"), full.slice(0, 1_023));
  });
});

onEachTransport(
  "getFull() reads long values that URIENCODE cuts, of any characters",
  async (asterisk) => {
    await inCall(asterisk, async (app, channel) => {
      await channel.set("AGIEXECFULL", "yes");
      for (const text of ["é): ž ", '): "$x"', "🎉):"]) {
        await channel.set("LONG", text);
        for (let index = 0; index < 8; index++) await app.Set("LONG=${LONG}${LONG}");
        assert.equal(await channel.getFull("LONG"), text.repeat(256));
        assert.equal(await channel.get("CHANNEL"), channel.name);
      }
    });
  },
);

onEachTransport("an escaped argument arrives as one", async (asterisk) => {
  await inCall(asterisk, async (app, _channel, { witness }) => {
    const text = 'Smith, "John" \\ (home), [1]';
    await app.UserEvent("Escaped", `Text: ${escapeArgument(text)}`, "Next: 1");
    const event = await witness.event("UserEvent", { UserEvent: "Escaped" });
    assert.equal(event.Text, text);
    assert.equal(event.Next, "1");
  });
});

onEachTransport(
  "what Asterisk does not know or take is an error with its words",
  async (asterisk) => {
    await inCall(asterisk, async (app, channel) => {
      await assert.rejects(app.exec("NoSuchApplication", "x"), {
        name: "AgiCommandError",
        message: /NoSuchApplication: this Asterisk does not have it/,
      });
      await assert.rejects(channel.command("NO SUCH COMMAND"), {
        name: "AgiCommandError",
        code: 510,
      });
      const usage = await channel.command("SAY DIGITS", "x", "").catch((error: unknown) => error);
      assert.ok(usage instanceof AgiCommandError);
      assert.equal(usage.code, 520);
      assert.match(usage.reply, /Say a given digit string/);
      assert.equal(await channel.get("CHANNEL"), channel.name);
    });
  },
);

onEachTransport("a line is as long as this Asterisk reads it, and no longer", async (asterisk) => {
  await inCall(asterisk, async (_app, channel) => {
    const limit = asterisk.transport.lineBytes ?? (asterisk.version === "22" ? 8_191 : 2_047);
    const text = "x".repeat(limit - "VERBOSE  4\n".length);
    assert.equal((await channel.command("VERBOSE", text, 4)).result, "1");
    await assert.rejects(async () => await channel.command("VERBOSE", `${text}x`, 4), RangeError);
    const long = channel.command("VERBOSE", "x".repeat(3_000), 4).then(
      () => "fine",
      (error) => error.name,
    );
    assert.equal(await long, limit > 3_000 ? "fine" : "RangeError");
    assert.equal(await channel.get("CHANNEL"), channel.name);
  });
});

onEachTransport("a script knows what the dialplan gave it", async (asterisk) => {
  await inCall(asterisk, (_app, channel) => {
    assert.equal(channel.script, "script");
    assert.equal(channel.network_script, "script?a=1&b=two");
    assert.deepEqual([...channel.query], [["a", "1"], ["b", "two"]]);
    assert.deepEqual(channel.args, ["arg one", "arg2"]);
    assert.deepEqual({ ...channel.params }, {});
    assert.match(channel.name, /^Local\/script@lunopark-\w+;2$/);
    assert.deepEqual(
      [channel.context, channel.extension, channel.priority, channel.type],
      ["lunopark", "script", "2", "Local"],
    );
    assert.ok(channel.version.startsWith(`${asterisk.version}.`));
    return Promise.resolve();
  });
});

onEachTransport("a route takes what stands in the place of its parameters", async (asterisk) => {
  const visited = Promise.withResolvers<Channel>();
  const route = (_app: App, channel: Channel) => visited.resolve(channel);
  await using scene = await openScene(asterisk, { default: { "ivr/:lang/:step": route } });
  await scene.witness.addExtension("values", "route", ["AGI(${AGI_URL}/ivr/cs/Stra%C3%9Fe?x=1)"]);
  await scene.witness.call("route", { context: "values" });
  const { params, query } = await within("the route", visited.promise);
  assert.deepEqual({ ...params }, { lang: "cs", step: "Straße" });
  assert.equal(query.get("x"), "1");
});

const scripts = {
  good: (app: App) => app.NoOp(),
  bad: () => {
    throw new Error("Boom");
  },
  gone: async (_app: App, channel: Channel) => {
    await channel.command("HANGUP");
    await channel.command("ANSWER");
  },
};

onEachTransport("the dialplan reads in LUNOPARK_STATUS how the script ended", async (asterisk) => {
  await using scene = await openScene(asterisk, scripts, { agiStatusEvent: true });
  const { witness, server } = scene;
  await witness.addExtension("values", "status", [
    "AGI(${AGI_URL}/${SCRIPT})",
    "NoOp(${SCRIPT} ${LUNOPARK_STATUS} ${AGISTATUS})",
  ]);
  await witness.addExtension("values", "h", ["NoOp(${SCRIPT} ${LUNOPARK_STATUS} ${AGISTATUS})"]);
  const expected = {
    good: "SUCCESS SUCCESS",
    bad: "ERROR SUCCESS",
    // Over AsyncAGI nothing can be done any more on a channel that is gone.
    gone: asterisk.transport.worksWhenDead ? "HANGUP HANGUP" : " HANGUP",
    nobody: "NOSCRIPT SUCCESS",
    toString: "NOSCRIPT SUCCESS",
  };
  for (const [script, status] of Object.entries(expected)) {
    await witness.call("status", { context: "values", vars: { __SCRIPT: script } });
    await witness.event("Newexten", { Application: "NoOp", AppData: `${script} ${status}` });
    if (status.startsWith(" ")) continue;
    const { Channel } = await witness.event("UserEvent", {
      UserEvent: "AGIStatus",
      Script: script,
      Status: status.split(" ")[0],
    });
    assert.match(Channel ?? "", /^Local\/status@values-\w+;2$/);
  }
  await scene.log.first("a line about it", (line) => /ERROR .*Script failed .*Boom/.test(line));
  await scene.log.first("a line about it", (line) => /WARN .*No script "nobody"/.test(line));
  await until("the end of all calls", () => server.status.calls.length === 0);
  const { ended } = server.status;
  assert.deepEqual(ended, { SUCCESS: 1, ERROR: 1, NOSCRIPT: 2, BUSY: 0, HANGUP: 1 });
});

onEachTransport("a call whose script fails goes on where onError says", async (asterisk) => {
  for (
    const [priority, label] of [[2, "after label"], ["label", "after label"], [1, "after"]] as const
  ) {
    const onError = { context: "after", extension: "s", priority };
    await using scene = await openScene(asterisk, scripts, { onError });
    await scene.witness.call("bad");
    await scene.witness.event("Newexten", {
      Context: "after",
      Application: "NoOp",
      AppData: label,
    });
    await scene.witness.event("Newexten", { Context: "after", Application: "Hangup" });
    await scene.witness.call("good");
    await scene.witness.event("Newexten", { Application: "NoOp", AppData: "AGISTATUS SUCCESS" });
  }
});
