/**
 * Which version of Lunopark this is.
 *
 * @module
 */

/**
 * That of `deno.json`, which is no module: the library that `lunopark init` copies into a project must
 * not bring another `deno.json` with it.
 */
export const version = "0.1.0";
