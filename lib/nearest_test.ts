import assert from "node:assert/strict";
import { findNearest } from "./nearest.ts";

const known = ["role", "host", "user", "secret", "listen", "logFormat", "onError"];

Deno.test("findNearest() forgives a letter too many, too few, wrong, swapped or in the wrong case", () => {
  for (
    const [word, nearest] of [
      ["lisen", "listen"],
      ["listten", "listen"],
      ["lixten", "listen"],
      ["LISTEN", "listen"],
      ["sercet", "secret"],
      ["log_format", "logFormat"],
      ["onerror", "onError"],
      ["hosts", "host"],
      ["hots", "host"],
      ["rol", "role"],
    ] as const
  ) assert.equal(findNearest(word, known), nearest, word);
});

Deno.test("findNearest() does not guess when nothing is near", () => {
  for (const word of ["port", "handlers", "x", "", "context"]) {
    assert.equal(findNearest(word, known), undefined, word);
  }
});
