/**
 * The Asterisk of a test: an instance of each version, and the way on which its calls come.
 *
 * @module
 */
import {
  Asterisk,
  type AsteriskVersion,
  asteriskVersions,
  startAsterisk,
} from "../support/asterisk.ts";

/** How a script and Asterisk talk, and what that allows. */
export interface Transport {
  readonly name: "FastAGI" | "AsyncAGI";
  /** What stands before `/script` in the dialplan, for a Lunopark that listens at an address. */
  url(address: string): string;
  /** Some commands work when the caller has hung up. */
  readonly worksWhenDead: boolean;
  /** The next byte interrupts what plays. */
  readonly interrupts: boolean;
  /** Longest command line in bytes, LF included, if it is not the version of Asterisk that decides. */
  readonly lineBytes?: number;
}

/** `AGI(agi://host/script?query,argument)`: a connection for each call. */
export const fastAgi: Transport = {
  name: "FastAGI",
  url: (address) => `agi://${address}`,
  worksWhenDead: true,
  interrupts: true,
};

/** `AGI(agi:async,/script?query,argument)`: all calls over the AMI connection. */
export const asyncAgi: Transport = {
  name: "AsyncAGI",
  url: () => "agi:async,",
  worksWhenDead: false,
  interrupts: false,
  lineBytes: 1022 - "Command: ".length + 1,
};

/** An instance whose dialplan calls scripts on one way. */
export class Pbx extends Asterisk {
  readonly transport: Transport;

  constructor({ version, env }: Asterisk, transport: Transport) {
    super(version, env);
    this.transport = transport;
  }

  /** Lets the dialplan call the scripts of the Lunopark at that address, if it takes calls. */
  async sendCallsTo(address: string | undefined): Promise<void> {
    if (address !== undefined) await this.setGlobal("AGI_URL", this.transport.url(address));
  }
}

const instances = new Map<AsteriskVersion, Promise<Asterisk>>();

Deno.test.afterAll(stopInstances);

/** Stops the instances that the tests of this process share. */
export async function stopInstances(): Promise<void> {
  const started = await Promise.allSettled(instances.values());
  instances.clear();
  for (const start of started) if (start.status === "fulfilled") await start.value.stop();
}

/**
 * Registers a test for each version of Asterisk; those of a file share one instance of each. Calls, if
 * there are any, come by FastAGI.
 */
export function onAsterisk(promise: string, body: (asterisk: Pbx) => Promise<void>): void {
  for (const version of asteriskVersions()) {
    Deno.test(`${promise} (Asterisk ${version})`, async () => {
      await body(new Pbx(await findInstance(version), fastAgi));
    });
  }
}

/** Registers a test for each version of Asterisk and each way on which calls come. */
export function onEachTransport(promise: string, body: (asterisk: Pbx) => Promise<void>): void {
  for (const transport of [fastAgi, asyncAgi]) {
    for (const version of asteriskVersions()) {
      Deno.test(`${promise} (${transport.name}, Asterisk ${version})`, async () => {
        await body(new Pbx(await findInstance(version), transport));
      });
    }
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
