/**
 * Secrets as systemd hands them over: files that this service alone can read.
 *
 * Source: systemd.exec(5), "Credentials"
 *
 * @module
 */

import { ConfigError } from "./errors.ts";
import { resolvePath } from "./paths.ts";

/** Names of the credentials, as in `LoadCredential=lunopark.secret:/etc/lunopark/secret`. */
const credentialNames = {
  secret: "lunopark.secret",
  statusToken: "lunopark.status-token",
} as const;

/** Keys of a configuration that can be handed over so. */
export const credentialKeys = ["secret", "statusToken"] as const;

/** A secret, and the file that it was read from. */
export interface Credential {
  readonly path: string;
  readonly value: string;
}

/**
 * Reads a secret from the folder that `CREDENTIALS_DIRECTORY` names. The line end behind it, which
 * editors and `echo` write, is no part of it; an empty file counts as not there.
 *
 * @throws {ConfigError} If the file is there and cannot be read.
 */
export function readCredential(
  key: typeof credentialKeys[number],
  env: (name: string) => string | undefined,
): Credential | undefined {
  const directory = env("CREDENTIALS_DIRECTORY");
  if (!directory) return undefined;
  const path = resolvePath(directory, credentialNames[key]);
  try {
    const value = Deno.readTextFileSync(path).replace(/\r?\n$/, "");
    return value === "" ? undefined : { path, value };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    const reason = (error as Error).message.replace(/ \(os error \d+\).*/s, "");
    throw new ConfigError([`${path}: cannot be read: ${reason}`]);
  }
}
