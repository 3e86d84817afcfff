/**
 * Actions on parked calls.
 *
 * @module
 */
import { parkingOf } from "../pbx/parking.ts";
import {
  type ActionContext,
  type ActionDefinition,
  ActionRefused,
  requireChannel,
  requireHeader,
} from "./action_table.ts";
import { partHeaders } from "./pbx_events.ts";

/** Parking. Source of all: Asterisk 22, res/parking/parking_manager.c */
export const PARKING_ACTIONS: readonly ActionDefinition[] = [
  { name: "Park", privileges: ["call"], synopsis: "Parks a channel", run: park },
  { name: "ParkedCalls", privileges: ["call"], synopsis: "Lists parked calls", run: parkedCalls },
  { name: "Parkinglots", privileges: ["call"], synopsis: "Lists parking lots", run: parkingLots },
];

function park(context: ActionContext): void {
  const { action, reply, pbx } = context;
  requireHeader(context, "Channel", "Channel not specified");
  const milliseconds = parseTimeout(action.get("Timeout"));
  const channel = requireChannel(
    context,
    "Channel",
    (name) => `Channel does not exist: ${name}`,
  );
  const parking = parkingOf(pbx);
  const lot = parking.find(action.get("Parkinglot"));
  const space = Number.parseInt(action.get("ParkingSpace"), 10);
  const parked = lot && parking.park(channel, lot, {
    // Less than a second is one.
    timeout: milliseconds && Math.max(1, Math.floor(milliseconds / 1_000)),
    space: Number.isNaN(space) ? undefined : space,
  });
  // The line ends are Asterisk's.
  if (!parked) throw new ActionRefused("Park action failed\n");
  reply.ack("Park successful\n");
}

function parseTimeout(text: string): number | undefined {
  if (text === "") return undefined;
  const timeout = Number.parseInt(text, 10);
  if (!(timeout >= 0)) throw new ActionRefused("Invalid Timeout value.");
  return timeout;
}

function parkedCalls({ action, reply, pbx }: ActionContext): void {
  const parking = parkingOf(pbx);
  const wanted = action.get("ParkingLot");
  if (wanted !== "" && !parking.find(wanted)) {
    throw new ActionRefused("Requested parking lot could not be found.");
  }
  const calls = [...parking.calls.values()].filter(({ lot }) =>
    wanted === "" || lot.name === wanted
  );
  reply.list(
    calls.map((call) => ({
      event: "ParkedCall",
      headers: parking.parts(call).flatMap((part) => partHeaders(part)),
      id: "last",
    })),
    {
      message: "Parked calls will follow",
      complete: "ParkedCallsComplete",
      extra: [["Total", calls.length]],
    },
  );
}

function parkingLots({ reply, pbx }: ActionContext): void {
  reply.list(
    parkingOf(pbx).lots.map(({ name, firstSpace, lastSpace, timeout }) => ({
      event: "Parkinglot",
      headers: [
        ["Name", name],
        ["StartSpace", firstSpace],
        ["StopSpace", lastSpace],
        ["Timeout", timeout],
      ],
    })),
    { message: "Parking lots will follow", complete: "ParkinglotsComplete" },
  );
}
