/**
 * Manager users, as a section of `manager.conf` describes them.
 *
 * @module
 */
import { ALL, parsePrivileges, type Privileges } from "./privilege.ts";
import { createEventFilter, type EventFilter } from "./event_filter.ts";

/** A user that may log in. */
export interface ManagerUserOptions {
  /** `manager` unless given. */
  readonly name?: string;
  /** `password` unless given. */
  readonly secret?: string;
  /** Classes of events that it is sent: `call,user`; `all` unless given. */
  readonly read?: string;
  /** Classes of actions that it may do; `all` unless given. */
  readonly write?: string;
  /** `eventfilter`: regular expressions, with `!` before them to exclude. */
  readonly eventFilters?: readonly string[];
  /** `allowmultiplelogin`; `true` unless given. */
  readonly multipleLogin?: boolean;
  /** Its address list refuses everybody. */
  readonly refused?: boolean;
}

/** A user with every option decided. */
export interface ManagerUser {
  readonly name: string;
  readonly secret: string;
  readonly read: Privileges;
  readonly write: Privileges;
  readonly filters: readonly EventFilter[];
  readonly multipleLogin: boolean;
  readonly refused: boolean;
}

/** Decides what was left open. */
export function createManagerUser(options: ManagerUserOptions = {}): ManagerUser {
  return {
    name: options.name ?? "manager",
    secret: options.secret ?? "password",
    read: parsePrivileges(options.read ?? "all") ?? ALL,
    write: parsePrivileges(options.write ?? "all") ?? ALL,
    filters: (options.eventFilters ?? []).map((pattern) => createEventFilter(pattern)),
    multipleLogin: options.multipleLogin ?? true,
    refused: options.refused ?? false,
  };
}
