import assert from "node:assert/strict";
import { type MemoryStream, streamPair } from "../../tests/support/stream_pair.ts";
import { isReachable } from "./reach.ts";

const never = new AbortController().signal;

/** A connection whose other end does that. */
function connection(act: (far: MemoryStream) => void): () => Promise<MemoryStream> {
  return () => {
    const [near, far] = streamPair();
    act(far);
    return Promise.resolve(near);
  };
}

Deno.test("a peer that greets, that goes, or that refuses is there", async () => {
  const greets = connection((far) => far.write(new TextEncoder().encode("Asterisk")));
  assert.equal(await isReachable(greets, never), true);
  assert.equal(await isReachable(connection((far) => far.close()), never), true);
  const refuses = () => Promise.reject(new Deno.errors.ConnectionRefused("refused"));
  assert.equal(await isReachable(refuses, never), true);
});

Deno.test("a machine to which no way leads is not there", async () => {
  const fails = () => Promise.reject(new Error("no route"));
  assert.equal(await isReachable(fails, never), false);
});

Deno.test("a peer that does not greet in time is not there", async () => {
  const attempt = new AbortController();
  const asked = isReachable(connection(() => {}), attempt.signal);
  attempt.abort();
  assert.equal(await asked, false);
  const late = new AbortController();
  const connect = () => {
    late.abort();
    return connection(() => {})();
  };
  assert.equal(await isReachable(connect, late.signal), false);
});
