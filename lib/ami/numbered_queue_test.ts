import assert from "node:assert/strict";
import { NumberedQueue } from "./numbered_queue.ts";

Deno.test("a numbered queue gives back what was put in, in its order and by its number", () => {
  const queue = new NumberedQueue<string>();
  for (const [index, item] of ["a", "b", "c"].entries()) {
    assert.equal(queue.next, index + 1);
    assert.equal(queue.push(item), index + 1);
  }
  assert.deepEqual([...queue], ["a", "b", "c"]);
  assert.deepEqual([1, 2, 3].map((number) => queue.get(number)), ["a", "b", "c"]);
  assert.equal(queue.shift(), "a");
  assert.deepEqual([queue.size, queue.first, queue.next], [2, 2, 4]);
});

Deno.test("a numbered queue has nothing under a number that has gone, or has not come", () => {
  const queue = new NumberedQueue<string>();
  queue.push("a");
  queue.push("b");
  queue.shift();
  // With 16 places, 18 would be where 2 is.
  for (const number of [1, 3, 18, 2 + 2 ** 32, 0, -2, NaN, Infinity]) {
    assert.equal(queue.get(number), undefined, `${number}`);
  }
  assert.equal(queue.get(2), "b");
});

Deno.test("an empty numbered queue gives nothing, and goes on with its numbers", () => {
  const queue = new NumberedQueue<string>();
  assert.equal(queue.shift(), undefined);
  assert.equal(queue.push("a"), 1);
  assert.equal(queue.shift(), "a");
  assert.equal(queue.shift(), undefined);
  assert.deepEqual([queue.size, queue.first, queue.next], [0, 2, 2]);
  assert.equal(queue.push("b"), 2);
});

Deno.test("a numbered queue grows, wherever its oldest item is", () => {
  for (let gone = 0; gone < 40; gone++) {
    const queue = new NumberedQueue<number>();
    for (let count = 0; count < gone; count++) {
      queue.push(count);
      queue.shift();
    }
    const added = Array.from({ length: 100 }, () => queue.push(queue.next));
    assert.deepEqual([...queue], added, `${gone} have gone`);
    assert.deepEqual(added.map((number) => queue.get(number)), added, `${gone} have gone`);
    assert.deepEqual(added.map(() => queue.shift()), added, `${gone} have gone`);
  }
});
