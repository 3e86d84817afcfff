/**
 * The status page beside a real Asterisk: what it tells of a call, and what it does to it.
 */
import assert from "node:assert/strict";
import { inCall, onEachTransport, within } from "./support.ts";

const statusToken = "0123456789abcdef";

onEachTransport("who has the token hangs up the call that the page tells of", async (asterisk) => {
  await inCall(asterisk, async (app, channel, { server, log }) => {
    const left = new Promise((resolve) => channel.signal.addEventListener("abort", resolve));
    await app.Answer();
    const waiting = app.Wait(60);
    const page = server.statusPage ?? "";
    const calls = await (await fetch(new URL("calls", page))).json();
    assert.equal(calls.length, 1);
    const [{ id, script, step }] = calls;
    assert.deepEqual([calls[0].channel, script, step], [channel.name, "script", "EXEC Wait 60"]);

    const stranger = await fetch(new URL(`calls/${id}/hangup`, page), { method: "POST" });
    assert.equal(stranger.status, 401);
    await stranger.body?.cancel();
    assert.equal(channel.hangupReason, undefined);

    const headers = { Authorization: `Bearer ${statusToken}` };
    const hangup = await fetch(new URL(`calls/${id}/hangup`, page), { method: "POST", headers });
    assert.equal(hangup.status, 200, await hangup.text());
    await within("the hangup", left);
    await waiting.catch(() => {});
    await log.first(
      "who did it",
      (line) => line.includes(channel.name) && line.includes("127.0.0.1"),
    );
    assert.equal(channel.hangupReason, "hangup");
  }, { config: { status: "127.0.0.1:0", statusToken } });
});
