/**
 * The login of an AMI connection.
 *
 * @module
 */

import { ActionFailedError, AmiLoginError, NotConnectedError } from "../errors.ts";
import type { ActionParameters } from "./action.ts";
import type { ActionResult } from "./pending_actions.ts";

/** Who logs in, and how. */
export interface Credentials {
  /** Name of the AMI user, a section of manager.conf. */
  readonly user: string;
  /** The user's secret. */
  readonly secret: string;
  /** Whether the secret stays at home (MD5 challenge); `false` sends it as it is. */
  readonly secure: boolean;
}

/** Sends one action and resolves to its response. */
export type SendAction = (name: string, parameters: ActionParameters) => Promise<ActionResult>;

/**
 * Logs in: `Challenge` and `Login` with the MD5 of challenge and secret, or `Login` with the secret.
 *
 * Asterisk answers a wrong login after a second, and with the same words whatever is wrong: user,
 * secret or address.
 * Source: Asterisk 22, main/manager.c, authenticate(), action_challenge(), process_message()
 *
 * @throws {AmiLoginError} If Asterisk refuses.
 * @throws {NotConnectedError} If Asterisk is about to stop, and refuses everything.
 */
export async function logIn(send: SendAction, credentials: Credentials): Promise<void> {
  const { user, secret, secure } = credentials;
  try {
    if (!secure) {
      await send("Login", { Username: user, Secret: secret });
      return;
    }
    const answer = await send("Challenge", { AuthType: "MD5" });
    const challenge = "Challenge" in answer ? answer["Challenge"] : undefined;
    if (challenge === undefined) throw new AmiLoginError("Asterisk sent no challenge");
    // Here and not above: it takes 10 ms, for which calls need not wait at the start.
    const { createHash } = await import("node:crypto");
    const key = createHash("md5").update(challenge + secret).digest("hex");
    await send("Login", { Username: user, AuthType: "MD5", Key: key });
  } catch (error) {
    throw error instanceof ActionFailedError ? explain(error, user) : error;
  }
}

function explain(error: ActionFailedError, user: string): Error {
  const reason = error.response.Message ?? "Asterisk refused";
  if (reason === "Asterisk is shutting down") {
    return new NotConnectedError(reason, { cause: error });
  }
  const hint = reason === "Authentication failed"
    ? " (Asterisk says this for a wrong user, a wrong secret and a refused address alike)"
    : "";
  return new AmiLoginError(`Cannot log in to AMI as "${user}": ${reason}${hint}`, { cause: error });
}
