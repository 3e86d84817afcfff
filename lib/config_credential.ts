/**
 * The secret as systemd hands it over: a file that this service alone can read.
 *
 * Source: systemd.exec(5), "Credentials"
 *
 * @module
 */

import { ConfigError } from "./errors.ts";
import { resolvePath } from "./paths.ts";

/** Name of the credential, as in `LoadCredential=lunopark.secret:/etc/lunopark/secret`. */
const credentialName = "lunopark.secret";

/** A secret, and the file that it was read from. */
export interface SecretCredential {
  readonly path: string;
  readonly secret: string;
}

/**
 * Reads the secret from the folder that `CREDENTIALS_DIRECTORY` names. The line end behind it, which
 * editors and `echo` write, is no part of it; an empty file counts as not there.
 *
 * @throws {ConfigError} If the file is there and cannot be read.
 */
export function readSecretCredential(
  env: (name: string) => string | undefined,
): SecretCredential | undefined {
  const directory = env("CREDENTIALS_DIRECTORY");
  if (!directory) return undefined;
  const path = resolvePath(directory, credentialName);
  try {
    const secret = Deno.readTextFileSync(path).replace(/\r?\n$/, "");
    return secret === "" ? undefined : { path, secret };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    const reason = (error as Error).message.replace(/ \(os error \d+\).*/s, "");
    throw new ConfigError([`${path}: cannot be read: ${reason}`]);
  }
}
