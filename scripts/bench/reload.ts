/**
 * Reload: from the signal to the line of the log that says it is done.
 *
 * @module
 */
import { makeHandlers } from "./handlers.ts";
import { freePort, lunopark } from "./processes.ts";
import { median } from "./results.ts";
import { Watched } from "./watched.ts";
import { ours, type Workload } from "./workload.ts";

/** The workload, which is Lunopark's alone. */
export function reloadWorkload(): Workload {
  return {
    key: "reload",
    title: "Reload, from SIGHUP to the log's word",
    metrics: [
      { name: "5 modules, ms", digits: 1 },
      { name: "100 modules, ms", digits: 1 },
      { name: "100 modules, the 36th to 40th time, ms", digits: 1 },
    ],
    contenders: [{
      name: ours,
      measure: async () => [...await reload(5, [5]), ...await reload(100, [5, 40])],
    }],
  };
}

/** Median times of the five reloads that end with the one of each number. */
async function reload(modules: number, numbers: readonly number[]): Promise<number[]> {
  await using folder = await makeHandlers(modules);
  await using server = new Watched(
    lunopark({ BENCH_PORT: `${freePort()}`, BENCH_ROLE: "agi", BENCH_HANDLER: folder.handler }),
  );
  await server.line(/Taking calls/);
  const times: number[] = [];
  for (let generation = 2; generation <= Math.max(...numbers) + 1; generation++) {
    await folder.touch();
    const begun = performance.now();
    server.kill("SIGHUP");
    times.push(await server.line(new RegExp(`Loaded generation ${generation} `)) - begun);
  }
  return numbers.map((number) => median(times.slice(number - 5, number)));
}
