import assert from "node:assert/strict";
import { extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { extensionOf, fileUrl, resolvePath } from "./paths.ts";

const parts = [
  "",
  ".",
  "..",
  "/",
  "/a",
  "b",
  "c/",
  "../d",
  "./e",
  "//f",
  "../../..",
  "/g/../h",
  "...",
  ". .",
];
const names = [
  ...[
    "a.ts",
    "a",
    ".ts",
    "a.",
    "a.b.yaml",
    "/x.d/a",
    "/x/.ts",
    "x/..ts",
    "a b.json",
  ],
  ...[
    "a%20b.ts",
    "a?b#c.ts",
    "a\\b.ts",
    "žluť.ts",
    "a\tb\nc\r.ts",
    "x:y.ts",
    "[1].ts",
    "a;b|c^d`e.ts",
    "a~1.ts",
  ],
];

Deno.test("resolvePath() says what resolve() of node:path says", () => {
  for (const one of parts) {
    for (const two of parts) {
      for (const three of parts) {
        const given = [one, two, three];
        assert.equal(resolvePath(...given), resolve(...given), JSON.stringify(given));
      }
    }
  }
  assert.equal(resolvePath(), Deno.cwd());
});

Deno.test("extensionOf() and fileUrl() say what node says", () => {
  for (const name of names) {
    assert.equal(extensionOf(name), extname(name), JSON.stringify(name));
    for (const path of [`/${name}`, name, `/f:/o o/${name}`]) {
      assert.equal(
        fileUrl(path),
        pathToFileURL(path).href,
        JSON.stringify(path),
      );
    }
  }
});
