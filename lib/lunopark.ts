/**
 * The running server: both roles, the handlers, reload and stop.
 *
 * @module
 */

import process from "node:process";
import { type CallObserver, observeBy } from "./agi/call_observer.ts";
import type { Activity } from "./agi/call_services.ts";
import { AgiServer, type ConnectionSource } from "./agi/server.ts";
import type { AmiClient } from "./ami/client.ts";
import type { ListenerCaller } from "./ami/event_listeners.ts";
import { stateWords } from "./ami/client_state.ts";
import type { Ami } from "./ami/manager.ts";
import { createClient } from "./ami_client.ts";
import { readAmiStatus } from "./ami_status.ts";
import { AsyncAgi, asyncLimits } from "./async_agi.ts";
import { readVariable, type Settings } from "./config.ts";
import { type Counters, createCounters } from "./counters.ts";
import { NotConnectedError } from "./errors.ts";
import { type HandlerSource, HandlerStore, type ReloadResult } from "./handler_store.ts";
import { runInNoScope } from "./handlers/scope.ts";
import { HangupWatch } from "./hangup_watch.ts";
import { openAllowList } from "./listener.ts";
import type { LogLevel, RootLog } from "./log.ts";
import type { LunoparkStatus } from "./lunopark_status.ts";
import type { MetricsText } from "./metrics/metrics.ts";
import type { ByteStream } from "./net/byte_stream.ts";
import { formatAddress } from "./net/address.ts";
import type { AllowList } from "./net/allow_list.ts";
import { findNearest } from "./nearest.ts";
import { dropPermissions } from "./permissions.ts";
import { listen } from "./port.ts";
import { Watchers } from "./watchers.ts";

/** Where the connections of both roles come from, for those who bring their own. */
export interface Lines {
  /** Calls, in the place of a port. */
  readonly calls?: ConnectionSource;
  /** Opens the connection to AMI, in the place of TCP. */
  connectAmi?(signal: AbortSignal): Promise<ByteStream>;
}

/** What is brought by whoever starts Lunopark. */
export interface Parts extends Lines {
  /** The port, for those who have taken it already. */
  readonly listener?: Deno.TcpListener | undefined;
  /** Where is counted what happens. */
  readonly counters?: Counters;
  /** Where is noted which calls are running code of their own. */
  readonly activity?: (Activity & ListenerCaller) | undefined;
  /** Is told what goes on in calls. */
  readonly observer?: CallObserver | undefined;
  /** Whether to measure although there is no status page. */
  readonly metrics?: boolean | undefined;
}

/** A Lunopark that is running. */
export class Lunopark {
  readonly #settings: Settings;
  readonly #log: RootLog;
  readonly #handlers: HandlerStore;
  readonly #client: AmiClient | undefined;
  readonly #server: AgiServer<Ami>;
  readonly #asyncAgi: AsyncAgi | undefined;
  readonly #allowList: AllowList | undefined;
  readonly #since = Date.now();
  readonly #counters: Counters;
  readonly #watchers: Watchers;
  #stopping: Promise<void> | undefined;
  /** Where calls are taken, such as `127.0.0.1:4573`; `undefined` without the FastAGI role. */
  readonly address: string | undefined;

  private constructor(
    settings: Settings,
    log: RootLog,
    handlers: HandlerStore,
    client: AmiClient | undefined,
    listener: Deno.TcpListener | undefined,
    watchers: Watchers,
    { counters = createCounters(), activity, observer, calls }: Parts,
  ) {
    this.#watchers = watchers;
    this.#settings = settings;
    this.#counters = counters;
    this.#log = log;
    this.#handlers = handlers;
    this.#client = client;
    if (listener) this.address = formatAddress(listener.addr);
    const watch = client && new HangupWatch(client);
    const allowList = this.#allowList = listener && openAllowList(settings, log.category("agi"));
    allowList?.refresh();
    const source = calls ?? listener;
    const server = this.#server = new AgiServer<Ami>(source, {
      log: log.category("agi"),
      findScript: watchers.tracing
        ? (script) => watchers.traced(handlers.find(script), client)
        : (script) => handlers.find(script),
      suggestScript: (script) => this.#suggestScript(script),
      ami: () => handlers.ami,
      findHangupReason: async (environment) =>
        this.#asyncAgi?.findReason(environment.uniqueid) ??
          await watch?.findReason(environment) ?? "hangup",
      stopPlayback: async (channel) => {
        await handlers.ami.ControlPlayback({ Channel: channel, Control: "stop" });
      },
      hangupGrace: settings.hangupGrace,
      onError: settings.onError,
      agiStatusEvent: settings.agiStatusEvent,
      limits: settings.limits,
      counters,
      activity,
      observer: observeBy(
        [...observer ? [observer] : [], ...watchers.observers],
        (error) => log.error("What watches calls failed", { error }),
      ),
      allows: allowList && ((address) => allowList.allows(address)),
    });
    if (!client || !watch || !settings.asyncAgi) return;
    this.#asyncAgi = new AsyncAgi(
      client,
      (stream) => server.serve(stream, asyncLimits),
      (environment, failed) => watch.findSessionEnd(environment, failed),
      log.category("agi"),
    );
  }

  /**
   * Starts: takes the port, unless it is a shared one, loads the handlers, serves calls, and begins to
   * connect to AMI, which it does not wait for.
   *
   * @throws {LunoparkError} If the port cannot be taken.
   * @throws {ConfigError} If permissions cannot be as they are to be.
   * @throws {HandlerLoadError} If the handlers cannot be loaded.
   */
  static async start(
    settings: Settings,
    log: RootLog,
    source: HandlerSource,
    parts: Parts = {},
  ): Promise<Lunopark> {
    const watchers = await Watchers.find(settings, parts.metrics);
    const takesCalls = settings.role !== "ami" && !parts.calls;
    // A port that is shared is taken last: who connected before would be lost if handlers do not load,
    // and there is another process that would have served him.
    const last = settings.reusePort && settings.permissions.net !== false;
    let listener = takesCalls && !last ? parts.listener ?? listen(settings) : undefined;
    const client = settings.role === "agi"
      ? undefined
      : createClient(settings, log, parts, watchers.actionObserver);
    const { activity } = parts;
    const handlers = new HandlerStore(source, client, log.category("handlers"), activity);
    try {
      await watchers.serveStatus(settings, log);
      const dropped = restrict(settings);
      if (dropped.length > 0) log.info(`Permissions that are given up: ${dropped.join(", ")}`);
      await handlers.load();
      if (takesCalls && last) listener = listen(settings);
    } catch (error) {
      listener?.close();
      await watchers.stop();
      source[Symbol.dispose]();
      throw error;
    }
    const server = new Lunopark(settings, log, handlers, client, listener, watchers, parts);
    watchers.show(server);
    if (server.address) log.info(`Taking calls at agi://${server.address}/`);
    runInNoScope(() => client?.start());
    return server;
  }

  /** `ami` as the current handlers have it. */
  get ami(): Ami {
    return this.#handlers.ami;
  }

  /** What goes on. */
  get status(): LunoparkStatus {
    const client = this.#client;
    return {
      since: this.#since,
      generation: this.#handlers.generation.number,
      callsOnOldGenerations: this.#handlers.retired.reduce((sum, { calls }) => sum + calls, 0),
      calls: this.#server.calls.map(({ script, channelName, since, command, queued }) => ({
        script,
        channel: channelName,
        since,
        command,
        queued,
      })),
      connecting: this.#server.connecting,
      ended: { ...this.#server.counts },
      held: {
        timers: process.getActiveResourcesInfo().filter((name) => name === "Timeout").length,
        addresses: this.#server.addresses,
        sessions: this.#asyncAgi?.sessions ?? 0,
        generations: this.#handlers.retired.length,
      },
      reloads: { ...this.#handlers.reloads },
      counters: { ...this.#counters },
      ami: client && readAmiStatus(client),
      listeners: this.#handlers.listeners,
    };
  }

  /** Names of the scripts that can be called now. */
  get scripts(): readonly string[] {
    return this.#handlers.generation.names;
  }

  /**
   * The numbers of this server as Prometheus reads them; `undefined` when nobody measures, which the
   * status page, OpenTelemetry and `metrics` of {@linkcode StartOptions} ask for.
   */
  get metrics(): MetricsText | undefined {
    return this.#watchers.metrics;
  }

  /** Where the status page is, `http://127.0.0.1:8080/` or a unix socket; `undefined` without one. */
  get statusPage(): string | undefined {
    return this.#watchers.statusServer?.where;
  }

  /** Why no calls can be taken now, a line for each reason; none when they can. */
  get notReady(): readonly string[] {
    const reasons = this.#stopping ? ["Lunopark is stopping"] : [];
    const { state, failure } = this.#client ?? {};
    if (state && state !== "ready") {
      const why = failure === undefined ? "" : `: ${failure}`;
      reasons.push(`AMI connection is ${stateWords[state]}${why}`);
    }
    return reasons;
  }

  /** Lowest level that is logged; it may change at any time. */
  get level(): LogLevel {
    return this.#log.level;
  }

  set level(level: LogLevel) {
    this.#log.level = level;
  }

  /**
   * Hangs up a channel by its name, by AMI.
   *
   * @throws {NotConnectedError} If there is no AMI role or no connection.
   * @throws {ActionFailedError} If Asterisk refuses, as it does when there is no such channel.
   */
  async hangup(channel: string): Promise<void> {
    if (!this.#client) {
      throw new NotConnectedError(`Cannot hang up ${channel}: Lunopark has no AMI role`);
    }
    await this.#client.action("Hangup", { Channel: channel });
  }

  /**
   * Loads the handlers anew, where their files have changed; running calls keep their code. Opens the
   * log file again, and looks up the names of `allow`.
   */
  async reload(): Promise<ReloadResult> {
    this.#log.reopen();
    this.#allowList?.refresh();
    const result = await this.#handlers.reload();
    this.#watchers.statusServer?.reloaded(result, this.#handlers.generation.number);
    return result;
  }

  /** Stops: no new calls; running ones get `stopGrace` to end. Resolves when all is over. */
  stop(): Promise<void> {
    return this.#stopping ??= this.#stop();
  }

  async #stop(): Promise<void> {
    const { length } = this.#server.calls;
    this.#log.info(`Stopping${length > 0 ? `: ${length} calls are in progress` : ""}`);
    await this.#server.stop(this.#settings.stopGrace);
    await this.#handlers.stop();
    await this.#client?.stop();
    await this.#watchers.stop();
    this.#log.info("Stopped");
  }

  #suggestScript(script: string): string | undefined {
    // Whoever connects says how long it is, and what takes time grows with it.
    return script.length > 64 ? undefined : findNearest(script, this.#handlers.generation.names);
  }
}

/** Gives up the permissions that a configuration does not leave, and names them. */
export function restrict({ role, permissions, allow, log }: Settings): readonly string[] {
  const notifySocket = readVariable("NOTIFY_SOCKET");
  return dropPermissions(permissions, { ami: role !== "agi", allow, log, notifySocket });
}
