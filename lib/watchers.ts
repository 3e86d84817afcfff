/**
 * Those who watch a Lunopark without taking part: metrics, traces, the status page. What none of them
 * wants is neither loaded nor measured.
 *
 * @module
 */

import type { CallIdentity } from "./agi/call_identity.ts";
import type { CallObserver } from "./agi/call_observer.ts";
import type { FoundScript } from "./agi/call_services.ts";
import type { AgiChannel } from "./agi/channel.ts";
import { type ActionObserver, observeActionsBy } from "./ami/action_observer.ts";
import type { AmiClient } from "./ami/client.ts";
import type { Ami } from "./ami/manager.ts";
import type { Settings } from "./config.ts";
import type { RootLog } from "./log.ts";
import type { Lunopark } from "./lunopark.ts";
import type { Metrics } from "./metrics/metrics.ts";
import { findTelemetry, type Telemetry } from "./metrics/telemetry.ts";
import type { StatusServer } from "./status/status_server.ts";

/** The watchers of one Lunopark. */
export class Watchers {
  /** The numbers, where somebody wants them. */
  readonly metrics: Metrics | undefined;
  readonly #telemetry: Telemetry | undefined;
  #statusServer: StatusServer | undefined;
  #endExport: (() => void) | undefined;

  private constructor(metrics: Metrics | undefined, telemetry: Telemetry | undefined) {
    this.metrics = metrics;
    this.#telemetry = telemetry;
  }

  /** Finds out who is wanted: by the configuration, by the environment, or by `measures`. */
  static async find({ status }: Settings, measures = false): Promise<Watchers> {
    const telemetry = await findTelemetry();
    if (!status && !measures && !telemetry?.exportMetrics) {
      return new Watchers(undefined, telemetry);
    }
    const { Metrics } = await import("./metrics/metrics.ts");
    return new Watchers(new Metrics(), telemetry);
  }

  /** The status page, as soon as it is served. */
  get statusServer(): StatusServer | undefined {
    return this.#statusServer;
  }

  /** Those who are to be told what goes on in calls. */
  get observers(): CallObserver[] {
    const { traces } = this.#telemetry ?? {};
    return [this.metrics?.observer, traces, this.#statusServer?.observer]
      .filter((one) => one !== undefined);
  }

  /** To be told of AMI actions, if anybody wants to know. */
  get actionObserver(): ActionObserver | undefined {
    return observeActionsBy(
      [this.metrics?.actionObserver, this.#telemetry?.traces?.actionObserver]
        .filter((one) => one !== undefined),
    );
  }

  /**
   * Serves the status page, if there is to be one. Where processes share a port for calls, the address of
   * the page is that of one of them; the others take it over when it is free.
   *
   * @throws {LunoparkError} If its port or socket cannot be had.
   */
  async serveStatus({ status, reusePort }: Settings, log: RootLog): Promise<void> {
    if (!status) return;
    const { StatusServer } = await import("./status/status_server.ts");
    const { metrics } = this;
    this.#statusServer = await StatusServer.start(status, {
      log,
      metrics: metrics && (() => metrics.text()),
      waits: reusePort,
    });
  }

  /** Shows them what they watch. */
  show(server: Lunopark): void {
    this.metrics?.start(server);
    if (this.metrics) this.#endExport = this.#telemetry?.exportMetrics?.(this.metrics);
    this.#statusServer?.show(server);
  }

  /** Ends with all of it. */
  async stop(): Promise<void> {
    await this.#statusServer?.stop();
    this.metrics?.stop();
    this.#endExport?.();
  }

  /** Whether scripts are to run as part of their calls' traces. */
  get tracing(): boolean {
    return this.#telemetry?.traces !== undefined;
  }

  /** A script that runs as part of its call's trace, where there are traces. */
  traced(
    script: FoundScript<Ami> | undefined,
    client: AmiClient | undefined,
  ): FoundScript<Ami> | undefined {
    const traces = this.#telemetry?.traces;
    if (!traces || !script) return script;
    const { name, params } = script;
    return {
      name,
      params,
      run: async (app, channel, call: CallIdentity) => {
        if (traces.isRecording(call)) {
          const linkedid = await findLinkedid(channel, client);
          if (linkedid) traces.setLinkedid(call, linkedid);
        }
        await traces.within(call, () => script.run(app, channel, call));
      },
      release: () => script.release(),
    };
  }
}

/**
 * Finds out which channels one belongs with. AGI does not tell: where nobody keeps `ami.channels`, it
 * costs the call a command, before its handler begins.
 */
async function findLinkedid(
  channel: AgiChannel<Ami>,
  client: AmiClient | undefined,
): Promise<string | undefined> {
  // To ask for the mirror would begin one.
  const known = client?.channelCount === undefined
    ? undefined
    : client.channels.get(channel.uniqueid)?.linkedid;
  // That the channel is gone, the handler will see by itself.
  return known ?? await channel.get("CHANNEL(linkedid)").catch(() => undefined);
}
