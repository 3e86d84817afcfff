/**
 * The flags of the service, the same in `deno task dev` and in the binary.
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
  // Room for what has just been made, in MB: it grows to 16 under load, twice, and stays. With 8, ten
  // thousand open calls take 30 MB less, and a call costs no more CPU.
  "--v8-flags=--max-semi-space-size=8",
];
