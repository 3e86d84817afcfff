/**
 * The recorded conversations in `tests/transcripts/`, typed. Files are read when somebody asks, not
 * at import; each caller gets bytes of its own.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { gunzipSync } from "node:zlib";

/** The Asterisk versions that were recorded. */
export type RecordedVersion = "22" | "16";

/** Bytes that went over the wire in one piece. */
export interface Piece {
  readonly direction: "toAsterisk" | "fromAsterisk";
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Milliseconds since the first piece's clock started. */
  readonly t: number;
}

interface Transcript {
  /** `command/case` or `Action/case`, unique for each version. */
  readonly id: string;
  readonly version: RecordedVersion;
  /** Full version of the Asterisk, such as `22.10.1`. */
  readonly asterisk: string;
  /** A remark, may be empty. */
  readonly about: string;
  readonly exchange: readonly Piece[];
  /** How Asterisk ended the connection after the last piece, if it did. */
  readonly eof: "closed" | "reset" | undefined;
}

/** One FastAGI connection, from the first byte to the last. */
export interface AgiTranscript extends Transcript {
  readonly protocol: "agi";
  /** What the other end of the call did: an extension of the context `sink`. */
  readonly farLeg: string;
}

/** One AMI action, or a few, and what came back. */
export interface AmiTranscript extends Transcript {
  readonly protocol: "ami" | "ami-http";
  /** The login that went before; `null`: the exchange starts with the banner. */
  readonly session: { readonly user: string; readonly events: string } | null;
  /** The connection was to the TLS port. */
  readonly tls: boolean;
}

/** What an AMI client received while calls went on. */
export interface AmiStream {
  readonly name: string;
  readonly version: RecordedVersion;
  /** From the banner to the last byte; read and unpacked at each access. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly meta: AmiStreamMeta;
}

/** The recorder's description of a stream; see `tests/transcripts/README.md`. */
export interface AmiStreamMeta {
  readonly asterisk: string;
  readonly about: string;
  readonly user: string;
  readonly bytes: number;
  readonly reads: number;
  readonly responses: number;
  readonly events: number;
  readonly eventCounts: Readonly<Record<string, number>>;
  readonly sent: readonly { readonly after_bytes: number; readonly data: string }[];
}

/** An entry of `exchange` in the file: text or base64, either way; or the end. */
type Entry =
  & { readonly t: number }
  & Partial<Readonly<Record<">" | "<" | ">b64" | "<b64", string>>>
  & { readonly eof?: "closed" | "reset" };

const ROOT = `${import.meta.dirname}/../transcripts`;
const VERSIONS: readonly RecordedVersion[] = ["22", "16"];

/** All FastAGI conversations: version 22, then those of 16 that differ from them. */
export function agiTranscripts(): AgiTranscript[] {
  return VERSIONS.flatMap((version) => readTranscripts<AgiTranscript>("agi", version));
}

/** All AMI conversations: version 22, then those of 16 that differ from them. */
export function amiTranscripts(): AmiTranscript[] {
  return VERSIONS.flatMap((version) => readTranscripts<AmiTranscript>("ami", version));
}

/** All recorded event streams, by name. */
export function amiStreams(): AmiStream[] {
  return VERSIONS.flatMap((version) => {
    const folder = `${ROOT}/streams/${version}`;
    const names = [...Deno.readDirSync(folder)].map((entry) => entry.name);
    return names
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((file) => {
        const name = file.slice(0, -".json".length);
        const packed = names.includes(`${name}.bin.gz`);
        const path = `${folder}/${name}.bin${packed ? ".gz" : ""}`;
        return {
          name,
          version,
          get bytes(): Uint8Array<ArrayBuffer> {
            const bytes = Deno.readFileSync(path);
            return packed ? new Uint8Array(gunzipSync(bytes)) : bytes;
          },
          meta: JSON.parse(Deno.readTextFileSync(`${folder}/${file}`)) as AmiStreamMeta,
        };
      });
  });
}

function readTranscripts<T extends Transcript>(wing: "agi" | "ami", version: RecordedVersion): T[] {
  const lines = Deno.readTextFileSync(`${ROOT}/${wing}/${version}.jsonl`).trimEnd().split("\n");
  return lines.map((line) => {
    const record = JSON.parse(line);
    const entries: Entry[] = record.exchange;
    return {
      ...record,
      ...(wing === "ami" ? { tls: record.tls === true } : {}),
      version,
      exchange: entries.filter((entry) => entry.eof === undefined).map(toPiece),
      eof: entries.at(-1)?.eof,
    };
  });
}

function toPiece(entry: Entry): Piece {
  const direction = ">" in entry || ">b64" in entry ? "toAsterisk" : "fromAsterisk";
  const text = entry[">"] ?? entry["<"];
  const bytes = text !== undefined
    ? new TextEncoder().encode(text)
    : new Uint8Array(Buffer.from(entry[">b64"] ?? entry["<b64"] ?? "", "base64"));
  return { direction, bytes, t: entry.t };
}
