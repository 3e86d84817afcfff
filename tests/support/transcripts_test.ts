import assert from "node:assert/strict";
import { agiTranscripts, amiStreams, amiTranscripts } from "./transcripts.ts";

Deno.test("agiTranscripts() begin with the environment", () => {
  const transcripts = agiTranscripts();
  assert.ok(transcripts.length > 180);
  for (const { id, exchange } of transcripts) {
    assert.equal(exchange[0]?.direction, "fromAsterisk", id);
    assert.match(new TextDecoder().decode(exchange[0]?.bytes), /^agi_network: yes\n/, id);
  }
});

Deno.test("amiTranscripts() have both versions, binary pieces and ends of connections", () => {
  const transcripts = amiTranscripts();
  assert.ok(transcripts.some(({ version }) => version === "16"));
  assert.ok(transcripts.some(({ eof }) => eof === "closed"));
  assert.ok(transcripts.some(({ session }) => session === null));
  const pieces = transcripts.flatMap(({ exchange }) => exchange);
  assert.ok(pieces.every(({ bytes, t }) => bytes.length > 0 && t >= 0));
  // what was kept as base64 is not UTF-8
  assert.ok(pieces.some(({ bytes }) => new TextDecoder().decode(bytes).includes("\ufffd")));
});

Deno.test("amiStreams() have as many bytes as their descriptions say", () => {
  const streams = amiStreams();
  assert.deepEqual([...new Set(streams.map(({ version }) => version))], ["22", "16"]);
  for (const { name, bytes, meta } of streams) {
    assert.equal(bytes.length, meta.bytes, name);
    assert.match(new TextDecoder().decode(bytes.subarray(0, 30)), /^Asterisk Call Manager\//, name);
  }
});
