/**
 * Actions about the session itself: login, challenge, logoff, ping, event mask, filters.
 *
 * @module
 */
import { createHash } from "node:crypto";
import type { ActionContext, ActionDefinition } from "./action_table.ts";
import { createEventFilter, EventFilterError } from "./event_filter.ts";
import { formatHeaders } from "./manager_event.ts";
import type { ManagerUser } from "./manager_user.ts";
import { formatPrivileges, parsePrivileges } from "./privilege.ts";

/** Pause before a refused login is answered, in milliseconds. Source: main/manager.c, action_login() */
const REFUSED_PAUSE = 1_000;

/** Actions that need no login. Source: Asterisk 22, main/manager.c, process_message() */
export const BEFORE_LOGIN: ReadonlySet<string> = new Set(["login", "logoff", "challenge"]);

/** Session actions, all of Asterisk's core. */
export const LOGIN_ACTIONS: readonly ActionDefinition[] = [
  { name: "Challenge", privileges: [], synopsis: "Asks for an MD5 challenge", run: challenge },
  { name: "Events", privileges: [], synopsis: "Chooses classes of events", run: events },
  { name: "Filter", privileges: ["system"], synopsis: "Adds an event filter", run: filter },
  { name: "ListCommands", privileges: [], synopsis: "Lists the actions", run: listCommands },
  { name: "Login", privileges: [], synopsis: "Logs in", run: login },
  { name: "Logoff", privileges: [], synopsis: "Logs off", run: logoff },
  { name: "Ping", privileges: [], synopsis: "Asks for a sign of life", run: ping },
  { name: "UserEvent", privileges: ["user"], synopsis: "Sends an event", run: userEvent },
  { name: "WaitEvent", privileges: [], synopsis: "Waits for an event", run: waitEvent },
];

async function login({ action, reply, session, server }: ActionContext): Promise<void> {
  if (session.user) return reply.ack("Already authenticated");
  const user = server.findUser(action.get("Username"));
  if (user && !user.multipleLogin && server.isLoggedIn(user)) {
    await server.pbx.clock.sleep(REFUSED_PAUSE);
    reply.error("Login Already In Use");
    return session.close({ afterWriting: true });
  }
  if (!user || !isAuthentic(user)) {
    await server.pbx.clock.sleep(REFUSED_PAUSE);
    reply.error("Authentication failed");
    return session.close({ afterWriting: true });
  }
  session.user = user;
  for (const known of user.filters) session.addFilter(known);
  session.setMask(parsePrivileges(action.get("Events")) ?? user.read);
  reply.ack("Authentication accepted");
  if (session.mask.has("system") && server.booted) {
    session.stream.write(
      `Event: FullyBooted\r\nPrivilege: ${formatPrivileges(["system"])}\r\n` +
        `${formatHeaders(server.bootHeaders())}\r\n`,
    );
  }
  server.sendSecurityEvent("SuccessfulAuth", session, [["UsingPassword", 0]]);

  function isAuthentic({ refused, secret }: ManagerUser): boolean {
    if (refused || server.refusesLogins) return false;
    if (action.get("AuthType").toLowerCase() !== "md5") return action.get("Secret") === secret;
    if (session.challenge === undefined) return false;
    const key = createHash("md5").update(session.challenge + secret).digest("hex");
    return action.get("Key") === key;
  }
}

function challenge({ action, reply, session, server }: ActionContext): void {
  if (action.get("AuthType").toLowerCase() !== "md5") return reply.error("Must specify AuthType");
  // The same again when it is asked for twice.
  session.challenge ??= server.createChallenge();
  reply.respond("Success", [["Challenge", session.challenge]]);
  server.sendSecurityEvent("ChallengeSent", session, [["Challenge", session.challenge]]);
}

function logoff({ reply, session }: ActionContext): void {
  reply.respond("Goodbye", [["Message", "Thanks for all the fish."]]);
  session.close({ afterWriting: true });
}

function ping({ reply, pbx }: ActionContext): void {
  reply.respond("Success", [["Ping", "Pong"], ["Timestamp", (pbx.clock.now / 1_000).toFixed(6)]]);
}

function events({ action, reply, session }: ActionContext): void {
  const mask = parsePrivileges(action.get("EventMask"));
  if (!mask) return reply.error("Invalid event mask");
  session.setMask(mask);
  reply.respondCut([["Events", mask.size > 0 ? "On" : "Off"]], 256);
}

function filter({ action, reply, session, server }: ActionContext): void {
  if (action.get("Operation").toLowerCase() !== "add") return reply.error("Unknown operation");
  // Asterisk 16 does not know criteria, and takes the filter for one of the old kind.
  const criteria = server.version === "16" ? "" : action.get("MatchCriteria");
  try {
    session.addFilter(createEventFilter(action.get("Filter"), criteria));
  } catch (error) {
    if (!(error instanceof EventFilterError)) throw error;
    return reply.error(error.message);
  }
  reply.ack("Success");
}

function listCommands({ reply, session, server }: ActionContext): void {
  const allowed = server.actions.list().filter((action) => server.isAllowed(session, action));
  reply.respond(
    "Success",
    allowed.map(({ name, synopsis, privileges }) =>
      [name, `${synopsis}  (Priv: ${formatPrivileges(privileges)})`] as const
    ),
  );
}

/** Repeats the headers of the request as they are. Source: main/manager.c, action_userevent() */
function userEvent({ action, reply, server }: ActionContext): void {
  reply.ack("Event Sent");
  const lines = action.lines.filter((line) => !/^(UserEvent|Action):/i.test(line));
  server.send({
    name: "UserEvent",
    privileges: ["user"],
    headers: [["UserEvent", action.get("UserEvent")], ...lines],
  });
}

async function waitEvent({ action, reply, session, pbx }: ActionContext): Promise<void> {
  // What is no number waits for ever, as a negative one does.
  const seconds = Number.parseInt(action.get("Timeout"), 10);
  const over = Promise.withResolvers<void>();
  const timer = seconds >= 0 ? pbx.clock.after(seconds * 1_000, () => over.resolve()) : undefined;
  if (!session.hasNews) await Promise.race([session.news(), over.promise]);
  timer?.cancel();
  reply.ack("Waiting for Event completed.");
  session.flushEvents();
  session.stream.write(`Event: WaitEventComplete\r\n${reply.cutId()}\r\n`);
}
