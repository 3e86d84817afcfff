/**
 * AMI actions: how a name and parameters become the bytes of a request.
 *
 * @module
 */

/** A value of a parameter; `true` and `false` are written as words. */
export type ActionValue = string | number | bigint | boolean;

/**
 * Parameters of an action by name, in any case. `undefined` and `null` are left out; an array repeats
 * the header. Channel variables may be given as an object, `variable: { PIN: "1,2" }`, one header
 * each and escaped; written as text they are sent as they are.
 */
export type ActionParameters = Readonly<
  Record<
    string,
    | ActionValue
    | readonly ActionValue[]
    | Readonly<Record<string, ActionValue | undefined | null>>
    | undefined
    | null
  >
>;

/** Longest line, without its CRLF, that Asterisk reads whole (inbuf[1025]). */
const maxLine = 1022;
/** Most lines of a request (AST_MAX_MANHEADERS). */
const maxHeaders = 128;

const encoder = new TextEncoder();

/**
 * Formats a request: `Action: Ping` CRLF `ActionID: 7-1` CRLF, the parameters, CRLF.
 *
 * The ActionID comes second, so that even an error about a later line carries it.
 * Source: Asterisk 22, main/manager.c, get_input(), do_message()
 *
 * @throws {TypeError} If a name is no header's name, or a value has CR, LF or NUL.
 * @throws {RangeError} If a line or the request is longer than Asterisk takes.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   formatAction("Getvar", { variable: "TEST" }, "7-1"),
 *   "Action: Getvar\r\nActionID: 7-1\r\nvariable: TEST\r\n\r\n",
 * );
 * ```
 */
export function formatAction(
  name: string,
  parameters: ActionParameters,
  actionId: string,
): string {
  return formatRequest(name, actionId, formatParameters(name, parameters));
}

/** Puts a request together; `headers` are what {@linkcode formatParameters} has made. */
export function formatRequest(name: string, actionId: string, headers: string): string {
  const start = requestStarts.get(name) ?? checkName(name);
  return `${start}${actionId}${headers}\r\n\r\n`;
}

/**
 * Formats the parameters of a request, one line each, and checks its name. Reading them may run code
 * of others, a getter; therefore it is done before the action gets its number.
 *
 * @throws {TypeError} If a name is no header's name, or a value has CR, LF or NUL.
 * @throws {RangeError} If a line or the request is longer than Asterisk takes.
 */
export function formatParameters(name: string, parameters: ActionParameters): string {
  if (!requestStarts.has(name)) checkName(name);
  let headers = "";
  let lines = 2;
  for (const key of Object.keys(parameters)) {
    const given = parameters[key];
    if (given === undefined || given === null) continue;
    const start = headerStarts.get(key) ?? checkKey(name, key);
    if (typeof given === "string") {
      checkLine(name, key, given);
      headers += start + given;
      lines++;
      continue;
    }
    for (const value of valuesOf(name, key, given)) {
      checkValue(name, key, value);
      const text = String(value);
      checkLine(name, key, text);
      headers += start + text;
      lines++;
    }
  }
  if (lines > maxHeaders) {
    throw new RangeError(
      `Cannot send action "${name}": it has ${lines} headers, Asterisk takes ${maxHeaders}`,
    );
  }
  return headers;
}

/**
 * What stands before the ActionID, by the names of actions that were found good, and before a value, by
 * those of parameters: programs use few, again and again. A request of few pieces is put together in
 * half the time of one of many.
 */
const requestStarts = new Map<string, string>();
const headerStarts = new Map<string, string>();

function remember(starts: Map<string, string>, name: string, start: string): string {
  if (starts.size > 1_000) starts.clear();
  starts.set(name, start);
  return start;
}

/** Checks the name of an action, and gives back what stands before its ActionID. */
function checkName(name: string): string {
  if (!/^[A-Za-z]\w*$/.test(name)) {
    throw new TypeError(
      `Cannot send action ${JSON.stringify(name)}: its name must be letters and digits`,
    );
  }
  checkLine(name, "Action", name);
  return remember(requestStarts, name, `Action: ${name}\r\nActionID: `);
}

/** Checks the name of a parameter, and gives back what stands before its value. */
function checkKey(action: string, key: string): string {
  if (!/^[A-Za-z][\w()/.-]*$/.test(key)) {
    throw new TypeError(
      `Cannot send action "${action}": ${JSON.stringify(key)} is not the name of a header`,
    );
  }
  if (/^action(id)?$/i.test(key)) {
    throw new TypeError(`Cannot send action "${action}": ${key} is set by Lunopark`);
  }
  return remember(headerStarts, key, `\r\n${key}: `);
}

function valuesOf(
  action: string,
  key: string,
  given: NonNullable<ActionParameters[string]>,
): readonly ActionValue[] {
  if (typeof given !== "object") return [given];
  if (isArray(given)) return given;
  if (!/^variable$/i.test(key)) {
    throw new TypeError(
      `Cannot send action "${action}": ${key} must be text, a number, a boolean or an array of them`,
    );
  }
  return Object.entries(given).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [formatVariable(action, name, value)]
  );
}

function isArray(given: object): given is readonly ActionValue[] {
  return Array.isArray(given);
}

/**
 * Writes a variable so that Asterisk reads exactly this one. It splits the header at commas outside
 * of quotes, parentheses and brackets, takes quotes and backslashes away, and then splits at the
 * first `=`, which nothing can escape.
 * Source: Asterisk 22, main/manager.c, man_do_variable_value(); main/app.c,
 * __ast_app_separate_args()
 */
function formatVariable(action: string, name: string, value: ActionValue): string {
  if (!/^[^\s=][^=]*$/.test(name)) {
    throw new TypeError(
      `Cannot send action "${action}": ${JSON.stringify(name)} is not the name of a variable`,
    );
  }
  checkValue(action, name, value);
  return `${name}=${value}`.replace(/[\\",()[\]]/g, "\\$&");
}

function checkValue(action: string, key: string, value: unknown): void {
  const type = typeof value;
  if (type === "string" || type === "number" || type === "bigint" || type === "boolean") return;
  const what = value === null ? "null" : typeof value === "object" ? "an object" : typeof value;
  throw new TypeError(
    `Cannot send action "${action}": ${key} is ${what}, must be text, a number or a boolean`,
  );
}

/** Refuses a value that makes more than one line, or too long a one. */
function checkLine(action: string, key: string, value: string): void {
  if (/[\r\n\0]/.test(value)) {
    throw new TypeError(`Cannot send action "${action}": ${key} has a line end or NUL`);
  }
  // Three bytes are the most that a UTF-16 unit needs.
  if ((key.length + 2 + value.length) * 3 > maxLine) {
    const length = encoder.encode(`${key}: ${value}`).length;
    if (length > maxLine) {
      throw new RangeError(
        `Cannot send action "${action}": ${key} makes a line of ${length} bytes, ` +
          `Asterisk takes ${maxLine}`,
      );
    }
  }
}

/**
 * How long an action may keep Asterisk from saying anything else on this connection, in milliseconds;
 * 0 for those that do not.
 *
 * A WaitEvent without time has no limit.
 * Source: Asterisk 22, main/manager.c, action_originate(), action_waitevent()
 */
export function blockingTime(name: string, parameters: ActionParameters): number {
  // Both names have nine letters.
  if (name.length !== 9) return 0;
  switch (name.toLowerCase()) {
    case "originate":
      if (/^(true|yes|y|t|1|on)$/i.test(String(find(parameters, "async")))) return 0;
      return dialingTime(parameters);
    case "waitevent": {
      const timeout = find(parameters, "timeout");
      const seconds = timeout === "" ? -1 : Number(timeout);
      return seconds >= 0 ? seconds * 1_000 : Infinity;
    }
    default:
      return 0;
  }
}

/**
 * How long an Originate may try, in milliseconds: 30 seconds unless given, and one below 1 is no
 * limit.
 * Source: Asterisk 22, main/manager.c, action_originate(); main/dial.c,
 * ast_dial_set_global_timeout()
 */
export function dialingTime(parameters: ActionParameters): number {
  const timeout = find(parameters, "timeout");
  const time = timeout === "" ? 30_000 : Number(timeout);
  return time > 0 ? time : Infinity;
}

/** A parameter by its name in lower case; empty when it is not given. */
function find(parameters: ActionParameters, name: string): ActionParameters[string] {
  return Object.entries(parameters).find(([key]) => key.toLowerCase() === name)?.[1] ?? "";
}
