/**
 * The demonstration in `handlers/example.ts`, as a listener in its own handler file sees it.
 */
import assert from "node:assert/strict";
import { type Message, onEachTransport, Service, Witness } from "./support.ts";

const handlers = {
  "example.ts": await Deno.readTextFile(new URL("../../handlers/example.ts", import.meta.url)),
  "handler.ts": `
    import { ami, log } from "lunopark";
    export * from "./example.ts";
    for (const name of ["AGIExecStart", "DTMFEnd", "DialEnd", "Newexten", "Hangup"]) {
      ami.addEvent(name, (event) => log.info("Event", { event: { ...event } }));
    }
  `,
};

onEachTransport(
  "the demonstration connects the caller with the right PIN, and no other",
  async (asterisk) => {
    await using witness = await Witness.open(asterisk);
    await witness.addExtension("demonstration", "subroutine", [
      "AGI(${AGI_URL}/subroutine?dial=Local/stay1@sink/n)",
      "NoOp(${LUNOPARK_STATUS})",
    ]);
    const config = { logFormat: "json" } as const;
    await using service = await Service.start(asterisk, { files: handlers, config });

    for (const far of ["dtmf0000", "dtmf1234"]) {
      await witness.call("subroutine", { context: "demonstration", far });
    }
    const stories = await service.log.until("the end of both calls", () => {
      const told = tellStories(service);
      return told.filter((story) => story.at(-1) === "hung up").length === 2 && told;
    });

    const end = asterisk.transport.name === "AsyncAGI" ? ["ASYNCAGI BREAK"] : [];
    const [right, wrong] = stories.sort((a, b) => a.join().localeCompare(b.join()));
    assert.deepEqual(right, [
      ...["EXEC Answer", "EXEC Read PIN,beep,4,,,8", "pressed 0", "pressed 0", "pressed 0"],
      ...["pressed 0", "GET VARIABLE PIN", 'EXEC Verbose "User entered 0000"'],
      ...["EXEC Dial Local/stay1@sink/n,120,g", "ANSWER of Local/stay1@sink"],
      ...["GET VARIABLE DIALSTATUS", "SET VARIABLE LUNOPARK_STATUS SUCCESS", ...end],
      ...["NoOp SUCCESS", "hung up"],
    ]);
    assert.deepEqual(wrong, [
      ...["EXEC Answer", "EXEC Read PIN,beep,4,,,8", "pressed 1", "pressed 2", "pressed 3"],
      ...["pressed 4", "GET VARIABLE PIN", 'EXEC Verbose "User entered 1234"'],
      ...['EXEC Verbose "Wrong pin code ..."', "EXEC Playback vm-goodbye"],
      ...["SET VARIABLE LUNOPARK_STATUS SUCCESS", ...end, "NoOp SUCCESS", "hung up"],
    ]);
    assert.match(service.log.all.join("\n"), /"Dial ended with ANSWER","script":"subroutine"/);
  },
);

/** What the listener saw of each call that ran the script. */
function tellStories(service: Service): string[][] {
  const stories = new Map<string, string[]>();
  for (const line of service.log.all) {
    const event: Message | undefined = line.startsWith("{") ? JSON.parse(line).event : undefined;
    const channel = event?.Channel ?? "";
    if (!event || !/^Local\/subroutine@.*;2$/.test(channel)) continue;
    const story = stories.get(channel) ?? [];
    stories.set(channel, [...story, ...tell(event)]);
  }
  return [...stories.values()];
}

function tell(event: Message): string[] {
  switch (event.Event) {
    case "AGIExecStart":
      return [event.Command ?? ""];
    case "DTMFEnd":
      return [`pressed ${event.Digit}`];
    case "DialEnd":
      return [`${event.DialStatus} of ${event.DestChannel?.split("-")[0]}`];
    case "Newexten":
      return event.Application === "NoOp" ? [`NoOp ${event.AppData}`] : [];
    default:
      return ["hung up"];
  }
}
