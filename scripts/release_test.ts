import assert from "node:assert/strict";
import { debianVersion } from "./package_texts.ts";
import { checksums, findNotes } from "./release.ts";
import { binaryPath, findTargets, targets } from "./release_targets.ts";

const changelog = `# Changelog

## 0.2.0 (unreleased)

- New.

## 0.1.0 (2026-01-31)

The first version.

- All of it.
`;

Deno.test("findNotes() takes what is below the heading of a version", () => {
  assert.equal(findNotes(changelog, "0.1.0"), "The first version.\n\n- All of it.\n");
});

Deno.test("findNotes() refuses a version that is not there, or has no date", () => {
  assert.throws(() => findNotes(changelog, "0.1"), /no heading "## 0\.1 \(DATE\)"/);
  assert.throws(() => findNotes(changelog, "0.2.0"), /"## 0\.2\.0 \(unreleased\)" needs a date/);
});

Deno.test("checksums() are those of all files of a release, in order, without themselves", async () => {
  const folder = await Deno.makeTempDir();
  try {
    for (const name of ["b", "a", "SHA256SUMS", "NOTES.md"]) {
      await Deno.writeTextFile(`${folder}/${name}`, name);
    }
    await Deno.mkdir(`${folder}/folder`);
    assert.equal(
      checksums(folder),
      "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a\n" +
        "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b\n",
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("findTargets() takes names and all, and says what it knows", () => {
  assert.deepEqual(findTargets(["all"]), targets);
  assert.deepEqual(findTargets(["macos-arm64"]).map(({ triple }) => triple), [
    "aarch64-apple-darwin",
  ]);
  assert.throws(() => findTargets(["linux"]), {
    name: "RangeError",
    message: 'Unknown target "linux", must be one of linux-x64, linux-arm64, macos-x64, ' +
      "macos-arm64, windows-x64, all",
  });
});

Deno.test("the binary for Windows ends in .exe, and no other does", () => {
  const named = targets.filter((target) => binaryPath(target).endsWith(".exe"));
  assert.deepEqual(named.map(({ name }) => name), ["windows-x64"]);
});

Deno.test("Debian takes a release candidate for older than its release", () => {
  assert.equal(debianVersion("1.0.0-rc.1"), "1.0.0~rc.1");
  assert.equal(debianVersion("1.0.0"), "1.0.0");
});
