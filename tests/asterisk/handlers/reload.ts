// A call that tells on which generation of this file, and of its sibling, it began and ended.
import { ami, type App, type Channel, log } from "lunopark";
import { sibling } from "./reload_sibling.ts";

const generation = 0;

/** Goes on until the dialplan's global variable `RELEASE` is set. */
export async function lasting(app: App, channel: Channel): Promise<void> {
  const begun = `${generation} ${sibling()}`;
  await app.Answer();
  log.info(`Begun on ${begun}`);
  do {
    await app.Wait(0.3);
    await channel.set("GENERATION", generation);
    if (await channel.get("GENERATION") !== `${generation}`) throw new Error("not its own answer");
  } while (await channel.get("GLOBAL(RELEASE)") !== "1");
  await end(begun);
}

/** Is soon over. */
export async function short(app: App): Promise<void> {
  const begun = `${generation} ${sibling()}`;
  await app.NoOp();
  await end(begun);
}

async function end(begun: string): Promise<void> {
  const again = await import("./reload_sibling.ts");
  log.info(`Ended on ${generation} ${sibling()} ${again.sibling()}, begun on ${begun}`);
}

ami.addEvent("UserEvent", (event) => log.info(`Number ${event["Number"]}`));

/** Its listener is gone, and no call runs on it. */
export function dispose(): void {
  log.info(`Disposed ${generation} ${sibling()}`);
}
