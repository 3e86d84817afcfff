/**
 * A headless Chromium, driven by its DevTools protocol.
 *
 * @module
 */

/** Where Debian and others have it. */
const programs = ["chromium", "chromium-browser", "google-chrome"];

/** Longest time for the page to become as a test wants it, in milliseconds. */
const longestWait = 30_000;

/** How the page is seen. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly scheme?: "light" | "dark";
  readonly mobile?: boolean;
}

/** An answer or an event of the protocol. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

const keyCodes: Readonly<Record<string, number>> = {
  Enter: 13,
  Escape: 27,
  ArrowUp: 38,
  ArrowDown: 40,
  Tab: 9,
};

/** One page in a browser of its own. */
export class Chromium implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #folder: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, PromiseWithResolvers<Readonly<Record<string, unknown>>>>();
  #session: string | undefined;
  #count = 0;
  #loaded: (() => void) | undefined;
  /** What the page has said on its console, and errors that it has not caught. */
  readonly complaints: string[] = [];

  private constructor(child: Deno.ChildProcess, folder: string, socket: WebSocket) {
    this.#child = child;
    this.#folder = folder;
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#take(JSON.parse(data));
  }

  /** Starts one. */
  static async start(): Promise<Chromium> {
    const folder = await Deno.makeTempDir({ prefix: "lunopark-chromium-" });
    const child = spawn(folder);
    const address = await findAddress(child.stderr);
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = reject;
    });
    const browser = new Chromium(child, folder, socket);
    const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
    const attached = await browser.send("Target.attachToTarget", { targetId, flatten: true });
    browser.#session = attached["sessionId"] as string;
    for (const domain of ["Page", "Runtime", "Log"]) await browser.send(`${domain}.enable`);
    return browser;
  }

  /** Sends a command of the protocol. */
  send(
    method: string,
    params: Readonly<Record<string, unknown>> = {},
  ): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.#count;
    const answer = Promise.withResolvers<Readonly<Record<string, unknown>>>();
    this.#waiting.set(id, answer);
    const sessionId = this.#session;
    this.#socket.send(JSON.stringify({ id, method, params, ...sessionId && { sessionId } }));
    return answer.promise;
  }

  /** Opens an address; resolves when the page is there, with its scripts. */
  async open(url: string): Promise<void> {
    const loaded = new Promise<void>((resolve) => this.#loaded = resolve);
    await this.send("Page.navigate", { url });
    await loaded;
  }

  /** Sets size and colours. */
  async look({ width, height, scheme = "light", mobile = false }: Look): Promise<void> {
    await this.send("Emulation.setDeviceMetricsOverride", {
      width,
      height,
      deviceScaleFactor: 1,
      mobile,
    });
    const features = [{ name: "prefers-color-scheme", value: scheme }];
    await this.send("Emulation.setEmulatedMedia", { features });
  }

  /** Value of an expression in the page; a promise is awaited. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", {
      expression,
      returnByValue: true,
      awaitPromise: true,
    }) as { result: { value: Value }; exceptionDetails?: { exception?: { description: string } } };
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
    return result.value;
  }

  /** Resolves when an expression becomes true in the page; rejects when that takes too long. */
  async until(expression: string): Promise<void> {
    const became = await this.evaluate<boolean>(`new Promise((resolve) => {
      const end = performance.now() + ${longestWait};
      const look = () => {
        if (${expression}) resolve(true);
        else if (performance.now() > end) resolve(false);
        else setTimeout(look, 20);
      };
      look();
    })`);
    if (became) return;
    const text = await this.evaluate<string>("document.body.innerText");
    throw new Error(`The page never came to ${expression}:\n${text.slice(0, 2_000)}`);
  }

  /** Presses a key: a letter, or `Enter`, `Escape`, `ArrowDown`, ... */
  async press(key: string): Promise<void> {
    const text = key === "Enter" ? "\r" : key.length === 1 ? key : undefined;
    const common = { key, windowsVirtualKeyCode: keyCodes[key] ?? key.toUpperCase().charCodeAt(0) };
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", ...common, ...text && { text } });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...common });
  }

  /** Writes where the focus is. */
  async type(text: string): Promise<void> {
    await this.send("Input.insertText", { text });
  }

  /** Text of an element. */
  async text(selector: string): Promise<string> {
    return await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).textContent`);
  }

  /** Clicks at an element. */
  async click(selector: string): Promise<void> {
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
  }

  /** Takes a picture of what is in sight. */
  async picture(): Promise<Uint8Array> {
    const { data } = await this.send("Page.captureScreenshot", { format: "png" });
    return Uint8Array.from(atob(data as string), (letter) => letter.charCodeAt(0));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => this.#socket.onclose = resolve);
    this.#session = undefined;
    this.send("Browser.close").catch(() => {});
    await closed;
    await this.#child.status;
    await Deno.remove(this.#folder, { recursive: true });
  }

  #take({ id, method, params, result, error }: Message): void {
    if (id !== undefined) {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result ?? {});
    } else if (method === "Page.loadEventFired") {
      this.#loaded?.();
    } else if (method === "Runtime.consoleAPICalled" || method === "Runtime.exceptionThrown") {
      this.complaints.push(JSON.stringify(params));
    } else if (method === "Log.entryAdded") {
      const { entry } = params as { entry: { level: string; text: string; url?: string } };
      if (entry.level !== "verbose") {
        this.complaints.push(`${entry.level}: ${entry.text} ${entry.url ?? ""}`);
      }
    }
  }
}

/** Whether there is one on this machine. Where `LUNOPARK_TEST_CHROMIUM` is set, there has to be. */
export function hasChromium(): boolean {
  if (Deno.env.get("LUNOPARK_TEST_CHROMIUM")) return true;
  const folders = (Deno.env.get("PATH") ?? "").split(":");
  return folders.some((folder) =>
    programs.some((program) => {
      try {
        return Deno.statSync(`${folder}/${program}`).isFile;
      } catch {
        return false;
      }
    })
  );
}

function spawn(folder: string): Deno.ChildProcess {
  for (const program of programs) {
    try {
      return new Deno.Command(program, {
        args: [
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--remote-debugging-port=0",
          `--user-data-dir=${folder}`,
          "about:blank",
        ],
        stdin: "null",
        stdout: "null",
        stderr: "piped",
      }).spawn();
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
  throw new Error("There is no Chromium (Debian: apt-get install chromium)");
}

/** The address that Chromium says once it listens; what it says afterwards is thrown away. */
async function findAddress(stderr: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const reader = stderr.getReader();
  for (let text = "";;) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`Chromium has ended: ${text}`);
    text += decoder.decode(value, { stream: true });
    const [, address] = /DevTools listening on (ws:\S+)\n/.exec(text) ?? [];
    if (address === undefined) continue;
    reader.releaseLock();
    stderr.pipeTo(new WritableStream()).catch(() => {});
    return address;
  }
}
