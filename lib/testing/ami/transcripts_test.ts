/**
 * Every recorded AMI conversation, replayed as a client against the simulated server.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type AmiTranscript, amiTranscripts } from "../../../tests/support/transcripts.ts";
import { diffConversations } from "../../../tests/support/message_diff.ts";
import { LabScene } from "../../../tests/support/lab_scene.ts";

Deno.test("explore", async () => {
  const all: Record<string, number> = {};
  let same = 0;
  let total = 0;
  const only = Deno.env.get("ONLY");
  for (const transcript of amiTranscripts()) {
    if (only && !transcript.id.startsWith(only)) continue;
    total++;
    const scene = new LabScene(transcript.version);
    const said = await scene.replay(transcript);
    const differences = diffConversations(said.recorded, said.simulated);
    await scene.stop();
    if (differences.length === 0) same++;
    for (const text of differences) {
      console.log(`${transcript.version} ${transcript.id}: ${text}`);
    }
    if (only) console.log(said.simulated);
  }
  console.log(same, total);
});
