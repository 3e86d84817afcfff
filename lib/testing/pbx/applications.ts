/**
 * The dialplan applications that the model knows, by name in lower case.
 *
 * @module
 */

import type { Application } from "./application.ts";
import { callApplications } from "./applications/call.ts";
import { conferenceApplications } from "./applications/conference.ts";
import { dialApplications } from "./applications/dial.ts";
import { flowApplications } from "./applications/flow.ts";
import { otherApplications } from "./applications/other.ts";
import { parkingApplications } from "./applications/parking.ts";
import { queueApplications } from "./applications/queue.ts";
import { soundApplications } from "./applications/sound.ts";

let all: ReadonlyMap<string, Application> | undefined;

/** All of them. What is not among them Asterisk does not know: `EXEC` answers -2. */
export function allApplications(): ReadonlyMap<string, Application> {
  // Made when first asked for: applications run applications, and import those who do.
  return all ??= new Map(
    [
      callApplications,
      conferenceApplications,
      dialApplications,
      flowApplications,
      otherApplications,
      parkingApplications,
      queueApplications,
      soundApplications,
    ].flatMap((some) =>
      Object.entries(some).map(([name, run]): [string, Application] => [name.toLowerCase(), run])
    ),
  );
}
