/**
 * Actions that place calls and move them: Originate, Redirect, transfers.
 *
 * @module
 */
import { splitArguments } from "../pbx/application.ts";
import type { Channel, Place } from "../pbx/channel.ts";
import type { EventPart } from "../pbx/event.ts";
import { originate, type OriginateRequest, type OriginateResult } from "../pbx/originate.ts";
import type { Pbx } from "../pbx/pbx.ts";
import {
  type ActionContext,
  type ActionDefinition,
  ActionRefused,
  requireChannel,
  requireHeader,
} from "./action_table.ts";
import type { Headers } from "./manager_event.ts";
import type { Privileges } from "./privilege.ts";

/** Longest time to wait for an answer unless given, in milliseconds. */
const DEFAULT_TIMEOUT = 30_000;
/** Longest ChannelId. Source: include/asterisk/channel.h, AST_MAX_PUBLIC_UNIQUEID */
const MAX_CHANNEL_ID = 149;

/** Calls and transfers. */
export const CALL_ACTIONS: readonly ActionDefinition[] = [
  { name: "Atxfer", privileges: ["call"], synopsis: "Transfers, attended", run: atxfer },
  { name: "BlindTransfer", privileges: ["call"], synopsis: "Transfers", run: blindTransfer },
  {
    name: "CancelAtxfer",
    privileges: ["call"],
    synopsis: "Cancels an attended transfer",
    run: cancelAtxfer,
  },
  { name: "Originate", privileges: ["originate"], synopsis: "Places a call", run: placeCall },
  { name: "Redirect", privileges: ["call"], synopsis: "Sends calls elsewhere", run: redirect },
];

/**
 * Places a call. Asynchronous, it is answered at once and `OriginateResponse` tells the outcome;
 * otherwise the session waits for it, and hears of nothing else meanwhile.
 * Source: Asterisk 22, main/manager.c, action_originate(), fast_originate()
 */
async function placeCall(context: ActionContext): Promise<void> {
  const { action, reply, pbx } = context;
  const request = readRequest(context);
  if (action.isTrue("Async")) {
    reply.ack("Originate successfully queued");
    void originate(pbx, request).then((result) => sendResponse(context, request, result));
    return;
  }
  if (!request.application && !request.place) {
    throw new ActionRefused("Originate with 'Exten' requires 'Context' and 'Priority'");
  }
  const { ok } = await originate(pbx, request);
  if (!ok) throw new ActionRefused("Originate failed");
  reply.ack("Originate successfully queued");
}

function readRequest(context: ActionContext): OriginateRequest {
  const { action, pbx, session } = context;
  const ids = [action.get("ChannelId"), action.get("OtherChannelId")] as const;
  if (ids.some((id) => id.length > MAX_CHANNEL_ID)) {
    throw new ActionRefused(`Uniqueid length exceeds maximum of ${MAX_CHANNEL_ID}\n`);
  }
  const channel = requireHeader(context, "Channel", "Channel not specified").slice(0, 255);
  const [exten, contextName] = [action.get("Exten"), action.get("Context")];
  const priority = readPriority(pbx, contextName, exten, action.get("Priority"));
  if (priority === undefined) throw new ActionRefused("Invalid priority");
  const timeout = action.get("Timeout");
  if (timeout !== "" && Number.isNaN(Number.parseInt(timeout, 10))) {
    throw new ActionRefused("Invalid timeout");
  }
  if (!channel.includes("/")) throw new ActionRefused("Invalid channel");
  const [application, data] = [action.get("Application"), action.get("Data")];
  if (application !== "" && !mayOriginate(application, data, session.user!.write)) {
    throw new ActionRefused("Originate Access Forbidden: app or data blacklisted");
  }
  const isPlace = exten !== "" && contextName !== "" && priority > 0;
  if (isPlace && !pbx.dialplan.find(contextName, exten, priority)) {
    throw new ActionRefused("Extension does not exist.");
  }
  return {
    channel,
    timeout: timeout === "" ? DEFAULT_TIMEOUT : Number.parseInt(timeout, 10),
    callerId: parseCallerId(action.get("CallerID")),
    variables: readVariables(action.all("Variable")),
    account: action.get("Account") || undefined,
    earlyMedia: action.isTrue("EarlyMedia"),
    channelId: ids[0] || undefined,
    otherChannelId: ids[1] || undefined,
    ...application !== ""
      ? { application: { name: application, data } }
      : isPlace
      ? { place: { context: contextName, exten, priority } }
      : {},
  };
}

/** A priority by number or label; 0 when there is none, `undefined` when it is not there. */
function readPriority(
  pbx: Pbx,
  context: string,
  exten: string,
  text: string,
): number | undefined {
  if (text === "") return 0;
  const number = Number.parseInt(text, 10);
  return Number.isNaN(number) ? pbx.dialplan.findLabel(context, exten, text) : number;
}

/**
 * Variables of the headers `Variable`: `A=1,B=2`, quotes and backslashes taken away. Asterisk sets the
 * last one first. What has no `=` is left out.
 * Source: Asterisk 22, main/manager.c, man_do_variable_value()
 */
export function readVariables(headers: readonly string[]): (readonly [string, string])[] {
  return headers
    .flatMap((header) => splitArguments(header))
    .map((part) => [part, part.indexOf("=")] as const)
    .filter(([, at]) => at > 0)
    .map(([part, at]) => [part.slice(0, at), part.slice(at + 1)] as const)
    .reverse();
}

/** `"Name" <number>`, or a number. Source: Asterisk 22, main/callerid.c, ast_callerid_parse() */
export function parseCallerId(text: string): { name: string; number: string } {
  const angled = /^(.*)<([^>]*)>\s*$/.exec(text);
  if (angled) {
    return { name: angled[1]!.trim().replace(/^"(.*)"$/, "$1"), number: shrink(angled[2]!) };
  }
  const number = shrink(text);
  return /^[0-9*#+A-D]+$/.test(number) ? { name: "", number } : { name: text.trim(), number: "" };
}

/** A number without what people put into it. Source: main/callerid.c, ast_shrink_phone_number() */
function shrink(number: string): string {
  return number.replace(/[ ().-]/g, "");
}

/** Applications that need the class `system`, by a part of the name in any case. */
const GUARDED_APPLICATIONS = /agi|dbdeltree|exec|externalivr|mixmonitor|originate|reload|system/i;
/** What in their data does. */
const GUARDED_DATA = /CURL|DB|EVAL|FILE|ODBC|REALTIME|SHELL/;

/** Source: Asterisk 22, main/manager.c, originate_app_permissions[] */
function mayOriginate(application: string, data: string, write: Privileges): boolean {
  return write.has("system") ||
    !(GUARDED_APPLICATIONS.test(application) || GUARDED_DATA.test(data));
}

function sendResponse(
  { action, server }: ActionContext,
  { channel, application, callerId, channelId }: OriginateRequest,
  { ok, reason, channel: called }: OriginateResult,
): void {
  const id: Headers = action.actionId === "" ? [] : [["ActionID", action.actionId]];
  const goal: Headers = application
    ? [["Application", application.name], ["Data", application.data]]
    : [["Context", action.get("Context")], ["Exten", action.get("Exten")]];
  server.send({
    name: "OriginateResponse",
    privileges: ["call"],
    headers: [
      ...id,
      ["Response", ok ? "Success" : "Failure"],
      ["Channel", ok && called ? called.name : channel],
      ...goal,
      ["Reason", reason],
      ["Uniqueid", ok && called ? called.uniqueid : channelId ?? "<unknown>"],
      ["CallerIDNum", callerId?.number || "<unknown>"],
      ["CallerIDName", callerId?.name || "<unknown>"],
    ],
  });
}

/** Source: Asterisk 22, main/manager.c, action_redirect() */
function redirect(context: ActionContext): void {
  const { action, reply, pbx } = context;
  requireHeader(context, "Channel", "Channel not specified");
  const place = readPlace(context, "");
  const extra = action.get("ExtraChannel");
  const extraPlace = extra !== "" && action.get("ExtraContext") !== ""
    ? readPlace(context, "Extra")
    : place;
  const absent = (name: string) => `hannel does not exist: ${name}`;
  const channel = requireChannel(context, "Channel", (name) => `C${absent(name)}`);
  if (channel.hangupRequested) throw new ActionRefused("Redirect failed, channel not up.");
  if (extra === "") {
    reply.ack("Redirect successful");
    return pbx.redirect(channel, place);
  }
  const other = requireChannel(context, "ExtraChannel", (name) => `ExtraC${absent(name)}`);
  if (other.hangupRequested) throw new ActionRefused("Redirect failed, extra channel not up.");
  reply.ack("Dual Redirect successful");
  pbx.redirect(channel, place);
  pbx.redirect(other, extraPlace);
}

function readPlace(context: ActionContext, prefix: "" | "Extra"): Place {
  const { action, pbx } = context;
  const header = (name: string) =>
    requireHeader(context, `${prefix}${name}`, `${prefix}${name} not specified`);
  const contextName = prefix === "" ? header("Context") : action.get("ExtraContext");
  const exten = header("Exten");
  const priority = readPriority(pbx, contextName, exten, header("Priority")) ?? 0;
  if (priority < 1) throw new ActionRefused(`${prefix}Priority is invalid`);
  return { context: contextName, exten, priority };
}

/** Source: Asterisk 22, main/manager.c, action_blind_transfer() */
function blindTransfer(context: ActionContext): void {
  const { reply, pbx } = context;
  const { channel, place } = readTransfer(context);
  const { bridge } = channel;
  const peer = bridge && [...bridge.channels].find((other) => other !== channel);
  if (!bridge || !peer) throw new ActionRefused("Transfer invalid");
  if (!pbx.dialplan.exists(place.context, place.exten)) throw new ActionRefused("Transfer invalid");
  reply.ack("Transfer succeeded");
  pbx.emitParts("BlindTransfer", (): EventPart[] => [
    { fields: { Result: "Success" } },
    { channel: channel.snapshot(), prefix: "Transferer" },
    { channel: peer.snapshot(), prefix: "Transferee" },
    { bridge: bridge.snapshot(), prefix: "" },
    { fields: { IsExternal: "Yes", Context: place.context, Extension: place.exten } },
  ]);
  pbx.redirect(peer, place);
  pbx.requestHangup(channel);
}

/** Asterisk types the feature's code and the number on the channel; nothing comes of that here. */
function atxfer(context: ActionContext): void {
  const { action, reply } = context;
  const { channel } = readTransfer(context);
  if (action.get("Context") !== "") {
    channel.setVariable("TRANSFER_CONTEXT", action.get("Context"));
  }
  reply.ack("Atxfer successfully queued");
}

function readTransfer(context: ActionContext): { channel: Channel; place: Place } {
  requireHeader(context, "Channel", "No channel specified");
  const exten = requireHeader(context, "Exten", "No extension specified");
  const channel = requireChannel(context, "Channel", "Channel specified does not exist");
  const place = { context: context.action.get("Context") || channel.context, exten, priority: 1 };
  return { channel, place };
}

function cancelAtxfer(context: ActionContext): void {
  requireHeader(context, "Channel", "No channel specified");
  requireChannel(context, "Channel", "Channel specified does not exist");
  context.reply.ack("CancelAtxfer successfully queued");
}
