import assert from "node:assert/strict";
import { ConfigError } from "./errors.ts";
import {
  describePermissions,
  dropPermissions,
  type PermissionNeeds,
  type PermissionSource,
} from "./permissions.ts";

/** A process that was started with some permissions: `true` for all of a category. */
class Process implements PermissionSource {
  readonly #granted: Record<string, true | readonly string[]>;
  readonly revoked: string[] = [];

  constructor(granted: Record<string, true | readonly string[]>) {
    this.#granted = granted;
  }

  querySync(asked: Deno.PermissionDescriptor): Deno.PermissionStatus {
    const { name, ...rest } = asked;
    const given = this.#granted[name];
    const [value] = Object.values(rest);
    const granted = given === true || (value !== undefined && given?.includes(String(value)));
    const state = granted && !this.revoked.includes(name) ? "granted" : "prompt";
    return { state, partial: false } as Deno.PermissionStatus;
  }

  revokeSync(asked: Deno.PermissionDescriptor): Deno.PermissionStatus {
    this.revoked.push(asked.name);
    return this.querySync(asked);
  }
}

const all = { net: true, read: true, write: true, env: true, run: true } as const;
const none: PermissionNeeds = { ami: false };

Deno.test("dropPermissions() takes away what is false, and nothing else", () => {
  const source = new Process(all);
  const dropped = dropPermissions({ run: false, env: false, write: true }, none, source);
  assert.deepEqual([dropped, source.revoked], [["env", "run"], ["env", "run"]]);
  assert.deepEqual(describePermissions({ run: false, env: false, sys: ["hostname"] }, source), {
    net: "all",
    read: "all",
    write: "all",
    env: "none",
    run: "none",
    sys: "hostname",
    ffi: "none, or what --allow-ffi lists",
    import: "none, or what --allow-import lists",
  });
});

const needed: [needs: PermissionNeeds, name: "net" | "read" | "write", reason?: RegExp][] = [
  [none, "read", /^permissions\.read: got false, but handlers are read/],
  [{ ami: true }, "net", /^permissions\.net: got false, but the AMI connection/],
  [{ ami: false, allow: ["::1", "pbx.example.org"] }, "net", /the names in "allow"/],
  [{ ami: false, allow: ["::1", "10.0.0.0/8"] }, "net"],
  [none, "net"],
  [{ ami: false, log: "/var/log/lunopark.log" }, "write", /the log file is opened again/],
  [{ ami: false, notifySocket: "/run/systemd/notify" }, "write", /systemd is written to/],
  [none, "write"],
];

Deno.test("dropPermissions() keeps what Lunopark needs, says why, and takes away nothing", () => {
  for (const [needs, name, reason] of needed) {
    const source = new Process(all);
    const drop = () => dropPermissions({ [name]: false, run: false }, needs, source);
    if (reason) assert.throws(drop, (error) => reason.test((error as ConfigError).problems[0]!));
    else assert.deepEqual(drop(), [name, "run"]);
    assert.deepEqual(source.revoked, reason ? [] : [name, "run"]);
  }
});

Deno.test("dropPermissions() holds the process to a list", () => {
  const list = { net: ["127.0.0.1:5038", "127.0.0.1:4573"] };
  const problemOf = (net: true | readonly string[]) => {
    try {
      dropPermissions(list, none, new Process({ net }));
      return undefined;
    } catch (error) {
      assert(error instanceof ConfigError);
      return error.message;
    }
  };
  assert.equal(problemOf(list.net), undefined);
  assert.equal(
    problemOf(true),
    "permissions.net: the process may use all of it, " +
      "start it with --allow-net=127.0.0.1:5038,127.0.0.1:4573",
  );
  assert.match(problemOf(["127.0.0.1:5038"]) ?? "", /may not use 127\.0\.0\.1:4573, start it with/);
});

Deno.test("dropPermissions() asks Deno in its words", () => {
  const lists = {
    net: ["example.org"],
    read: ["/a"],
    write: ["/b"],
    env: ["C"],
    run: ["d"],
    sys: ["hostname"],
    ffi: ["/f"],
    import: ["example.org"],
  };
  assert.deepEqual(dropPermissions(lists, none, new Process(lists)), []);
  // Deno itself refuses a descriptor that it does not understand.
  const source: PermissionSource = {
    querySync: (asked) => {
      const state = Object.keys(asked).length > 1 ? "granted" : "prompt";
      // It writes into what it is given.
      assert.equal(typeof Deno.permissions.querySync({ ...asked }).state, "string");
      return { state } as Deno.PermissionStatus;
    },
    revokeSync: (asked) => Deno.permissions.querySync(asked),
  };
  assert.deepEqual(dropPermissions(lists, none, source), []);
});
