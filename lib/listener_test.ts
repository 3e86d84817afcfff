import assert from "node:assert/strict";
import { takeCalls } from "./listener.ts";

Deno.test("connections that were reset before they are accepted keep nobody waiting", async () => {
  const living = {} as Deno.TcpConn;
  let resets = 100;
  const source = takeCalls({
    accept: () => {
      if (resets-- > 0) throw new Deno.errors.NotConnected("Transport endpoint is not connected");
      return Promise.resolve(living);
    },
    close: () => {},
  });
  assert.equal(await source.accept(), living);
});

Deno.test("what else goes wrong at accepting is told", async () => {
  const error = new Error("Too many open files (os error 24)");
  const source = takeCalls({ accept: () => Promise.reject(error), close: () => {} });
  await assert.rejects(() => source.accept(), error);
});
