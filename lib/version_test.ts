import assert from "node:assert/strict";
import project from "../deno.json" with { type: "json" };
import { version } from "./version.ts";

Deno.test("the version that metrics and traces tell is that of deno.json", () => {
  assert.equal(version, project.version);
});
