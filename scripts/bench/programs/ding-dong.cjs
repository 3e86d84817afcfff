// The work of the FastAGI benchmark with ding-dong.
const AGIServer = require("ding-dong");

const server = new AGIServer(async (context) => {
  const variables = await context.onEvent("variables");
  await context.answer();
  if (variables.agi_network_script === "hold") {
    await context.exec("Wait", "60");
  } else {
    await context.setVariable("FOO", "bar");
    const { value } = await context.getVariable("FOO");
    if (value !== "bar") throw new Error(`FOO is ${value}`);
    for (let count = 0; count < 5; count++) await context.exec("NoOp", "hi");
  }
  await context.hangup();
  await context.end();
}, { port: Number(process.argv[2]), host: "127.0.0.1" });
server.start();
