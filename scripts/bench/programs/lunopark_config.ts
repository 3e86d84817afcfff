/**
 * Lunopark for the benchmarks: what is not the same for all of them comes from the environment.
 *
 * @module
 */
import type { Config } from "../../../mod.ts";

const env = (name: string) => Deno.env.get(name);

export default {
  role: (env("BENCH_ROLE") ?? "both") as "both" | "agi" | "ami",
  listen: `127.0.0.1:${env("BENCH_PORT") ?? 4573}`,
  host: `127.0.0.1:${env("AMI_PORT") ?? 1}`,
  user: env("AMI_USER") ?? "bench",
  secret: env("AMI_SECRET") ?? "bench",
  handler: env("BENCH_HANDLER") ?? "lunopark_handler.ts",
  reusePort: env("BENCH_REUSE_PORT") !== undefined,
  ...env("BENCH_LOG") !== undefined && { log: env("BENCH_LOG") },
  ...env("BENCH_STATUS") !== undefined && { status: env("BENCH_STATUS") },
} satisfies Config;
