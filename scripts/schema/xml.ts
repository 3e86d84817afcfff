/**
 * XML as a tree of plain elements. The one file that knows the XML library.
 *
 * @module
 */
import { parseXml as parse, type XmlElement, XmlText } from "@rgrove/parse-xml";

/** An element: its name with its prefix (`xi:include`), its attributes, and what is in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/**
 * Parses an XML document and gives its outermost element; comments and blank space stay out.
 *
 * @throws {Error} If it is not well-formed; says line and column.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(parseXml('<a><b c="1"/></a>').children, [
 *   { name: "b", attributes: { c: "1" }, children: [] },
 * ]);
 * ```
 */
export function parseXml(text: string): Element {
  const { root } = parse(text);
  if (!root) throw new Error("Cannot read XML: it has no element");
  return toElement(root);
}

function toElement(element: XmlElement): Element {
  const children: (Element | string)[] = [];
  for (const child of element.children) {
    if (child instanceof XmlText) {
      if (child.text.trim() !== "") children.push(child.text);
    } else if ("attributes" in child) {
      children.push(toElement(child as XmlElement));
    }
  }
  return { name: element.name, attributes: { ...element.attributes }, children };
}

/** The elements in an element, with one of these names if any are given. */
export function elementsOf(element: Element, ...names: readonly string[]): Element[] {
  return element.children.filter((child): child is Element =>
    typeof child !== "string" && (names.length === 0 || names.includes(child.name))
  );
}

/** The text in an element and in all elements in it, with single blanks. */
export function textOf(element: Element): string {
  const parts = element.children.map((child) => typeof child === "string" ? child : textOf(child));
  return parts.join(" ").replaceAll(/\s+/g, " ").trim();
}
