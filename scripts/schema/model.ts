/**
 * What is known about Asterisk: the facts that become types.
 *
 * @module
 */

/** The versions whose documentation is read, the base first. */
export const versions = ["22", "16"] as const;

/** A version whose documentation is read. */
export type Version = typeof versions[number];

/** A parameter as it is documented, with what is inside it. */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  /** May be given again and again, divided by the separator of what it is in. */
  readonly repeats: boolean;
  /** Stands between its parts. */
  readonly separator: string;
  /** Its parts stand in parentheses behind it: always, never, or only if there are any. */
  readonly parentheses: "always" | "never" | "optional";
  readonly parts: readonly Parameter[];
  /** What it can be, as far as that is listed. */
  readonly values: readonly string[];
  /** The options that it is made of, for a parameter of options. */
  readonly options: readonly Option[];
}

/** One of the letters (seldom words) that a parameter of options is made of. */
export interface Option {
  readonly name: string;
  readonly separator: string;
  readonly parts: readonly Parameter[];
}

/** A channel variable that something sets, with its values as far as they are listed. */
export interface Variable {
  readonly name: string;
  readonly values: readonly string[];
}

/** What all documented things have. */
export interface Documented {
  readonly name: string;
  readonly versions: readonly Version[];
  /** Since when it exists: the first version of each branch that got it; empty when not known. */
  readonly since: readonly string[];
  /** The modules that have it; empty for the core, and in version 16 when not known. */
  readonly modules: readonly string[];
}

/** A dialplan application. */
export interface Application extends Documented {
  /** Stands between its parameters, nearly always a comma. */
  readonly separator: string;
  readonly parameters: readonly Parameter[];
  /** Channel variables that it sets. */
  readonly sets: readonly Variable[];
  /** Names of channel variables that it looks at. */
  readonly reads: readonly string[];
}

/** A dialplan function. */
export interface DialplanFunction extends Documented {
  readonly separator: string;
  readonly parameters: readonly Parameter[];
  readonly sets: readonly Variable[];
}

/** An AGI command, its name in upper case. */
export interface AgiCommand extends Documented {
  readonly parameters: readonly Parameter[];
  readonly sets: readonly Variable[];
}

/** An AMI action. */
export interface Action extends Documented {
  readonly parameters: readonly Parameter[];
  /** Further parameters: patterns of their names. */
  readonly more: readonly string[];
  /** Names of the events that its documentation lists as items, and of the one that ends the list. */
  readonly list: { readonly items: readonly string[]; readonly complete: string | undefined };
}

/** A header of an event. */
export interface Header {
  readonly name: string;
  readonly optional: boolean;
  readonly values: readonly string[];
  /** Option of a configuration file that it shows: `dtmf_mode of endpoint in pjsip.conf`. */
  readonly option?: string;
  /** The only version that documents it. */
  readonly only?: Version;
}

/** A block of headers that describes a channel or a bridge, each with the prefix before its name. */
export interface Snapshot {
  readonly kind: "channel" | "bridge";
  readonly prefix: string;
  readonly optional: boolean;
}

/** An AMI event. */
export interface AmiEvent extends Documented {
  /** Permission classes: who has one of them in `read` gets it. */
  readonly classes: readonly string[];
  readonly snapshots: readonly Snapshot[];
  readonly headers: readonly Header[];
  /** Further headers: patterns of their names, or `Capitalize<string>` for any. */
  readonly more: readonly { readonly pattern: string; readonly words: string }[];
}

/** All that is known. */
export interface Schema {
  readonly applications: readonly Application[];
  readonly functions: readonly DialplanFunction[];
  readonly agiCommands: readonly AgiCommand[];
  readonly actions: readonly Action[];
  readonly events: readonly AmiEvent[];
}
