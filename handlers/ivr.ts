// An IVR: menus below each other, an operator for who gets lost. It teaches that a menu is data and
// the code that walks through it is one loop, which counts wrong keys and silence alike; and that
// little has to be done about a caller who hangs up: the next command throws, and the script is over.
//   same => n,AGI(agi://127.0.0.1/ivr?operator=PJSIP/100)
import type { App, Channel } from "lunopark";

/**
 * What a key leads to: another menu, or something to do, after which the menu is heard again unless
 * it says that the call is "over".
 */
type Choice = Menu | ((app: App, channel: Channel) => Promise<unknown>);

interface Menu {
  /** Sound file that tells the keys. */
  readonly prompt: string;
  readonly keys: Readonly<Record<string, Choice>>;
}

/** How often a caller may press nothing, or what is no choice, before the operator takes over. */
const tries = 3;
/** How long the caller may think, in milliseconds. */
const patience = 5_000;

const information: Menu = {
  prompt: "dir-welcome",
  keys: {
    1: (_app, channel) => channel.sayTime(new Date()),
    2: (_app, channel) => channel.sayAlpha(channel.callerid), // which may be the word "unknown"
  },
};

const main: Menu = {
  prompt: "vm-enter-num-to-call",
  keys: { 0: callOperator, 1: information, 2: (app) => app.Playback("hello-world") },
};

export async function ivr(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  const path = [main];
  for (let failures = 0; failures < tries;) {
    const menu = path.at(-1) ?? main;
    const { ended, digit } = await channel.getOption(menu.prompt, "0123456789*#", patience);
    if (ended === "hangup") return;
    const choice = digit === undefined ? undefined : menu.keys[digit];
    if (digit === "*" && path.length > 1) {
      path.pop(); // one menu up
    } else if (choice === undefined) {
      failures++;
      channel.log.info(
        digit === undefined ? "No key was pressed" : `No choice has the key ${digit}`,
      );
      await channel.streamFile(digit === undefined ? "please-try-again" : "pbx-invalid");
    } else {
      failures = 0;
      if (typeof choice !== "function") path.push(choice);
      else if (await choice(app, channel) === "over") return;
    }
  }
  await callOperator(app, channel);
}

async function callOperator(app: App, channel: Channel): Promise<"over" | undefined> {
  const { ended } = await channel.streamFile("transfer");
  if (ended === "hangup") return "over"; // applications would run all the same, and the operator be rung
  // In the dialplan, the end of an answered Dial is that of the call. A script goes on.
  await app.Dial(channel.query.get("operator") ?? "PJSIP/operator", 30);
  const status = await channel.get("DIALSTATUS");
  channel.log.info(`Dial of the operator ended with ${status}`);
  if (status === "ANSWER") return "over";
  await app.Playback("vm-nobodyavail");
  return undefined;
}
