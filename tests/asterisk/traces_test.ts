/**
 * Traces of calls of a real Asterisk: the Linkedid is the one that AMI tells.
 */
import assert from "node:assert/strict";
import { type OtlpSpan, startOtlpEndpoint } from "../support/otlp_endpoint.ts";
import { onEachTransport, Service, within, Witness } from "./support.ts";

const asks = `
import { ami } from "lunopark";

export async function traced(app, channel) {
  await app.Answer();
  await ami.action("CoreStatus");
  console.error(\`(traced \${channel.uniqueid})\`);
}
`;

/** The same, where the mirror of channels knows: an event may come after the call that it tells of. */
const knows = `${asks}
const { channels } = ami;

export async function waiting(app, channel) {
  while (!channels.has(channel.uniqueid)) await app.NoOp("not told yet");
}
`;

for (const [name, handler] of Object.entries({ "asked of the channel": asks, "known": knows })) {
  onEachTransport(`the Linkedid of a traced call is ${name}`, async (asterisk) => {
    await using witness = await Witness.open(asterisk);
    await using endpoint = startOtlpEndpoint();
    await using service = await Service.start(asterisk, {
      files: { "handler.ts": handler },
      env: {
        OTEL_DENO: "true",
        OTEL_EXPORTER_OTLP_ENDPOINT: endpoint.url,
        OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
      },
    });
    await witness.addExtension("traces", "traced", [
      ...handler === knows ? ["AGI(${AGI_URL}/waiting)"] : [],
      "AGI(${AGI_URL}/traced)",
    ]);
    await witness.call("traced", { context: "traces" });
    const line = await service.line(/^\(traced /);
    await witness.event("VarSet", { Variable: "LUNOPARK_STATUS", Value: "SUCCESS" });
    service.signal("SIGTERM");
    assert.equal((await within("its end", service.status)).code, 0);

    const { spans } = endpoint;
    const root = spans.find((span) => span.name === "call traced") as OtlpSpan;
    const { Linkedid, Channel, Uniqueid } = await witness.event("Newchannel", {
      Uniqueid: line.slice("(traced ".length, -1),
    });
    assert.notEqual(Linkedid, Uniqueid, "it is not the first channel of its call");
    assert.equal(root.attributes["asterisk.linkedid"], Linkedid);
    assert.equal(root.attributes["asterisk.uniqueid"], Uniqueid);
    assert.equal(root.attributes["asterisk.channel"], Channel);
    const below = spans.filter(({ parentSpanId }) => parentSpanId === root.spanId);
    assert.deepEqual(below.map(({ name }) => name), [
      ...handler === asks ? ["GET VARIABLE"] : [],
      "EXEC Answer",
      "AMI CoreStatus",
      "SET VARIABLE",
    ]);
  });
}
