// The work of the AMI benchmarks with a library: `node ami-client.cjs LIBRARY all|one`.
const { env } = process;
const [, , library, listen] = process.argv;

/** Each: connects, calls `ready`, gives every event it is to listen to, and sends actions. */
const libraries = {
  "asterisk.io"(listener, ready) {
    const ami = require("asterisk.io").ami(
      env.AMI_HOST,
      env.AMI_PORT,
      env.AMI_USER,
      env.AMI_SECRET,
    );
    ami.on("error", (error) => console.error(error.message));
    ami.on("ready", ready);
    if (listen === "all") ami.on("eventAny", listener);
    else for (const name of ["Cdr", "UserEvent"]) ami.on(`event${name}`, listener);
    return (variable, answered) =>
      ami.action("Getvar", { Channel: "PJSIP/100-00000001", Variable: variable }, answered);
  },
  yana(listener, ready) {
    const AMI = require("yana");
    const ami = new AMI({
      port: env.AMI_PORT,
      host: env.AMI_HOST,
      login: env.AMI_USER,
      password: env.AMI_SECRET,
      events: true,
    });
    ami.on("error", (error) => console.error(error));
    if (listen === "all") ami.on("event", listener);
    else for (const name of ["Cdr", "UserEvent"]) ami.on(name, listener);
    ami.connect(ready);
    // An action whose ActionID was given before would never be answered: its ids are random numbers.
    let lastId = 0;
    return (variable, answered) =>
      ami.send({
        Action: "Getvar",
        ActionID: ++lastId,
        Channel: "PJSIP/100-00000001",
        Variable: variable,
      }, answered);
  },
  "asterisk-manager"(listener, ready) {
    const manager = require("asterisk-manager");
    const ami = new manager(env.AMI_PORT, env.AMI_HOST, env.AMI_USER, env.AMI_SECRET, true);
    const capitals = (event) =>
      listener({
        Event: event.event,
        Channel: event.channel,
        Uniqueid: event.uniqueid,
        UserEvent: event.userevent,
      });
    if (listen === "all") ami.on("managerevent", capitals);
    else for (const name of ["cdr", "userevent"]) ami.on(name, capitals);
    ami.on("fullybooted", ready);
    let lastId = 0;
    return (variable, answered) =>
      ami.action({
        action: "getvar",
        actionid: `bench-${++lastId}`,
        channel: "PJSIP/100-00000001",
        variable,
      }, (_error, response) => answered({ Value: response.value }));
  },
};

const counts = new Map();
let counted = 0;
let lengths = 0;
function count({ Event, Channel = "", Uniqueid = "", UserEvent }) {
  counts.set(Event, (counts.get(Event) ?? 0) + 1);
  lengths += Channel.length + Uniqueid.length;
  counted++;
  if (UserEvent?.startsWith("Bench")) send(`BenchAck-${counted}`, () => {});
}

let left = Number(env.AMI_WARM) + Number(env.AMI_COUNT);
function ask() {
  if (left-- <= 0) return;
  send("FOO", ({ Value }) => {
    if (Value !== "bar") throw new Error(`FOO is ${Value}`);
    ask();
  });
}

const send = libraries[library](
  env.AMI_MODE === "events" ? count : () => {},
  () => {
    if (env.AMI_MODE !== "actions") return;
    for (let window = Number(env.AMI_WINDOW); window > 0; window--) ask();
  },
);
