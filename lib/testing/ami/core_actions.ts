/**
 * Actions on Asterisk itself: status, settings, modules, mailboxes, states.
 *
 * @module
 */
import {
  type ActionContext,
  type ActionDefinition,
  ActionRefused,
  requireHeader,
} from "./action_table.ts";
import { runCommand } from "./console.ts";
import type { Headers } from "./manager_event.ts";

/** Bytes of the buffer that CoreStatus and CoreSettings copy the ActionID into. */
const SHORT_ID = 150;

/** Asterisk itself. */
export const CORE_ACTIONS: readonly ActionDefinition[] = [
  { name: "Command", privileges: ["command"], synopsis: "Runs a console command", run: command },
  {
    name: "CoreSettings",
    privileges: ["system", "reporting"],
    synopsis: "Tells the settings",
    run: coreSettings,
  },
  {
    name: "CoreStatus",
    privileges: ["system", "reporting"],
    synopsis: "Tells the status",
    run: coreStatus,
  },
  {
    name: "DeviceStateList",
    privileges: ["call", "reporting"],
    synopsis: "Lists device states",
    run: ({ reply }) =>
      reply.list([], {
        message: "Device State Changes will follow",
        complete: "DeviceStateListComplete",
      }),
  },
  {
    name: "ExtensionState",
    privileges: ["call", "reporting"],
    synopsis: "Tells the state of an extension",
    run: extensionState,
  },
  {
    name: "ExtensionStateList",
    privileges: ["call", "reporting"],
    synopsis: "Lists states of extensions",
    run: ({ reply }) =>
      reply.list([], {
        message: "Extension Statuses will follow",
        complete: "ExtensionStateListComplete",
      }),
  },
  {
    name: "LoggerRotate",
    privileges: ["system", "reporting"],
    synopsis: "Rotates log files",
    run: ({ reply }) => reply.ack("Reloaded the logger and rotated log files"),
  },
  {
    name: "MailboxCount",
    privileges: ["call", "reporting"],
    synopsis: "Counts messages",
    run: mailboxCount,
  },
  {
    name: "MailboxStatus",
    privileges: ["call", "reporting"],
    synopsis: "Tells whether messages wait",
    run: mailboxStatus,
  },
  { name: "ModuleCheck", privileges: ["system"], synopsis: "Asks for a module", run: moduleCheck },
  {
    name: "PresenceState",
    privileges: ["call", "reporting"],
    synopsis: "Tells a presence state",
    run: presenceState,
  },
  {
    name: "PresenceStateList",
    privileges: ["call", "reporting"],
    synopsis: "Lists presence states",
    run: ({ reply }) =>
      reply.list([], {
        message: "Presence State Changes will follow",
        complete: "PresenceStateListComplete",
      }),
  },
  { name: "Reload", privileges: ["system", "config"], synopsis: "Reloads", run: reload },
];

/** Source: Asterisk 22, main/manager.c, action_coresettings() */
function coreSettings({ reply, server }: ActionContext): void {
  const settings: Headers = [
    ["AMIversion", server.amiVersion],
    ["AsteriskVersion", server.pbx.fullVersion],
    ["SystemName", ""],
    ["CoreMaxCalls", 0],
    ["CoreMaxLoadAvg", "0.000000"],
    ["CoreRunUser", ""],
    ["CoreRunGroup", ""],
    ["CoreMaxFilehandles", 0],
    ["CoreRealTimeEnabled", "No"],
    ["CoreCDRenabled", "Yes"],
    ["CoreHTTPenabled", "No"],
  ];
  const late: Headers = server.version === "16" ? [] : [["SoundsSearchCustomDir", "No"]];
  reply.respondCut([...settings, ...late], SHORT_ID);
}

/** Source: Asterisk 22, main/manager.c, action_corestatus() */
function coreStatus({ reply, server, pbx }: ActionContext): void {
  const [date, time] = new Date(server.startedAt).toISOString().split(/[T.]/) as [string, string];
  const status: Headers = [
    ["CoreStartupDate", date],
    ["CoreStartupTime", time],
    ["CoreReloadDate", date],
    ["CoreReloadTime", time],
    ["CoreCurrentCalls", pbx.channels.size],
  ];
  const late: Headers = server.version === "16" ? [] : [["CoreProcessedCalls", pbx.calls]];
  reply.respondCut([...status, ...late], SHORT_ID);
}

/** Commands that AMI does not run. Source: Asterisk 22, main/manager.c, command_blacklist[] */
const FORBIDDEN = /^\s*(module\s+(load|unload)|restart\s+gracefully)(\s|$)/i;

/** Source: Asterisk 22, main/manager.c, action_command() */
function command(context: ActionContext): void {
  const { reply, server } = context;
  const line = requireHeader(context, "Command", "No command provided");
  if (FORBIDDEN.test(line)) throw new ActionRefused("Command blacklisted");
  const { ok, output } = runCommand(server, line);
  reply.respond(ok ? "Success" : "Error", [
    ["Message", "Command output follows"],
    ...output.map((text) => ["Output", text] as const),
  ]);
}

/** No extension has a hint. Source: Asterisk 22, main/manager.c, action_extensionstate() */
function extensionState(context: ActionContext): void {
  const { action, reply } = context;
  const exten = requireHeader(context, "Exten", "Extension not specified");
  reply.respond("Success", [
    ["Message", "Extension Status"],
    ["Exten", exten],
    ["Context", action.get("Context") || "default"],
    ["Hint", ""],
    ["Status", -1],
    ["StatusText", "Unknown"],
  ]);
}

/** Nobody has told a presence; of the providers there is `CustomPresence`. */
function presenceState(context: ActionContext): void {
  const provider = requireHeader(context, "Provider", "No provider specified");
  if (/^CustomPresence:./.test(provider)) {
    return context.reply.respond("Success", [["Message", "Presence State"], ["State", "not_set"]]);
  }
  throw new ActionRefused(`Invalid provider ${provider} or provider in invalid state`);
}

function mailboxStatus(context: ActionContext): void {
  const { reply, server } = context;
  const mailbox = requireHeader(context, "Mailbox", "Mailbox not specified");
  reply.respond("Success", [
    ["Message", "Mailbox Status"],
    ["Mailbox", mailbox],
    ["Waiting", (server.mailboxes.get(mailbox)?.newMessages ?? 0) > 0 ? 1 : 0],
  ]);
}

function mailboxCount(context: ActionContext): void {
  const { reply, server } = context;
  const mailbox = requireHeader(context, "Mailbox", "Mailbox not specified");
  const { urgentMessages = 0, newMessages = 0, oldMessages = 0 } = server.mailboxes.get(mailbox) ??
    {};
  reply.respond("Success", [
    ["Message", "Mailbox Message Count"],
    ["Mailbox", mailbox],
    ["UrgMessages", urgentMessages],
    ["NewMessages", newMessages],
    ["OldMessages", oldMessages],
  ]);
}

/** Modules that the simulated Asterisk stands for, and whether they can be reloaded. */
const MODULES: ReadonlyMap<string, boolean> = new Map([
  ["app_confbridge", true],
  ["app_controlplayback", false],
  ["app_dial", false],
  ["app_echo", false],
  ["app_mixmonitor", false],
  ["app_queue", true],
  ["app_userevent", false],
  ["pbx_config", true],
  ["res_agi", false],
  ["res_parking", true],
]);

function moduleName({ action }: ActionContext): string {
  return action.get("Module").replace(/\.so$/, "");
}

function moduleCheck(context: ActionContext): void {
  if (!MODULES.has(moduleName(context))) throw new ActionRefused("Module not loaded");
  context.reply.respond("Success", [["Version", ""]]);
}

function reload(context: ActionContext): void {
  const name = moduleName(context);
  if (name !== "") {
    const reloads = MODULES.get(name);
    if (reloads === undefined) throw new ActionRefused("No such module");
    if (!reloads) throw new ActionRefused("Module does not support reload");
  }
  context.reply.ack("Module Reloaded");
}
