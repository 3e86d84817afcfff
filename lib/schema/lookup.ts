/**
 * How the generated types are found by name: as documented, or all in lower case.
 *
 * @module
 */

import type { Actions, ListActions } from "./actions.ts";
import type { AnyCase, OtherText } from "./basics.ts";
import type { ChannelVariables } from "./channel_variables.ts";
import type { Events } from "./events.ts";
import type { ReadableFunctions, WritableFunctions } from "./functions.ts";

/** The name of an action that Asterisk documents. */
export type ActionName = keyof Actions;

/** The name of an action that answers with a list. */
export type ListActionName = keyof ListActions;

/** The name of an event that listeners get, as documented or in lower case; or any other. */
export type EventName = keyof Events | Lowercase<keyof Events> | OtherText;

/** The name of a channel variable that Asterisk documents; or any other. */
export type VariableName = keyof ChannelVariables | OtherText;

/** The name of a dialplan function that can be read. */
export type ReadableFunction = keyof ReadableFunctions;

/** The name of a dialplan function that can be written. */
export type WritableFunction = keyof WritableFunctions;

/** What a channel variable holds when it is set: its documented values, or any text. */
export type VariableValue<Name extends string> = Name extends keyof ChannelVariables
  ? ChannelVariables[Name]
  : string;

/** The event of that name, in any case; `Other` for one that Asterisk does not document. */
export type EventOf<Name extends string, Other> = Lowercase<Name> extends
  keyof LowercaseNames<Events> ? LowercaseNames<Events>[Lowercase<Name>] : Other;

/** The items of the list action of that name, in any case; `Other` if it is none. */
export type ItemOf<Name extends string, Other> = Lowercase<Name> extends
  keyof LowercaseNames<ListActions> ? LowercaseNames<ListActions>[Lowercase<Name>]["item"] : Other;

/** The event that ends the list of that action, in any case; `Other` if it is no list action. */
export type CompleteOf<Name extends string, Other> = Lowercase<Name> extends
  keyof LowercaseNames<ListActions> ? LowercaseNames<ListActions>[Lowercase<Name>]["complete"]
  : Other;

/**
 * The parameters and options that an action takes: the parameters can be left out when none is
 * required, and be named as documented or in lower case.
 */
export type ActionArguments<Name extends ActionName, Options> = Record<never, never> extends
  Actions[Name] ? [parameters?: AnyCase<Actions[Name]>, options?: Options]
  : [parameters: AnyCase<Actions[Name]>, options?: Options];

/** The same with the names in lower case. */
export type LowercaseNames<Block> = {
  readonly [Name in keyof Block as Name extends string ? Lowercase<Name> : never]: Block[Name];
};
