/**
 * Park and ParkedCall: callers wait on numbered spaces.
 *
 * @module
 */

import { type Application, splitArguments } from "../application.ts";
import { parkingOf } from "../parking.ts";
import { answer } from "../play.ts";

/** Parking. Source: Asterisk 22, res/parking/parking_applications.c */
export const parkingApplications: Readonly<Record<string, Application>> = {
  async Park(channel, data) {
    const parking = parkingOf(channel.pbx);
    const lot = parking.find(splitArguments(data)[0]);
    if (!channel.up) await answer(channel);
    const call = lot && parking.reserve(channel, lot);
    if (!call) return 0;
    await parking.wait(call);
    return channel.leaving ? -1 : 0;
  },
  async ParkedCall(channel, data) {
    const parking = parkingOf(channel.pbx);
    const [, text] = splitArguments(data);
    const space = text ? Number(text) : [...parking.calls.keys()][0];
    if (!channel.up) await answer(channel);
    const end = space === undefined ? undefined : await parking.retrieve(space, channel);
    // Nobody is there, or the conversation is over.
    return end === undefined || channel.leaving ? -1 : 0;
  },
};
