import assert from "node:assert/strict";
import { formatCommand, formatExec } from "../agi/command.ts";
import { commandTable } from "../testing/agi/command_table.ts";
import { commandName, hideArguments } from "./command_name.ts";

Deno.test("commandName() knows each command of Asterisk, in any case, and nothing behind its name", () => {
  const names = Object.keys(commandTable).filter((name) => name !== "EXEC");
  assert.equal(names.length, 46);
  for (const name of names) {
    assert.equal(commandName(name), name);
    assert.equal(commandName(formatCommand([name, "4711", "FILE GRAMMAR"])), name);
    assert.equal(commandName(formatCommand([name.toLowerCase(), "4711"])), name);
  }
});

Deno.test("commandName() has the application of EXEC, and none of its arguments", () => {
  assert.equal(commandName(formatExec("Dial", ["PJSIP/100", 30])), "EXEC Dial");
  assert.equal(commandName(formatExec("SayDigits", [4711])), "EXEC SayDigits");
  assert.equal(commandName(formatExec("Answer", [])), "EXEC Answer");
  assert.equal(commandName("exec dial 4711"), "EXEC DIAL");
});

Deno.test("data in parentheses, as the dialplan writes it, is no part of a command's name", () => {
  assert.equal(commandName("EXEC Set(PIN=4711)"), "EXEC Set");
  assert.equal(commandName('EXEC "SendDTMF(4711)"'), "other");
  assert.equal(commandName("exec Set(PIN=4711)"), "EXEC SET");
});

Deno.test("commandName() is other for what Asterisk does not know", () => {
  const lines = ["", " ", "FOO", "FOO 4711", "GET", "GET 4711", "GET FULL 4711", "SPEECH 4 7 11"];
  for (const line of lines) assert.equal(commandName(line), "other", line);
  assert.equal(commandName("x".repeat(8_000)), "other");
});

Deno.test("an error of a command that goes into a trace has no value in it", () => {
  const message = 'Cannot send AGI command SET VARIABLE PIN "hunter: 2": Asterisk does not know it';
  const hidden = "Cannot send AGI command SET VARIABLE: Asterisk does not know it";
  assert.equal(hideArguments(message), hidden);
  assert.equal(
    hideArguments(`AgiCommandError: ${message}\n    at a:1:2`),
    `AgiCommandError: ${hidden}\n    at a:1:2`,
  );
  assert.equal(hideArguments("The handler's own: text"), "The handler's own: text");
});
