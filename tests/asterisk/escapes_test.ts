/**
 * Values with quotes, backslashes and line ends: decoded where Asterisk escapes them, and only there.
 */
import assert from "node:assert/strict";
import { type AmiEvent, type App, type Channel, unescapeValue } from "lunopark";
import { inCall, onAsterisk, onEachTransport, openScene, type Pbx, within } from "./support.ts";

/** Values that Asterisk has to escape where they must keep to one line. */
const values = [
  "plain, žluťoučký",
  'say "hi"',
  "O'Brien?",
  "back\\slash \\n \\\\",
  "one\ntwo",
  "one\r\ntwo: three",
  "one\r\n\r\nEvent: Fake\r\nValue: forged",
  "tab\t bell\x07 back\b form\f vertical\v end",
];

/** Has the dialplan do something with a value that no line could carry. */
async function run(app: App, channel: Channel, application: string, data: string, value: string) {
  await channel.set("ENCODED", encodeURIComponent(value));
  await channel.set("AGIEXECFULL", "yes");
  await app.exec(application, data.replaceAll("@", "${URIDECODE(${ENCODED})}"));
  await channel.set("AGIEXECFULL", "no");
}

/** What a header of an event says, as a property and as it came. */
function both(event: AmiEvent, name: Capitalize<string>): [decoded?: string, raw?: string] {
  return [event[name], event.headers.get(name)];
}

/** What Asterisk writes behind a backslash, and for what. */
const letters: Readonly<Record<string, string>> = {
  ...{ "\x07": "a", "\b": "b", "\f": "f", "\n": "n", "\r": "r", "\t": "t", "\v": "v" },
  ...{ "\\": "\\", "'": "'", '"': '"', "?": "?" },
};

/** How Asterisk writes a value that it escapes. */
function escaped(value: string): string {
  return Array.from(value, (char) => char in letters ? `\\${letters[char]}` : char).join("");
}

onEachTransport(
  "a value of VarSet is what was set, and in headers as it came",
  async (asterisk) => {
    await inCall(asterisk, async (app, channel) => {
      for (const value of values) {
        const set = channel.ami.waitFor("VarSet", ({ Variable }) => Variable === "VALUE");
        await run(app, channel, "Set", "VALUE=@", value);
        assert.deepEqual(both(await within("VarSet", set), "Value"), [value, escaped(value)]);
        assert.equal(await channel.getFull("VALUE"), value);
      }
    });
  },
);

onEachTransport(
  "names of callers are what they are in events and lists of channels",
  async (asterisk) => {
    await inCall(asterisk, async (app, channel) => {
      const { ami, name } = channel;
      for (const value of values) {
        const expected = [value, escaped(value)];
        const renamed = ami.waitFor("NewCallerid", ({ Channel }) => Channel === name);
        await run(app, channel, "Set", "CALLERID(name)=@", value);
        assert.deepEqual(both(await within("NewCallerid", renamed), "CallerIDName"), expected);

        const connected = ami.waitFor("NewConnectedLine", ({ Channel }) => Channel === name);
        await run(app, channel, "Set", "CONNECTEDLINE(name)=@", value);
        const line = await within("NewConnectedLine", connected);
        assert.deepEqual(both(line, "ConnectedLineName"), expected);
        assert.deepEqual(both(line, "CallerIDName"), expected);

        // A value with line ends may look like the end of a list, which is not of this matter.
        const listed = (await ami.CoreShowChannels()).find(({ Channel }) => Channel === name);
        assert.deepEqual(both(listed as AmiEvent, "CallerIDName"), expected);
      }
    });
  },
);

onEachTransport(
  "Status has the channel's names escaped, the effective one is raw",
  async (asterisk) => {
    await inCall(asterisk, async (app, channel) => {
      for (const value of values.slice(0, 4)) {
        await run(app, channel, "Set", "CALLERID(name)=@", value);
        await run(app, channel, "Set", "CONNECTEDLINE(name,i)=@", value);
        await run(app, channel, "Set", "VALUE=@", value);
        const [status] = await channel.ami.status({ channel: channel.name, variables: "VALUE" });
        assert.deepEqual(both(status as AmiEvent, "CallerIDName"), [value, escaped(value)]);
        assert.deepEqual(both(status as AmiEvent, "ConnectedLineName"), [value, escaped(value)]);
        assert.deepEqual(both(status as AmiEvent, "EffectiveConnectedLineName"), [value, value]);
        assert.deepEqual(both(status as AmiEvent, "Variable"), [
          `VALUE=${value}`,
          `VALUE=${value}`,
        ]);
      }
    });
  },
);

onEachTransport("a second channel's names are decoded too", async (asterisk) => {
  await inCall(asterisk, async (app, channel) => {
    for (const value of values) {
      const begun = channel.ami.waitFor("DialBegin", ({ Channel }) => Channel === channel.name);
      await run(app, channel, "Set", "CALLERID(name)=@", value);
      await app.Dial("Local/busy@sink/n", 5, "g");
      const event = await within("DialBegin", begun);
      assert.deepEqual(both(event, "CallerIDName"), [value, escaped(value)]);
      assert.deepEqual(both(event, "DestConnectedLineName"), [value, escaped(value)]);
    }
  });
});

onEachTransport(
  "of a user's event the channel is decoded, and not what the user says",
  async (asterisk) => {
    await inCall(asterisk, async (app, channel, { witness }) => {
      for (const value of values.slice(0, 4)) {
        await run(app, channel, "Set", "CALLERID(name)=@", value);
        const told = channel.ami.waitFor("UserEvent");
        // Else the application would take the quotes and backslashes.
        await channel.set("ENCODED", encodeURIComponent(value.replaceAll(/["\\,]/g, "\\$&")));
        await channel.set("AGIEXECFULL", "yes");
        await app.exec("UserEvent", "Own,Value: ${URIDECODE(${ENCODED})}");
        await channel.set("AGIEXECFULL", "no");
        const event = await within("UserEvent", told);
        assert.deepEqual(both(event, "CallerIDName"), [value, escaped(value)]);
        assert.deepEqual(both(event, "Value"), [value, value]);

        const sent = channel.ami.waitFor("UserEvent");
        await witness.action("UserEvent", {
          ...{ UserEvent: "Sent", ChannelState: "6", ChannelStateDesc: "Up", CallerIDNum: "1" },
          CallerIDName: value,
        });
        assert.deepEqual(both(await within("UserEvent", sent), "CallerIDName"), [value, value]);
      }
    });
  },
);

onEachTransport(
  "a presence has its message decoded, in events and in the list",
  async (asterisk) => {
    await inCall(asterisk, async (app, channel) => {
      const { ami } = channel;
      for (const [index, value] of values.entries()) {
        if (value.includes(",")) continue; // separates the parts of a presence
        const presentity = `CustomPresence:escapes${index}`;
        const changed = ami.waitFor(
          "PresenceStateChange",
          ({ Presentity }) => Presentity === presentity,
        );
        await run(app, channel, "Set", `PRESENCE_STATE(${presentity})=away,@,@ too`, value);
        const event = await within("PresenceStateChange", changed);
        assert.deepEqual(both(event, "Subtype"), [value, escaped(value)]);
        assert.deepEqual(both(event, "Message"), [`${value} too`, `${escaped(value)} too`]);
        const listed = (await ami.PresenceStateList())
          .find(({ Presentity }) => Presentity === presentity);
        assert.deepEqual(both(listed as AmiEvent, "Message"), [
          `${value} too`,
          `${escaped(value)} too`,
        ]);
      }
    });
  },
);

onAsterisk("OriginateResponse and QueueEntry have names as they are", async (asterisk) => {
  await using scene = await openScene(asterisk, {}, { role: "ami" });
  const { ami } = scene.server;
  for (const name of ["back\\slash \\n", "O'Brien?"]) {
    const call = ami.originate({
      ...{ channel: "Local/answer@sink/n", application: "Queue", data: "empty" },
      callerid: `"${name.replaceAll("\\", "\\\\")}" <100>`,
    });
    const event = await call.answered;
    assert.deepEqual(both(event, "CallerIDName"), [name, name]);
    const joined = await scene.witness.event("QueueCallerJoin", { Uniqueid: event.Uniqueid });
    assert.equal(joined.CallerIDName, escaped(name));
    const entry = (await ami.queuestatus({ queue: "empty" }))
      .find((item) => item.Event === "QueueEntry" && item.Uniqueid === event.Uniqueid);
    assert.deepEqual(both(entry as AmiEvent, "CallerIDName"), [name, name]);
    await ami.hangup({ channel: event.Channel });
    await scene.witness.event("Hangup", { Uniqueid: event.Uniqueid });
  }
});

/** Has Asterisk tell these variables with each channel while `body` runs. */
async function withChannelVariables(
  asterisk: Pbx,
  names: string,
  body: () => Promise<void>,
): Promise<void> {
  const path = `${asterisk.env.ASTERISK_RUN}/etc/manager.conf`;
  const before = await Deno.readTextFile(path);
  try {
    await Deno.writeTextFile(path, `${before}\n[general](+)\nchannelvars = ${names}\n`);
    await asterisk.cli("manager reload");
    await body();
  } finally {
    await Deno.writeTextFile(path, before);
    await asterisk.cli("manager reload");
  }
}

onEachTransport("variables that come with each channel are decoded", async (asterisk) => {
  await withChannelVariables(
    asterisk,
    "FIRST,SECOND",
    () =>
      inCall(asterisk, async (app, channel) => {
        for (const value of values) {
          await run(app, channel, "Set", "FIRST=@", value);
          await run(app, channel, "Set", "SECOND=@", value);
          const told = channel.ami.waitFor("VarSet", ({ Variable }) => Variable === "OVER");
          await channel.set("OVER", 1);
          const event = await within("VarSet", told);
          assert.deepEqual(both(event as AmiEvent, "ChanVariable"), [
            `FIRST=${value}`,
            `FIRST=${escaped(value)}`,
          ]);
          assert.deepEqual(event.headers.getAll("ChanVariable").map(unescapeValue), [
            `FIRST=${value}`,
            `SECOND=${value}`,
          ]);
        }
      }),
  );
});
