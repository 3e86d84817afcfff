/**
 * All actions that the simulated Asterisk has, group by group.
 *
 * @module
 */
import type { ActionDefinition } from "./action_table.ts";
import { AGI_ACTIONS } from "./agi_actions.ts";
import { BRIDGE_ACTIONS } from "./bridge_actions.ts";
import { CALL_ACTIONS } from "./call_actions.ts";
import { CHANNEL_ACTIONS } from "./channel_actions.ts";
import { CONFERENCE_ACTIONS } from "./conference_actions.ts";
import { CORE_ACTIONS } from "./core_actions.ts";
import { DIALPLAN_ACTIONS } from "./dialplan_actions.ts";
import { LOGIN_ACTIONS } from "./login_actions.ts";
import { PARKING_ACTIONS } from "./parking_actions.ts";
import { QUEUE_ACTIONS } from "./queue_actions.ts";
import { RECORDING_ACTIONS } from "./recording_actions.ts";
import { VARIABLE_ACTIONS } from "./variable_actions.ts";

/** The groups. What is in none of them Asterisk does not know, as if its module were not loaded. */
export const ACTIONS: readonly (readonly ActionDefinition[])[] = [
  AGI_ACTIONS,
  BRIDGE_ACTIONS,
  CALL_ACTIONS,
  CHANNEL_ACTIONS,
  CONFERENCE_ACTIONS,
  CORE_ACTIONS,
  DIALPLAN_ACTIONS,
  LOGIN_ACTIONS,
  PARKING_ACTIONS,
  QUEUE_ACTIONS,
  RECORDING_ACTIONS,
  VARIABLE_ACTIONS,
];
