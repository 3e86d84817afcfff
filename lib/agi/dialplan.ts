/**
 * `app`: the dialplan applications, run on the channel of a call.
 *
 * @module
 */

import { AgiCommandError } from "../errors.ts";
import type { Applications } from "../schema/applications.ts";
import { type ApplicationArgument, formatExec } from "./command.ts";
import type { AgiConnection } from "./connection.ts";
import type { Reply } from "./reply.ts";

/**
 * Runs one dialplan application with the arguments as the dialplan would pass them.
 *
 * Resolves to what the application returned: 0 when it went well, -1 when the channel hung up or the
 * application ended the call, for some the code of a key that was pressed (55 for `7`).
 *
 * @throws {HangupError} If the connection to Asterisk has ended.
 * @throws {AgiCommandError} If this Asterisk has no such application.
 * @throws {TypeError} If an argument has CR, LF or NUL.
 */
export type Application = (...args: ApplicationArgument[]) => Promise<number>;

/**
 * The dialplan applications of a call: `app.Answer()`, `app.Dial("PJSIP/1234", 120, "gr")`.
 *
 * The names are those that Asterisk documents; whether a PBX has the module shows when it is run.
 */
export type App = Applications & OtherApplications;

/** Applications that Asterisk does not document, such as those of a module of your own. */
export interface OtherApplications {
  /** Runs an application by its name: `app.exec("MyOwnApplication", "argument")`. */
  exec(application: string, ...args: ApplicationArgument[]): Promise<number>;
}

/** The applications of one connection's channel; {@linkcode App} is its type for handlers. */
class Dialplan {
  readonly #connection: AgiConnection;

  constructor(connection: AgiConnection) {
    this.#connection = connection;
  }

  exec(application: string, ...args: ApplicationArgument[]): Promise<number> {
    return this.run(application, args);
  }

  run(application: string, args: readonly ApplicationArgument[]): Promise<number> {
    let line: string;
    try {
      line = formatExec(application, args);
    } catch (error) {
      return Promise.reject(error);
    }
    return this.#connection.ask(line, "exec", readResult);
  }
}

/** One function for all calls, where a closure for each would cost 250 bytes a command. */
function readResult(reply: Reply, line: string): number {
  if (reply.result !== "-2") return Number(reply.result);
  const application = line.split(" ", 2)[1];
  throw new AgiCommandError(
    `Cannot run dialplan application ${application}: this Asterisk does not have it`,
    line,
    reply.code,
    reply.text,
  );
}

// An application becomes a method of all calls when it is first used: a call pays nothing for those
// that it does not use, and one that is used again costs as much as any method.
Object.setPrototypeOf(
  Dialplan.prototype,
  new Proxy(Object.prototype, {
    get(target: object, name: string | symbol, receiver: unknown): unknown {
      if (typeof name !== "string" || !/^[A-Z]\w*$/.test(name)) {
        return Reflect.get(target, name, receiver);
      }
      const value = function (this: Dialplan, ...args: ApplicationArgument[]): Promise<number> {
        return this.run(name, args);
      };
      Object.defineProperty(Dialplan.prototype, name, {
        value,
        writable: true,
        configurable: true,
      });
      return value;
    },
  }),
);

/**
 * The applications as methods that run on this connection's channel.
 *
 * On the wire each is `EXEC Name "argument,argument"`, see {@linkcode formatExec}.
 * Source: Asterisk 22, res/res_agi.c, handle_exec()
 */
export function createApp(connection: AgiConnection): App {
  return new Dialplan(connection) as unknown as App;
}
