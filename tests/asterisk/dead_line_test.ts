/**
 * A line on which Asterisk is at work is told from one that is dead, though both are silent.
 */
import assert from "node:assert/strict";
import { AmiClient } from "../../lib/ami/client.ts";
import { silentLog } from "../../lib/log.ts";
import type { Asterisk } from "../support/asterisk.ts";
import { onAsterisk, within, Witness } from "./support.ts";

/** A client that is quick to take a silent line for dead. */
async function openClient({ ami }: Asterisk): Promise<AmiClient> {
  const { hostname, port, user, secret } = ami;
  const client = new AmiClient({
    connect: (signal) => Deno.connect({ hostname, port, signal }),
    credentials: { user, secret, secure: true },
    address: `${hostname}:${port}`,
    log: silentLog,
    times: { ping: 90, dead: 300, login: 5_000, busy: 500 },
  });
  const ready = new Promise((resolve) => client.watchers.add("ami:ready", resolve));
  client.start();
  await within("ami:ready", ready);
  // Nothing else is told, so that silence is silence.
  await client.action("Events", { EventMask: "user" });
  return client;
}

/** Has a connection blocked without limit; resolves to how that ends. */
function block(client: AmiClient): Promise<unknown> {
  return client.action("WaitEvent", { Timeout: -1 }).then(() => "answered", (error) => error);
}

onAsterisk("a WaitEvent without limit may keep the line silent for long", async (asterisk) => {
  await using witness = await Witness.open(asterisk, "off");
  const client = await openClient(asterisk);
  let lost = 0;
  client.watchers.add("ami:lost", () => lost++);
  const blocked = block(client);
  // Five times as long as it takes to give up a dead line.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await witness.action("UserEvent", { UserEvent: "Enough" });
  assert.equal(await within("the answer", blocked), "answered");
  // All that was asked meanwhile is answered.
  await within("an answer", client.action("Ping"));
  assert.equal(client.waiting, 0);
  assert.equal(lost, 0);
  await client.stop();
});

onAsterisk(
  "a line of an Asterisk that stands still is given up, WaitEvent or not",
  async (asterisk) => {
    const pid = Number(asterisk.env["ASTERISK_PID"]);
    const client = await openClient(asterisk);
    const lost = new Promise<string | undefined>((resolve) => {
      client.watchers.add("ami:lost", ({ Reason }) => resolve(Reason as string | undefined));
    });
    const blocked = block(client);
    Deno.kill(pid, "SIGSTOP");
    try {
      assert.match(await within("ami:lost", lost) ?? "", /^Asterisk has been silent for \d+ ms$/);
      assert.match(String(await blocked), /NotConnectedError/);
    } finally {
      Deno.kill(pid, "SIGCONT");
    }
    const ready = new Promise((resolve) => client.watchers.add("ami:ready", resolve));
    await within("ami:ready", ready);
    await client.stop();
  },
);
