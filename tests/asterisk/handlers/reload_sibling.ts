// Is imported by a handler file, and loaded afresh with it.
const generation = 0;

/** The generation of this file. */
export function sibling(): number {
  return generation;
}
