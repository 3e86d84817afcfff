/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The elements of the page.
 *
 * @module
 */

/** Finds an element by its id; the HTML has it. */
export function find<Kind extends Element = HTMLElement>(id: string): Kind {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element "${id}"`);
  return element as unknown as Kind;
}

/** Makes an element with a text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = "",
  className = "",
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (text !== "") element.textContent = text;
  if (className !== "") element.className = className;
  return element;
}

/** Sets a text, if it is another one: the browser has nothing to do for one that stays. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Tells people who do not see the page what has happened. */
export function tell(news: string): void {
  find("news").textContent = news;
}

/** Says which of two or more buttons is on. */
export function press(on: HTMLElement, ...off: readonly HTMLElement[]): void {
  on.setAttribute("aria-pressed", "true");
  for (const button of off) button.setAttribute("aria-pressed", "false");
}
