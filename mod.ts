/**
 * Lunopark: an application server for Asterisk. FastAGI server and AMI client in one process.
 *
 * What a call handler needs is here; `startLunopark` runs the server inside another program.
 *
 * @example A handler: the dialplan calls it with `AGI(agi://127.0.0.1/subroutine)`
 * ```ts
 * import { ami, type App, type Channel } from "lunopark";
 *
 * export async function subroutine(app: App, channel: Channel): Promise<void> {
 *   await app.Answer();
 *   await app.Read("PIN", "beep", 4, undefined, undefined, 8);
 *   if (await channel.get("PIN") !== "0000") {
 *     await app.Verbose("Wrong pin code ...");
 *     return;
 *   }
 *   await app.Dial("PJSIP/1234", 120, "gr");
 *   const channels = await ami.CoreShowChannels();
 *   channel.log.info(`${channels.length} channels are there`);
 * }
 * ```
 *
 * @module
 */

export { ami, log } from "./lib/handlers/scope.ts";
export type { Channel, Handler, Routes } from "./lib/handlers/contract.ts";
export type { Counters } from "./lib/counters.ts";
export type { Config, Limits, TlsConfig } from "./lib/config.ts";
export type { PermissionName, Permissions } from "./lib/permissions.ts";
export type { HandlerModule } from "./lib/handlers/loader.ts";
export type { Facts, Log, LogLevel, LogRecord, LogWatcher, RootLog } from "./lib/log.ts";

export type { App, Application, OtherApplications } from "./lib/agi/dialplan.ts";
export type { AgiChannel } from "./lib/agi/channel.ts";
export type { ChannelCommands } from "./lib/agi/channel_commands.ts";
export type {
  ControlOptions,
  DataOptions,
  PlayOptions,
  RecordOptions,
} from "./lib/agi/command_options.ts";
export type {
  ChannelState,
  CharResult,
  DataResult,
  DigitResult,
  GosubResult,
  PlayResult,
  RecordResult,
  SpeechResult,
  SpeechText,
} from "./lib/agi/results.ts";
export type { Reply } from "./lib/agi/reply.ts";
export type { ApplicationArgument, CommandWord } from "./lib/agi/command.ts";
export { escapeArgument } from "./lib/agi/command.ts";

export type {
  ActionMethodOf,
  ActionPromise,
  Ami,
  AmiManager,
  DocumentedActions,
  EventOptions,
  LowercaseActions,
  ResultOf,
  TypedEvent,
} from "./lib/ami/manager.ts";
export type { ActionParameters, ActionValue } from "./lib/ami/action.ts";
export type { ActionOptions } from "./lib/ami/session.ts";
export type { AmiState } from "./lib/ami/client_state.ts";
export type { AmiChannels } from "./lib/ami/channels.ts";
export type { AmiBridge, AmiChannel } from "./lib/ami/live_channel.ts";
export type { ChannelSnapshot, Party } from "./lib/ami/channel_snapshot.ts";
export type {
  AddedListener,
  EventListener,
  ListedListener,
  ListenerId,
} from "./lib/ami/event_listeners.ts";
export type { AnyEvent as AmiEvent, Flat, RawEvent } from "./lib/ami/event.ts";
export {
  OriginateFailedError,
  type OriginateFailure,
  type OriginateOutcome,
  type OriginatePromise,
} from "./lib/ami/originate.ts";
export { AmiList, AmiResponse } from "./lib/ami/response.ts";
export { unescapeValue } from "./lib/ami/escape.ts";
export { AmiMessage, type Header, Headers } from "./lib/ami/message.ts";

// What Asterisk documents, as types.
export type * from "./lib/schema/actions.ts";
export type * from "./lib/schema/applications.ts";
export type * from "./lib/schema/basics.ts";
export type * from "./lib/schema/channel_variables.ts";
export type * from "./lib/schema/events.ts";
export type * from "./lib/schema/functions.ts";
export type * from "./lib/schema/list_events.ts";
export type * from "./lib/schema/lookup.ts";

export {
  ActionFailedError,
  ActionTimeoutError,
  AgiCommandError,
  AgiError,
  AmiError,
  AmiLoginError,
  ConfigError,
  HandlerLoadError,
  HangupError,
  type HangupReason,
  LunoparkError,
  NotConnectedError,
  ProtocolError,
  type RefusedResponse,
} from "./lib/errors.ts";

export type { AmiStatus } from "./lib/ami_status.ts";
export type { MetricsText } from "./lib/metrics/metrics.ts";
export type { ReloadResult } from "./lib/handler_store.ts";
export { Lunopark } from "./lib/lunopark.ts";
export type { CallInProgress, LunoparkStatus } from "./lib/lunopark_status.ts";
export { startLunopark, type StartOptions } from "./lib/start.ts";
