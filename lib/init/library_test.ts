import assert from "node:assert/strict";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { collectLibrary, packageEntries, readFolder } from "./library.ts";

Deno.test("the library has what it imports, and no tests", () => {
  const library = collectLibrary();
  for (const file of ["mod.ts", "lib/testing/mod.ts", "lib/schema/actions.ts", "LICENSE"]) {
    assert.ok(library.has(file), file);
  }
  for (const file of Object.values(packageEntries())) {
    assert.match(library.get(file) ?? "", /^\/\* @ts-self-types="\S+\.d\.m?ts" \*\/\n/);
  }
  assert.deepEqual([...library.keys()].filter((file) => /_test\.ts$|^tests\//.test(file)), []);
});

Deno.test("the library that is built in reads back as it was collected", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const library = collectLibrary();
    for (const [name, text] of library) {
      await Deno.mkdir(dirname(`${folder}/${name}`), { recursive: true });
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    const read = readFolder(pathToFileURL(`${folder}/`));
    assert.deepEqual(Object.fromEntries(read), Object.fromEntries(library));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
