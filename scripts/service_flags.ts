/**
 * The permissions of the service, the same in `deno task dev` and in the binary.
 *
 * Network, files and environment are what Lunopark and its handlers work with. Signals need no
 * permission; programs, native code and facts about the machine (`run`, `ffi`, `sys`) are not for
 * it, and on a terminal it must not stop to ask for them.
 */
export const serviceFlags: readonly string[] = [
  "--no-prompt",
  "--allow-net",
  "--allow-read",
  "--allow-write",
  "--allow-env",
];
