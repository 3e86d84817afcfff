import assert from "node:assert/strict";
import { CoarseAlarms, exactAlarms } from "./alarms.ts";

for (
  const [name, make] of [["exactAlarms", () => exactAlarms], [
    "CoarseAlarms",
    () => new CoarseAlarms(1),
  ]] as const
) {
  Deno.test(`${name} ring those that are not cancelled, each once`, async () => {
    const alarms = make();
    const rung: string[] = [];
    const cancelled = alarms.set(4, () => rung.push("cancelled"));
    alarms.set(4, () => rung.push("first"));
    await new Promise<void>((resolve) => {
      alarms.set(5, () => {
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
  const alarms = new CoarseAlarms(1);
  let rung = false;
  alarms.set(4, () => rung = true);
  alarms[Symbol.dispose]();
  const others = new CoarseAlarms(1);
  await new Promise<void>((resolve) => others.set(4, resolve));
  others[Symbol.dispose]();
  assert.equal(rung, false);
});

Deno.test("CoarseAlarms do not ring what another alarm has cancelled in the same moment", async () => {
  using alarms = new CoarseAlarms(1);
  const rung: string[] = [];
  await new Promise<void>((resolve) => {
    alarms.set(4, () => {
      rung.push("first");
      second.cancel();
    });
    const second = alarms.set(4, () => rung.push("second"));
    alarms.set(4, resolve);
  });
  assert.deepEqual(rung, ["first"]);
});

Deno.test("CoarseAlarms ring in time where a tick later would be too late", async () => {
  using alarms = new CoarseAlarms(1_000_000);
  const cancelled = alarms.set(1, () => assert.fail("It was cancelled"));
  cancelled.cancel();
  await new Promise<void>((resolve) => alarms.set(2, resolve));
});
