// The work of the FastAGI benchmark with asterisk.io.
const server = require("asterisk.io").agi(Number(process.argv[2]));
server.on("error", () => {});
server.on("connection", async (call) => {
  const command = (text) =>
    new Promise((resolve) => call.command(text, (_code, _result, data) => resolve(data)));
  call.on("error", () => {});
  await command("ANSWER");
  if (call.agi_network_script === "hold") {
    await command("EXEC Wait 60");
  } else {
    await command('SET VARIABLE FOO "bar"');
    const value = await command("GET VARIABLE FOO");
    if (value !== "bar") throw new Error(`FOO is ${value}`);
    for (let count = 0; count < 5; count++) await command("EXEC NoOp hi");
  }
  await command("HANGUP");
  call.close();
});
