/**
 * Runs the server on the example handlers and keeps it up to date: a changed handler is reloaded,
 * a changed configuration starts the server again. `deno task dev`.
 *
 * @module
 */
import { resolve } from "node:path";
import { serviceFlags } from "./service_flags.ts";

/** Editors write a file in several steps. */
const DEBOUNCE = 100;

const root = resolve(import.meta.dirname ?? ".", "..");
const folder = resolve(root, "handlers");
const configuration = resolve(folder, "config.ts");

let server = startServer();
let stopping = false;
let restarting = false;
const changed = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

// The server is out of reach of the terminal's Ctrl-C, so that it gets each signal once.
Deno.addSignalListener("SIGINT", () => stop("SIGINT"));
Deno.addSignalListener("SIGTERM", () => stop("SIGTERM"));
// The terminal was closed; to the server itself HUP means something else.
Deno.addSignalListener("SIGHUP", () => stop("SIGTERM"));

watchHandlers();
while (true) {
  const { code, signal } = await server.status;
  // A HUP that comes before the server listens to it ends the server.
  if (stopping || (!restarting && signal !== "SIGHUP")) Deno.exit(code);
  restarting = false;
  server = startServer();
}

function startServer(): Deno.ChildProcess {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", ...serviceFlags, resolve(root, "main.ts"), "-c", configuration],
    stdin: "null",
    detached: true,
  });
  return command.spawn();
}

async function watchHandlers(): Promise<void> {
  for await (const { kind, paths } of Deno.watchFs(folder)) {
    const files = paths.filter((path) => /\.(ts|js|json|yaml)$/.test(path));
    if (kind === "access" || files.length === 0) continue;
    for (const file of files) changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(applyChanges, DEBOUNCE);
  }
}

function applyChanges(): void {
  const files = [...changed];
  changed.clear();
  if (stopping || restarting) return; // the next server reads everything anyway
  restarting = files.includes(configuration);
  send(restarting ? "SIGTERM" : "SIGHUP");
}

function stop(signal: Deno.Signal): void {
  stopping = true;
  send(signal);
}

function send(signal: Deno.Signal): void {
  try {
    server.kill(signal);
  } catch {
    // It has ended by itself, which `server.status` tells.
  }
}
