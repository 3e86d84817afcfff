import assert from "node:assert/strict";
import type { Parameter } from "./model.ts";
import {
  formatOption,
  formatParameters,
  formatUsage,
  type Syntax,
  toSignatures,
} from "./shapes.ts";
import { readSyntax } from "./syntax.ts";
import { parseXml } from "./xml.ts";

function syntaxOf(name: string, parameters: string, separator = ","): Syntax {
  const xml = `<x><syntax argsep="${separator}">${parameters}</syntax></x>`;
  return { name, ...readSyntax(parseXml(xml)) };
}

function signature(syntax: Syntax): string {
  return toSignatures(syntax).map(formatParameters).join(" | ");
}

Deno.test("what commas divide is several parameters, what other signs divide is one", () => {
  const dial = syntaxOf(
    "Dial",
    `<parameter name="Technology/Resource" required="true" argsep="&amp;">
       <argument name="Technology/Resource" required="true"/>
       <argument name="Technology2/Resource2" multiple="true"/>
     </parameter>
     <parameter name="timeout"/>`,
  );
  assert.equal(signature(dial), "technologyResource: Argument, timeout?: Argument");
  assert.equal(
    formatUsage(dial),
    "Dial(Technology/Resource[&Technology2/Resource2[&...]],timeout)",
  );
  const branch = syntaxOf(
    "GotoIf",
    `<parameter name="condition" required="true"/><parameter name="label" required="true"/>`,
    "?",
  );
  assert.equal(signature(branch), "conditionLabel: Argument");
  assert.equal(formatUsage(branch), "GotoIf(condition?label)");
});

Deno.test("an optional parameter before a required one must be given, if only as undefined", () => {
  const park = syntaxOf("Park", `<parameter name="lot"/><parameter name="dial" required="true"/>`);
  assert.equal(signature(park), "lot: Argument | undefined, dial: Argument");
});

Deno.test("a parameter that repeats becomes a rest parameter", () => {
  const many = syntaxOf(
    "MSet",
    `<parameter name="set1" required="true"/>
    <parameter name="set2" multiple="true"/>`,
  );
  assert.equal(signature(many), "set1: Argument, ...set2: Arguments");
  const args = syntaxOf(
    "AGI",
    `<parameter name="args"><argument name="arg1" required="true"/>
    <argument name="arg2" multiple="yes"/></parameter>`,
  );
  assert.equal(signature(args), "...args: Arguments");
});

Deno.test("known values are hints", () => {
  const role = syntaxOf(
    "BridgeWait",
    `<parameter name="role"><enumlist><enum name="announcer"/><enum name="&lt;other&gt;"/>
     </enumlist></parameter>`,
  );
  assert.equal(signature(role), 'role?: "announcer" | OtherArgument');
});

Deno.test("a correction takes the place of the documented syntax, and keeps known values", () => {
  const documented = syntaxOf(
    "X",
    `<parameter name="mode"><enumlist><enum name="a"/></enumlist></parameter>`,
  );
  const signatures = toSignatures(documented, {
    why: "",
    signatures: ["mode", "first?, mode, ...rest", "mode=, direction=TX|RX", ""],
  });
  assert.deepEqual(signatures.map(formatParameters), [
    'mode: "a" | OtherArgument',
    'first: Argument | undefined, mode: "a" | OtherArgument, ...rest: Arguments',
    'mode: Argument, direction: "TX" | "RX" | OtherArgument',
    "",
  ]);
  assert.throws(() => toSignatures(documented, { why: "", signatures: ["a b"] }), /Cannot read/);
});

Deno.test("an option shows its arguments", () => {
  const part = (name: string): Parameter => ({
    name,
    required: true,
    repeats: false,
    separator: ",",
    parentheses: "never",
    parts: [],
    values: [],
    options: [],
  });
  const parts = [part("context"), part("exten")];
  assert.equal(formatOption({ name: "b", separator: "^", parts }), "b(context^exten)");
  assert.equal(formatOption({ name: "g", separator: ",", parts: [] }), "g");
});
