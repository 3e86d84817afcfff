/**
 * The work of the FastAGI benchmark on Deno, hard-coded, without any framework: Deno's own cost.
 *
 * Port and number of commands come as arguments: with `status`, one command more at the end, as
 * Lunopark tells every call how its script ended.
 *
 * @module
 */
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const lines = (text: string) => text.split("|").map((line) => encoder.encode(`${line}\n`));

const noop = "EXEC NoOp hi|".repeat(5);
const bench = lines(`ANSWER|SET VARIABLE FOO bar|GET VARIABLE FOO|${noop}HANGUP`);
const hold = lines("ANSWER|EXEC Wait 60|HANGUP");
if (Deno.args[1] === "status") bench.push(...lines("SET VARIABLE LUNOPARK_STATUS SUCCESS"));
const valueAt = 2;

/** Reads until the last byte is `end`; the number of bytes, 0 at the end of the stream. */
async function readTo(connection: Deno.Conn, buffer: Uint8Array<ArrayBuffer>, isEnd: IsEnd) {
  let filled = 0;
  for (;;) {
    const count = await connection.read(filled === 0 ? buffer : buffer.subarray(filled));
    if (count === null) return 0;
    filled += count;
    if (isEnd(buffer, filled)) return filled;
  }
}

type IsEnd = (buffer: Uint8Array, filled: number) => boolean;
const endsLine: IsEnd = (buffer, filled) => buffer[filled - 1] === 10;
const endsEnvironment: IsEnd = (buffer, filled) =>
  buffer[filled - 1] === 10 && buffer[filled - 2] === 10;

async function serve(connection: Deno.Conn): Promise<void> {
  const buffer = new Uint8Array(1024);
  const filled = await readTo(connection, buffer, endsEnvironment);
  const environment = decoder.decode(buffer.subarray(0, filled));
  const commands = environment.includes("agi_network_script: hold") ? hold : bench;
  for (let index = 0; index < commands.length; index++) {
    await connection.write(commands[index]!);
    const filled = await readTo(connection, buffer, endsLine);
    if (filled === 0) break;
    if (index === valueAt && commands === bench) {
      const reply = decoder.decode(buffer.subarray(0, filled));
      if (reply !== "200 result=1 (bar)\n") throw new Error(`Got ${reply}`);
    }
  }
  connection.close();
}

const listener = Deno.listen({ hostname: "127.0.0.1", port: Number(Deno.args[0]) });
for await (const connection of listener) serve(connection).catch(() => connection.close());
