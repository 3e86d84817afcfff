/**
 * Many calls at once: each has its own answers, none is lost, and the memory does not grow.
 */
import assert from "node:assert/strict";
import { handlerFile, memoryOf, onEachTransport, Service, Witness } from "./support.ts";

const crowd = 300;
const rounds = 3;

onEachTransport(
  `${crowd} calls at once have their own answers, round after round`,
  async (asterisk) => {
    await using witness = await Witness.open(asterisk, "off");
    await using service = await Service.start(asterisk, {
      files: { "handler.ts": await handlerFile("load.ts") },
      env: { DENO_V8_FLAGS: "--expose-gc" },
    });
    const memory: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      const counts = await asterisk.call("load", {
        context: "agi",
        count: crowd,
        max: crowd,
        vars: { __CROWD: `${crowd}` },
        wait: true,
      });
      assert.deepEqual(counts, { ...counts, answered: crowd, failed: 0, unfinished: 0 });
      const over = await service.log.until(`${round * crowd} calls are over`, (lines) => {
        const over = lines.filter((line) => line.includes(" Over "));
        return over.length === round * crowd && over;
      });
      assert.deepEqual(over.filter((line) => !line.includes(" right=true ")), []);
      assert.equal(new Set(over).size, over.length);

      // V8 keeps what it once had, for as long as nobody needs it: that is no memory of the calls.
      await witness.call("collect", { context: "agi" });
      await service.log.until(
        "the garbage is collected",
        () => service.count(/ Collected/) === round,
      );
      memory.push(await memoryOf(service.pid));
    }
    assert.deepEqual(service.log.all.filter((line) => /WARN|ERROR/.test(line)), []);

    const [first, last] = [memory[0]!, memory.at(-1)!];
    const megabytes = memory.map((bytes) => Math.round(bytes / 1e6)).join(", ");
    console.log(`memory after each round, in MB: ${megabytes}`);
    assert.ok(Math.abs(last - first) <= first * 0.1, `memory in MB: ${megabytes}`);
  },
);
