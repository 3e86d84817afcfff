/**
 * An Asterisk in memory, to develop and test call handlers without one.
 *
 * A test reads like a story: somebody calls, presses keys, the handler is expected to do something. It
 * works in `deno test` and in any other runner, takes milliseconds, and prints the whole conversation
 * when an expectation fails.
 *
 * @example A call test
 * ```ts
 * import assert from "node:assert/strict";
 * import type { App, Channel } from "lunopark";
 * import { fakeAsterisk } from "lunopark/testing";
 *
 * async function menu(app: App, channel: Channel) {
 *   await app.Answer();
 *   const { digits } = await channel.getData("main-menu", { timeout: 5_000, max: 1 });
 *   if (digits === "1") await app.Queue("sales");
 * }
 *
 * await using pbx = await fakeAsterisk({ handler: menu });
 * pbx.on("Queue", ({ set }) => set("QUEUESTATUS", "TIMEOUT"));
 * const call = pbx.call("menu", { callerid: '"Reception" <100>' });
 * await call.digits("1");
 * await call.expect("Queue", "sales");
 * const { status, variables } = await call.ended;
 * assert.equal(status, "SUCCESS");
 * assert.equal(variables["QUEUESTATUS"], "TIMEOUT");
 * ```
 *
 * @module
 */

export { FakeAsterisk, fakeAsterisk } from "./fake_asterisk.ts";
export type {
  ApplicationRun,
  CallOptions,
  FakeAsteriskOptions,
  SeenEvent,
  TestApplication,
  Transport,
} from "./options.ts";
export type { CallEnd, CallStatus } from "./call_end.ts";
export type { DialedOptions } from "./callees.ts";
export { TestCall } from "./test_call.ts";
export {
  Conversation,
  type Entry,
  formatEntry,
  type ShowOptions,
  type Speaker,
} from "./conversation.ts";
export type { Asked, ExpectedArgument } from "./expectation.ts";
export type { TestedHandler } from "./lunopark_link.ts";
export type { DialOutcome } from "./pbx/phone.ts";
export type { LoggedRecord } from "./capturing_log.ts";
export type { TestAmi } from "./test_ami.ts";
export type { AmiServerOptions } from "./ami/ami_server.ts";
export type { ManagerUserOptions } from "./ami/manager_user.ts";
export type { AgiStatus } from "./agi/session.ts";
export type { TimeMode } from "./pbx/clock.ts";
export type { AsteriskVersion } from "./pbx/pbx.ts";
export type { QueueMemberOptions, QueueOptions } from "./pbx/queues.ts";
