// A call that is recorded when the caller agrees, and only then. It teaches to ask before, to keep what
// was answered where the call records are, to tell the other party too, and that a recording needs no
// clean-up: it ends with the channel it is on, whoever hangs up.
//   same => n,AGI(agi://127.0.0.1/recording?dial=PJSIP/100)
import type { App, Channel } from "lunopark";

/** Tells that the call may be recorded, and asks for 1 to agree, 2 to refuse. */
const question = "if-correct-press";
/** What the other party hears before it is connected. */
const notice = "conf-now-recording";

export async function recording(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  const consent = await askConsent(channel);
  if (consent === "hangup") return;
  await channel.setFn("CDR", `consent: ${consent}`, "userfield");
  if (consent === "given") {
    await app.MixMonitor(`${channel.uniqueid}.wav`, "b"); // begins when both are connected
    channel.log.info(`Recording to ${await channel.get("MIXMONITOR_FILENAME")}`);
  }
  const options = consent === "given" ? `gA(${notice})` : "g";
  await app.Dial(channel.query.get("dial") ?? "PJSIP/1234", 60, options);
  channel.log.info(`Dial ended with ${await channel.get("DIALSTATUS")}`);
}

/** Silence is no consent; who presses another key is asked again. */
async function askConsent(channel: Channel): Promise<"given" | "refused" | "hangup"> {
  for (let left = 3; left > 0; left--) {
    const { ended, digit } = await channel.getOption(question, "0123456789*#", 5_000);
    if (ended === "hangup") return "hangup";
    if (digit === "1") return "given";
    if (digit === "2" || digit === undefined) return "refused";
    await channel.streamFile("pbx-invalid");
  }
  return "refused";
}
