import assert from "node:assert/strict";
import { LineCutter, Watched } from "./watched.ts";

Deno.test("LineCutter gives a line the time of the piece that ended it", () => {
  const cutter = new LineCutter();
  assert.deepEqual(cutter.take("Loaded gen", 1), []);
  assert.deepEqual(cutter.take("eration 2\nnext\n\nhalf", 2), [
    { time: 2, text: "Loaded generation 2" },
    { time: 2, text: "next" },
    { time: 2, text: "" },
  ]);
  assert.deepEqual(cutter.take("\n", 3), [{ time: 3, text: "half" }]);
});

Deno.test("Watched gives the time of a line, and says what came in its place", async () => {
  await using program = new Watched({
    command: "/bin/sh",
    args: ["-c", "echo one >&2; echo two >&2; read _"],
  });
  const begun = performance.now();
  const one = await program.line(/^one$/);
  const two = await program.line(/^two$/);
  assert.ok(one <= two && two <= performance.now() && one > begun - 10_000);
  await assert.rejects(program.line(/three/), /Waited for \/three\/, the program has ended: $/);
});
