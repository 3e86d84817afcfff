/**
 * The actions that the simulated Asterisk has.
 *
 * @module
 */
import type { ManagerAction } from "./manager_action.ts";
import type { ManagerSession } from "./manager_session.ts";
import type { AmiServer } from "./ami_server.ts";
import type { Privilege } from "./privilege.ts";
import type { Responder } from "./responder.ts";
import type { Channel } from "../pbx/channel.ts";
import type { Pbx } from "../pbx/pbx.ts";

/** What an action is done with. */
export interface ActionContext {
  readonly action: ManagerAction;
  readonly reply: Responder;
  readonly session: ManagerSession;
  readonly server: AmiServer;
  readonly pbx: Pbx;
}

/** An action cannot be done: `Response: Error` with the message, which is Asterisk's word for word. */
export class ActionRefused extends Error {
  override readonly name = "ActionRefused";
}

/**
 * The value of a header that must not be empty.
 *
 * @throws {ActionRefused} With `message`, if it is.
 */
export function requireHeader({ action }: ActionContext, name: string, message: string): string {
  const value = action.get(name);
  if (value === "") throw new ActionRefused(message);
  return value;
}

/**
 * The channel that a header names, by its name or unique id.
 *
 * @throws {ActionRefused} If there is none; `message` may tell it with the name.
 */
export function requireChannel(
  { action, pbx }: ActionContext,
  header = "Channel",
  message: string | ((name: string) => string) = "No such channel",
): Channel {
  const name = action.get(header);
  const channel = pbx.findChannel(name);
  if (channel) return channel;
  throw new ActionRefused(typeof message === "string" ? message : message(name));
}

/** Does an action. No other action of the session begins before it resolves. */
export type DoAction = (context: ActionContext) => Promise<void> | void;

/** One action. */
export interface ActionDefinition {
  readonly name: string;
  /** Who may do it: users that have one of these classes; everybody when there is none. */
  readonly privileges: readonly Privilege[];
  /** For ListCommands. */
  readonly synopsis: string;
  readonly run: DoAction;
  /** The only Asterisk versions that have it. */
  readonly versions?: readonly string[];
}

/** Actions by name, which is in any case. */
export class ActionTable {
  readonly #actions = new Map<string, ActionDefinition>();

  constructor(version: string, ...groups: readonly (readonly ActionDefinition[])[]) {
    const known = groups.flat().filter(({ versions }) => versions?.includes(version) ?? true);
    known.sort((a, b) => a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);
    for (const definition of known) this.#actions.set(definition.name.toLowerCase(), definition);
  }

  /** The action of that name. */
  find(name: string): ActionDefinition | undefined {
    return this.#actions.get(name.toLowerCase());
  }

  /** All of them, in the order of ListCommands. */
  list(): ActionDefinition[] {
    return [...this.#actions.values()];
  }
}
