/**
 * The images of the guides.
 *
 * @module
 */

/** Collects the images that pages show, to be put beside the pages. */
export class Images {
  readonly #root: URL;
  /** Where they are in the HTML, and what is in them. */
  readonly files = new Map<string, Uint8Array>();

  /** `root` is the folder that paths of guides start from. */
  constructor(root: URL) {
    this.#root = root;
  }

  /**
   * Takes an image that a guide shows, and tells its path in the HTML.
   *
   * @throws {Error} If it is not there, or comes from elsewhere.
   */
  add(href: string, guide: string): string {
    const url = new URL(href, new URL(guide, this.#root));
    const name = url.href.slice(this.#root.href.length);
    if (!url.href.startsWith(this.#root.href)) {
      throw new Error(`${guide}: the image ${href} is none of the project's`);
    }
    const path = `images/${name.replaceAll("/", "-")}`;
    try {
      this.files.set(path, Deno.readFileSync(url));
    } catch (error) {
      throw new Error(`${guide}: the image ${href} is not there`, { cause: error });
    }
    return path;
  }
}
