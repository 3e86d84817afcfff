// The demonstration: asks for a PIN and connects the caller. The dialplan calls it with
//   same => n,AGI(agi://127.0.0.1/subroutine)
import { ami, type App, type Channel, log } from "lunopark";

export async function subroutine(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  await app.Read("PIN", "beep", 4, undefined, undefined, 8);
  const pin = await channel.get("PIN");
  await app.Verbose(`User entered ${pin}`);
  if (pin !== "0000") {
    await app.Verbose("Wrong pin code ...");
    await app.Playback("vm-goodbye");
    return;
  }
  // Another destination can be given in the dialplan: AGI(agi://127.0.0.1/subroutine?dial=PJSIP/100)
  await app.Dial(channel.query.get("dial") ?? "PJSIP/1234", 120, "g");
  channel.log.info(`Dial ended with ${await channel.get("DIALSTATUS")}`);
}

ami.addEvent("Hangup", (event) => {
  log.info(`${event.Channel} hung up: ${event["Cause-txt"]}`);
});
