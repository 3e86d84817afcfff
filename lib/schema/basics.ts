/**
 * What the generated types are made of.
 *
 * @module
 */

/** An argument: text, or a number, which is written in decimal. */
export type Argument = string | number | bigint;

/** Any number of arguments; `undefined` is an empty one. */
export type Arguments = readonly (Argument | undefined)[];

/**
 * Any other text. In a union with the values that are known, it allows what is not, and leaves the
 * known ones in the completion of editors.
 */
export type OtherText = string & Record<never, never>;

/** Any other argument, see {@linkcode OtherText}. */
export type OtherArgument = OtherText | number | bigint;

/** A parameter of an action that means yes or no; Asterisk's `ast_true()` reads it. */
export type Flag = boolean | 0 | 1 | "yes" | "no" | "true" | "false" | "on" | "off" | "0" | "1";

/**
 * Variables of an action: as an object, `{ PIN: "1,2" }`, they are escaped, one header each; as text,
 * `"PIN=1"`, or several of these, they are sent as they are.
 */
export type ActionVariables =
  | Argument
  | readonly Argument[]
  | Readonly<Record<string, Argument | boolean>>;

/** Parameters of an action that has none. */
export type NoParameters = Readonly<Record<string, never>>;

/** `Block` with `Prefix` before each name: `Prefixed<"Dest", { Channel: string }>`. */
export type Prefixed<Prefix extends string, Block> = {
  readonly [Name in keyof Block as `${Prefix}${Name & string}`]: Block[Name];
};

/** `Block` with its names in documented case, or with all in lower case. */
export type AnyCase<Block> =
  | Block
  | {
    readonly [Name in keyof Block as Name extends string ? Lowercase<Name> : never]: Block[Name];
  };
