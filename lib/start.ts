/**
 * Starts Lunopark in the process of a program that embeds it.
 *
 * @module
 */

import { type Config, resolveConfig, type Settings } from "./config.ts";
import { givenHandlers, openHandlers } from "./handler_source.ts";
import type { HandlerModule } from "./handlers/loader.ts";
import { openLog, type RootLog } from "./log.ts";
import { Lunopark } from "./lunopark.ts";

/** What a program may give that embeds Lunopark. */
export interface StartOptions {
  /** The handlers themselves, in the place of a file: `{ subroutine }`. */
  readonly handlers?: HandlerModule;
  /** Directory that paths of the configuration are relative to; the working directory unless given. */
  readonly directory?: string;
  /** Log to write to; one is opened from the configuration unless given. */
  readonly log?: RootLog;
  /** Whether to measure, for {@linkcode Lunopark.metrics}; with a status page it does anyway. */
  readonly metrics?: boolean;
}

/**
 * Starts Lunopark in this process, with the configuration as an object.
 *
 * @throws {ConfigError} If the configuration is wrong; it lists every mistake.
 * @throws {HandlerLoadError} If the handlers cannot be loaded.
 * @throws {LunoparkError} If the port cannot be taken.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 * import { type App, startLunopark } from "lunopark";
 *
 * const handlers = {
 *   async subroutine(app: App) {
 *     await app.Answer();
 *   },
 * };
 * const server = await startLunopark(
 *   { role: "agi", listen: "127.0.0.1:0", level: "error" },
 *   { handlers },
 * );
 * assert.match(server.address ?? "", /^127\.0\.0\.1:\d+$/);
 * await server.stop();
 * ```
 */
export async function startLunopark(
  config: Config = {},
  options: StartOptions = {},
): Promise<Lunopark> {
  const settings = resolveConfig(config, { directory: options.directory ?? Deno.cwd() });
  const log = options.log ?? openLog(logOptions(settings));
  const { handlers } = options;
  const source = handlers ? givenHandlers(handlers) : openHandlers(settings);
  return await Lunopark.start(settings, log, source, { metrics: options.metrics });
}

/** How the log is opened that a configuration asks for. */
export function logOptions(settings: Settings): Parameters<typeof openLog>[0] {
  const { ident, level, logFormat, log } = settings;
  return { ident, level, format: logFormat, ...log !== undefined && { file: log } };
}
