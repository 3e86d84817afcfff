/**
 * The action AGI: a command for a channel in AsyncAGI.
 *
 * @module
 */
import {
  type ActionContext,
  type ActionDefinition,
  ActionRefused,
  requireChannel,
} from "./action_table.ts";

/** AsyncAGI. */
export const AGI_ACTIONS: readonly ActionDefinition[] = [
  { name: "AGI", privileges: ["agi"], synopsis: "Gives a channel an AGI command", run: agi },
];

/** Source: Asterisk 22, res/res_agi.c, action_add_agi_cmd() */
function agi(context: ActionContext): void {
  const { action, reply } = context;
  const [name, command] = [action.get("Channel"), action.get("Command")];
  if (name === "" || command === "") {
    throw new ActionRefused("Both, Channel and Command are *required*");
  }
  const channel = requireChannel(context, "Channel", `Channel ${name} does not exist.`);
  if (!channel.takeCommand) {
    throw new ActionRefused(`Failed to add AGI command to channel ${channel.name} queue`);
  }
  reply.ack("Added AGI command to queue");
  channel.takeCommand(command, action.get("CommandID"));
}
