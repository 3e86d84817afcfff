/**
 * AsyncAGI: the calls of FastAGI, over AMI.
 *
 * @module
 */
import { AsyncAgiPeer } from "./async_agi_peer.ts";
import { cpuOf, freePort, lunopark, Running } from "./processes.ts";
import { ours, type Workload } from "./workload.ts";

/** The workload, which is Lunopark's alone. */
export function asyncAgiWorkload(): Workload {
  return {
    key: "async-agi",
    title: "AsyncAGI, 50 calls at a time",
    metrics: [{ name: "CPU, µs per call", digits: 0 }],
    contenders: [{ name: ours, measure: asyncAgi }],
  };
}

async function asyncAgi(): Promise<number[]> {
  const port = freePort();
  const peer = new AsyncAgiPeer(port);
  await using server = await Running.start(
    lunopark({ BENCH_PORT: `${freePort()}`, AMI_PORT: `${port}`, AMI_MODE: "none" }),
  );
  try {
    await peer.ready;
    await peer.run({ calls: 500, atOnce: 50 });
    const before = await cpuOf(server.pid);
    const calls = 2_000;
    await peer.run({ calls, atOnce: 50 });
    return [(await cpuOf(server.pid) - before) * 1_000 / calls];
  } finally {
    peer.close();
  }
}
