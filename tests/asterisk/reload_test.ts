/**
 * Reload by HUP: under calls and events, of broken files, during a slow load, of what is unchanged.
 */
import assert from "node:assert/strict";
import { handlerFile, onEachTransport, Service, Witness } from "./support.ts";

const reloads = 100;
const calls = 100;

const handler = await handlerFile("reload.ts");
const sibling = await handlerFile("reload_sibling.ts");

/** The handler file and its sibling, as they are in one generation. */
function generation(number: number): Record<"handler.ts" | "reload_sibling.ts", string> {
  const numbered = (text: string) => text.replace("generation = 0", `generation = ${number}`);
  return { "handler.ts": numbered(handler), "reload_sibling.ts": numbered(sibling) };
}

async function write(service: Service, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await service.write(name, text);
}

/** The numbers that a pattern finds in the log, in their order. */
function numbers(service: Service, pattern: RegExp): number[] {
  return service.log.all.flatMap((line) => {
    const found = pattern.exec(line);
    return found ? [Number(found[1])] : [];
  });
}

/** Sends numbered events, one after the other, until it is stopped. */
class Counting implements AsyncDisposable {
  /** How many were sent. */
  sent = 0;
  #stopped = false;
  readonly #ended: Promise<void>;

  constructor(witness: Witness) {
    this.#ended = this.#send(witness);
  }

  /** Resolves when the last one has arrived at Asterisk. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true;
    await this.#ended;
  }

  async #send(witness: Witness): Promise<void> {
    while (!this.#stopped) {
      await witness.action("UserEvent", { UserEvent: "Count", Number: `${++this.sent}` });
    }
  }
}

onEachTransport(`${reloads} reloads cost no call and no event`, async (asterisk) => {
  await using witness = await Witness.open(asterisk, "off");
  await using service = await Service.start(asterisk, { files: generation(1) });
  await witness.action("Setvar", { Variable: "RELEASE", Value: "0" });
  for (let call = 1; call <= calls; call++) await witness.call("lasting", { context: "agi" });
  await service.log.until("all calls have begun", () => service.count(/Begun on/) === calls);

  let sent = 0;
  {
    await using sender = await Witness.open(asterisk, "off");
    await using counting = new Counting(sender);
    for (let number = 2; number <= reloads + 1; number++) {
      await write(service, generation(number));
      service.signal("SIGHUP");
      // comes while the files are being loaded
      await witness.call("short", { context: "agi" });
      await service.line(new RegExp(`Loaded generation ${number} `));
    }
    await counting[Symbol.asyncDispose]();
    sent = counting.sent;
  }
  await service.log.until("all events have come", () => service.count(/Number/) >= sent);
  await witness.action("Setvar", { Variable: "RELEASE", Value: "1" });
  await service.log.until("all calls are over", () => service.count(/Ended/) === calls + reloads);
  await service.log.until("the old are gone", () => service.count(/Disposed/) === reloads);

  console.log(`${sent} events during ${reloads} reloads, with ${calls} calls`);
  const counted = Array.from({ length: sent }, (_, index) => index + 1);
  assert.deepEqual(numbers(service, /Number (\d+)$/), counted);
  const ends = service.log.all.filter((line) => line.includes("Ended"));
  assert.deepEqual(ends.filter((line) => !/on (\d+) \1 \1, begun on \1 \1$/.test(line)), []);
  assert.ok(numbers(service, /Ended on (\d+)/).filter((number) => number === 1).length >= calls);
  assert.deepEqual(service.log.all.filter((line) => /WARN|ERROR/.test(line)), []);
});

onEachTransport(
  "a file that cannot be loaded leaves calls and events to the old ones",
  async (asterisk) => {
    await using witness = await Witness.open(asterisk, "off");
    await using service = await Service.start(asterisk, { files: generation(1) });
    const broken: [file: string, text: string, reason: string][] = [
      [
        "handler.ts",
        "export const a = 1;\nexport const = 2;\n",
        "handler.ts:2: SyntaxError: .",
      ],
      ["handler.ts", "export const a = 1;\n\nnull.b;\n", "handler.ts:3: TypeError: .*null"],
      ["handler.ts", 'import "./nowhere.ts";\n', "handler.ts:1: Module not found .*nowhere.ts"],
      ["handler.ts", "export default 5;\n", "its default export is a number"],
      ["reload_sibling.ts", "\nexport const a = ;\n", "reload_sibling.ts:2: SyntaxError: ."],
    ];
    for (const [index, [file, text, reason]] of broken.entries()) {
      await write(service, { ...generation(2), [file]: text });
      service.signal("SIGHUP");
      const place = `${service.folder}/handler.ts: `;
      await service.line(
        new RegExp(`ERROR .*Cannot load handler ${place}.*${reason}.*; generation 1 goes on$`),
      );
      await witness.call("short", { context: "agi" });
      await service.log.until(
        "the call is over",
        () => service.count(/Ended on 1 1 1/) === index + 1,
      );
      await witness.action("UserEvent", { UserEvent: "Count", Number: `${index}` });
      await service.line(new RegExp(`Number ${index}$`));
    }
    assert.equal(service.count(/ERROR/), broken.length);
    assert.equal(service.count(/^ {4}at /), 0);

    await write(service, generation(2));
    service.signal("SIGHUP");
    await service.line(/Disposed 1 1/);
    await witness.call("short", { context: "agi" });
    await service.line(/Ended on 2 2 2/);
  },
);

onEachTransport("a HUP during a slow load waits its turn", async (asterisk) => {
  await using witness = await Witness.open(asterisk, "off");
  await using service = await Service.start(asterisk, { files: generation(1) });
  const slow = `
    log.info("Waiting");
    const go = new URL("go", import.meta.url);
    while (await Deno.stat(go).then(() => false, () => true)) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  `;
  const second = generation(2);
  await write(service, { ...second, "handler.ts": second["handler.ts"] + slow });
  service.signal("SIGHUP");
  await service.line(/Waiting/);
  await write(service, generation(3));
  service.signal("SIGHUP");
  await service.log.until("the second HUP", () => service.count(/Got SIGHUP/) === 2);
  await witness.call("short", { context: "agi" });
  await service.line(/Ended on 1 1 1, begun on 1 1/);
  await service.write("go", "");
  await service.line(/Disposed 2 /);
  const loaded = service.log.all.flatMap((line) => /Loaded generation \d/.exec(line)?.[0] ?? []);
  assert.deepEqual(loaded, [1, 2, 3].map((number) => `Loaded generation ${number}`));
  await witness.call("short", { context: "agi" });
  await service.line(/Ended on 3 3 3, begun on 3 3/);
});

onEachTransport("files that have not changed are not loaded again", async (asterisk) => {
  await using service = await Service.start(asterisk, { files: generation(1) });
  service.signal("SIGHUP");
  await service.line(/Handlers unchanged, generation 1 goes on/);
  service.signal("SIGQUIT");
  await service.log.until("the second time", () => service.count(/Handlers unchanged/) === 2);
  await service.write("reload_sibling.ts", generation(2)["reload_sibling.ts"]);
  service.signal("SIGQUIT");
  await service.line(/Loaded generation 2 /);
  assert.equal(service.count(/Loaded generation/), 2);
});
