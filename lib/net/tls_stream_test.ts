import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type TLSSocket } from "node:tls";
import type { ByteStream } from "./byte_stream.ts";
import { dialTls, type TlsSettings } from "./tls_stream.ts";

// Made for this test: CN localhost, DNS:localhost and 127.0.0.1, signed by itself, for a hundred years.
const cert = Deno.readTextFileSync(new URL("../../tests/support/tls/server.crt", import.meta.url));
const key = Deno.readTextFileSync(new URL("../../tests/support/tls/server.key", import.meta.url));
const fingerprint = Deno.readTextFileSync(
  new URL("../../tests/support/tls/server.sha256", import.meta.url),
).trim();

/** A TLS server for one connection; `body` gets both ends. */
async function withServer(
  settings: TlsSettings,
  body: (stream: ByteStream, peer: TLSSocket) => Promise<void>,
  hostname = "localhost",
): Promise<void> {
  const server = createServer({ cert, key });
  server.on("tlsClientError", () => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const connected = once(server, "secureConnection") as Promise<[TLSSocket]>;
  try {
    const stream = await dialTls({ hostname, port }, settings, AbortSignal.timeout(10_000));
    const [peer] = await connected;
    peer.on("error", () => {});
    try {
      await body(stream, peer);
    } finally {
      stream.close();
      peer.destroy();
    }
  } finally {
    server.close();
    await once(server, "close");
  }
}

async function readText(stream: ByteStream, length: number): Promise<string> {
  const buffer = new Uint8Array(7);
  let text = "";
  while (text.length < length) {
    const count = await stream.read(buffer);
    if (count === null) break;
    text += new TextDecoder().decode(buffer.subarray(0, count));
  }
  return text;
}

Deno.test("dialTls() reads and writes, however small the buffer", async () => {
  await withServer({ ca: cert }, async (stream, peer) => {
    peer.write("Asterisk Call Manager/11.0.0\r\n");
    assert.equal(await readText(stream, 30), "Asterisk Call Manager/11.0.0\r\n");
    assert.equal(await stream.write(new TextEncoder().encode("Action: Ping\r\n")), 14);
    const [data] = await once(peer, "data");
    assert.equal(String(data), "Action: Ping\r\n");
    peer.end("bye");
    assert.equal(await readText(stream, 99), "bye");
    assert.equal(await stream.read(new Uint8Array(1)), null);
  });
});

Deno.test("close() ends a read that waits", async () => {
  await withServer({ insecure: true }, async (stream) => {
    const reading = stream.read(new Uint8Array(1));
    stream.close();
    assert.equal(await reading, null);
  });
});

const trusted: [string, TlsSettings, string][] = [
  ["by its certificate", { ca: cert }, "127.0.0.1"],
  ["by the name that was given", { ca: cert, servername: "localhost" }, "127.0.0.1"],
  ["by its fingerprint", { fingerprint }, "localhost"],
  ["by its fingerprint in small letters without colons", {
    fingerprint: fingerprint.replaceAll(":", "").toLowerCase(),
  }, "localhost"],
  ["by nothing, when told so", { insecure: true }, "localhost"],
];
for (const [name, settings, hostname] of trusted) {
  Deno.test(`dialTls() trusts a server ${name}`, async () => {
    await withServer(settings, async () => {}, hostname);
  });
}

const refused: [string, TlsSettings, RegExp][] = [
  ["that nobody known has signed", {}, /self.signed|certificate/i],
  ["with another name", { ca: cert, servername: "pbx.example.org" }, /name|altname|certificate/i],
  ["with another fingerprint", { fingerprint: "00:11" }, /has the fingerprint [0-9A-F]{2}:/],
];
for (const [name, settings, message] of refused) {
  Deno.test(`dialTls() refuses a server ${name}`, async () => {
    await assert.rejects(withServer(settings, async () => {}), message);
  });
}

Deno.test("dialTls() gives up when its signal fires, also before it begins", async () => {
  const silent = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const accepted = silent.accept();
  const abort = new AbortController();
  const dialling = dialTls(silent.addr, { insecure: true }, abort.signal);
  const connection = await accepted;
  abort.abort(new Error("enough"));
  await assert.rejects(dialling, /enough/);
  await assert.rejects(dialTls(silent.addr, {}, abort.signal), /enough/);
  connection.close();
  silent.close();
});
