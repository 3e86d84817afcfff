// Calls that show how the program stops.
import { type App, type Channel, HangupError, log } from "lunopark";

/** Ends when the dialplan's global variable `RELEASE` is set. */
export async function patient(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  log.info("Begun");
  do await app.Wait(0.1); while (await channel.get("GLOBAL(RELEASE)") !== "1");
  log.info("Ended by itself");
}

/** Ends when it is told to. */
export async function endless(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  log.info("Begun");
  try {
    for (;;) await channel.command("WAIT FOR DIGIT", 60_000);
  } catch (error) {
    log.info(`Ended: ${error instanceof HangupError ? error.reason : error}`);
    throw error;
  }
}

/** Does not even listen. */
export async function deaf(app: App): Promise<void> {
  await app.Answer();
  log.info("Begun");
  await new Promise(() => {});
}
