import assert from "node:assert/strict";
import { inspect } from "node:util";
import { ActionFailedError, AmiLoginError, NotConnectedError } from "../errors.ts";
import type { ActionParameters } from "./action.ts";
import { logIn, type SendAction } from "./login.ts";
import { AmiResponse } from "./response.ts";

const credentials = { user: "manager", secret: "hush", secure: true };

/** Answers actions with these messages in turn, and keeps what was sent. */
function makeSend(...answers: string[]): { send: SendAction; sent: [string, ActionParameters][] } {
  const sent: [string, ActionParameters][] = [];
  return {
    sent,
    send: (name, parameters) => {
      sent.push([name, parameters]);
      const response = new AmiResponse(answers.shift() ?? assert.fail(`unexpected ${name}`));
      if (response.Response !== "Error") return Promise.resolve(response);
      return Promise.reject(new ActionFailedError(`${response.Message}`, name, response));
    },
  };
}

const accepted = "Response: Success\r\nActionID: 1\r\nMessage: Authentication accepted\r\n\r\n";
const refused = (message: string) =>
  `Response: Error\r\nActionID: 1\r\nMessage: ${message}\r\n\r\n`;

Deno.test("logIn() answers the challenge with the MD5 of it and the secret", async () => {
  const challenge = "Response: Success\r\nActionID: 1\r\nChallenge: 856634997\r\n\r\n";
  const { send, sent } = makeSend(challenge, accepted);
  await logIn(send, credentials);
  // printf 856634997hush | md5sum
  const key = "51f152a8b3d526d335b5b9771b10d3a6";
  assert.deepEqual(sent, [
    ["Challenge", { AuthType: "MD5" }],
    ["Login", { Username: "manager", AuthType: "MD5", Key: key }],
  ]);
});

Deno.test("logIn() sends the secret only when it is told to", async () => {
  const { send, sent } = makeSend(accepted);
  await logIn(send, { ...credentials, secure: false });
  assert.deepEqual(sent, [["Login", { Username: "manager", Secret: "hush" }]]);
});

const refusals: [message: string, text: string][] = [
  [
    "Authentication failed",
    'Cannot log in to AMI as "manager": Authentication failed ' +
    "(Asterisk says this for a wrong user, a wrong secret and a refused address alike)",
  ],
  ["Login Already In Use", 'Cannot log in to AMI as "manager": Login Already In Use'],
  ["Permission denied", 'Cannot log in to AMI as "manager": Permission denied'],
];

for (const [message, text] of refusals) {
  Deno.test(`logIn() says that Asterisk refuses: ${message}`, async () => {
    const { send } = makeSend(refused(message));
    await assert.rejects(logIn(send, credentials), (error) => {
      assert.ok(error instanceof AmiLoginError);
      assert.equal(error.message, text);
      assert.ok(error.cause instanceof ActionFailedError);
      return true;
    });
  });
}

Deno.test("logIn() says that Asterisk refuses without a reason", async () => {
  const { send } = makeSend("Response: Error\r\nActionID: 1\r\n\r\n");
  await assert.rejects(logIn(send, credentials), {
    name: "AmiLoginError",
    message: 'Cannot log in to AMI as "manager": Asterisk refused',
  });
});

Deno.test("logIn() does not take an Asterisk that shuts down for one that knows no such user", async () => {
  const { send } = makeSend(refused("Asterisk is shutting down"));
  await assert.rejects(logIn(send, credentials), (error) => {
    assert.ok(error instanceof NotConnectedError);
    assert.equal(error.message, "Asterisk is shutting down");
    return true;
  });
});

Deno.test("logIn() refuses an answer without a challenge", async () => {
  const { send } = makeSend(accepted);
  await assert.rejects(logIn(send, credentials), {
    name: "AmiLoginError",
    message: "Asterisk sent no challenge",
  });
});

Deno.test("logIn() passes on that the line ended", async () => {
  const lost = new NotConnectedError("gone");
  await assert.rejects(logIn(() => Promise.reject(lost), credentials), lost);
});

Deno.test("logIn() keeps the secret out of its errors", async () => {
  for (const secure of [true, false]) {
    const { send } = makeSend(refused("Authentication failed"));
    await assert.rejects(logIn(send, { ...credentials, secure }), (error) => {
      assert.ok(!inspect(error, { depth: 10 }).includes("hush"));
      return true;
    });
  }
});
