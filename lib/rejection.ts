/**
 * Rejecting a promise so that the error says who waited for it.
 *
 * @module
 */

/**
 * Rejects a promise with an error that gets its stack where the promise is awaited: `at async subroutine
 * (handler.ts:12:9)`, in the place of whoever read the answer. Takes the function that resolves the
 * promise, and costs nothing where there is no error.
 *
 * V8 knows who waits for a promise while it asks a thenable what the promise is to become.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * async function subroutine() {
 *   await new Promise((resolve) => setTimeout(() => rejectAwaited(resolve, new Error("boom")), 1));
 * }
 * await assert.rejects(subroutine(), ({ stack }: Error) => /at async subroutine/.test(String(stack)));
 * ```
 */
export function rejectAwaited(
  resolve: (thenable: PromiseLike<never>) => void,
  error: unknown,
): void {
  const thenable = {
    then(_: unknown, reject: (error: unknown) => void): void {
      if (error instanceof Error) Error.captureStackTrace(error, thenable.then);
      reject(error);
    },
  };
  resolve(thenable as PromiseLike<never>);
}
