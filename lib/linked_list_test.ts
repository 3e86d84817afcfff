import assert from "node:assert/strict";
import { LinkedList, ListItem } from "./linked_list.ts";

class Named extends ListItem {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }
}

const names = (list: LinkedList<Named>) => Array.from(list, ({ name }) => name).join("");

Deno.test("a LinkedList has its items in order, wherever one is taken out", () => {
  for (const [out, left] of [["a", "bc"], ["b", "ac"], ["c", "ab"], ["abc", ""]] as const) {
    const list = new LinkedList<Named>();
    const items = [..."abc"].map((name) => new Named(name));
    for (const item of items) list.add(item);
    for (const name of out) assert.ok(list.delete(items["abc".indexOf(name)]!));
    assert.deepEqual([names(list), list.size, list.first?.name], [left, left.length, left[0]]);
    list.add(new Named("d"));
    assert.equal(names(list), `${left}d`);
  }
});

Deno.test("an item that is out of its list holds nothing, and can be in another one", () => {
  const [list, other] = [new LinkedList<Named>(), new LinkedList<Named>()];
  const item = new Named("a");
  list.add(item);
  assert.equal(other.delete(item), false);
  assert.equal(list.delete(item), true);
  assert.deepEqual([item.list, item.next, item.previous], [undefined, undefined, undefined]);
  other.add(item);
  assert.deepEqual([list.delete(item), names(other), list.size], [false, "a", 0]);
});
