/**
 * Measures Lunopark beside the floors and other libraries: `deno task bench [--rounds N] [WORK ...]`.
 *
 * Prints a table, and writes bench/RESULTS.md and bench/results.svg when all work was measured.
 * See scripts/bench/README.md.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { amiWorkloads } from "./bench/ami.ts";
import { asteriskWorkloads } from "./bench/asterisk.ts";
import { asyncAgiWorkload } from "./bench/async_agi.ts";
import { drawChart } from "./bench/chart.ts";
import { fastAgiWorkloads } from "./bench/fastagi.ts";
import { neighbourWorkloads } from "./bench/neighbours.ts";
import { installPeers } from "./bench/peers.ts";
import { build, root } from "./bench/processes.ts";
import { reloadWorkload } from "./bench/reload.ts";
import { formatTable, Results } from "./bench/results.ts";
import { sharingWorkloads } from "./bench/sharing.ts";
import { startWorkload } from "./bench/start.ts";

const { values, positionals } = parseArgs({
  args: Deno.args,
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "3" },
    scale: { type: "string", default: "1" },
    list: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const scale = Number(values.scale);
if (!(scale > 0)) fail(`--scale is ${values.scale}, must be a number above 0`);
if (!(rounds >= 1)) fail(`--rounds is ${values.rounds}, must be a number from 1 on`);

const peers = values.list ? new Set<string>() : await installPeers();
const all = [
  ...fastAgiWorkloads(peers, scale),
  ...amiWorkloads(peers, scale),
  ...neighbourWorkloads(),
  asyncAgiWorkload(),
  startWorkload(),
  reloadWorkload(),
  ...sharingWorkloads(scale),
  ...asteriskWorkloads(),
];
if (values.list) {
  for (const { key, title } of all) console.log(`${key.padEnd(14)}${title}`);
  Deno.exit();
}
const unknown = positionals.filter((name) => !all.some(({ key }) => key.startsWith(name)));
if (unknown.length > 0) {
  fail(`No work "${unknown.join('", "')}"; there is ${all.map(({ key }) => key).join(", ")}`);
}
const workloads = positionals.length === 0
  ? all
  : all.filter(({ key }) => positionals.some((name) => key.startsWith(name)));

await build();
const results = new Results();
let stopped = false;
/** How many rounds were measured, in words. */
let measured = `${rounds} rounds`;
// What was measured until then is shown.
Deno.addSignalListener("SIGINT", () => stopped = true);
for (let round = 1; round <= rounds; round++) {
  if (stopped) break;
  for (const workload of workloads) {
    if (stopped) {
      measured = `${round} rounds, the last one in part`;
      break;
    }
    console.error(`round ${round} of ${rounds}: ${workload.title}`);
    for (const { name, measure } of workload.contenders) {
      try {
        results.add(workload, name, await measure());
      } catch (error) {
        results.failures.add(`${workload.title}, ${name}: ${(error as Error).message}`);
      }
    }
  }
}

const rows = results.rows(workloads);
const table = formatTable(rows);
console.log(table);
for (const failure of results.failures) console.log(`not measured: ${failure}`);
if (positionals.length === 0 || values.write) {
  await Deno.mkdir(`${root}/bench`, { recursive: true });
  await Deno.writeTextFile(`${root}/bench/RESULTS.md`, await report());
  await Deno.writeTextFile(`${root}/bench/results.svg`, drawChart(rows));
}
Deno.exit(results.failures.size > 0 ? 1 : 0);

async function report(): Promise<string> {
  const model = /^model name\s*: (.*)$/m.exec(await Deno.readTextFile("/proc/cpuinfo"))?.[1];
  const failures = [...results.failures].map((line) => `- not measured: ${line.split("\n")[0]}`);
  return `# Results

Made by \`deno task bench\`, ${measured}, medians; how and of what: \`scripts/bench/README.md\`.

Deno ${Deno.version.deno}, ${model ?? "unknown processor"}, ${navigator.hardwareConcurrency} cores,
load ${Deno.loadavg()[0]!.toFixed(1)} at the end. Compare ratios, not microseconds.

![chart](results.svg)

${table}
${failures.length > 0 ? `\n${failures.join("\n")}\n` : ""}`;
}

function fail(message: string): never {
  console.error(message);
  Deno.exit(2);
}
