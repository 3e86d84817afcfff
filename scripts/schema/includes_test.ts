import assert from "node:assert/strict";
import { findPointed, resolveIncludes } from "./includes.ts";
import { type Element, elementsOf, parseXml } from "./xml.ts";

const root = parseXml(`<docs xmlns:xi="http://www.w3.org/2001/XInclude">
  <thing name="A">
    <syntax>
      <parameter name="One"/>
      <parameter name="ReportXTwo"/>
      <parameter name="ReportXThree"/>
    </syntax>
  </thing>
  <thing name="B">
    <syntax>
      <parameter name="Own"/>
      <xi:include xpointer="xpointer(/docs/thing[@name='A']/syntax/parameter[@name='One'])"/>
      <xi:include xpointer="xpointer(docs/thing[@name='C']/syntax)"/>
    </syntax>
  </thing>
  <thing name="C">
    <syntax>
      <xi:include xpointer="xpointer(/docs/thing[@name='A']/syntax/parameter[contains(@name, 'ReportX')])"/>
    </syntax>
  </thing>
  <thing name="D"><para><xi:include xpointer="xpointer(/docs/gone/text())"/></para></thing>
  <thing name="E"><xi:include xpointer="xpointer(/docs/thing[@name='E']/none)"/></thing>
  <thing name="F"><sub><xi:include xpointer="xpointer(/docs/thing[@name='F']/sub)"/></sub></thing>
</docs>`);

function thing(name: string): Element {
  return elementsOf(root, "thing").find(({ attributes }) => attributes.name === name)!;
}

function namesIn(element: Element): (string | undefined)[] {
  return elementsOf(element).map(({ attributes }) => attributes.name);
}

function pointed(path: string): (string | undefined)[] {
  return findPointed(root, `xpointer(${path})`).map(({ attributes }) => attributes.name);
}

Deno.test("findPointed() follows names and predicates", () => {
  assert.deepEqual(pointed("/docs/thing[@name='A']/syntax/parameter[@name='One']"), ["One"]);
  assert.deepEqual(pointed("/docs/thing[@name='A']/syntax/parameter[2]"), ["ReportXTwo"]);
  assert.deepEqual(
    pointed("/docs/thing[@name='A']/syntax/parameter[contains(@name, 'ReportX')]"),
    ["ReportXTwo", "ReportXThree"],
  );
  assert.deepEqual(pointed("docs/thing[@name='C']"), ["C"]);
  assert.deepEqual(pointed("/docs/nothing"), []);
  assert.deepEqual(pointed("/docs/thing[@name='A']/syntax/text()"), []);
});

Deno.test("findPointed() refuses what it does not understand", () => {
  assert.throws(() => findPointed(root, "element(/1/2)"), /Cannot follow "element/);
  assert.throws(() => findPointed(root, "xpointer(/docs/thing[last()])"), /what is \[last\(\)\]/);
});

Deno.test("resolveIncludes() puts in what is included, and what that includes", () => {
  const [syntax] = elementsOf(resolveIncludes(thing("B"), root), "syntax");
  assert.deepEqual(namesIn(syntax!), ["Own", "One", undefined]);
  const [included] = elementsOf(syntax!, "syntax");
  assert.deepEqual(namesIn(included!), ["ReportXTwo", "ReportXThree"]);
});

Deno.test("resolveIncludes() leaves running text alone", () => {
  const [para] = elementsOf(resolveIncludes(thing("D"), root), "para");
  assert.equal(elementsOf(para!)[0]?.name, "xi:include");
});

Deno.test("resolveIncludes() says what is not there, and what includes itself", () => {
  assert.throws(() => resolveIncludes(thing("E"), root), /there is no such element/);
  assert.throws(() => resolveIncludes(thing("F"), root), /it includes itself/);
});
