import assert from "node:assert/strict";
import { BoundedNames } from "./names.ts";

Deno.test("BoundedNames keeps the first names, whatever comes after them", () => {
  const names = new BoundedNames(3);
  for (const name of ["Ping", "Status", "Login"]) assert.equal(names.find(name), name);
  for (let count = 0; count < 1_000; count++) assert.equal(names.find(`Forged${count}`), "other");
  assert.equal(names.find("Status"), "Status");
});

Deno.test("BoundedNames takes names that differ in case for one, in any number of ways", () => {
  const names = new BoundedNames(1);
  assert.equal(names.find("CoreShowChannels"), "CoreShowChannels");
  for (let count = 0; count < 16; count++) {
    const name = Array.from(
      "coreshowchannels",
      (letter, at) => at === count ? letter.toUpperCase() : letter,
    ).join("");
    assert.equal(names.find(name), "CoreShowChannels");
  }
});

Deno.test("BoundedNames keeps no name that is longer than any of Asterisk's", () => {
  assert.equal(new BoundedNames(10).find("x".repeat(81)), "other");
});
