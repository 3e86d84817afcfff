/**
 * What may stand in a configuration: its type, its defaults, and what each value must be.
 *
 * @module
 */

import * as v from "valibot";
import {
  describeKind,
  describeUnknownKeys,
  describeValue,
  isObject,
  type Problem,
} from "./config_problem.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { logLevels } from "./log_level.ts";
import { type Address, checkEntry, parseAddress } from "./net/address.ts";
import { ipVersion } from "./net/ip.ts";
import { permissionNames, type Permissions } from "./permissions.ts";

/**
 * The configuration as people write it; every key may be left out.
 *
 * @example The file `config.ts`
 * ```ts ignore
 * import type { Config } from "lunopark";
 *
 * export default {
 *   user: "lunopark",
 *   secret: "change me",
 *   listen: "*:4573",
 * } satisfies Config;
 * ```
 */
export interface Config {
  /** Whether to be a FastAGI server, an AMI client, or both; default `both`. */
  role?: "both" | "agi" | "ami" | undefined;
  /** AMI server: `host` or `host:port`, IPv6 in brackets; default `127.0.0.1`, port 5038. */
  host?: string | undefined;
  /** AMI user, as in `manager.conf`; default `manager`. */
  user?: string | undefined;
  /** Secret of the AMI user; default `password`. */
  secret?: string | undefined;
  /**
   * Whether to connect by TLS, and whom to trust; default false. With it the port is 5039 unless given.
   *
   * `ca`, `cert` and `key` are files, relative to the configuration file, or PEM text. `fingerprint` is
   * the SHA-256 of the one certificate to trust, `insecure` trusts any.
   */
  tls?: boolean | TlsConfig | undefined;
  /** Whether to log in by MD5 challenge, which keeps the secret off the line; default true. */
  secure?: boolean | undefined;
  /**
   * FastAGI server: `*`, `ip`, `*:port` or `ip:port`, IPv6 in brackets; default `127.0.0.1`, port 4573.
   *
   * `*` is every IPv4 address of the machine, `[::]` is IPv6 as well; port 0 is any free one.
   */
  listen?: string | undefined;
  /**
   * Who may call by FastAGI: addresses, networks such as `10.0.0.0/8`, host names. Others are closed
   * at once. Default: this machine, and the AMI host.
   */
  allow?: readonly string[] | undefined;
  /**
   * Whether another process may listen on the same port, which takes over the calls when this one
   * stops; default false.
   */
  reusePort?: boolean | undefined;
  /** File with the call handlers, relative to the configuration file; default `handler.ts`. */
  handler?: string | undefined;
  /** Name in log records; default `lunopark`. */
  ident?: string | undefined;
  /** Log file, relative to the configuration file; default: console only. */
  log?: string | undefined;
  /** Lowest level that is logged; default `info`. */
  level?: "debug" | "info" | "warn" | "error" | undefined;
  /** A line for people, or JSON for programs; default `text`. */
  logFormat?: "text" | "json" | undefined;
  /**
   * Where in the dialplan a call goes on when its handler has thrown; default: where it was.
   *
   * `priority` is a number or a label; default 1.
   */
  onError?:
    | { context: string; extension: string; priority?: number | string | undefined }
    | undefined;
  /** Whether each script ends with a UserEvent `AGIStatus`; default false. */
  agiStatusEvent?: boolean | undefined;
  /**
   * Whether calls come over AMI as well, by `AGI(agi:async,script)`; default true, but false with
   * `reusePort`: Asterisk tells every AMI connection of them, and two processes would steer one call.
   */
  asyncAgi?: boolean | undefined;
  /** How long a handler may go on after its caller hung up, in milliseconds; default 5000. */
  hangupGrace?: number | undefined;
  /** How long running calls may go on when Lunopark stops, in milliseconds; default 10000. */
  stopGrace?: number | undefined;
  /**
   * What is left of the permissions of the process when handlers are loaded, by Deno's names for them:
   * `false` takes all of a category away, a list makes the start fail where the flags of the process
   * give other than that. For the whole process, a program that embeds Lunopark included.
   *
   * `{ run: false, env: false, ffi: false, net: ["127.0.0.1:5038", "127.0.0.1:4573"] }`
   */
  permissions?: Permissions | undefined;
  /**
   * How much others may ask of Lunopark; see {@linkcode Limits} for what each is about, and what
   * happens over it. `callsPerAddress` is as `calls` unless given.
   */
  limits?: { -readonly [Name in keyof Limits]?: number | undefined } | undefined;
  /**
   * Where the status page, `/health`, `/ready` and `/metrics` are served: `ip:port`, `localhost:port`,
   * or the path of a unix socket, relative to the configuration file; default: nowhere.
   *
   * An address that is not this machine's own needs a `statusToken`.
   */
  status?: string | undefined;
  /**
   * Whoever has it may reload, hang up a call and change the log level on the status page; default:
   * nobody may. At least 16 letters, digits and signs.
   */
  statusToken?: string | undefined;
  /** Whether the status page shows digits that callers type, and values; default false. */
  statusDigits?: boolean | undefined;
}

/** How to connect by TLS. */
export interface TlsConfig {
  /** Certificates that may have signed the server's; default: those of the system. */
  ca?: string | undefined;
  /** Name that the server's certificate must have; default: the host. */
  servername?: string | undefined;
  /** Our certificate, for a server that asks for one. */
  cert?: string | undefined;
  /** Key of our certificate. */
  key?: string | undefined;
  /** SHA-256 of the one certificate to trust, in hexadecimal; who signed it does not matter then. */
  fingerprint?: string | undefined;
  /** Trust any certificate: encrypted, but nobody knows to whom; default false. */
  insecure?: boolean | undefined;
}

const flag = v.boolean("must be true or false");

// A timer that is set to more than this fires at once.
const longestTime = 2 ** 31 - 1;
const time = v.custom<number>(
  (value) => isInteger(value, 0, longestTime),
  `must be a whole number of milliseconds from 0 to ${longestTime}`,
);

// CR and LF end a line on the wire, and NUL a string in Asterisk.
const secret = text(/^[^\r\n\0]*$/, "must be a string without line breaks and NUL");
const word = text(/^[^\r\n\0]+$/, "must be a string, not empty, without line breaks and NUL");
const path = text(/^[^\0]+$/, "must be the path of a file");

const placeKeys = {
  context: word,
  extension: word,
  priority: v.optional(
    v.custom<number | string>(
      (value) => isInteger(value, 1, longestTime) || v.is(word, value),
      "must be a positive whole number or a label",
    ),
    1,
  ),
};

/** Port of an AMI host that has none: which one it is depends on TLS. */
export const portNotGiven = -1;

const pem = text(/^[^\0]+$/, "must be the path of a PEM file, or PEM text");
const tlsKeys = {
  ca: v.optional(pem),
  servername: v.optional(word),
  cert: v.optional(pem),
  key: v.optional(pem),
  fingerprint: v.optional(
    text(/^([0-9a-f]{2}:?){31}[0-9a-f]{2}$/i, "must be 32 bytes in hexadecimal, the SHA-256"),
  ),
  insecure: v.optional(flag),
};
const mustBeTls =
  "must be true, false or an object with ca, servername, cert, key, fingerprint, insecure";

const count = v.custom<number>(
  (value) => isInteger(value, 1, longestTime),
  `must be a whole number from 1 to ${longestTime}`,
);
/** What each limit is a number of. A time may be 0. */
const limitUnits = {
  calls: "calls",
  callsPerAddress: "calls",
  connecting: "connections",
  environmentTime: "ms",
  environmentBytes: "bytes",
  environmentLines: "lines",
  replyBytes: "bytes",
  messageBytes: "bytes",
  messageHeaders: "headers",
  waitingActions: "actions",
  queuedEvents: "events",
  stallTime: "ms",
} satisfies Record<keyof Limits, string>;
const limitKeys = {} as Record<keyof Limits, v.GenericSchema<number>>;
for (const [name, unit] of Object.entries(limitUnits)) {
  limitKeys[name as keyof Limits] = unit === "ms" ? time : count;
}
const limits = v.pipe(
  v.custom<object>(isObject, `must be an object with limits by name`),
  v.partial(v.object(limitKeys)),
  v.transform((given): Limits => {
    const set = Object.entries(given).filter(([, value]) => value !== undefined);
    const { calls = defaultLimits.calls } = given;
    return { ...defaultLimits, callsPerAddress: calls, ...Object.fromEntries(set) };
  }),
);

const mustBePermission = "must be true, false or a list of strings";
const permission = v.custom<boolean | string[]>(
  (value) =>
    typeof value === "boolean" ||
    (Array.isArray(value) && value.length > 0 &&
      value.every((one) => typeof one === "string" && /^[^\0\r\n,]+$/.test(one))),
  mustBePermission,
);
const permissionKeys = v.entriesFromList(permissionNames, v.optional(permission));

const mustBeAllowed = 'must be an address, a network such as "10.0.0.0/8" or a host name';
const mustBeAllow = "must be a list of addresses, networks and host names";

const mustBeStatus =
  'must be "ip:port" or "localhost:port" (port 0 to 65535), or the path of a unix socket with a "/"';

/** Where the status page is: a port, or a unix socket. */
export type StatusAddress = Address | { readonly path: string };

const keys = {
  role: v.optional(oneOf("both", "agi", "ami"), "both"),
  host: v.optional(
    address('must be "host" or "host:port" (port 1 to 65535)', portNotGiven, isRemote),
    "127.0.0.1",
  ),
  user: v.optional(word, "manager"),
  secret: v.optional(secret, "password"),
  tls: v.optional(
    v.lazy((value) => isObject(value) ? v.object(tlsKeys) : v.boolean(mustBeTls)),
    false,
  ),
  secure: v.optional(flag, true),
  listen: v.optional(
    address('must be "*", "ip", "*:port" or "ip:port" (port 0 to 65535)', 4573, isLocal),
    "127.0.0.1",
  ),
  allow: v.optional(v.pipe(
    v.custom<string[]>(Array.isArray, mustBeAllow),
    v.array(v.pipe(v.string(mustBeAllowed), v.check(isEntry, mustBeAllowed))),
    v.readonly(),
  )),
  reusePort: v.optional(flag, false),
  handler: v.optional(path, "handler.ts"),
  ident: v.optional(text(/^\P{Cc}+$/u, "must be a name without control characters"), "lunopark"),
  log: v.optional(path),
  level: v.optional(oneOf(...logLevels), "info"),
  logFormat: v.optional(oneOf("text", "json"), "text"),
  onError: v.optional(
    v.pipe(
      v.custom<object>(isObject, "must be an object with context, extension and priority"),
      v.object(placeKeys, "must be given"),
    ),
  ),
  agiStatusEvent: v.optional(flag, false),
  asyncAgi: v.optional(flag),
  hangupGrace: v.optional(time, 5_000),
  stopGrace: v.optional(time, 10_000),
  permissions: v.optional(
    v.pipe(
      v.custom<object>(isObject, "must be an object with permissions by name"),
      v.object(permissionKeys),
    ),
    {},
  ),
  limits: v.optional(limits, {}),
  status: v.optional(v.pipe(
    v.string(mustBeStatus),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const address = readStatusAddress(dataset.value);
      if (address) return address;
      addIssue({ message: mustBeStatus });
      return NEVER;
    }),
  )),
  statusToken: v.optional(
    text(/^[\x21-\x7e]{16,}$/, "must be at least 16 letters, digits and signs, without blanks"),
  ),
  statusDigits: v.optional(flag, false),
} satisfies Record<keyof Config, v.GenericSchema>;

const schema = v.object(keys);

/** The keys of a configuration, in the order in which they are told. */
export const configKeys: readonly string[] = Object.keys(keys);

/** What the numbers in a configuration are numbers of, by path, such as `limits.stallTime`: `ms`. */
export const configUnits: Readonly<Record<string, string>> = {
  hangupGrace: "ms",
  stopGrace: "ms",
  ...Object.fromEntries(
    Object.entries(limitUnits).map(([name, unit]) => [`limits.${name}`, unit]),
  ),
};

/** A configuration with its defaults filled in and its addresses read; paths are as they were given. */
export type CheckedConfig =
  & Required<
    Omit<
      Config,
      | "host"
      | "listen"
      | "log"
      | "onError"
      | "limits"
      | "allow"
      | "asyncAgi"
      | "permissions"
      | "status"
      | "statusToken"
    >
  >
  & {
    host: Address;
    listen: Address;
    log?: string | undefined;
    onError?: { context: string; extension: string; priority: number | string } | undefined;
    limits: Limits;
    allow?: readonly string[] | undefined;
    asyncAgi?: boolean | undefined;
    permissions: Permissions;
    status?: StatusAddress | undefined;
    statusToken?: string | undefined;
  };

/**
 * Checks a configuration, with some keys overridden, and fills in the defaults.
 *
 * Either `checked` is there, or `problems` has all the mistakes.
 */
export function checkConfig(
  config: unknown,
  overrides: Readonly<Record<string, unknown>>,
): { checked?: CheckedConfig; problems: readonly Problem[] } {
  if (!isObject(config)) {
    const reason = `got ${
      describeKind(config)
    }, must be an object with the keys of a configuration`;
    return { problems: [{ path: "", reason }] };
  }
  const input = { ...config, ...overrides };
  const result = v.safeParse(schema, input, { abortPipeEarly: true });
  const problems = [
    ...(result.issues ?? []).map(describeIssue),
    ...describeUnknownKeys(input, Object.keys(keys)),
    ...describeUnknownKeys(config.tls, Object.keys(tlsKeys), "tls."),
    ...describeUnknownKeys(config.onError, Object.keys(placeKeys), "onError."),
    ...describeUnknownKeys(config.permissions, permissionNames, "permissions."),
    ...describeUnknownKeys(config.limits, Object.keys(limitKeys), "limits."),
  ];
  return result.success && problems.length === 0
    ? { checked: result.output, problems }
    : { problems };
}

function describeIssue(issue: v.BaseIssue<unknown>): Problem {
  const path = v.getDotPath(issue) ?? "";
  const got = ["secret", "tls.key", "statusToken"].includes(path)
    ? describeKind(issue.input)
    : describeValue(issue.input);
  return { path, reason: `got ${got}, ${issue.message}` };
}

function oneOf<const Word extends string>(...words: readonly Word[]): v.GenericSchema<Word> {
  const list = words.map((word) => `"${word}"`).join(", ").replace(/, (?=[^,]*$)/, " or ");
  return v.picklist(words, `must be ${list}`);
}

function text(pattern: RegExp, must: string): v.GenericSchema<string> {
  return v.pipe(v.string(must), v.regex(pattern, must));
}

function address(
  must: string,
  defaultPort: number,
  isAllowed: (address: Address) => boolean,
): v.GenericSchema<string, Address> {
  return v.pipe(
    v.string(must),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      try {
        const address = parseAddress(dataset.value, defaultPort);
        if (isAllowed(address)) return address;
        addIssue({ message: must });
      } catch (error) {
        // What else can be wrong is in `must`; that IPv6 needs brackets has to be told.
        const { message } = error as TypeError;
        addIssue({ message: /bracket/.test(message) ? `${must}. ${message}` : must });
      }
      return NEVER;
    }),
  );
}

/** Reads where the status page is to be; `undefined` when the text says no such place. */
function readStatusAddress(text: string): StatusAddress | undefined {
  if (text.startsWith("unix:") && text.length > 5) return { path: text.slice(5) };
  if (text.includes("/") && !text.includes("\0")) return { path: text };
  try {
    const { hostname, port } = parseAddress(text, portNotGiven);
    if (port === portNotGiven) return undefined;
    if (hostname === "localhost") return { hostname: "127.0.0.1", port };
    return isLocal({ hostname, port }) ? { hostname, port } : undefined;
  } catch {
    return undefined;
  }
}

function isRemote({ hostname, port }: Address): boolean {
  return hostname !== "*" && port !== 0;
}

function isEntry(text: string): boolean {
  try {
    checkEntry(text);
    return true;
  } catch {
    return false;
  }
}

function isLocal({ hostname }: Address): boolean {
  return hostname === "*" || ipVersion(hostname) !== 0;
}

function isInteger(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
