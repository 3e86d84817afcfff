/**
 * What a handler author reads: the types of a call handler and of what it gets.
 *
 * @module
 */

import type { AgiChannel } from "../agi/channel.ts";
import type { App } from "../agi/dialplan.ts";
import type { Ami } from "../ami/manager.ts";

/** The call as its handler sees it; `channel.ami` is the AMI connection of the call's Asterisk. */
export type Channel = AgiChannel<Ami>;

/**
 * Handles a call: `export async function subroutine(app: App, channel: Channel) { ... }`.
 *
 * When it returns, the script is over and the dialplan goes on. So it is when it throws, with the
 * channel variable `LUNOPARK_STATUS` set to `ERROR`.
 */
export type Handler = (app: App, channel: Channel) => unknown;

/**
 * Handlers for deeper names, as the default export: `export default { "ivr/:lang": greet }`.
 *
 * The keys have URLPattern syntax; groups arrive in `channel.params`. An exported function of the
 * same name goes before a route, and routes are tried in their order.
 */
export type Routes = Readonly<Record<string, Handler>>;
