/**
 * The status page in a real browser, with 500 calls.
 */
import assert from "node:assert/strict";
import { type App, type Channel, startLunopark } from "lunopark";
import { openLog } from "../lib/log.ts";
import { Chromium, hasChromium } from "./support/chromium.ts";
import { FakeAmi, placeCall, type PlacedCall } from "./support/fake_pbx.ts";
import { runLunopark } from "./support/lunopark.ts";

const token = "0123456789abcdef";
const pin = "84026173";
const count = 500;
const ignore = !hasChromium();

const handlers = {
  async ivr(app: App, channel: Channel) {
    await app.Answer();
    for (;;) {
      const { digits } = await channel.getData("enter-pin", { timeout: 5_000, max: 8 });
      await channel.set("PIN", digits);
      await app.Verbose(`User entered ${digits}`);
    }
  },
  async queue(app: App) {
    await app.Queue("support");
  },
  broken() {
    throw new Error(`nobody has PIN ${pin}`);
  },
};

/** Places a call that waits at its first question, or in the queue. */
async function place(address: string, number: number): Promise<PlacedCall> {
  const script = number % 2 === 0 ? "ivr" : "queue";
  const values = {
    network_script: script,
    channel: `PJSIP/trunk-${String(number).padStart(8, "0")}`,
    uniqueid: `1795375793.${number}`,
    callerid: String(2_000 + number),
  };
  const call = await placeCall(address, values, (line) => {
    const waits = line.startsWith("GET DATA") || line.startsWith("EXEC Queue");
    return waits ? undefined : "200 result=0";
  });
  await call.came(script === "ivr" ? "GET DATA" : "EXEC Queue");
  return call;
}

/** Nothing that the browser has of the page may have the PIN, nor a diagram in it. */
async function assertNoPin(browser: Chromium): Promise<void> {
  const text = await browser.evaluate<string>(
    `decodeURIComponent(document.documentElement.outerHTML.replaceAll(/%(?![0-9A-F]{2})/g, ""))`,
  );
  assert.ok(text.length > 1_000);
  assert.ok(!text.includes(pin));
}

const shown = (text: string) => `document.querySelector("#shown").textContent === "${text}"`;
const focused = (id: string) => `document.activeElement?.id === "${id}"`;

Deno.test(
  { name: "the status page shows 500 calls, and what becomes of them", ignore },
  async (t) => {
    await using ami = new FakeAmi();
    const calls: PlacedCall[] = [];
    await using _callers = {
      [Symbol.asyncDispose]: async () => {
        for (const { closed } of calls) await closed;
      },
    };
    await using lunopark = await runLunopark(handlers, {
      role: "both",
      host: ami.host,
      status: "127.0.0.1:0",
      statusToken: token,
    });
    const { address, server } = lunopark;
    for (let number = 0; number < count; number++) calls.push(await place(address, number));
    await using browser = await Chromium.start();
    await browser.look({ width: 1280, height: 800 });
    await browser.open(server.statusPage ?? "");

    await t.step("all calls are there, and of their rows those in sight", async () => {
      await browser.until(shown(`${count} calls`));
      const rows = await browser.evaluate<number>(`document.querySelectorAll("tr.row").length`);
      assert.ok(rows > 10 && rows < 60, `${rows} rows`);
      assert.equal(await browser.text("#ami-state"), "AMI ready 11.0.0");
      const first = await browser.evaluate<string[]>(
        `Array.from(document.querySelectorAll("tr.row td"), (cell) => cell.textContent).slice(0, 4)`,
      );
      assert.deepEqual(first, ["2000", "ivr", "PJSIP/trunk-00000000", "GET DATA enter-pin 5000 8"]);
    });

    await t.step("scrolling to the end brings the last one", async () => {
      await browser.evaluate(`document.querySelector("#scroller").scrollTop = 1e6`);
      await browser.until(`document.querySelector("#rows").textContent.includes("00000499")`);
    });

    await t.step("the filter is reached by a key, finds, and is cleared", async () => {
      await browser.press("/");
      await browser.until(focused("filter"));
      await browser.type("queue 2017");
      await browser.until(shown(`1 of ${count} calls`));
      await browser.press("Escape");
      await browser.until(shown(`${count} calls`));
      await browser.type("no such call");
      await browser.until(`!document.querySelector("#no-calls").hidden`);
      await browser.press("Escape");
    });

    await t.step("a call is opened by keys, and its conversation goes on", async () => {
      await browser.press("ArrowDown");
      await browser.press("k");
      await browser.press("j");
      await browser.press("j");
      await browser.press("Enter");
      await browser.until(`document.querySelector("#call-title").textContent === "2002 in ivr"`);
      await calls[2]!.say(`200 result=${pin}`);
      await browser.until(
        `document.querySelector("#lines").textContent.includes("EXEC Verbose •••")`,
      );
      const text = await browser.text("#lines");
      assert.match(text, /GET DATA enter-pin 5000 8.*200 result=•••.*SET VARIABLE PIN •••/);
      await browser.click("#show-diagram");
      await browser.until(`document.querySelector("#diagram").naturalWidth > 100`);
      await assertNoPin(browser);
      await browser.press("Escape");
      await browser.until(`document.querySelector("#call-view").hidden && ${focused("scroller")}`);
    });

    await t.step("help is a dialog, which Escape closes", async () => {
      await browser.press("?");
      await browser.until(`document.querySelector("#help").open`);
      await browser.press("Escape");
      await browser.until(`!document.querySelector("#help").open`);
    });

    await t.step("an error comes with its stack, and without the PIN", async () => {
      const call = await placeCall(address, { network_script: "broken" });
      await call.closed;
      await browser.until(`document.querySelector("#log .error pre") !== null`);
      assert.match(
        await browser.text("#log .error pre"),
        /^Error: nobody has PIN •••\n {4}at .*\.ts:\d+/,
      );
      await assertNoPin(browser);
    });

    await t.step("with the token, and after a question, a call is hung up", async () => {
      await browser.click("#unlock");
      await browser.type("wrong-wrong-wrong");
      await browser.press("Enter");
      await browser.until(
        `document.querySelector("#token-error").textContent === "The token is wrong"`,
      );
      await browser.evaluate(`document.querySelector("#token").value = ""`);
      await browser.type(token);
      await browser.press("Enter");
      await browser.until(`!document.querySelector("#reload").hidden`);
      await browser.evaluate(`document.querySelector("#scroller").focus()`);
      await browser.press("Enter");
      await browser.until(`!document.querySelector("#hangup").hidden`);
      await browser.press("h");
      await browser.until(
        `document.querySelector("#hangup-dialog").open && ${focused("hangup-no")}`,
      );
      await browser.click("#hangup-yes");
      await browser.until(`!document.querySelector("#hangup-dialog").open`);
      const hangups = ami.requests.filter(({ action }) => action === "Hangup");
      assert.deepEqual(hangups.map(({ channel }) => channel), ["PJSIP/trunk-00000002"]);
    });

    await t.step("the log level is changed, and the handlers are reloaded", async () => {
      await browser.evaluate(`{
      const level = document.querySelector("#level");
      level.value = "warn";
      level.dispatchEvent(new Event("change"));
    }`);
      await browser.click("#reload");
      await browser.until(`document.querySelector("#log").textContent.includes("no handler had")`);
      assert.equal(server.level, "warn");
    });

    await t.step("the open call says that it is over", async () => {
      await calls[2]!.say("HANGUP");
      await calls[2]!.say("511 Command Not Permitted on a dead channel or intercept routine");
      await browser.until(`document.querySelector("#call-state").textContent === "over: HANGUP"`);
      await browser.press("Escape");
      await browser.until(shown(`${count - 1} calls`));
    });

    await t.step("calls that end and begin are counted, none is lost", async () => {
      for (let number = 1; number < 201; number += 2) await calls[number]!.say("200 result=0");
      await browser.until(shown(`${count - 101} calls`));
      calls.push(await place(address, 9_000));
      await browser.until(shown(`${count - 100} calls`));
      assert.equal(server.status.calls.length, count - 100);
      assert.equal(server.status.counters.connections, count + 2);
    });

    await t.step("dark and light are two", async () => {
      const colour = `getComputedStyle(document.body).backgroundColor`;
      const light = await browser.evaluate(colour);
      await browser.look({ width: 1280, height: 800, scheme: "dark" });
      assert.notEqual(await browser.evaluate(colour), light);
    });

    await t.step("a narrow page is no wider than it is, and opens a call by a touch", async () => {
      await browser.look({ width: 320, height: 640, mobile: true });
      await browser.until(`document.querySelectorAll("tr.row").length > 3`);
      const isWide = `document.documentElement.scrollWidth > innerWidth`;
      assert.equal(await browser.evaluate(isWide), false);
      await browser.click("tr.row");
      await browser.until(`document.querySelector("#call-facts").textContent.includes("Dialplan")`);
      assert.equal(await browser.evaluate(isWide), false);
      const tables = await browser.evaluate(`document.querySelector("#calls-view").offsetHeight`);
      assert.equal(tables, 0);
      await browser.click("#close-call");
      await browser.click("#show-log");
      await browser.until(`document.querySelector("#log-view").offsetHeight > 100`);
      assert.equal(await browser.evaluate(isWide), false);
      await browser.click("#show-calls");
    });

    await t.step("AMI that is lost is said in words and colour", async () => {
      ami.refusesLogin = true;
      ami.drop();
      await browser.until(`document.querySelector("#ami-state").dataset.state === "bad"`);
      assert.equal(await browser.text("#ami-state"), "AMI not connected, trying again");
    });

    await t.step("nothing was complained of but the wrong token", () => {
      assert.deepEqual(browser.complaints.map((line) => line.replace(/http:.*/, "").trim()), [
        "error: Failed to load resource: the server responded with a status of 401 (Unauthorized)",
      ]);
    });
  },
);

Deno.test(
  { name: "a page whose feed is lost says so, and goes on with the next", ignore },
  async () => {
    const log = openLog({ write: () => {} });
    const config = { role: "agi", listen: "127.0.0.1:0", stopGrace: 0 } as const;
    const first = await startLunopark({ ...config, status: "127.0.0.1:0" }, { handlers, log });
    const { host } = new URL(first.statusPage ?? "");
    await using browser = await Chromium.start();
    await browser.look({ width: 1280, height: 800 });
    await browser.open(first.statusPage ?? "");
    await browser.until(`document.querySelector("#feed-state").textContent === "live"`);
    await browser.until(shown("0 calls"));
    assert.equal(await browser.text("#no-calls"), "No calls now.");
    await browser.until(`!document.querySelector("#read-only").hidden`);
    await first.stop();
    await browser.until(`document.querySelector("#feed-state").dataset.state === "bad"`);
    const second = await startLunopark({ ...config, status: host }, { handlers, log });
    await browser.until(`document.querySelector("#feed-state").textContent === "live"`);
    await second.stop();
    log.close();
  },
);
