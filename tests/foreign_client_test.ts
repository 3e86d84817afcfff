/**
 * The simulated AMI and a client that nobody here wrote: npm's asterisk-manager.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type EventEmitter, once } from "node:events";
// deno-lint-ignore no-import-prefix -- it is of this test alone, and no dependency of the project
import Manager from "npm:asterisk-manager@0.2.0";
import { type FakeAsterisk, fakeAsterisk, type FakeAsteriskOptions } from "lunopark/testing";

/** A message as that client gives it: names in lower case. */
type Message = Readonly<Record<string, string>>;

/** What is used of the client. */
interface ForeignClient extends EventEmitter {
  action(
    action: Record<string, unknown>,
    done: (error: Message | null, answer: Message) => void,
  ): void;
  disconnect(done?: () => void): void;
}

const DIALPLAN = `
[default]
exten => 200,1,Answer()
 same => n,Wait(60)
exten => 300,1,Busy()
`;

/** A simulated Asterisk in real time, since the client goes by its own clock, and the client. */
async function withClient(
  body: (client: ForeignClient, pbx: FakeAsterisk) => Promise<void>,
  options: FakeAsteriskOptions = {},
): Promise<void> {
  await using pbx = await fakeAsterisk({ dialplan: DIALPLAN, time: "real", ...options });
  const [host, port] = pbx.ami.listen().split(":");
  const client = new Manager(Number(port), host, "manager", "password", true) as ForeignClient;
  try {
    await body(client, pbx);
  } finally {
    const closed = once(client, "close");
    client.disconnect();
    await closed;
  }
}

/** Does an action; rejects with what the client takes for an error. */
function act(client: ForeignClient, action: Record<string, unknown>): Promise<Message> {
  return new Promise((resolve, reject) =>
    client.action(
      action,
      (error, answer) => error ? reject(new Error(error["message"])) : resolve(answer),
    )
  );
}

/** The next event of a name that fits. */
async function event(
  client: ForeignClient,
  name: string,
  fits: (event: Message) => boolean = () => true,
): Promise<Message> {
  for (;;) {
    const [found] = await once(client, name) as [Message];
    if (fits(found)) return found;
  }
}

for (const version of ["22", "16"] as const) {
  Deno.test(`asterisk-manager logs in to a simulated Asterisk ${version} and gets events`, async () => {
    await withClient(async (client) => {
      const came = event(client, "userevent-lab");
      const answer = await act(client, { action: "UserEvent", userevent: "Lab", key: "value" });
      assert.equal(answer["message"], "Event Sent");
      assert.equal((await came)["key"], "value");
    }, { version });
  });

  Deno.test(`asterisk-manager places a call on a simulated Asterisk ${version} and sees it`, async () => {
    await withClient(async (client) => {
      const [created, began, ended, placed, hungUp] = [
        event(client, "newchannel"),
        event(client, "dialbegin"),
        event(client, "dialend"),
        event(client, "originateresponse"),
        event(client, "hangup"),
      ];
      const answer = await act(client, {
        action: "Originate",
        channel: "Local/200@default/n",
        application: "Wait",
        data: 60,
        callerid: '"Reception" <100>',
        async: "true",
        variable: { A: "1" },
      });
      assert.equal(answer["message"], "Originate successfully queued");
      const channel = (await created)["channel"]!;
      assert.match(channel, /^Local\/200@default-[0-9a-f]{8};1$/);
      assert.equal((await began)["dialstring"], "200@default/n");
      assert.equal((await ended)["dialstatus"], "ANSWER");
      const response = await placed;
      assert.equal(response["response"], "Success");
      assert.equal(response["reason"], "4");

      const seen = event(client, "status", (each) => each["channel"] === channel);
      const complete = event(client, "statuscomplete");
      await act(client, { action: "Status" });
      const status = await seen;
      assert.equal(status["channelstatedesc"], "Up");
      assert.equal(status["calleridname"], "Reception");
      assert.equal(status["application"], "Wait");
      assert.equal((await complete)["items"], "2");

      assert.equal((await act(client, { action: "Hangup", channel }))["message"], "Channel Hungup");
      assert.match((await hungUp)["channel"]!, /^Local\/200@default-/);
    }, { version });
  });
}

Deno.test("asterisk-manager is told of a call that fails, and of an action that is refused", async () => {
  await withClient(async (client) => {
    const placed = event(client, "originateresponse");
    await act(client, {
      action: "Originate",
      channel: "Local/300@default/n",
      application: "Wait",
      async: "true",
    });
    const { response, reason } = await placed;
    assert.deepEqual([response, reason], ["Failure", "5"]);
    await assert.rejects(act(client, { action: "Hangup", channel: "PJSIP/none" }), {
      message: "No such channel",
    });
    await assert.rejects(
      act(client, { action: "NoSuchAction" }),
      /^Error: Invalid\/unknown command/,
    );
  });
});
