/**
 * Lunopark in the process of the test, with a witness beside.
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
import type { Pbx } from "./pbx.ts";
import { Seen, within } from "./waiting.ts";
import { type CallOptions, Witness } from "./witness.ts";

/** Lunopark in this process, with a witness beside. */
export interface Scene extends AsyncDisposable {
  readonly asterisk: Pbx;
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
  asterisk: Pbx,
  handlers: Readonly<Record<string, unknown>> | string,
  config: Config = {},
): Promise<Scene> {
  const witness = await Witness.open(asterisk);
  const lines = new Seen<string>();
  const log = openLog({ level: "debug", write: (line) => lines.add(line) });
  const settings = { ...configFor(asterisk), ...config };
  const server = typeof handlers === "string"
    ? await startLunopark({ ...settings, handler: handlers }, { log })
    : await startLunopark(settings, { handlers, log });
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
    await asterisk.sendCallsTo(server.address);
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
export function configFor({ ami: { hostname, port, user, secret } }: Pbx): Config {
  return { host: `${hostname}:${port}`, user, secret, listen: "127.0.0.1:0", stopGrace: 500 };
}

/** Runs `body` as the handler `script` of one call, and resolves to what it returns. */
export async function inCall<Result>(
  asterisk: Pbx,
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
