// Asterisk calls an exported function by its name, from its dialplan:
//   exten => _X.,1,AGI(agi://127.0.0.1/subroutine)
// Try it without Asterisk: lunopark call -c /etc/lunopark/config.ts subroutine --digits 0000
import type { App, Channel } from "lunopark";

export async function subroutine(app: App, channel: Channel): Promise<void> {
  await app.Answer();
  await app.Read("PIN", "beep", 4, undefined, undefined, 8);
  const pin = await channel.get("PIN");
  if (pin !== "0000") {
    channel.log.info("Wrong PIN");
    await app.Playback("vm-goodbye");
    return;
  }
  await app.Dial("PJSIP/1234", 120, "g");
  channel.log.info(`Dial ended with ${await channel.get("DIALSTATUS")}`);
}
