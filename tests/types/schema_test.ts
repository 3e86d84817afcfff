/**
 * What must type-check does, and what must not does not: `deno check` is the test.
 *
 * Each `@ts-expect-error` is an error itself when the line below it has none.
 *
 * @module
 */
import type { Ami } from "../../lib/ami/manager.ts";
import type {
  OriginateFailedError,
  OriginateFailure,
  OriginatePromise,
} from "../../lib/ami/originate.ts";
import type { AmiResponse } from "../../lib/ami/response.ts";
import type { Actions, ListActions } from "../../lib/schema/actions.ts";
import type { AgiCommands, DeadAgiCommand } from "../../lib/schema/agi_commands.ts";
import type { Applications } from "../../lib/schema/applications.ts";
import type { AnyCase, Argument } from "../../lib/schema/basics.ts";
import type { ChannelVariables } from "../../lib/schema/channel_variables.ts";
import type { Events, NewchannelEvent } from "../../lib/schema/events.ts";
import type { ReadableFunctions, WritableFunctions } from "../../lib/schema/functions.ts";
import type {
  ActionArguments,
  ActionName,
  CompleteOf,
  EventName,
  EventOf,
  ItemOf,
  VariableName,
  VariableValue,
} from "../../lib/schema/lookup.ts";

/** Fails to compile unless both are the same type. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true
  : never;

function isSame<A, B>(same: Same<A, B>): void {
  void same;
}

/** Runs nothing: its body is only checked. */
function checks(promise: string, body: () => unknown): void {
  Deno.test(`schema: ${promise}`, () => void body);
}

declare const app: Applications;
declare const text: string;

checks("an application takes its parameters by position, text or numbers", async () => {
  await app.Answer();
  await app.Read("PIN", "beep", 4, undefined, undefined, 8);
  await app.Dial("PJSIP/1234", 120, "gr");
  await app.Dial("PJSIP/1&PJSIP/2", undefined, "m(default)");
  await app.Verbose("text");
  await app.Verbose(1, "text");
  await app.Set("X=1");
  await app.MSet("X=1", "Y=2");
  await app.NoOp();
  await app.Queue("support", "t");
  await app.UserEvent("Name", "A: b", "C: d");
  await app.Gosub("sub,s,1(x)");
  await app.Gosub("sub", "s", "1(x)");
  await app.GotoIf("1?a:b");
  await app.ExecIf("1?Dial(PJSIP/1,20):Hangup(17)");
  await app.GotoIfTime("9:00-17:00", "mon-fri", "*", "*?open");
  await app.Playback("beep", "noanswer");
  await app.BridgeWait("lobby", text);
  await app.ChannelRedirect("PJSIP/1-1", "after", "s", 1);
  await app.ParkAndAnnounce(undefined, undefined, "beep:PARKED", "PJSIP/1");
  await app.Stasis("hello", "one", 2, 3n);
  await app.Background("beep");
  const result: number = await app.MacroExit();
  return result;
});

checks("a wrong call of an application does not compile", () => {
  // @ts-expect-error: a required parameter is missing
  app.Read();
  // @ts-expect-error: a required parameter behind optional ones is missing
  app.ParkAndAnnounce("default", "r");
  // @ts-expect-error: there is no such application
  app.Dail("PJSIP/1234");
  // @ts-expect-error: too many arguments
  app.Ringing(1);
  // @ts-expect-error: the value belongs into the first argument
  app.Set("X", 1);
  // @ts-expect-error: an argument is no object
  app.Dial({ to: "PJSIP/1234" });
  // @ts-expect-error: an argument is no boolean
  app.Playback(true);
});

checks("a channel variable has its documented values", () => {
  const status = "ANSWER" as VariableValue<"DIALSTATUS"> | undefined;
  if (status === "BUSY" || status === undefined) return;
  // @ts-expect-error: there is no such DIALSTATUS
  if (status === "ANSWERED") return;
  isSame<VariableValue<"AGISTATUS">, "SUCCESS" | "FAILURE" | "NOTFOUND" | "HANGUP">(true);
  isSame<VariableValue<"CHANNEL">, string>(true);
  isSame<VariableValue<"MY_OWN">, string>(true);
  const name: VariableName = "MY_OWN";
  const cause: ChannelVariables["AMDCAUSE"] = "TOOLONG-5000";
  // @ts-expect-error: there is no such AMDCAUSE
  const wrong: ChannelVariables["AMDCAUSE"] = "BORED-5000";
  return [name, cause, wrong];
});

checks("a function has its arguments by name", () => {
  function read<Name extends keyof ReadableFunctions>(
    _name: Name,
    ..._args: ReadableFunctions[Name]
  ): void {}
  function write<Name extends keyof WritableFunctions>(
    _name: Name,
    _args: WritableFunctions[Name],
    _value: Argument,
  ): void {}
  read("CALLERID", "num");
  read("CHANNEL", "my(own)");
  read("DB", "family/key");
  read("HANGUPCAUSE_KEYS");
  write("CALLERID", ["name"], "Reception");
  write("TIMEOUT", ["absolute"], 60);
  // @ts-expect-error: it needs an argument
  read("CALLERID");
  // @ts-expect-error: there is no such function
  read("CALLERIDS", "num");
  // @ts-expect-error: it cannot be written
  write("LEN", ["text"], 4);
  // @ts-expect-error: it cannot be read
  read("ARRAY", "a");
});

checks("an AGI command has its words", () => {
  const words: AgiCommands["STREAM FILE"] = ["beep", "#", 8000];
  const dead: DeadAgiCommand = "SET VARIABLE";
  // @ts-expect-error: the keys that end it are missing
  const fewer: AgiCommands["STREAM FILE"] = ["beep"];
  // @ts-expect-error: it needs a living channel
  const alive: DeadAgiCommand = "STREAM FILE";
  // @ts-expect-error: there is no such command
  type Wrong = AgiCommands["PLAY FILE"];
  return [words, dead, fewer, alive] as unknown as Wrong;
});

checks("an action takes its parameters as documented or in lower case", () => {
  function send<Name extends ActionName>(
    _name: Name,
    ..._args: ActionArguments<Name, { timeout: number }>
  ): void {}
  send("Originate", { Channel: "PJSIP/1", Exten: 100, Context: "in", Priority: 1, Async: true });
  send("Originate", { channel: "PJSIP/1", variable: { A: 1, B: "2,3" }, earlymedia: "yes" });
  send("Originate", { Channel: "PJSIP/1", Variable: ["A=1", "B=2"] }, { timeout: 5_000 });
  send("Ping");
  send("Ping", {}, { timeout: 100 });
  send("CoreShowChannels");
  send("QueueStatus", { Queue: "support" });
  send("UserEvent", { UserEvent: "Lab", Anything: "else" });
  send("UserEvent", { userevent: "Lab", anything: "else" });
  send("UpdateConfig", {
    SrcFilename: "a.conf",
    DstFilename: "a.conf",
    Reload: "chan_pjsip",
    "Action-000000": "NewCat",
    "Cat-000000": "b",
  });
  send("ControlPlayback", { Channel: "PJSIP/1-1", Control: "stop" });
  // @ts-expect-error: a required parameter is missing
  send("Originate", { Exten: 100 });
  // @ts-expect-error: all parameters are missing
  send("Originate");
  // @ts-expect-error: there is no such parameter
  send("Originate", { Channel: "PJSIP/1", Exenn: 100 });
  // @ts-expect-error: neither yes nor no
  send("Originate", { Channel: "PJSIP/1", Async: "ture" });
  // @ts-expect-error: there is nothing of the kind to do
  send("ControlPlayback", { Channel: "PJSIP/1-1", Control: "play" });
  // @ts-expect-error: it has no parameters
  send("Ping", { Channel: "PJSIP/1" });
  // @ts-expect-error: there is no such action
  send("Originat", { Channel: "PJSIP/1" });
  const lower: AnyCase<Actions["Getvar"]> = { variable: "X", channel: "PJSIP/1-1" };
  return lower;
});

declare const ami: Ami;
declare const name: string;

checks(
  "Originate tells when it is answered, whatever its case, and no other action does",
  async () => {
    isSame<ReturnType<Ami["Originate"]>, OriginatePromise>(true);
    isSame<ReturnType<Ami["originate"]>, OriginatePromise>(true);
    const call = ami.action("oRiginate", { channel: "Local/1@in" });
    isSame<typeof call, OriginatePromise>(true);
    const accepted: AmiResponse = await call;
    const event = await call.answered;
    isSame<typeof event.Response, "Success">(true);
    const uniqueid: string = event.Uniqueid;
    const all: string[] = event.headers.getAll("ChanVariable");
    const error = {} as OriginateFailedError;
    isSame<typeof error.event.Response, "Failure">(true);
    isSame<typeof error.reason, OriginateFailure>(true);
    if (error.reason === "busy") return [accepted, uniqueid, all, error.event.headers];
    // @ts-expect-error: there is no such reason
    if (error.reason === "congested") return;
    // @ts-expect-error: there is no such header
    void event.ChannelName;
    // @ts-expect-error: what is answered is no order
    void (await call).answered;
    // @ts-expect-error: a Redirect is answered by nobody
    void ami.redirect({ channel: "a", context: "b", exten: 1, priority: 1 }).answered;
    // @ts-expect-error: nor is an action of any name
    void ami.action(name).answered;
  },
);

checks("a list action has its items and its end", () => {
  isSame<ListActions["CoreShowChannels"]["item"]["Event"], "CoreShowChannel">(true);
  isSame<
    ItemOf<"QueueStatus", never>["Event"],
    "QueueParams" | "QueueMember" | "QueueEntry"
  >(true);
  isSame<ItemOf<"queuestatus", never>, ItemOf<"QueueStatus", never>>(true);
  isSame<ItemOf<"Ping", "none">, "none">(true);
  isSame<CompleteOf<"ParkedCalls", never>["Total"], string>(true);
  isSame<CompleteOf<"FAXStats", never>, undefined>(true);
  const item = {} as ItemOf<"QueueStatus", never>;
  if (item.Event === "QueueMember") return item.PausedReason;
  // @ts-expect-error: only members have it
  return item.PausedReason;
});

checks("an event has its headers, found by its name in any case", () => {
  isSame<EventOf<"Newchannel", never>, NewchannelEvent>(true);
  isSame<EventOf<"newchannel", never>, NewchannelEvent>(true);
  isSame<EventOf<"NEWCHANNEL", never>, NewchannelEvent>(true);
  isSame<EventOf<"Custom", "other">, "other">(true);
  isSame<EventOf<string, "other">, "other">(true);
  const name: EventName = "Custom";
  const event = {} as Events["DialEnd"];
  const there: string = event.DestChannel;
  const state: string | undefined = event.ChannelStateDesc;
  if (event.DialStatus === "ANSWER") return [name, there, state];
  // @ts-expect-error: there is no such header
  const wrong = event.DestChanel;
  // @ts-expect-error: an originated call has no caller
  const caller: string = event.Channel;
  // @ts-expect-error: the other channel is always there
  isSame<typeof event.DestChannel, string | undefined>(true);
  return [wrong, caller, event["DestLinkedid"]];
});

checks("events that have any headers allow them", () => {
  const user = {} as Events["UserEvent"];
  const own: string | undefined = user.MyOwnHeader;
  const report = {} as Events["RTCPReceived"];
  const lost: string | undefined = report.Report0FractionLost;
  // @ts-expect-error: reports have no such header
  return [own, lost, report.ReportFractionLost];
});
