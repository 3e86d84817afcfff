import assert from "node:assert/strict";
import { createLauncher } from "../agi/launch.ts";
import { streamPair } from "../stream_pair.ts";
import { Dialplan } from "./dialplan.ts";
import { originate } from "./originate.ts";
import { type AsteriskVersion, Pbx } from "./pbx.ts";

const lab = Deno.readTextFileSync(
  new URL("../../../scripts/asterisk-lab/etc/extensions.conf", import.meta.url),
);

/**
 * Commands one after the other on one call, what Asterisk 22.10.1 and 16.28.0 answered, and what GET
 * VARIABLE answered then. Not among them is Record, which a channel without sound ends otherwise.
 */
const recorded: readonly (readonly [
  command: string,
  result: string,
  variables?: Readonly<Record<string, string>>,
])[] = [
  ["ANSWER", "0"],
  ["EXEC Verbose hi", "0"],
  ["EXEC NoOp", "0"],
  ['EXEC Log "NOTICE,hi"', "0"],
  ["EXEC Wait 0.1", "0"],
  ["EXEC Wait", "0"],
  ["EXEC Set A=1", "0", { "A": "1 (1)" }],
  ['EXEC MSet "B=1,C=2"', "0", { "B": "1 (1)", "C": "1 (2)" }],
  ["EXEC SendDTMF 12", "0"],
  ["EXEC SendText hi", "0", { "SENDTEXTSTATUS": "1 (SUCCESS)" }],
  ["EXEC SayDigits 1", "0"],
  ["EXEC SayNumber 1", "0"],
  ["EXEC SayAlpha a", "0"],
  ["EXEC Playback beep", "0", { "PLAYBACKSTATUS": "1 (SUCCESS)" }],
  ['EXEC Playback "beep&nosuch"', "0", { "PLAYBACKSTATUS": "1 (FAILED)" }],
  ["EXEC Background beep", "0", { "BACKGROUNDSTATUS": "1 (SUCCESS)" }],
  ["EXEC Background nosuch", "0", { "BACKGROUNDSTATUS": "1 (FAILED)" }],
  ["EXEC WaitDigit 0.2", "0", { "WAITDIGITSTATUS": "1 (TIMEOUT)", "WAITDIGITRESULT": "0" }],
  ['EXEC Read "X,beep,1,,1,0.2"', "0", { "X": "1 ()", "READSTATUS": "1 (TIMEOUT)" }],
  ["EXEC ControlPlayback beep", "0", { "CPLAYBACKSTATUS": "1 (SUCCESS)" }],
  ["EXEC ControlPlayback nosuch", "0", { "CPLAYBACKSTATUS": "1 (ERROR)" }],
  ['EXEC MusicOnHold "default,1"', "0"],
  ["EXEC StartMusicOnHold default", "0"],
  ["EXEC StopMusicOnHold", "0"],
  ["EXEC Ringing", "0"],
  ["EXEC Progress", "0"],
  ["EXEC Queue nosuch", "0", { "QUEUESTATUS": "1 (UNKNOWN)" }],
  ['EXEC GotoIf "0?x:"', "0"],
  ['EXEC ExecIf "1?Set(E=5)"', "0", { "E": "1 (5)" }],
  ['EXEC ExecIf "0?Set(F=5)"', "0", { "F": "0" }],
  ['EXEC TryExec "NoOp(x)"', "0", { "TRYSTATUS": "1 (SUCCESS)" }],
  ['EXEC TryExec "NoSuchApp(x)"', "0", { "TRYSTATUS": "1 (NOAPP)" }],
  ['EXEC Exec "Set(G=1)"', "0", { "G": "1 (1)" }],
  ['EXEC Exec "NoSuchApp(x)"', "-1"],
  ["EXEC Return x", "-1"],
  ["EXEC StackPop", "0"],
  ["EXEC Gosub nosuch", "-1"],
  ["EXEC Goto nosuch", "-1"],
  ['EXEC UserEvent "X,a: 1"', "0"],
  ["EXEC StopMixMonitor", "0"],
  ['EXEC ChannelRedirect "nosuch,a,b,1"', "0", { "CHANNELREDIRECT_STATUS": "1 (NOCHANNEL)" }],
  ['EXEC AddQueueMember "nosuch,PJSIP/1"', "0", { "AQMSTATUS": "1 (NOSUCHQUEUE)" }],
  ['EXEC RemoveQueueMember "nosuch,PJSIP/1"', "0", { "RQMSTATUS": "1 (NOSUCHQUEUE)" }],
  ["EXEC Stasis nosuchapp", "0", { "STASISSTATUS": "1 (FAILED)" }],
  ["EXEC System true", "0", { "SYSTEMSTATUS": "1 (SUCCESS)" }],
  ["EXEC TrySystem true", "0", { "SYSTEMSTATUS": "1 (SUCCESS)" }],
  ['EXEC Dial "Local/busy@sink/n,5,g"', "0", { "DIALSTATUS": "1 (BUSY)", "HANGUPCAUSE": "1 (0)" }],
  ['EXEC Dial "Local/congestion@sink/n,5,g"', "0", {
    "DIALSTATUS": "1 (CONGESTION)",
    "HANGUPCAUSE": "1 (0)",
  }],
  ['EXEC Dial "Local/cause21@sink/n,5,g"', "0", {
    "DIALSTATUS": "1 (CHANUNAVAIL)",
    "HANGUPCAUSE": "1 (21)",
  }],
  ['EXEC Dial "Local/ring@sink/n,1,g"', "0", { "DIALSTATUS": "1 (NOANSWER)" }],
  ['EXEC Dial "Local/nosuch@nowhere/n,1,g"', "0", { "DIALSTATUS": "1 (CHANUNAVAIL)" }],
  ['EXEC Dial "NoTech/x,1,g"', "0", { "DIALSTATUS": "1 (CHANUNAVAIL)" }],
  ["EXEC Dial", "0"],
  ['EXEC Dial "Local/stay0.2@sink/n,5"', "-1", { "DIALSTATUS": "1 (ANSWER)" }],
  ["EXEC CELGenUserEvent x", "0"],
  ["EXEC DumpChan", "0"],
  ["EXEC Hangup", "-1"],
];

for (const version of ["22", "16"] as AsteriskVersion[]) {
  Deno.test(`applications answer as those of Asterisk ${version}`, async () => {
    const pbx = new Pbx({ version, dialplan: new Dialplan().add(lab) });
    pbx.globals.set("AGI_URL", "agi://127.0.0.1");
    pbx.hasSound = (file) => !file.startsWith("nosuch");
    const [near, far] = streamPair();
    pbx.launchAgi = createLauncher({ connect: () => Promise.resolve(far) });
    const placed = originate(pbx, {
      channel: "Local/e1@lunopark/n",
      place: { context: "sink", exten: "answer", priority: 1 },
    });
    const buffer = new Uint8Array(65_536);
    const read = async (end: string) => {
      let text = "";
      while (!text.endsWith(end)) {
        const count = await near.read(buffer);
        text += new TextDecoder().decode(buffer.subarray(0, count ?? 0));
      }
      return text.trimEnd().replace(/^200 result=/, "");
    };
    const send = async (command: string) => {
      await near.write(new TextEncoder().encode(`${command}\n`));
      return await read("\n");
    };
    await read("\n\n");
    for (const [command, result, variables = {}] of recorded) {
      const actual: Record<string, string> = {};
      const reply = await send(command);
      for (const name of Object.keys(variables)) actual[name] = await send(`GET VARIABLE ${name}`);
      assert.deepEqual([reply, actual], [result, variables], command);
    }
    near.close();
    for (const channel of pbx.channels.values()) pbx.requestHangup(channel);
    await placed;
    pbx.clock.stop();
  });
}
