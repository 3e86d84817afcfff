/**
 * A Lunopark in this process, on free ports and without AMI, and what it logs.
 *
 * @module
 */

import { type Config, type HandlerModule, type Lunopark, startLunopark } from "lunopark";
import { openLog } from "../../lib/log.ts";

/** What a test gets of it. */
export interface RunningLunopark extends AsyncDisposable {
  readonly server: Lunopark;
  /** Where it takes calls. */
  readonly address: string;
  /** The lines of its log so far. */
  readonly lines: readonly string[];
  /** The first line that fits, as soon as there is one. */
  line(pattern: RegExp): Promise<string>;
}

/** Starts one; it is stopped when the test is over. */
export async function runLunopark(
  handlers: HandlerModule,
  config: Config = {},
): Promise<RunningLunopark> {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const log = openLog({
    level: "debug",
    write: (line) => {
      lines.push(line);
      for (const look of waiting) look();
    },
  });
  const server = await startLunopark(
    { role: "agi", listen: "127.0.0.1:0", stopGrace: 1_000, ...config },
    { handlers, log },
  );
  return {
    server,
    address: server.address ?? "",
    lines,
    line: (pattern) =>
      new Promise((resolve) => {
        const look = () => {
          const found = lines.find((line) => pattern.test(line));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      log.close();
    },
  };
}
