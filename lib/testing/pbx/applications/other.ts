/**
 * Applications that leave a trace and nothing else: recording, events, programs.
 *
 * @module
 */

import { type Application, splitArguments } from "../application.ts";
import { play } from "../play.ts";

/** Does nothing that the model could show, and succeeds. */
const quiet: Application = () => 0;

/** Recording, events, programs. */
export const otherApplications: Readonly<Record<string, Application>> = {
  async AGI(channel, data) {
    const launch = channel.pbx.launchAgi;
    if (launch) return await launch(channel, data);
    channel.setVariable("AGISTATUS", "FAILURE");
    return 0;
  },
  MixMonitor(channel, data) {
    const [file = ""] = splitArguments(data);
    channel.setVariable(
      "MIXMONITOR_FILENAME",
      file.startsWith("/") ? file : `/var/spool/asterisk/monitor/${file}`,
    );
    channel.pbx.emit("MixMonitorStart", channel);
    return 0;
  },
  StopMixMonitor(channel) {
    channel.pbx.emit("MixMonitorStop", channel);
    return 0;
  },
  UserEvent(channel, data) {
    const [name = "", ...headers] = splitArguments(data);
    channel.pbx.emit("UserEvent", channel, () => ({
      UserEvent: name,
      ...Object.fromEntries(headers.map((header) => {
        const colon = header.indexOf(":");
        return [header.slice(0, colon).trim(), header.slice(colon + 1).trim()];
      })),
    }));
    return 0;
  },
  async Stasis(channel) {
    // No ARI application is there to take it.
    const played = await play(channel, 0);
    channel.setVariable("STASISSTATUS", "FAILED");
    return played.end === "hangup" ? -1 : 0;
  },
  System(channel) {
    channel.setVariable("SYSTEMSTATUS", "SUCCESS");
    return 0;
  },
  TrySystem(channel) {
    channel.setVariable("SYSTEMSTATUS", "SUCCESS");
    return 0;
  },
  async VoiceMail(channel) {
    const played = await play(channel, 10_000);
    channel.setVariable("VMSTATUS", "SUCCESS");
    return played.end === "hangup" ? -1 : 0;
  },
  CELGenUserEvent: quiet,
  // Not in 22 any more.
  NoCDR: (channel) => channel.pbx.version === "16" ? 0 : -2,
  ResetCDR: quiet,
  ForkCDR: quiet,
  DumpChan: quiet,
  Monitor: quiet,
  StopMonitor: quiet,
  SetAMAFlags: quiet,
  ChannelRedirect: (channel, data) => {
    const [name = "", context = "", exten = "", priority = "1"] = splitArguments(data);
    const target = channel.pbx.findChannel(name);
    channel.setVariable("CHANNELREDIRECT_STATUS", target ? "SUCCESS" : "NOCHANNEL");
    if (target) channel.pbx.redirect(target, { context, exten, priority: Number(priority) });
    return 0;
  },
};
