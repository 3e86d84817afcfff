/**
 * `xi:include`: the documentation says once what is the same in many places.
 *
 * @module
 */
import { type Element, elementsOf } from "./xml.ts";

const include = "xi:include";

/**
 * Finds the elements that an XPointer means, such as
 * `xpointer(/docs/manager[@name='Login']/syntax/parameter[@name='ActionID'])`.
 *
 * Knows what Asterisk's documentation uses: names, and predicates of the forms `[@name='x']`,
 * `[contains(@name, 'x')]` and `[2]`. Steps to text, `text()` and `node()`, find nothing: text is not
 * what this generator is after.
 *
 * @throws {Error} If the pointer is of another form.
 */
export function findPointed(root: Element, pointer: string): Element[] {
  const path = /^xpointer\(\/?(.+)\)$/.exec(pointer)?.[1];
  if (path === undefined) throw new Error(`Cannot follow ${JSON.stringify(pointer)}`);
  const steps = path.match(/(?:[^/[]|\[[^\]]*\])+/g) ?? [];
  const [first, ...others] = steps;
  let found = first === root.name ? [root] : [];
  for (const step of others) {
    if (step === "text()" || step === "node()") return [];
    found = found.flatMap((element) => takeStep(element, step, pointer));
  }
  return found;
}

function takeStep(element: Element, step: string, pointer: string): Element[] {
  const [name = ""] = /^[\w:.-]+/.exec(step) ?? [];
  let found = elementsOf(element, name);
  for (const [, predicate = ""] of step.matchAll(/\[([^\]]*)\]/g)) {
    const [, equal] = /^@name\s*=\s*'([^']*)'$/.exec(predicate) ?? [];
    const [, part] = /^contains\(@name,\s*'([^']*)'\)$/.exec(predicate) ?? [];
    if (equal !== undefined) found = found.filter(({ attributes }) => attributes.name === equal);
    else if (part !== undefined) {
      found = found.filter(({ attributes }) => attributes.name?.includes(part));
    } else if (/^\d+$/.test(predicate)) found = found.slice(Number(predicate) - 1).slice(0, 1);
    else throw new Error(`Cannot follow ${JSON.stringify(pointer)}: what is [${predicate}]?`);
  }
  return found;
}

/**
 * Puts what is included into the place of each `xi:include` in an element, includes of the included
 * too. Those in running text stay as they are.
 *
 * @throws {Error} If nothing is found for one, or an element includes itself.
 */
export function resolveIncludes(element: Element, root: Element): Element {
  return resolve(element, root, []);
}

function resolve(element: Element, root: Element, path: readonly string[]): Element {
  const children: (Element | string)[] = [];
  for (const child of element.children) {
    if (typeof child === "string") children.push(child);
    else if (child.name !== include) children.push(resolve(child, root, path));
    else if (isText(element)) children.push(child);
    else {
      const pointer = child.attributes.xpointer ?? "";
      if (path.includes(pointer)) throw new Error(`Cannot include ${pointer}: it includes itself`);
      const found = findPointed(root, pointer);
      if (found.length === 0 && !/\/(text|node)\(\)\)$/.test(pointer)) {
        throw new Error(`Cannot include ${pointer}: there is no such element`);
      }
      children.push(...found.map((target) => resolve(target, root, [...path, pointer])));
    }
  }
  return { ...element, children };
}

function isText({ name }: Element): boolean {
  return ["para", "note", "warning", "example", "see-also"].includes(name);
}
