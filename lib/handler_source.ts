/**
 * Where the handlers come from: a file, or an object of a program that embeds Lunopark.
 *
 * @module
 */

import type { Settings } from "./config.ts";
import type { HandlerSource } from "./handler_store.ts";
import { HandlerLoader, type HandlerModule } from "./handlers/loader.ts";

/** The handler file of a configuration. */
export function openHandlers(settings: Settings): HandlerSource {
  return new HandlerLoader(settings.handler, new URL("../mod.ts", import.meta.url).href);
}

/** Handlers that are given as an object. */
export function givenHandlers(module: HandlerModule): HandlerSource {
  return {
    file: "the given handlers",
    scriptsOptional: true,
    changed: () => false,
    load: () => Promise.resolve(module),
    [Symbol.dispose]: () => {},
  };
}
