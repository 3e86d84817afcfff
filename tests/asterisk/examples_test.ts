/**
 * The examples in `handlers/`, with real calls: what the callers press, and what becomes of them.
 */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { RealCall } from "./real_call.ts";
import { onAsterisk, onEachTransport, openScene, type Pbx, type Scene, until } from "./support.ts";

/** Starts Lunopark with an example, and makes extensions `name: AGI(url)` in the context `examples`. */
async function openExample(
  asterisk: Pbx,
  file: string,
  scripts: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<Scene> {
  for (const [name, value] of Object.entries(env)) Deno.env.set(name, value);
  const scene = await openScene(
    asterisk,
    new URL(`../../handlers/${file}`, import.meta.url).pathname,
  );
  for (const [exten, script] of Object.entries(scripts)) {
    await scene.witness.addExtension("examples", exten, [
      `AGI(\${AGI_URL}/${script})`,
      "NoOp(${LUNOPARK_STATUS})",
      "Hangup()",
    ]);
  }
  return scene;
}

onEachTransport(
  "the IVR counts wrong keys, walks through menus and ends at the operator",
  async (pbx) => {
    await using scene = await openExample(pbx, "ivr.ts", {
      ivr: "ivr?operator=Local/stay0.2@sink/n",
    });
    const { witness } = scene;
    const call = await RealCall.begin(witness, "ivr", { callerid: "100" });
    let seen = await call.command(/^GET OPTION vm-enter-num-to-call/);
    await call.press("9");
    seen = await call.command(/^STREAM FILE pbx-invalid/, seen);
    seen = await call.command(/^GET OPTION vm-enter-num-to-call/, seen);
    await call.press("1");
    seen = await call.command(/^GET OPTION dir-welcome/, seen);
    await call.press("2");
    seen = await call.command(/^SAY ALPHA 100/, seen);
    seen = await call.command(/^GET OPTION dir-welcome/, seen);
    await call.press("*");
    seen = await call.command(/^GET OPTION vm-enter-num-to-call/, seen);
    await call.press("0");
    seen = await call.command(/^EXEC Dial Local\/stay0\.2@sink\/n,30/, seen);
    await call.event("DialEnd", {}).catch(() => {});
    await call.ended();
  },
);

onEachTransport("the IVR rings no operator for a caller who has hung up", async (pbx) => {
  await using scene = await openExample(pbx, "ivr.ts", { ivr: "ivr?operator=Local/answer@sink/n" });
  const call = await RealCall.begin(scene.witness, "ivr");
  const seen = await call.command(/^GET OPTION/);
  await call.press("0");
  await call.command(/^STREAM FILE transfer/, seen);
  await call.hangup();
  await call.ended();
  assert.ok(!call.commands.some((line) => line.startsWith("EXEC Dial")), call.commands.join("\n"));
});

onEachTransport(
  "the queue says the position, keeps it, and calls back when it is his turn",
  async (pbx) => {
    await using scene = await openExample(pbx, "queue.ts", {
      queue: "queue?pause=1&dial=Local/answer@sink/n",
    });
    const { witness } = scene;
    const pause = (Paused: string) =>
      witness.action("QueuePause", { Queue: "support", Interface: "Local/answer@sink/n", Paused });
    await witness.action("QueuePause", { Interface: "Local/busy@sink/n", Paused: "true" });
    await pause("true");

    const first = await RealCall.begin(witness, "queue", { callerid: "100" });
    await first.event("QueueCallerJoin", { Position: "1" });
    const second = await RealCall.begin(witness, "queue", { callerid: "101" });
    await second.event("QueueCallerJoin", { Position: "2" });
    await first.command(/^STREAM FILE queue-youarenext/);
    const seen = await second.command(/^SAY NUMBER 1 /);
    await second.command(/^GET OPTION vm-tocallback/, seen);
    await second.press("1");
    await second.command(/^DATABASE PUT callback\/support "\d+ 101" Local\/answer@sink\/n/);
    await second.ended();

    await pause("false"); // the one on the line came first
    await first.event("AgentConnect");
    assert.ok(!witness.events.all.some(({ Uniqueid }) => Uniqueid?.startsWith("callback-")));
    await first.hangup();
    const { Uniqueid } = await witness.events.first(
      "the agent gets the call-back",
      (event) => event.Event === "AgentConnect" && event.Uniqueid?.startsWith("callback-") === true,
    );
    await witness.action("Hangup", { Channel: `/^Local/answer@sink-.*$/` });
    await witness.event("Hangup", { Uniqueid });
    assert.equal((await pbx.cli("database show callback")).includes("/callback/"), false);
  },
);

// Whom it calls comes by AsyncAGI in any case.
onAsterisk(
  "the campaign calls a few at a time, keeps answers, and tries again who is busy",
  async (pbx) => {
    const folder = await Deno.makeTempDir();
    const env = {
      CAMPAIGN_DB: `${folder}/campaign.db`,
      CAMPAIGN_LIMIT: "2",
      CAMPAIGN_PAUSE: "500",
    };
    {
      await using scene = await openExample(pbx, "campaign.ts", {}, env);
      using db = new DatabaseSync(env.CAMPAIGN_DB);
      for (
        const [number, dial] of [
          ["100", "Local/dtmf1@sink/n"],
          ["101", "Local/busy@sink/n"],
          ["102", "Local/dtmf2@sink/n"],
          ["103", "Local/nowhere@nosuch/n"],
          ["104", "Local/stay0@sink/n"],
        ]
      ) db.prepare("INSERT INTO calls (number, dial) VALUES (?, ?)").run(number!, dial!);
      const rows = db.prepare("SELECT number, outcome, answer, tries FROM calls ORDER BY number");
      const open = db.prepare(
        "SELECT count(*) AS open FROM calls WHERE outcome = 'calling' OR live = 1 OR due IS NOT NULL",
      );
      await until("the end of the campaign", () => open.get()?.["open"] === 0);
      assert.deepEqual(rows.all().map((row) => Object.values(row).join(" ")), [
        "100 answered 1 1",
        "101 busy  3",
        "102 answered 2 1",
        "103 unanswered  1",
        "104 answered  1",
      ]);
      const most = await scene.witness.events.until("the end of its channels", (events) => {
        let [now, most] = [0, 0];
        for (const { Event, Uniqueid } of events) {
          if (!/^campaign-[^;]*$/.test(Uniqueid ?? "")) continue;
          if (Event === "Newchannel") most = Math.max(most, ++now);
          if (Event === "Hangup") now--;
        }
        return now === 0 && most;
      });
      assert.equal(most, 2);
    }
    await Deno.remove(folder, { recursive: true });
  },
);

onEachTransport(
  "the conference waits for its moderator, who mutes, kicks and ends it",
  async (pbx) => {
    await using scene = await openExample(pbx, "conference.ts", { room: "conference/sales" });
    const { witness, server } = scene;
    const enter = async (pin: string) => {
      const call = await RealCall.begin(witness, "room");
      await call.command(/^GET DATA conf-getpin/);
      await call.press(pin);
      return call;
    };
    const guest = await enter("#");
    await guest.event("ConfbridgeJoin", { Conference: "sales", Admin: "No" });
    await guest.event("MusicOnHoldStart");
    const stranger = await enter("1234#");
    await stranger.command(/^STREAM FILE conf-invalidpin/);
    await stranger.hangup();

    const moderator = await enter("4711#");
    await moderator.event("ConfbridgeJoin", { Conference: "sales", Admin: "Yes" });
    await guest.event("MusicOnHoldStop");
    await moderator.press("1");
    await guest.event("ConfbridgeMute");
    await moderator.press("2");
    await guest.event("ConfbridgeUnmute");
    await guest.press("3"); // a guest's key does nothing
    const second = await enter("#");
    await second.event("ConfbridgeJoin", { Conference: "sales" });
    await moderator.press("3");
    await second.event("VarSet", { Variable: "CONFBRIDGE_RESULT", Value: "KICKED" });
    await moderator.hangup();
    await guest.event("VarSet", { Variable: "CONFBRIDGE_RESULT", Value: "ENDMARKED" });
    await guest.ended();
    await moderator.ended();
    await until("the end of all calls", () => server.status.calls.length === 0);
    assert.deepEqual(server.status.listeners, {});
  },
);

onEachTransport(
  "the router knows opening hours and holidays, also those that are added meanwhile",
  async (pbx) => {
    const folder = await Deno.makeTempDir();
    const file = `${folder}/hours.db`;
    {
      await using scene = await openExample(pbx, "business_hours.ts", {
        monday: "route?at=2026-12-21T16:59",
        evening: "route?at=2026-12-21T17:00",
        christmas: "route?at=2026-12-25T10:00",
      }, { BUSINESS_HOURS_DB: file });
      using db = new DatabaseSync(file);
      db.exec(`
      UPDATE destinations SET target = 'Local/stay0.2@sink/n' WHERE state = 'open';
      UPDATE destinations SET action = 'goto', target = 'after,s,label' WHERE state = 'closed'`);

      const monday = await RealCall.begin(scene.witness, "monday");
      await monday.command(/^EXEC Dial Local\/stay0\.2@sink\/n,30/);
      await monday.event("Newexten", { Application: "NoOp", AppData: "SUCCESS" });
      const evening = await RealCall.begin(scene.witness, "evening");
      await evening.event("Newexten", { Context: "after", AppData: "after label" });
      const christmas = await RealCall.begin(scene.witness, "christmas");
      await christmas.command(/^EXEC Playback please-try-call-later/);
      await christmas.hangup();
      await christmas.ended();

      db.exec("INSERT INTO holidays VALUES ('2026-12-21', 'Closed for once')");
      const closed = await RealCall.begin(scene.witness, "monday");
      await closed.command(/^EXEC Playback please-try-call-later/);
      await closed.hangup();
      await closed.ended();
    }
    await Deno.remove(folder, { recursive: true });
  },
);

onEachTransport("a call is recorded with the caller's consent, and not without", async (pbx) => {
  await using scene = await openExample(pbx, "recording.ts", {
    recording: "recording?dial=Local/stay1@sink/n",
  });
  const call = async (key: string) => {
    const call = await RealCall.begin(scene.witness, "recording");
    await call.command(/^GET OPTION/);
    await call.press(key);
    await call.command(/^EXEC Dial/);
    await call.ended();
    const file = `${pbx.env["ASTERISK_RUN"]}/spool/monitor/${call.uniqueid}.wav`;
    return { commands: call.commands.join("\n"), file };
  };
  const agreed = await call("1");
  assert.match(agreed.commands, /^SET VARIABLE CDR\(userfield\) "consent: given"$/m);
  assert.match(agreed.commands, /^EXEC Dial Local\/stay1@sink\/n,60,gA\(conf-now-recording\)$/m);
  assert.ok((await Deno.stat(agreed.file)).size > 0);
  const refused = await call("2");
  assert.match(refused.commands, /^SET VARIABLE CDR\(userfield\) "consent: refused"$/m);
  assert.doesNotMatch(refused.commands, /MixMonitor|A\(/);
  await assert.rejects(Deno.stat(refused.file), Deno.errors.NotFound);
});
