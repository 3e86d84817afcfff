/**
 * Getvar and Setvar, and the database.
 *
 * @module
 */
import type { Channel } from "../pbx/channel.ts";
import { readVariable } from "../pbx/expression.ts";
import { readFunction, writeFunction } from "../pbx/functions.ts";
import type { Pbx } from "../pbx/pbx.ts";
import {
  type ActionContext,
  type ActionDefinition,
  ActionRefused,
  requireChannel,
  requireHeader,
} from "./action_table.ts";
import { decodeText, encodeText } from "../wire_text.ts";

/** Longest value that Getvar gives, in bytes. Source: main/manager.c, action_getvar(), workspace */
const MAX_VALUE = 1_023;

/** Variables and the database. */
export const VARIABLE_ACTIONS: readonly ActionDefinition[] = [
  { name: "DBDel", privileges: ["system"], synopsis: "Deletes a value", run: dbDel },
  { name: "DBDelTree", privileges: ["system"], synopsis: "Deletes a family", run: dbDelTree },
  { name: "DBGet", privileges: ["system", "reporting"], synopsis: "Reads a value", run: dbGet },
  {
    name: "DBGetTree",
    privileges: ["system", "reporting"],
    synopsis: "Lists values",
    run: dbGetTree,
  },
  { name: "DBPut", privileges: ["system"], synopsis: "Sets a value", run: dbPut },
  { name: "Getvar", privileges: ["call", "reporting"], synopsis: "Reads a variable", run: getvar },
  { name: "Setvar", privileges: ["call"], synopsis: "Sets a variable", run: setvar },
];

/** Names in what a user without the class `system` may not read. */
const DANGEROUS = /SHELL|EVAL/;
/** Functions that AMI may not use while `live_dangerously` is off. */
const GUARDED = /^(SHELL|FILE|FILE_COUNT_LINE|DB_DELETE|CURL|CURLOPT|ENV|STAT|SPRINTF_UNSAFE)\(/i;

/** A function or a variable of a channel, or of none; `undefined` when there is none. */
export function readValue(
  pbx: Pbx,
  channel: Channel | undefined,
  name: string,
): string | undefined {
  if (!name.endsWith(")")) return readVariable(pbx, channel, name);
  return GUARDED.test(name) ? undefined : readFunction(pbx, channel, name);
}

/** Source: Asterisk 22, main/manager.c, action_getvar() */
function getvar(context: ActionContext): void {
  const { action, reply, session, pbx } = context;
  const name = requireHeader(context, "Variable", "No variable specified");
  if (DANGEROUS.test(name) && !session.user?.write.has("system")) {
    throw new ActionRefused("GetVar Access Forbidden: Variable");
  }
  const channel = action.get("Channel") === "" ? undefined : requireChannel(context);
  const bytes = encodeText(readValue(pbx, channel, name) ?? "");
  const value = bytes.length > MAX_VALUE ? decodeText(bytes.subarray(0, MAX_VALUE)) : undefined;
  reply.respond("Success", [
    ["Variable", name],
    ["Value", value ?? decodeText(bytes)],
  ]);
}

/** Source: Asterisk 22, main/manager.c, action_setvar() */
function setvar(context: ActionContext): void {
  const { action, reply, pbx } = context;
  const name = requireHeader(context, "Variable", "No variable specified");
  const value = action.get("Value");
  const channel = action.get("Channel") === "" ? undefined : requireChannel(context);
  if (name.endsWith(")")) {
    if (GUARDED.test(name) || !writeFunction(pbx, channel, name, value)) {
      throw new ActionRefused("Variable not set");
    }
  } else if (channel) channel.setVariable(name, value);
  else pbx.setGlobal(name, value);
  reply.ack("Variable Set");
}

function dbPut(context: ActionContext): void {
  const { action, reply, pbx } = context;
  const family = requireHeader(context, "Family", "No family specified");
  const key = requireHeader(context, "Key", "No key specified");
  pbx.database.put(family, key, action.get("Val"));
  reply.ack("Updated database successfully");
}

function dbGet(context: ActionContext): void {
  const { reply, pbx } = context;
  const family = requireHeader(context, "Family", "No family specified.");
  const key = requireHeader(context, "Key", "No key specified.");
  const value = pbx.database.get(family, key);
  if (value === undefined) throw new ActionRefused("Database entry not found");
  reply.list(
    [{
      event: "DBGetResponse",
      headers: [["Family", family], ["Key", key], ["Val", value]],
      id: "last",
    }],
    { message: "Result will follow", complete: "DBGetComplete" },
  );
}

function dbGetTree({ action, reply, pbx }: ActionContext): void {
  const entries = pbx.database.list(action.get("Family"), action.get("Key"));
  reply.list(
    entries.map(([path, value]) => ({
      event: "DBGetTreeResponse",
      headers: [["Key", path], ["Val", value]],
      id: "last",
    })),
    { message: "Result will follow", complete: "DBGetTreeComplete" },
  );
}

function dbDel(context: ActionContext): void {
  const { reply, pbx } = context;
  const family = requireHeader(context, "Family", "No family specified.");
  const key = requireHeader(context, "Key", "No key specified.");
  if (!pbx.database.delete(family, key)) {
    throw new ActionRefused("Database entry could not be deleted");
  }
  reply.ack("Key deleted successfully");
}

function dbDelTree(context: ActionContext): void {
  const { action, reply, pbx } = context;
  const family = requireHeader(context, "Family", "No family specified.");
  if (pbx.database.deleteTree(family, action.get("Key")) === 0) {
    throw new ActionRefused("Database entry not found");
  }
  reply.ack("Key tree deleted successfully");
}
