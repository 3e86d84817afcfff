/**
 * The types in `lib/schema/` are what the installed Asterisks document.
 *
 * @module
 */
import assert from "node:assert/strict";
import { documentationPath, generateSchema, readSchema } from "../../scripts/generate_schema.ts";
import { versions } from "../../scripts/schema/model.ts";
import { type Element, elementsOf, parseXml, textOf } from "../../scripts/schema/xml.ts";

const texts = ["synopsis", "para"];

Deno.test("lib/schema is what `deno task schema` makes of the documentation", async () => {
  for (const [file, text] of await generateSchema(await readSchema())) {
    assert.equal(
      await Deno.readTextFile(file),
      text,
      `${file.pathname} is not up to date: run \`deno task schema\``,
    );
  }
});

Deno.test("lib/schema has no text of Asterisk's", async () => {
  const files = await generateSchema(await readSchema());
  const ours = plain([...files.values()].join("\n"));
  for (const version of versions) {
    const root = parseXml(await Deno.readTextFile(documentationPath(version)));
    for (const text of findTexts(root)) {
      // a few words can be the same by chance
      if (text.split(" ").length >= 5) assert.ok(!ours.includes(text), `copied: ${text}`);
    }
  }
});

function* findTexts(element: Element): Generator<string> {
  for (const child of elementsOf(element)) {
    if (texts.includes(child.name)) yield plain(textOf(child));
    yield* findTexts(child);
  }
}

/** Words in small letters, without signs and without the stars of comments. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\w]+/g, " ").trim();
}
