/**
 * Dialplan functions: `${CALLERID(num)}`, `${LEN(abc)}`.
 *
 * @module
 */

import { splitArguments } from "./application.ts";
import type { Channel } from "./channel.ts";
import { substitute } from "./expression.ts";
import { cut, ifFunction, keypadHash, matches, math, sprintf, strftime } from "./text_functions.ts";
import { byteLength, decodePercent, encodePercent } from "./words.ts";
import type { Pbx } from "./pbx.ts";

/** A dialplan function. What it does not have, reading or writing, Asterisk refuses. */
export interface DialplanFunction {
  /** Reads it; `undefined` is a failure. `channel` is missing when there is none. */
  read?(pbx: Pbx, channel: Channel | undefined, args: string): string | undefined;
  /** Writes it. */
  write?(pbx: Pbx, channel: Channel | undefined, args: string, value: string): void;
}

/** Reads a function, `NAME(arguments)`; `undefined` when there is none, or it fails. */
export function readFunction(
  pbx: Pbx,
  channel: Channel | undefined,
  expression: string,
): string | undefined {
  const { name, args } = split(expression);
  const found = pbx.functions.get(name) ?? functions.get(name);
  return found?.read?.(pbx, channel, args);
}

/** Writes a function; false when there is none that can be written. */
export function writeFunction(
  pbx: Pbx,
  channel: Channel | undefined,
  expression: string,
  value: string,
): boolean {
  const { name, args } = split(expression);
  const found = pbx.functions.get(name) ?? functions.get(name);
  if (!found?.write) return false;
  found.write(pbx, channel, args, value);
  return true;
}

/** Splits at the first `(` and the last `)`; what is missing of them is added. */
function split(expression: string): { name: string; args: string } {
  const open = expression.indexOf("(");
  const close = expression.lastIndexOf(")");
  return {
    name: expression.slice(0, open < 0 ? undefined : open).toUpperCase(),
    args: open < 0 ? "" : expression.slice(open + 1, close > open ? close : undefined),
  };
}

/** Reads or writes a party by the names that CALLERID and CONNECTEDLINE have. */
function partyFunction(which: "caller" | "connected", event: string): DialplanFunction {
  return {
    read(_pbx, channel, args) {
      if (!channel) return undefined;
      const { number, name } = channel[which];
      switch (splitArguments(args)[0]?.toLowerCase()) {
        case "num":
        case "number":
          return number;
        case "name":
          return name;
        case "all":
          return `"${name}" <${number}>`;
        case "ani":
          return "";
        case "dnid":
          return channel.dnid;
        case "rdnis":
          return channel.rdnis;
        case "pres":
        case "num-pres":
        case "name-pres":
          return "allowed_not_screened";
        case "ani2":
        case "ton":
          return "0";
        default:
          return undefined;
      }
    },
    write(pbx, channel, args, value) {
      if (!channel) return;
      const party = channel[which];
      switch (splitArguments(args)[0]?.toLowerCase()) {
        case "num":
        case "number":
          party.number = value;
          break;
        case "name":
          party.name = value;
          break;
        case "all":
          Object.assign(party, parseCallerId(value));
          break;
        case "dnid":
          channel.dnid = value;
          return;
        case "rdnis":
          channel.rdnis = value;
          return;
        default:
          return;
      }
      pbx.emit(event, channel, (): Record<string, string> => {
        if (event !== "NewCallerid") return {};
        return { "CID-CallingPres": "0 (Presentation Allowed, Not Screened)" };
      });
    },
  };
}

/**
 * Splits `"Name" <number>`; without brackets, a text of digits is a number and any other a name.
 *
 * Source: Asterisk 22, main/callerid.c, ast_callerid_parse()
 */
export function parseCallerId(text: string): { name: string; number: string } {
  const found = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^<]*?))\s*<([^>]*)>/.exec(text);
  if (found) {
    return { name: (found[1] ?? found[2] ?? "").trim(), number: shrink(found[3] ?? "") };
  }
  const plain = text.replace(/^\s*"?|"?\s*$/g, "");
  return /^[\d\s()+\-*#.]+$/.test(plain)
    ? { name: "", number: shrink(plain) }
    : { name: plain, number: "" };
}

/** A number without what people put between its digits. */
function shrink(number: string): string {
  return number.replace(/[\s().]|(?<=.)-/g, "");
}

const channelFunction: DialplanFunction = {
  read(pbx, channel, args) {
    switch (channel && args.toLowerCase()) {
      case "state":
        return channel?.stateName;
      case "language":
        return channel?.language;
      case "name":
        return channel?.name;
      case "uniqueid":
        return channel?.uniqueid;
      case "linkedid":
        return channel?.linkedid;
      case "accountcode":
        return channel?.accountCode;
      case "channeltype":
        return channel?.technology;
      case "exten":
        return channel?.exten;
      case "context":
        return channel?.context;
      case "musicclass":
        return channel?.variables.get("musicclass") ?? "";
      case "audioreadformat":
      case "audiowriteformat":
      case "audionativeformat":
        return "ulaw";
      case "hangupsource":
        return "";
      case "version":
        return pbx.fullVersion;
      default:
        return undefined;
    }
  },
  write(_pbx, channel, args, value) {
    if (!channel) return;
    switch (args.toLowerCase()) {
      case "language":
        channel.language = value;
        break;
      case "accountcode":
        channel.accountCode = value;
        break;
      case "musicclass":
        channel.variables.set("musicclass", value);
        break;
    }
  },
};

const db: DialplanFunction = {
  read(pbx, channel, args) {
    const [family = "", key = ""] = splitPath(args);
    const value = pbx.database.get(family, key);
    if (value !== undefined) channel?.setVariable("DB_RESULT", value);
    return value ?? "";
  },
  write(pbx, _channel, args, value) {
    const [family = "", key = ""] = splitPath(args);
    pbx.database.put(family, key, value);
  },
};

/** A family and its key: `cidname/100`, the key with what slashes it has. */
function splitPath(path: string): [string, string] {
  const slash = path.indexOf("/");
  return slash < 0 ? [path, ""] : [path.slice(0, slash), path.slice(slash + 1)];
}

/** A function of a text. */
function ofText(read: (text: string) => string | undefined): DialplanFunction {
  return { read: (_pbx, _channel, args) => read(args) };
}

const functions: ReadonlyMap<string, DialplanFunction> = new Map<string, DialplanFunction>([
  ["CALLERID", partyFunction("caller", "NewCallerid")],
  ["CONNECTEDLINE", partyFunction("connected", "NewConnectedLine")],
  ["CHANNEL", channelFunction],
  ["DB", db],
  ["DB_EXISTS", {
    read: (pbx, _channel, args) => pbx.database.get(...splitPath(args)) === undefined ? "0" : "1",
  }],
  ["DB_DELETE", {
    read(pbx, _channel, args) {
      const value = pbx.database.get(...splitPath(args)) ?? "";
      pbx.database.delete(...splitPath(args));
      return value;
    },
  }],
  ["GLOBAL", {
    read: (pbx, _channel, args) => pbx.globals.get(args) ?? "",
    write: (pbx, _channel, args, value) => pbx.setGlobal(args, value),
  }],
  ["LEN", ofText((text) => String(byteLength(text)))],
  ["URIENCODE", ofText(encodePercent)],
  ["URIDECODE", ofText(decodePercent)],
  ["TOUPPER", ofText((text) => text.toUpperCase())],
  ["TOLOWER", ofText((text) => text.toLowerCase())],
  ["ISNULL", ofText((text) => text === "" ? "1" : "0")],
  ["EXISTS", ofText((text) => text === "" ? "0" : "1")],
  ["QUOTE", ofText((text) => `"${text.replace(/["\\]/g, "\\$&")}"`)],
  ["BASE64_ENCODE", ofText((text) => btoa(unescape(encodeURIComponent(text))))],
  ["BASE64_DECODE", ofText((text) => decodeURIComponent(escape(atob(text))))],
  ["MATH", ofText(math)],
  ["IF", ofText(ifFunction)],
  ["CUT", {
    read(_pbx, channel, args) {
      const [name = "", delimiter, fields = "1"] = splitArguments(args);
      return cut(channel?.variables.get(name) ?? "", delimiter || "-", fields);
    },
  }],
  ["FIELDQTY", {
    read(_pbx, channel, args) {
      const [name = "", delimiter = "-"] = splitArguments(args);
      const value = channel?.variables.get(name) ?? "";
      return String(value === "" ? 0 : value.split(delimiter).length);
    },
  }],
  ["LISTFILTER", {
    read(_pbx, channel, args) {
      const [name = "", delimiter = "-", word = ""] = splitArguments(args);
      const words = (channel?.variables.get(name) ?? "").split(delimiter);
      return words.filter((one) => one !== word).join(delimiter);
    },
  }],
  ["REPLACE", {
    read(_pbx, channel, args) {
      const [name = "", find = "", replacement = ""] = splitArguments(args);
      const value = channel?.variables.get(name) ?? "";
      return Array.from(value, (one) => find.includes(one) ? replacement : one).join("");
    },
  }],
  ["STRREPLACE", {
    read(_pbx, channel, args) {
      const [name = "", find = "", replacement = ""] = splitArguments(args);
      const value = channel?.variables.get(name) ?? "";
      return find === "" ? value : value.replaceAll(find, replacement);
    },
  }],
  ["REGEX", ofText(matches)],
  ["PASSTHRU", ofText((text) => text)],
  ["KEYPADHASH", ofText(keypadHash)],
  ["SPRINTF", ofText(sprintf)],
  ["EVAL", { read: (pbx, channel, args) => substitute(pbx, channel, args) }],
  ["VERSION", { read: (pbx) => pbx.fullVersion }],
  [
    "FILTER",
    ofText((text) => {
      const [allowed = "", ...rest] = splitArguments(text);
      const set = new RegExp(`[^${allowed.replace(/[\]\\^]/g, "\\$&")}]`, "g");
      return rest.join(",").replace(set, "");
    }),
  ],
  ["HANGUPCAUSE", { read: (_pbx, channel) => channel ? String(channel.cause) : undefined }],
  ["TIMEOUT", {
    read(pbx, channel, args) {
      const at = channel?.hangupTime;
      return args.toLowerCase() === "absolute" && at ? String((at - pbx.clock.now) / 1000) : "0";
    },
    write(pbx, channel, args, value) {
      if (args.toLowerCase() !== "absolute") return;
      const time = Number(value);
      channel?.hangupAt(time > 0 ? pbx.clock.now + time * 1000 : undefined);
    },
  }],
  [
    "RAND",
    ofText((text) => {
      const [min = "0", max = "100"] = splitArguments(text);
      const span = Number(max) - Number(min) + 1;
      return String(Number(min) + Math.floor(Math.random() * span));
    }),
  ],
  ["STRFTIME", {
    read(pbx, _channel, args) {
      const [epoch = "", zone = "", format = "%c"] = splitArguments(args);
      return strftime(epoch === "" ? pbx.clock.now : Number(epoch) * 1_000, zone, format);
    },
  }],
  ["LOCAL", {
    read: (_pbx, channel, args) => channel?.variables.get(args),
    write(_pbx, channel, args, value) {
      const frame = channel?.gosubFrames.at(-1);
      if (!channel || !frame) return;
      if (!frame.locals.has(args)) frame.locals.set(args, channel.variables.get(args));
      channel.setVariable(args, value);
    },
  }],
  ["MASTER_CHANNEL", { write: (_pbx, channel, args, value) => channel?.setVariable(args, value) }],
  ["DEVICE_STATE", {
    read(pbx, _channel, args) {
      if (!pbx.isAvailable(args)) return "INVALID";
      const isInUse = [...pbx.channels.keys()].some((name) => name.startsWith(`${args}-`));
      return isInUse ? "INUSE" : "NOT_INUSE";
    },
  }],
  ["CDR", {
    read: (_pbx, channel, args) => channel && readCdr(channel, args),
    write: (_pbx, channel, args, value) => channel?.variables.set(`CDR(${args})`, value),
  }],
  // Source: Asterisk 22, apps/confbridge/conf_config_parser.c, func_confbridge_helper()
  ["CONFBRIDGE", {
    write: (_pbx, channel, args, value) => channel?.variables.set(`CONFBRIDGE(${args})`, value),
  }],
  // Asterisk refuses it over AGI and AMI, where live_dangerously is not set, with "200 result=0".
]);

/** A field of the call's record, as it will be written. */
function readCdr(channel: Channel, field: string): string {
  const facts: Record<string, string> = {
    src: channel.caller.number,
    clid: `"${channel.caller.name}" <${channel.caller.number}>`,
    dst: channel.exten,
    dcontext: channel.context,
    channel: channel.name,
    uniqueid: channel.uniqueid,
    accountcode: channel.accountCode,
  };
  return channel.variables.get(`CDR(${field})`) ?? facts[field] ?? "";
}
