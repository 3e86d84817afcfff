// A call that tells whether all answers it got were its own.
import { ami, type App, type Channel, log } from "lunopark";

let present = 0;
let all = Promise.withResolvers<void>();

/** Ten commands and two actions, once as many calls are here as the dialplan says. */
export async function load(app: App, channel: Channel): Promise<void> {
  const crowd = Number(await channel.get("CROWD"));
  if (++present === crowd) {
    all.resolve();
    all = Promise.withResolvers<void>();
    present = 0;
  } else {
    await all.promise;
  }
  const own = `${channel.uniqueid} ${crypto.randomUUID()}`;
  const answers: (string | undefined)[] = [];
  await app.Answer();
  await channel.set("FIRST", own);
  answers.push(await channel.get("FIRST"));
  await app.Set(`SECOND=${own}`);
  answers.push(await channel.getFull("SECOND"));
  await channel.command("VERBOSE", own, 4);
  const variable = await ami.getvar({ channel: channel.name, variable: "FIRST" });
  answers.push(variable["Value"]);
  await ami.setvar({ channel: channel.name, variable: "THIRD", value: own });
  answers.push(await channel.get("THIRD"));
  await app.NoOp(own);
  const [name, uniqueid] = [await channel.get("CHANNEL"), await channel.get("UNIQUEID")];
  const right = answers.every((answer) => answer === own) && name === channel.name &&
    uniqueid === channel.uniqueid;
  log.info("Over", { channel: channel.name, right, own, answers });
}

/** Has the runtime give back all memory that it can, if it was started with `--expose-gc`. */
export function collect(): void {
  const { gc } = globalThis as { gc?: (options: { type: "major"; flavor: "last-resort" }) => void };
  gc?.({ type: "major", flavor: "last-resort" });
  log.info("Collected");
}
