/**
 * Makes the picture of the status page in docs/: `deno run -A tests/status_picture.ts`. Needs Chromium;
 * takes half a minute, in which calls grow old.
 *
 * Numbers are of those that no subscriber has, 555 0100 to 555 0199.
 *
 * @module
 */
import type { App, Channel } from "lunopark";
import { Chromium } from "./support/chromium.ts";
import { FakeAmi, placeCall, type PlacedCall } from "./support/fake_pbx.ts";
import { runLunopark } from "./support/lunopark.ts";

/** How long after the one before each call comes, in milliseconds. */
const pause = 2_500;

const handlers = {
  async welcome(app: App, channel: Channel) {
    await app.Answer();
    await channel.streamFile("welcome");
    const { digits } = await channel.getData("main-menu", { timeout: 5_000, max: 1 });
    if (digits === "1") await app.Queue("support");
    await app.Dial("PJSIP/reception", 30);
  },
  async reception(app: App) {
    await app.Dial("PJSIP/reception", 30);
    await app.Voicemail("100@default", "u");
  },
  async support(app: App) {
    await app.Answer();
    await app.Queue("support");
  },
};

/** What calls wait in: nobody answers these commands. */
const waits = /^(GET DATA|EXEC Queue|EXEC Dial)/;

/** Scripts of the calls, in their order; one is misspelt, and its call ends with a warning. */
const scripts = [
  ...["support", "reception", "welcome", "welcome", "suport", "support", "reception", "welcome"],
  ...["support", "reception", "welcome"],
];
/** The call that is looked at: its caller presses 1. */
const shown = 3;

await using ami = new FakeAmi();
await using lunopark = await runLunopark(handlers, {
  role: "both",
  host: ami.host,
  status: "127.0.0.1:0",
});
await using browser = await Chromium.start();
await browser.look({ width: 1280, height: 600 });

await browser.open(lunopark.server.statusPage ?? "");
for (const [index, script] of scripts.entries()) {
  const call = await place(script, index);
  if (index === shown) {
    await browser.until(`document.querySelectorAll("tr.row").length === ${index + 1}`);
    for (let row = 0; row <= index; row++) await browser.press("j");
    await browser.press("Enter");
    await browser.until(`document.querySelector("#lines").textContent.includes("GET DATA")`);
    await call.say("200 result=1");
  }
  for (let event = 0; event < 5; event++) {
    await ami.tell("Event: ExtensionStatus", `Exten: 10${event}`, "Context: internal", "Status: 0");
    await new Promise((resolve) => setTimeout(resolve, pause / 5));
  }
}
await browser.until(`document.querySelector("#lines").textContent.includes("EXEC Queue")`);
const picture = await browser.picture();
const target = new URL("../docs/status.png", import.meta.url);
await Deno.writeFile(target, picture);
console.log(`${target.pathname}: ${picture.length} bytes`);

/** Places a call; resolves when it waits, or is over. */
async function place(script: string, index: number): Promise<PlacedCall> {
  const values = {
    network_script: script,
    request: `agi://127.0.0.1/${script}`,
    channel: `PJSIP/trunk-${(0x1a + index).toString(16).padStart(8, "0")}`,
    uniqueid: `${Math.floor(Date.now() / 1_000)}.${26 + index}`,
    callerid: `55501${String(11 + 7 * index)}`,
    calleridname: "unknown",
    context: "from-trunk",
    extension: "100",
  };
  const waiting = Promise.withResolvers<void>();
  const call = await placeCall(lunopark.address, values, (line) => {
    if (!waits.test(line)) return "200 result=0";
    waiting.resolve();
  });
  await Promise.race([waiting.promise, call.closed]);
  return call;
}
