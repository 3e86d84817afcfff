import assert from "node:assert/strict";
import { rejectAwaited } from "./rejection.ts";

function fail(error: unknown): Promise<never> {
  return new Promise((resolve) => setTimeout(() => rejectAwaited(resolve, error), 0));
}

Deno.test("the stack of an error has those who wait for it, and nothing of who made it", async () => {
  async function asks() {
    await fail(new RangeError("boom"));
  }
  async function handles() {
    await Promise.all([asks()]);
  }
  const error = await handles().catch((error) => error);
  assert.match(error.stack, /^RangeError: boom\n/);
  assert.match(
    error.stack,
    /at async asks .*rejection_test.*\n(.*\n)*.*at async handles .*rejection_test/,
  );
  assert.doesNotMatch(error.stack, /rejectAwaited|\.then \(/);
});

Deno.test("what is no error is rejected with as it is", async () => {
  await assert.rejects(fail("boom"), (reason) => reason === "boom");
});

Deno.test("a rejection that nobody waits for is told as any other", async () => {
  const { promise, resolve } = Promise.withResolvers<PromiseRejectionEvent>();
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    resolve(event);
  }, { once: true });
  const error = new Error("boom");
  fail(error);
  assert.equal((await promise).reason, error);
});
