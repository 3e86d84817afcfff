/**
 * The release workflow, which runs elsewhere: here, that it says what it should, and that each of its
 * commands is one that is there and tested.
 */
import assert from "node:assert/strict";
import { readConfigFile } from "../lib/config_file.ts";
import project from "../deno.json" with { type: "json" };

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const file = new URL("../.github/workflows/release.yml", import.meta.url);
const workflow = await readConfigFile(file.pathname) as Workflow;
const jobs = Object.entries(workflow.jobs);

Deno.test("a tag alone starts a release", () => {
  assert.deepEqual(workflow.on, { push: { tags: ["v*"] } });
});

Deno.test("nothing is published that was not tested and built, and only that job may write", () => {
  assert.deepEqual(jobs.map(([name, { needs }]) => [name, needs]), [
    ["test", undefined],
    ["build", "test"],
    ["publish", "build"],
  ]);
  assert.deepEqual(workflow.permissions, { contents: "read" });
  const permissions = jobs.map(([, job]) => job.permissions).filter((given) => given);
  assert.deepEqual(permissions, [workflow.jobs["publish"]?.permissions]);
  assert.deepEqual(permissions, [{ contents: "write" }]);
});

Deno.test("a release is made with the Deno that CI tests with", () => {
  const ci = Deno.readTextFileSync(new URL("../.ci/run", import.meta.url));
  const steps = jobs.flatMap(([, { steps }]) => steps);
  const versions = steps.flatMap(({ with: given }) => given?.["deno-version"] ?? []);
  assert.deepEqual(versions, [/deno@([\d.]+)/.exec(ci)?.[1]]);
});

Deno.test("each command of the release is a task, or a program that every runner has", () => {
  const commands = jobs.flatMap(([, { steps }]) => steps.flatMap(({ run }) => run ?? []));
  assert.ok(commands.length > 5);
  for (const command of commands) {
    const task = /^deno task (\S+)/.exec(command)?.[1];
    if (task !== undefined) assert.ok(Object.hasOwn(project.tasks, task), command);
    else assert.match(command, /^(\.ci\/run$|cd dist && sha256sum --check |gh release create )/);
  }
});
