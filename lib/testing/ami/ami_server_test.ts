import assert from "node:assert/strict";
import { AmiClient } from "../../ami/client.ts";
import { EventListeners } from "../../ami/event_listeners.ts";
import { type Ami, createAmi } from "../../ami/manager.ts";
import { silentLog } from "../../log.ts";
import { Backoff } from "../../net/backoff.ts";
import { ActionFailedError, NotConnectedError } from "../../errors.ts";
import { Clock } from "../pbx/clock.ts";
import { Dialplan } from "../pbx/dialplan.ts";
import { Pbx } from "../pbx/pbx.ts";
import { AmiServer, type AmiServerOptions } from "./ami_server.ts";

const DIALPLAN = `
[default]
exten => 200,1,Answer()
 same => n,Wait(600)
exten => busy,1,Busy()
`;

/** A simulated Asterisk with Lunopark's own client, in memory unless over TCP. */
class Pair implements AsyncDisposable {
  readonly server: AmiServer;
  readonly client: AmiClient;
  readonly ami: Ami;

  constructor({ tcp = false, secret = "password", secure = true, ...options }: PairOptions = {}) {
    const dialplan = new Dialplan().add(DIALPLAN);
    const { version = "22" } = options;
    const pbx = new Pbx({ version, clock: new Clock("real"), dialplan });
    const server = this.server = new AmiServer(pbx, options);
    const [hostname = "", port] = tcp ? server.listen().split(":") : [];
    this.client = new AmiClient({
      connect: tcp
        ? () => Deno.connect({ hostname, port: Number(port) })
        : () => Promise.resolve().then(() => server.connect()),
      credentials: { user: "manager", secret, secure },
      address: "a simulated Asterisk",
      log: silentLog,
      backoff: new Backoff({ first: 1, most: 5 }),
    });
    const listeners = new EventListeners();
    this.client.setListeners([listeners]);
    this.ami = createAmi(this.client, listeners);
  }

  /** Connects; resolves when the session is ready. */
  async ready(): Promise<this> {
    const ready = this.ami.waitFor("ami:ready");
    this.client.start();
    await ready;
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.stop();
    await this.server.stop();
    this.server.pbx.clock.stop();
  }
}

interface PairOptions extends AmiServerOptions {
  readonly version?: "22" | "16";
  readonly tcp?: boolean;
  readonly secret?: string;
  readonly secure?: boolean;
}

/** A call that is answered; gives the name of the calling half. */
async function place(ami: Ami): Promise<string> {
  const placed = ami.waitFor("OriginateResponse");
  await ami.Originate({ Channel: "Local/200@default/n", Application: "Wait", Data: "600" });
  const { Response, Channel } = await placed;
  assert.equal(Response, "Success");
  return Channel;
}

for (const version of ["22", "16"] as const) {
  for (const tcp of [true, false]) {
    for (const secure of [true, false]) {
      const how = `${tcp ? "TCP" : "memory"}, ${secure ? "challenge" : "plain secret"}`;
      Deno.test(`Lunopark's client logs in to version ${version} over ${how}`, async () => {
        await using pair = await new Pair({ version, tcp, secure }).ready();
        assert.equal(pair.client.version, version === "22" ? "11.0.0" : "5.0.4");
        assert.equal((await pair.ami.Ping()).Ping, "Pong");
      });
    }
  }
}

Deno.test("Originate, Status, Redirect and Hangup go through a call", async () => {
  await using pair = await new Pair().ready();
  const { ami } = pair;
  const channel = await place(ami);
  const items = await ami.Status();
  assert.deepEqual(items.map(({ ChannelStateDesc }) => ChannelStateDesc), ["Up", "Up"]);
  assert.deepEqual([items[0]?.Channel, items[0]?.Application], [channel, "Wait"]);
  const moved = ami.waitFor("Newexten", ({ Channel }) => Channel === channel);
  await ami.Redirect({ Channel: channel, Context: "default", Exten: "200", Priority: "2" });
  assert.equal((await moved).Priority, "2");
  const gone = ami.waitFor("Hangup", (event) => event.Channel === channel);
  await ami.Hangup({ Channel: channel, Cause: "21" });
  assert.equal((await gone)["Cause-txt"], "Call Rejected");
});

Deno.test("a call that finds somebody busy is told as such", async () => {
  await using pair = await new Pair().ready();
  const { ami } = pair;
  const placed = ami.waitFor("OriginateResponse");
  await ami.Originate({ Channel: "Local/busy@default", Application: "Wait" });
  const { Response, Reason } = await placed;
  assert.deepEqual([Response, Reason], ["Failure", "5"]);
  await assert.rejects(
    ami.Originate({ Channel: "Local/busy@default", Application: "Wait", Async: "false" }),
    ActionFailedError,
  );
});

Deno.test("a synchronous Originate keeps the session silent until it is answered", async () => {
  await using pair = await new Pair().ready();
  const { ami } = pair;
  const order: string[] = [];
  ami.addEvent("Newchannel", () => void order.push("event"));
  const placing = ami.Originate({
    Channel: "Local/200@default/n",
    Application: "Wait",
    Async: "false",
  }).then(() => order.push("response"));
  const pinging = ami.Ping().then(() => order.push("pong"));
  await Promise.all([placing, pinging]);
  assert.equal(order[0], "response");
  assert.equal(order.at(-1), "pong");
});

Deno.test("after a restart the client logs in again and knows that Asterisk was restarted", async () => {
  await using pair = new Pair({ tcp: true });
  const { ami, server } = pair;
  // A start is told in whole seconds.
  server.startedAt -= 60_000;
  await pair.ready();
  const channel = await place(ami);
  const shutdown = ami.waitFor("Shutdown");
  const gap = new Promise<string | undefined>((resolve) =>
    ami.addEvent("ami:gap", (event) => resolve(event["Restarted"]))
  );
  const ready = new Promise<void>((resolve) => ami.addEvent("ami:ready", () => resolve()));
  await server.restart();
  assert.equal((await shutdown).Restart, "True");
  await ready;
  assert.equal(await gap, "true");
  await assert.rejects(ami.Status({ Channel: channel }), /No such channel/);
});

Deno.test("bytes that come one by one change nothing", async () => {
  await using pair = new Pair();
  pair.server.splitPackets(1);
  await pair.ready();
  await place(pair.ami);
  assert.equal((await pair.ami.CoreShowChannels()).length, 2);
});

Deno.test("an action whose answer is cut off fails, and the next session works", async () => {
  await using pair = await new Pair().ready();
  const { ami, server } = pair;
  const lost = ami.waitFor("ami:lost");
  server.cut({ afterBytes: 20 });
  await assert.rejects(ami.CoreSettings(), NotConnectedError);
  await lost;
  await ami.waitFor("ami:ready");
  assert.equal((await ami.Ping()).Ping, "Pong");
});

Deno.test("a server that stalls answers when it resumes", async () => {
  await using pair = await new Pair().ready();
  const { ami, server } = pair;
  server.stall();
  let answered = false;
  const pinging = ami.Ping().then(() => answered = true);
  for (let turns = 0; turns < 20; turns++) await new Promise((done) => setTimeout(done));
  assert.equal(answered, false);
  server.resume();
  await pinging;
});

Deno.test("a flood of events arrives whole and in order", async () => {
  await using pair = await new Pair({ tcp: true }).ready();
  const numbers: number[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  pair.ami.addEvent("UserEvent", (event) => {
    numbers.push(Number((event as unknown as Record<string, string>)["Number"]));
    if (numbers.length === 20_000) resolve();
  });
  pair.server.flood(20_000);
  await promise;
  assert.deepEqual(numbers, Array.from({ length: 20_000 }, (_, index) => index + 1));
});

Deno.test("events go to those who may read them, as their mask and filters are", async () => {
  const users = [{ read: "system,user,call", eventFilters: ["!UserEvent: Secret"] }];
  await using pair = await new Pair({ users }).ready();
  const { ami, server } = pair;
  const seen: string[] = [];
  ami.addEvent("*", (event) => void seen.push(event.Event));
  const tell = (name: string) =>
    server.send({ name: "UserEvent", privileges: ["user"], headers: [["UserEvent", name]] });
  server.pbx.setGlobal("A", "1");
  tell("Secret");
  tell("Open");
  await ami.Events({ EventMask: "call" });
  tell("Open");
  await ami.Ping();
  assert.deepEqual(seen.filter((name) => !name.startsWith("ami:")), ["UserEvent"]);
});

Deno.test("a login is refused when told so, and allowed again", async () => {
  const server = new AmiServer(new Pbx(), {
    users: [{ name: "single", secret: "s", multipleLogin: false }],
  });
  const logIn = async () => {
    const stream = server.connect();
    const bytes = new TextEncoder().encode(
      "Action: Login\r\nUsername: single\r\nSecret: s\r\n\r\n",
    );
    await stream.write(bytes);
    const buffer = new Uint8Array(1_000);
    let text = "";
    while (!/Message: .*\r\n/.test(text)) {
      const count = await stream.read(buffer);
      text += new TextDecoder().decode(buffer.subarray(0, count ?? 0));
    }
    return { stream, message: /Message: (.*)\r\n/.exec(text)![1] };
  };
  server.refusesLogins = true;
  assert.equal((await logIn()).message, "Authentication failed");
  server.refusesLogins = false;
  const { stream, message } = await logIn();
  assert.equal(message, "Authentication accepted");
  assert.equal((await logIn()).message, "Login Already In Use");
  stream.close();
  await server.stop();
  server.pbx.clock.stop();
});

Deno.test("channels in events have the variables that are configured, escaped", async () => {
  await using pair = await new Pair({ channelVariables: ["LAB"], timestamps: true }).ready();
  const { ami } = pair;
  const channel = await place(ami);
  const set = ami.waitFor("VarSet");
  await ami.Setvar({ Channel: channel, Variable: "LAB", Value: 'a "b"' });
  const { headers } = await set;
  assert.equal(headers.get("Value"), 'a \\"b\\"');
  assert.equal(headers.get("ChanVariable"), 'LAB=a \\"b\\"');
  assert.match(headers.get("Timestamp")!, /^\d{10}\.\d{6}$/);
});

Deno.test("a parked call is listed until it gives up", async () => {
  await using pair = await new Pair().ready();
  const { ami } = pair;
  const channel = await place(ami);
  const parked = ami.waitFor("ParkedCall");
  await ami.Park({ Channel: channel, Timeout: "600000" });
  assert.equal((await parked).ParkingSpace, "701");
  const items = await ami.ParkedCalls();
  assert.deepEqual(items.map(({ ParkeeChannel }) => ParkeeChannel), [channel]);
  const gaveUp = ami.waitFor("ParkedCallGiveUp");
  await ami.Hangup({ Channel: channel });
  await gaveUp;
  assert.equal((await ami.ParkedCalls()).length, 0);
});

Deno.test("two bridged calls end their conversation when one hangs up, and the other goes on", async () => {
  await using pair = await new Pair().ready();
  const { ami } = pair;
  /** A call whose far half has come to the last step of its extension; gives that half. */
  const placeFar = async () => {
    const waits = ami.waitFor(
      "Newexten",
      ({ Channel, Application }) => Channel.endsWith(";2") && Application === "Wait",
    );
    await place(ami);
    return (await waits).Channel;
  };
  const [first, second] = [await placeFar(), await placeFar()];
  const entered = ami.waitFor("BridgeEnter", ({ BridgeNumChannels }) => BridgeNumChannels === "2");
  await ami.Bridge({ Channel1: first, Channel2: second });
  const { BridgeUniqueid } = await entered;
  const inside = await ami.BridgeInfo({ BridgeUniqueid });
  assert.deepEqual(inside.map(({ Channel }) => Channel).sort(), [first, second].sort());
  const destroyed = ami.waitFor("BridgeDestroy");
  const last = ami.waitFor("Hangup", ({ Channel }) => Channel === second);
  await ami.Hangup({ Channel: first });
  assert.equal((await destroyed).BridgeUniqueid, BridgeUniqueid);
  // Behind what it ran when it was taken there is nothing.
  await last;
});

Deno.test("a bridge that is destroyed lets the caller go on, and the callee go", async () => {
  await using pair = await new Pair().ready();
  const { ami } = pair;
  const entered = ami.waitFor("BridgeEnter", ({ BridgeNumChannels }) => BridgeNumChannels === "2");
  await ami.Originate({
    Channel: "Local/200@default/n",
    Application: "Dial",
    Data: "Local/200@default/n,20,g",
  });
  const { BridgeUniqueid } = await entered;
  const gone = ami.waitFor("Hangup");
  await ami.BridgeDestroy({ BridgeUniqueid });
  await gone;
  assert.deepEqual([...await ami.BridgeList()], []);
});
