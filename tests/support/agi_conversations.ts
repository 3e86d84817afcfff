import { type AgiTranscript, agiTranscripts } from "./transcripts.ts";

/** What was sent to Asterisk at once, and all that came before the next was sent. */
export interface AgiStep {
  /** The sent text, without the LF at its end: as a rule one command line. */
  readonly sent: string;
  /** What came back, in one piece. */
  readonly received: Uint8Array<ArrayBuffer>;
}

/** A recorded FastAGI connection, by commands. */
export interface AgiConversation {
  /** Unique among all: `22 env/case`. */
  readonly id: string;
  /** What Asterisk said before the first command: the environment, and HANGUP if it came so soon. */
  readonly beginning: Uint8Array<ArrayBuffer>;
  readonly steps: readonly AgiStep[];
  /** Asterisk ended the connection. */
  readonly ended: boolean;
}

/** All recorded FastAGI connections, of both versions. */
export function agiConversations(): AgiConversation[] {
  return agiTranscripts().map(toConversation);
}

function toConversation({ id, version, exchange, eof }: AgiTranscript): AgiConversation {
  const beginning: Uint8Array[] = [];
  const steps: { sent: string; received: Uint8Array[] }[] = [];
  for (const { direction, bytes } of exchange) {
    if (direction === "fromAsterisk") (steps.at(-1)?.received ?? beginning).push(bytes);
    else steps.push({ sent: new TextDecoder().decode(bytes).replace(/\n$/, ""), received: [] });
  }
  return {
    id: `${version} ${id}`,
    beginning: join(beginning),
    steps: steps.map(({ sent, received }) => ({ sent, received: join(received) })),
    ended: eof !== undefined,
  };
}

function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
