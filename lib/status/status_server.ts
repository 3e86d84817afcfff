/**
 * The status page's server: health, metrics, what goes on, and for whoever has the token, steering.
 *
 * @module
 */

import type { CallObserver } from "../agi/call_observer.ts";
import type { StatusSettings } from "../config.ts";
import { LunoparkError } from "../errors.ts";
import type { LunoparkStatus } from "../lunopark_status.ts";
import type { ReloadResult } from "../handler_store.ts";
import { type Log, type LogLevel, logLevels, type RootLog } from "../log.ts";
import { BoundedLog } from "../log_bounded.ts";
import { Access, type Refusal } from "./access.ts";
import { CallBook } from "./call_book.ts";
import { drawCall } from "./call_diagram.ts";
import { Feed } from "./feed.ts";
import { findAsset } from "./page_assets.ts";
import { Recent } from "./recent.ts";
import { serveAt, type Serving } from "./status_listener.ts";
import type { Head } from "./wire.ts";

/** What the page shows, and steers. */
export interface StatusSource {
  /** What goes on. */
  readonly status: LunoparkStatus;
  /** Lowest level that is logged. */
  level: LogLevel;
  /** Why no calls can be taken now, a line for each reason; none when they can. */
  readonly notReady: readonly string[];
  /** Loads the handlers anew. */
  reload(): Promise<ReloadResult>;
  /** Hangs up a channel. */
  hangup(channel: string): Promise<void>;
}

/** What else the server needs. */
export interface StatusParts {
  /** The log, whose errors are shown. */
  readonly log: RootLog;
  /** Text of `/metrics`, where somebody counts. */
  readonly metrics?: (() => string) | undefined;
  /**
   * Whether another process may have the address for a time, as that which is being replaced has: it is
   * waited for then.
   */
  readonly waits?: boolean | undefined;
}

/** Pause before a taken address is tried again, in milliseconds. */
const retryPause = 1_000;

/** Longest body of a request, in bytes; it is one word. */
const longestBody = 1_000;

const commonHeaders = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; " +
    "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** A diagram brings its own style. */
const svgHeaders = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};

/** Serves the status page, from before the handlers are loaded to the end. */
export class StatusServer {
  readonly #access: Access;
  readonly #settings: StatusSettings;
  readonly #log: Log;
  readonly #bounded: BoundedLog;
  readonly #watch: Disposable;
  readonly #metrics: (() => string) | undefined;
  readonly #book: CallBook;
  readonly #recent: Recent;
  readonly #feed: Feed;
  #source: StatusSource | undefined;
  #serving: Serving | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  /** Pages that were closed because they did not read. */
  #slowPages = 0;

  /** A server that does not listen; {@linkcode StatusServer.handle} answers requests. */
  constructor(settings: StatusSettings, { log, metrics }: StatusParts) {
    this.#settings = settings;
    this.#access = new Access(settings);
    this.#log = log.category("status");
    this.#bounded = new BoundedLog(this.#log);
    this.#metrics = metrics;
    this.#book = new CallBook(settings.digits);
    const recent = this.#recent = new Recent(settings.digits);
    this.#watch = log.watch((record) => recent.take(record));
    this.#feed = new Feed({
      book: this.#book,
      recent,
      head: () => this.#head(),
      slow: (peer) => {
        this.#slowPages++;
        this.#bounded.warn("slow", `Closed the status page of ${peer}: it does not read`);
      },
    });
  }

  /**
   * Starts one where the settings say.
   *
   * @throws {LunoparkError} If the port or the socket cannot be had.
   */
  static async start(settings: StatusSettings, parts: StatusParts): Promise<StatusServer> {
    const server = new StatusServer(settings, parts);
    try {
      await server.#listen();
    } catch (error) {
      if (!parts.waits) {
        server.#dispose();
        throw error;
      }
      server.#log.warn(`The status page has to wait: ${(error as Error).message}`);
      server.#retryLater();
    }
    return server;
  }

  async #listen(): Promise<void> {
    const serving = await serveAt(
      this.#settings.address,
      (request, peer) => this.handle(request, peer),
    );
    if (this.#stopped) return await serving.close();
    this.#serving = serving;
    this.#log.info(`Status page at ${serving.where}`);
  }

  #retryLater(): void {
    if (this.#stopped) return;
    this.#retry = setTimeout(() => {
      this.#listen().catch(() => this.#retryLater());
    }, retryPause);
  }

  /** Is told what goes on in calls. */
  get observer(): CallObserver {
    return this.#book;
  }

  /** Where it is served: `http://127.0.0.1:8080/`, or the path of the socket; empty while it is not. */
  get where(): string {
    return this.#serving?.where ?? "";
  }

  /** How many streams are open, and how many were closed because nobody read them. */
  get pages(): { open: number; slow: number } {
    return { open: this.#feed.size, slow: this.#slowPages };
  }

  /** Shows this Lunopark from now on; before, it is not ready. */
  show(source: StatusSource): void {
    this.#source = source;
  }

  /** Keeps what became of a reload. */
  reloaded(result: ReloadResult, generation: number): void {
    this.#recent.reloaded(Date.now(), result, generation);
  }

  /** Ends with all connections. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    this.#feed.close();
    await this.#serving?.close();
    this.#dispose();
  }

  #dispose(): void {
    this.#watch[Symbol.dispose]();
    this.#bounded[Symbol.dispose]();
  }

  /** Answers one request of a peer, whose address is for the log. Never rejects. */
  async handle(request: Request, peer: string): Promise<Response> {
    const { method, headers } = request;
    const refused = this.#access.refuseHost(headers);
    if (refused) return this.#refuse(refused, peer);
    // The Host is a part of it, and a stranger's word.
    const { pathname } = URL.parse(request.url) ?? {};
    if (pathname === undefined) return plain("The Host is no name or address", 400);
    try {
      if (method === "GET" || (method === "HEAD" && !pathname.endsWith("/events"))) {
        return this.#show(pathname, headers, peer);
      }
      if (method === "POST") return await this.#steer(pathname, request, peer);
    } catch (error) {
      if (!(error instanceof LunoparkError)) {
        this.#log.error(`Cannot answer ${pathname}`, { error });
      }
      const status = error instanceof LunoparkError ? 409 : 500;
      return plain(error instanceof LunoparkError ? error.message : "This went wrong", status);
    }
    const allowed = findSteering(pathname) ? "POST" : "GET, HEAD";
    return plain(`${method} is not for this, ${allowed} is`, 405, { allow: allowed });
  }

  #show(path: string, headers: Headers, peer: string): Response {
    if (path === "/health") return plain("ok");
    if (path === "/ready") {
      const reasons = this.#notReady();
      return reasons.length === 0 ? plain("ready") : plain(reasons.join("\n"), 503);
    }
    const asset = findAsset(path);
    if (asset) return respond(asset.text, asset.type);
    const refused = this.#access.refuseReading(headers);
    if (refused) return this.#refuse(refused, peer);
    if (path === "/metrics") {
      return this.#metrics
        ? respond(this.#metrics(), "text/plain; version=0.0.4; charset=utf-8")
        : plain("There are no metrics here", 404);
    }
    if (path === "/status") return json(this.#feed.snapshot());
    if (path === "/calls") return json(this.#book.rows());
    if (path === "/events") return this.#stream(() => this.#feed.openPage(peer));
    const [, id, part] = /^\/calls\/(\d{1,15})(\/events|\.svg|)$/.exec(path) ?? [];
    if (id !== undefined) {
      const entry = this.#book.find(Number(id));
      if (!entry) return plain(`There is no call ${id}: it may have ended`, 404);
      if (part === "") return json(this.#book.detail(entry));
      if (part === ".svg") {
        return respond(drawCall(this.#book.detail(entry)), "image/svg+xml", 200, svgHeaders);
      }
      return this.#stream(() => this.#feed.openCall(entry, peer));
    }
    if (findSteering(path)) return plain("GET is not for this, POST is", 405, { allow: "POST" });
    return plain("There is nothing here; the page is at /", 404);
  }

  #stream(open: () => ReadableStream<Uint8Array>): Response {
    if (this.#feed.isFull) {
      return plain("Too many pages are open", 503, { "retry-after": "5" });
    }
    return respond(open(), "text/event-stream");
  }

  async #steer(path: string, request: Request, peer: string): Promise<Response> {
    const steering = findSteering(path);
    if (!steering) return plain("There is nothing to be done here", 404);
    const refused = this.#access.refuseSteering(request.headers);
    if (refused) return this.#refuse(refused, peer);
    const source = this.#source;
    if (!source) return plain("Not started yet", 503);
    const by = `by ${peer} on the status page`;
    switch (steering.action) {
      case "token":
        return plain("The token is right");
      case "reload": {
        this.#log.info(`Reload ${by}`);
        return plain(await source.reload());
      }
      case "level": {
        const body = (await readBody(request)).trim();
        const level = logLevels.find((one) => one === body);
        if (!level) return plain(`The level must be one of ${logLevels.join(", ")}`, 400);
        this.#log.warn(`Log level ${source.level} becomes ${level} ${by}`);
        source.level = level;
        return plain(level);
      }
      case "hangup": {
        const entry = this.#book.find(steering.id);
        if (!entry) return plain(`There is no call ${steering.id}: it may have ended`, 404);
        const { channelName } = entry.call;
        this.#log.info(`Hangup of ${channelName} ${by}`);
        await source.hangup(channelName);
        return plain("hung up");
      }
    }
  }

  #refuse({ status, reason, wrongToken }: Refusal, peer: string): Response {
    if (wrongToken) this.#bounded.warn("token", `Wrong token for the status page from ${peer}`);
    return plain(reason, status, status === 401 ? { "www-authenticate": "Bearer" } : {});
  }

  #notReady(): readonly string[] {
    return this.#source?.notReady ?? ["The handlers are being loaded"];
  }

  #head(): Head {
    const source = this.#source;
    const status = source?.status;
    return {
      since: status?.since ?? Date.now(),
      generation: status?.generation ?? 0,
      callsOnOldGenerations: status?.callsOnOldGenerations ?? 0,
      connecting: status?.connecting ?? 0,
      ended: status?.ended ?? {},
      counters: { ...status?.counters, slowPages: this.#slowPages },
      ami: status?.ami ?? null,
      level: source?.level ?? "info",
      notReady: this.#notReady(),
      memory: Math.round(Deno.memoryUsage().rss / 1_048_576),
      canSteer: this.#access.canSteer,
      digits: this.#settings.digits,
    };
  }
}

/** What can be done, by its path. */
type Steering =
  | { readonly action: "token" | "reload" | "level" }
  | { readonly action: "hangup"; readonly id: number };

function findSteering(path: string): Steering | undefined {
  if (path === "/token" || path === "/reload" || path === "/level") {
    return { action: path.slice(1) as "token" | "reload" | "level" };
  }
  const [, id] = /^\/calls\/(\d{1,15})\/hangup$/.exec(path) ?? [];
  return id === undefined ? undefined : { action: "hangup", id: Number(id) };
}

/** The beginning of a body; what is longer is no word that we know. */
async function readBody(request: Request): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of request.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longestBody) break;
  }
  return text;
}

function plain(text: string, status = 200, headers: Record<string, string> = {}): Response {
  return respond(`${text}\n`, "text/plain; charset=utf-8", status, headers);
}

function json(value: unknown): Response {
  return respond(JSON.stringify(value), "application/json");
}

function respond(
  body: BodyInit,
  type: string,
  status = 200,
  headers: Record<string, string> = {},
): Response {
  return new Response(body, {
    status,
    headers: { ...commonHeaders, "content-type": type, ...headers },
  });
}
