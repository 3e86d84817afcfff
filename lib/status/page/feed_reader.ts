/**
 * Reads the server's events, and goes on to do so after each loss.
 *
 * By `fetch`, since `EventSource` cannot send a token.
 *
 * @module
 */

/** What becomes of a feed. */
export interface FeedListener {
  /** An event with its data. */
  event(name: string, data: unknown): void;
  /** The feed is there, or is not and why. */
  state(state: "live" | "lost" | "refused" | "ended", reason: string): void;
}

/** The server speaks every 10 s; a line that is silent for longer is dead. */
const longestSilence = 25_000;

const pauses = [500, 1_000, 2_000, 4_000];

/** Reads a feed until the signal fires, or there is nothing more to be had. */
export async function readFeed(
  path: string,
  headers: () => HeadersInit,
  listener: FeedListener,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const attempt = new AbortController();
    const giveUp = () => attempt.abort();
    signal.addEventListener("abort", giveUp);
    try {
      const response = await fetch(path, { headers: headers(), signal: attempt.signal });
      if (!response.ok || !response.body) {
        const reason = (await response.text()).trim();
        if (response.status === 404) return listener.state("ended", reason);
        if (response.status === 401) return listener.state("refused", reason);
        throw new Error(reason);
      }
      failures = 0;
      listener.state("live", "");
      await readEvents(response.body, listener, giveUp);
      throw new Error("Lunopark has ended the connection");
    } catch (error) {
      if (signal.aborted) return;
      listener.state("lost", error instanceof Error ? error.message : String(error));
    } finally {
      signal.removeEventListener("abort", giveUp);
    }
    const pause = pauses[Math.min(failures++, pauses.length - 1)];
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function readEvents(
  body: ReadableStream<Uint8Array>,
  listener: FeedListener,
  giveUp: () => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const silence = setTimeout(giveUp, longestSilence);
    const { value, done } = await reader.read().finally(() => clearTimeout(silence));
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
      if (name !== undefined && data !== undefined) listener.event(name, JSON.parse(data));
    }
  }
}
