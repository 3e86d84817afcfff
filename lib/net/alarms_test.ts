import assert from "node:assert/strict";
import { CoarseAlarms, exactAlarms } from "./alarms.ts";

for (
  const [name, make] of [["exactAlarms", () => exactAlarms], [
    "CoarseAlarms",
    () => new CoarseAlarms(),
  ]] as const
) {
  Deno.test(`${name} ring those that are not cancelled, each once`, async () => {
    const alarms = make();
    const rung: string[] = [];
    const cancelled = alarms.set(1, () => rung.push("cancelled"));
    alarms.set(1, () => rung.push("first"));
    await new Promise<void>((resolve) => {
      alarms.set(2, () => {
        rung.push("second");
        resolve();
      });
      cancelled.cancel();
    });
    assert.deepEqual(rung, ["first", "second"]);
    if (alarms instanceof CoarseAlarms) alarms[Symbol.dispose]();
  });
}

Deno.test("CoarseAlarms do not ring once they are disposed of", async () => {
  const alarms = new CoarseAlarms();
  let rung = false;
  alarms.set(0, () => rung = true);
  alarms[Symbol.dispose]();
  const others = new CoarseAlarms();
  await new Promise<void>((resolve) => others.set(0, resolve));
  others[Symbol.dispose]();
  assert.equal(rung, false);
});

Deno.test("CoarseAlarms do not ring what another alarm has cancelled in the same moment", async () => {
  using alarms = new CoarseAlarms();
  const rung: string[] = [];
  await new Promise<void>((resolve) => {
    alarms.set(0, () => {
      rung.push("first");
      second.cancel();
    });
    const second = alarms.set(0, () => rung.push("second"));
    alarms.set(0, resolve);
  });
  assert.deepEqual(rung, ["first"]);
});
