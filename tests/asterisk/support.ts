/**
 * What the tests on a real Asterisk share: an instance of each version, a witness on AMI that is not
 * of our making, Lunopark in this process or as a program, and waiting that has an end.
 *
 * @module
 */
import {
  type App,
  type Channel,
  type Config,
  type Handler,
  type Lunopark,
  startLunopark,
} from "lunopark";
import { openLog } from "../../lib/log.ts";
import { serviceFlags } from "../../scripts/service_flags.ts";
import {
  type Asterisk,
  type AsteriskVersion,
  asteriskVersions,
  startAsterisk,
} from "../support/asterisk.ts";

const root = new URL("../../", import.meta.url).pathname;
const instances = new Map<AsteriskVersion, Promise<Asterisk>>();

Deno.test.afterAll(stopInstances);

/** Stops the instances that the tests of this process share. */
export async function stopInstances(): Promise<void> {
  const started = await Promise.allSettled(instances.values());
  instances.clear();
  for (const start of started) if (start.status === "fulfilled") await start.value.stop();
}

/** Registers a test for each version of Asterisk; those of a file share one instance of each. */
export function onAsterisk(promise: string, body: (asterisk: Asterisk) => Promise<void>): void {
  for (const version of asteriskVersions()) {
    Deno.test(`${promise} (Asterisk ${version})`, async () => {
      await body(await findInstance(version));
    });
  }
}

/** The instance of a version that the tests of this process share. */
export async function findInstance(version: AsteriskVersion): Promise<Asterisk> {
  const started = instances.get(version) ?? startAsterisk(version);
  instances.set(version, started);
  try {
    return await started;
  } catch (error) {
    instances.delete(version); // the next test tries again
    throw error;
  }
}

/** Longest wait for anything, in milliseconds: long enough for a machine that has much else to do. */
const patience = 30_000;

/** Things that happen one after the other, and waiting for one of them. */
export class Seen<Item> {
  /** All that has happened so far. */
  readonly all: Item[] = [];
  readonly #waiting = new Set<() => void>();

  /** Something has happened. */
  add(item: Item): void {
    this.all.push(item);
    for (const look of this.#waiting) look();
  }

  /** Waits until `find` finds what it looks for in all that happened, and resolves to that. */
  until<Found>(
    what: string,
    find: (all: readonly Item[]) => Found | undefined | false,
    time = patience,
  ): Promise<Found> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      const look = () => {
        const found = find(this.all);
        if (found === undefined || found === false) return;
        end();
        resolve(found);
      };
      let timer = setTimeout(() => {
        // A process that was suspended has not read yet what came meanwhile.
        timer = setTimeout(fail, 1_000);
      }, time);
      const fail = () => {
        end();
        const last = this.all.slice(-30).map((item) => Deno.inspect(item, { breakLength: 200 }));
        reject(new Error(`${what}: not within ${time} ms. Last seen:\n${last.join("\n")}`));
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Waits for the first one that fits. */
  first(what: string, fits: (item: Item) => boolean, time?: number): Promise<Item> {
    return this.until(what, (all) => all.find(fits), time);
  }
}

/** Waits for a promise, but not for ever. */
export async function within<Result>(
  what: string,
  promise: Promise<Result>,
  time = patience,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not within ${time} ms`)), time);
  });
  return await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Headers of an AMI message by name, the first of repeated ones. */
export type Message = Readonly<Record<string, string | undefined>>;

/** How a call is made; see `scripts/asterisk-lab/README.md`, "Contexts". */
export interface CallOptions {
  /** Context of the script's half; default `lunopark`. */
  readonly context?: string;
  /** What the caller's half does, an extension of `sink`; default `answer`. */
  readonly far?: string;
  /** Variables of the caller's half; names with `__` reach the script's half. */
  readonly vars?: Readonly<Record<string, string>>;
}

/** An AMI connection of the user `admin` that sees and remembers events. */
export class Witness implements AsyncDisposable {
  /** All events since it came. */
  readonly events: Seen<Message> = new Seen();
  /** When the line ended, in milliseconds of `performance.now()`. */
  readonly ended: Promise<number>;
  readonly #connection: Deno.TcpConn;
  readonly #responses = new Map<string, PromiseWithResolvers<Message>>();

  private constructor(connection: Deno.TcpConn) {
    this.#connection = connection;
    this.ended = this.#read();
  }

  /** Logs in. */
  static async open({ ami }: Asterisk, events: "on" | "off" = "on"): Promise<Witness> {
    const { hostname, port, user, secret } = ami;
    const witness = new Witness(await Deno.connect({ hostname, port }));
    await witness.action("Login", { Username: user, Secret: secret, Events: events });
    return witness;
  }

  /** Sends an action and resolves to its response; an array repeats the header. */
  async action(
    name: string,
    headers: Readonly<Record<string, string | readonly string[]>> = {},
  ): Promise<Message> {
    const id = `witness-${crypto.randomUUID()}`;
    const lines = Object.entries(headers).flatMap(([key, value]) =>
      [value].flat().map((text) => `${key}: ${text}`)
    );
    const request = [`Action: ${name}`, `ActionID: ${id}`, ...lines, "", ""].join("\r\n");
    const response = Promise.withResolvers<Message>();
    this.#responses.set(id, response);
    await write(this.#connection, request);
    return await within(`response to ${name}`, response.promise);
  }

  /** Begins a call of a script; resolves when Asterisk has taken the order. */
  async call(script: string, options: CallOptions = {}): Promise<void> {
    const { context = "lunopark", far = "answer", vars = {} } = options;
    await this.action("Originate", {
      Channel: `Local/${script}@${context}/n`,
      Context: "sink",
      Exten: far,
      Priority: "1",
      Timeout: "60000",
      Async: "true",
      Variable: Object.entries(vars).map(([name, value]) => `${name}=${value}`),
    });
  }

  /** Adds an extension of these steps, `Application(data)` each, to the dialplan. */
  async addExtension(context: string, exten: string, steps: readonly string[]): Promise<void> {
    for (const [index, step] of steps.entries()) {
      const [, Application = "", ApplicationData = ""] = /^(\w+)\((.*)\)$/.exec(step) ?? [];
      const place = {
        Context: context,
        Extension: exten,
        Priority: `${index + 1}`,
        Replace: "true",
      };
      const response = await this.action("DialplanExtensionAdd", {
        ...place,
        Application,
        ApplicationData,
      });
      if (response.Response !== "Success") {
        throw new Error(`Cannot add ${step}: ${response.Message}`);
      }
    }
  }

  /** Waits for an event. */
  event(name: string, headers: Message = {}, time?: number): Promise<Message> {
    const wanted = Object.entries({ Event: name, ...headers });
    return this.events.first(
      `event ${Deno.inspect(Object.fromEntries(wanted))}`,
      (event) => wanted.every(([header, value]) => event[header] === value),
      time,
    );
  }

  /** Ends the connection. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#connection.close();
    } catch {
      // Asterisk was first.
    }
    await this.ended;
  }

  async #read(): Promise<number> {
    let text = "";
    try {
      for await (const piece of this.#connection.readable.pipeThrough(new TextDecoderStream())) {
        const messages = (text + piece).split("\r\n\r\n");
        text = messages.pop() ?? "";
        for (const message of messages) this.#receive(message);
      }
    } catch {
      // reset, or closed by ourselves
    }
    const ended = performance.now();
    for (const { reject } of this.#responses.values()) reject(new Error("the line has ended"));
    return ended;
  }

  #receive(text: string): void {
    const message: Record<string, string> = {};
    for (const line of text.split("\r\n")) {
      const [, name, value] = /^([^:]+): ?(.*)$/s.exec(line) ?? [];
      if (name !== undefined && value !== undefined) message[name] ??= value;
    }
    if (message.Event !== undefined) return this.events.add(message);
    const id = message.ActionID ?? "";
    this.#responses.get(id)?.resolve(message);
    this.#responses.delete(id);
  }
}

/** Lunopark in this process, with a witness beside. */
export interface Scene extends AsyncDisposable {
  readonly asterisk: Asterisk;
  readonly server: Lunopark;
  readonly witness: Witness;
  /** Lines of its log. */
  readonly log: Seen<string>;
}

/**
 * Starts Lunopark in this process with these handlers, or a file of them; calls of this Asterisk go to
 * it. Resolves when its AMI connection, if it is to have one, is there or has failed.
 */
export async function openScene(
  asterisk: Asterisk,
  handlers: Readonly<Record<string, unknown>> | string,
  config: Config = {},
): Promise<Scene> {
  const witness = await Witness.open(asterisk);
  const lines = new Seen<string>();
  const log = openLog({ level: "debug", write: (line) => lines.add(line) });
  const settings = { ...configFor(asterisk), ...config };
  const server =
    await (typeof handlers === "string"
      ? startLunopark({ ...settings, handler: handlers }, { log })
      : startLunopark(settings, { handlers, log }));
  const scene = {
    asterisk,
    server,
    witness,
    log: lines,
    async [Symbol.asyncDispose](): Promise<void> {
      await server.stop();
      log.close();
      await witness[Symbol.asyncDispose]();
    },
  };
  try {
    await sendCallsTo(asterisk, server.address);
    if (server.status.ami) {
      await lines.first(
        "an AMI connection",
        (line) => /Connected to AMI|No AMI connection/.test(line),
      );
    }
    return scene;
  } catch (error) {
    await scene[Symbol.asyncDispose]();
    throw error;
  }
}

/** The configuration of a Lunopark that works with this Asterisk. */
export function configFor({ ami: { hostname, port, user, secret } }: Asterisk): Config {
  return { host: `${hostname}:${port}`, user, secret, listen: "127.0.0.1:0", stopGrace: 500 };
}

/** Lets the dialplan of this Asterisk call the scripts at that address. */
export async function sendCallsTo(asterisk: Asterisk, address: string | undefined): Promise<void> {
  if (address !== undefined) await asterisk.setGlobal("AGI_URL", `agi://${address}`);
}

/** Runs `body` as the handler `script` of one call, and resolves to what it returns. */
export async function inCall<Result>(
  asterisk: Asterisk,
  body: (app: App, channel: Channel, scene: Scene) => Promise<Result>,
  options: CallOptions & { readonly config?: Config; readonly script?: string } = {},
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const { script = "script", config } = options;
  const handler: Handler = async (app, channel) => {
    await body(app, channel, scene).then(resolve, reject);
  };
  await using scene = await openScene(asterisk, { default: { [script]: handler } }, config);
  await scene.witness.call(script, options);
  return await within("the end of the handler", promise);
}

/** Waits until something holds that nobody tells of, by asking again and again. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  time = patience,
): Promise<void> {
  const end = performance.now() + time;
  while (!await holds()) {
    if (performance.now() > end) throw new Error(`${what}: not within ${time} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What a program is started with. */
export interface ServiceOptions {
  /** Files of its folder by name, `handler.ts` among them. */
  readonly files: Readonly<Record<string, string>>;
  readonly config?: Config;
  /** Environment variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a developer may have set for other purposes; an empty one counts as not set. */
const noOverrides = {
  LUNOPARK_HOST: "",
  LUNOPARK_USER: "",
  LUNOPARK_SECRET: "",
  LUNOPARK_LISTEN: "",
};

/** Lunopark as people run it: the program, with a configuration and handlers in a folder. */
export class Service implements AsyncDisposable {
  /** Lines of its log, which end with one about its end. */
  readonly log: Seen<string> = new Seen();
  readonly folder: string;
  /** How it ended. */
  readonly status: Promise<Deno.CommandStatus>;
  readonly #process: Deno.ChildProcess;
  readonly #reading: Promise<void>;

  private constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.folder = folder;
    this.#process = new Deno.Command(Deno.execPath(), {
      args: ["run", ...serviceFlags, `${root}main.ts`, "-c", `${folder}/config.json`],
      cwd: folder,
      env: { ...noOverrides, ...env },
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    this.#reading = this.#readLog();
    this.status = this.#process.status;
  }

  /** Starts it, whatever becomes of it. */
  static async spawn(options: ServiceOptions): Promise<Service> {
    const folder = await Deno.makeTempDir({ prefix: "lunopark-" });
    const files = { ...options.files, "config.json": JSON.stringify(options.config ?? {}) };
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    return new Service(folder, options.env ?? {});
  }

  /** Starts it, and waits until it serves calls of this Asterisk, and AMI if it is to. */
  static async start(asterisk: Asterisk, options: ServiceOptions): Promise<Service> {
    const config = { ...configFor(asterisk), ...options.config };
    const service = await Service.spawn({ ...options, config });
    try {
      await service.line(config.role === "agi" ? /Taking calls/ : /Connected to AMI/);
      if (config.role !== "ami") await sendCallsTo(asterisk, await service.address());
      return service;
    } catch (error) {
      await service[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Where it takes calls, as soon as it does. */
  async address(): Promise<string> {
    return /agi:\/\/([^/]+)/.exec(await this.line(/Taking calls at agi:/))?.[1] ?? "";
  }

  /** Waits for a line of its log. */
  line(pattern: RegExp, time?: number): Promise<string> {
    return this.log.first(`log line ${pattern}`, (line) => pattern.test(line), time);
  }

  /** Number of lines of its log so far that fit. */
  count(pattern: RegExp): number {
    return this.log.all.filter((line) => pattern.test(line)).length;
  }

  /** Writes a file of its folder. */
  write(name: string, text: string): Promise<void> {
    return Deno.writeTextFile(`${this.folder}/${name}`, text);
  }

  /** Sends it a signal. */
  signal(signal: Deno.Signal): void {
    this.#process.kill(signal);
  }

  /** Number of its process. */
  get pid(): number {
    return this.#process.pid;
  }

  /** Ends it, by force if need be, and takes its folder away. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.signal("SIGTERM");
      await within("the end of the program", this.status, 5_000).catch(() =>
        this.signal("SIGKILL")
      );
    } catch {
      // it has ended
    }
    await this.status;
    await this.#reading;
    await Deno.remove(this.folder, { recursive: true });
  }

  async #readLog(): Promise<void> {
    let text = "";
    for await (const piece of this.#process.stderr.pipeThrough(new TextDecoderStream())) {
      const lines = (text + piece).split("\n");
      text = lines.pop() ?? "";
      for (const line of lines) this.log.add(line);
    }
    if (text !== "") this.log.add(text);
    this.log.add("(its log has ended)");
  }
}

/** Memory in use of a process (VmRSS), in bytes. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

/** The source of a handler file in `tests/asterisk/handlers/`. */
export function handlerFile(name: string): Promise<string> {
  return Deno.readTextFile(new URL(`handlers/${name}`, import.meta.url));
}

/** Writes all of a text. */
export async function write(connection: Deno.TcpConn, text: string): Promise<void> {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(await connection.write(bytes));
}
