/**
 * Console commands, those that programs ask for most.
 *
 * @module
 */
import type { Channel } from "../pbx/channel.ts";
import type { AmiServer } from "./ami_server.ts";

/** What a command printed. */
export interface CommandResult {
  readonly ok: boolean;
  /** Lines without their ends. */
  readonly output: readonly string[];
}

type RunCommand = (server: AmiServer, args: readonly string[]) => readonly string[];

/** Commands by their words; what follows those are arguments. */
const COMMANDS: Readonly<Record<string, RunCommand>> = {
  "core show channels concise": ({ pbx }) => [...pbx.channels.values()].map(conciseLine),
  "core show channels count": (server) => channelCounts(server),
  "core show channels": (server) => [
    columns("Channel", "Location", "State", "Application(Data)"),
    ...[...server.pbx.channels.values()].map((channel) =>
      columns(
        channel.name,
        `${channel.exten}@${channel.context}:${channel.priority}`,
        channel.stateName,
        `${channel.application || "(None)"}(${channel.applicationData})`,
      )
    ),
    ...channelCounts(server),
  ],
  "core show uptime": ({ pbx, startedAt }) => {
    const text = formatUptime(pbx.clock.now - startedAt);
    return [`System uptime: ${text}`, `Last reload: ${text}`];
  },
  "core show version": ({ pbx }) => [`Asterisk ${pbx.fullVersion}`],
  "core show hints": () => ["There are no registered dialplan hints"],
  "database deltree": ({ pbx }, [family = "", key = ""]) => {
    const count = pbx.database.deleteTree(family, key);
    return [count === 0 ? "Database entries do not exist." : `${count} database entries removed.`];
  },
  "database get": ({ pbx }, [family = "", key = ""]) => {
    const value = pbx.database.get(family, key);
    return value === undefined ? ["Database entry not found."] : `Value: ${value}`.split("\n");
  },
  "database put": ({ pbx }, [family = "", key = "", value = ""]) => {
    pbx.database.put(family, key, value);
    return ["Updated database successfully"];
  },
  "database show": ({ pbx }, [family = "", key = ""]) => {
    const entries = pbx.database.list(family, key);
    return [
      ...entries.map(([path, value]) => `${path.padEnd(50)}: ${value.padEnd(25)}`),
      `${entries.length} results found.`,
    ];
  },
  "dialplan set global": ({ pbx }, [name = "", value = ""]) => {
    pbx.setGlobal(name, value);
    return ["", `    -- Global variable '${name}' set to '${value}'`];
  },
};

/** How many words commands have that need arguments, and how they are used. */
const USAGE: Readonly<Record<string, readonly [count: number, usage: readonly string[]]>> = {
  "dialplan set global": [2, [
    "Usage: dialplan set global <name> <value>",
    "       Set global dialplan variable <name> to <value>",
  ]],
};

/**
 * Runs a console command.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 * import { Pbx } from "../pbx/pbx.ts";
 * import { AmiServer } from "./ami_server.ts";
 *
 * await using server = new AmiServer(new Pbx());
 * assert.deepEqual(runCommand(server, "no such command"), {
 *   ok: false,
 *   output: [
 *     "No such command 'no such command' (type 'core show help no such' for other possible commands)",
 *   ],
 * });
 * ```
 */
export function runCommand(server: AmiServer, line: string): CommandResult {
  const words = splitWords(line);
  for (let count = words.length; count > 0; count--) {
    const name = words.slice(0, count).join(" ").toLowerCase();
    const run = COMMANDS[name];
    if (!run) continue;
    const args = words.slice(count);
    const [needed, usage] = USAGE[name] ?? [];
    if (needed !== undefined && usage && args.length !== needed) {
      return { ok: false, output: usage };
    }
    return { ok: true, output: run(server, args) };
  }
  // Asterisk suggests all words but the last.
  const known = words.slice(0, -1).join(" ");
  return {
    ok: false,
    output: [
      `No such command '${line}' (type 'core show help ${known}' for other possible commands)`,
    ],
  };
}

/** Words, in quotes with blanks. Source: Asterisk 22, main/cli.c, parse_args() */
function splitWords(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"?|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

function conciseLine(channel: Channel): string {
  const { pbx } = channel;
  return [
    channel.name,
    channel.context,
    channel.exten,
    channel.priority,
    channel.stateName,
    channel.application || "(None)",
    channel.applicationData,
    channel.caller.number,
    channel.accountCode,
    "",
    3,
    Math.floor((pbx.clock.now - channel.created) / 1_000),
    channel.bridge?.uniqueid ?? "",
    channel.uniqueid,
  ].join("!");
}

function columns(channel: string, place: string, state: string, application: string): string {
  return [channel.slice(0, 20).padEnd(20), place.slice(0, 20).padEnd(20), state.padEnd(7)]
    .concat(application).join(" ");
}

function channelCounts({ pbx }: AmiServer): string[] {
  const plural = (count: number, thing: string) => `${count} ${thing}${count === 1 ? "" : "s"}`;
  const active = pbx.channels.size;
  return [
    `${plural(active, "active channel")}`,
    `${plural(active, "active call")}`,
    `${plural(pbx.calls, "call")} processed`,
  ];
}

/** Milliseconds as `1 hour, 2 minutes, 3 seconds`. */
function formatUptime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  const parts = [
    [Math.floor(seconds / 86_400), "day"],
    [Math.floor(seconds / 3_600) % 24, "hour"],
    [Math.floor(seconds / 60) % 60, "minute"],
    [seconds % 60, "second"],
  ] as const;
  return parts
    .filter(([count, unit]) => count > 0 || unit === "second")
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`)
    .join(", ");
}
