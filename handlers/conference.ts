// A conference with a moderator, who enters with a PIN; until he is there, the others hear music. He
// has keys: 1 mutes the others, 2 lets them speak again, 3 sends away who came last. It teaches to do
// two things in one call: an application runs on the channel, while a listener for events of AMI hears
// what is pressed on it and steers the conference from outside; `using` takes the listener away with
// the call, however that ends.
//   same => n,AGI(agi://127.0.0.1/conference/sales)
import { ami, type App, type Channel } from "lunopark";

export default { "conference/:room": conference };

const pin = Deno.env.get("CONFERENCE_PIN") ?? "4711";
/** How often one may enter a wrong PIN, or nothing. */
const tries = 3;

async function conference(app: App, channel: Channel): Promise<void> {
  const room = channel.params["room"] ?? "";
  await app.Answer();
  const role = await askRole(channel);
  if (role === "stranger") {
    await app.Playback("vm-goodbye");
    return;
  }
  const moderates = role === "moderator";
  const options = moderates
    ? ["admin", "marked"]
    : ["wait_marked", "end_marked", "music_on_hold_when_empty"];
  for (const option of options) await channel.setFn("CONFBRIDGE", "yes", "user", option);
  // Or else a menu in confbridge.conf may give these keys another meaning.
  if (moderates) {
    for (const key of "123") {
      await channel.setFn("CONFBRIDGE", "no_op", "menu", key);
    }
  }

  using _keys = moderates
    ? ami.addEvent("DTMFEnd", ({ Uniqueid, Direction, Digit }) => {
      // What Asterisk refuses, because nobody else is there, is logged and does no harm.
      if (Uniqueid === channel.uniqueid && Direction === "Received") return steer(room, Digit);
    })
    : undefined;
  await app.ConfBridge(room);
  channel.log.info(`Left the conference: ${await channel.get("CONFBRIDGE_RESULT")}`);
}

/** Who enters the PIN is the moderator, who presses # alone a participant. */
async function askRole(channel: Channel): Promise<"moderator" | "participant" | "stranger"> {
  for (let left = tries; left > 0; left--) {
    const { ended, digits } = await channel.getData("conf-getpin", { timeout: 8_000, max: 8 });
    if (digits === pin) return "moderator";
    if (digits === "" && ended === "complete") return "participant";
    await channel.streamFile("conf-invalidpin");
  }
  return "stranger";
}

/** Does in a conference what the moderator's key asks for. */
async function steer(room: string, key: string): Promise<void> {
  const conference = room;
  if (key === "1") await ami.ConfbridgeMute({ conference, channel: "participants" });
  if (key === "2") await ami.ConfbridgeUnmute({ conference, channel: "participants" });
  if (key === "3") {
    const last = (await ami.ConfbridgeList({ conference })).findLast(({ Admin }) => Admin === "No");
    if (last) await ami.ConfbridgeKick({ conference, channel: last.Channel });
  }
}
