/**
 * Calls as traces: a span for each call, with one for each of its commands and actions.
 *
 * @module
 */

import type { CallObserver, ObservedCall } from "../agi/call_observer.ts";
import type { CallStatus } from "../agi/call_status.ts";
import type { Reply } from "../agi/reply.ts";
import type { ActionObserver } from "../ami/action_observer.ts";
import type { HangupReason } from "../errors.ts";
import { version } from "../version.ts";
import { commandName, hideArguments } from "./command_name.ts";
import {
  type Context,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from "./otel_api.ts";

/** The spans of a call. */
interface TracedCall {
  readonly span: Span;
  /** In which the handler runs, and its commands are made. */
  readonly context: Context;
  /** The command in flight. */
  command: Span | undefined;
}

/** How calls end that are nobody's mistake. */
const goodEnds: readonly CallStatus[] = ["SUCCESS", "HANGUP"];

/** Replies that say that the channel is gone, which is how calls end. */
const deadChannel = 511;

/**
 * Makes spans. In none of them is what a command is about: variables, keys and numbers of people stay
 * out of traces.
 */
export class CallTraces implements CallObserver {
  readonly #tracer: Tracer = trace.getTracer("lunopark", version);
  /** By the call's identity, which its handler's code runs under. */
  readonly #calls = new Map<object, TracedCall>();

  begun(call: ObservedCall): void {
    const { environment } = call;
    const span = this.#tracer.startSpan("call", {
      kind: SpanKind.SERVER,
      startTime: call.since,
      attributes: {
        "asterisk.channel": call.channelName,
        "asterisk.uniqueid": environment?.uniqueid ?? "",
        "asterisk.version": environment?.version ?? "",
      },
    }, ROOT_CONTEXT);
    this.#calls.set(identityOf(call), {
      span,
      context: trace.setSpan(ROOT_CONTEXT, span),
      command: undefined,
    });
  }

  sent(call: ObservedCall, line: string): void {
    const traced = this.#calls.get(identityOf(call));
    if (!traced?.span.isRecording()) return;
    const name = commandName(line);
    const options = { kind: SpanKind.CLIENT, attributes: { "agi.command": name } };
    traced.command = this.#tracer.startSpan(name, options, traced.context);
  }

  answered(call: ObservedCall, _line: string, reply: Reply | undefined): void {
    const traced = this.#calls.get(identityOf(call));
    const span = traced?.command;
    if (!traced || !span) return;
    traced.command = undefined;
    // The result stays out: it may be a key that was pressed.
    if (reply) span.setAttribute("agi.code", reply.code);
    else span.addEvent("the line ended before the reply");
    if (reply && reply.code !== 200 && reply.code !== deadChannel) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: `Asterisk replied ${reply.code}` });
    }
    span.end();
  }

  left(call: ObservedCall, reason: HangupReason): void {
    const span = this.#calls.get(identityOf(call))?.span;
    span?.setAttribute("lunopark.hangup_reason", reason);
    span?.addEvent("the channel has left the script");
  }

  ended(call: ObservedCall, status: CallStatus, error?: unknown): void {
    const traced = this.#calls.get(identityOf(call));
    if (!traced) return;
    this.#calls.delete(identityOf(call));
    const { span } = traced;
    traced.command?.end();
    // A script that nobody offers is a stranger's word, of which there can be many.
    if (call.offered !== undefined) {
      span.updateName(`call ${call.offered}`);
      span.setAttribute("lunopark.script", call.offered);
    }
    span.setAttribute("lunopark.status", status);
    if (error !== undefined) recordError(span, error);
    else if (!goodEnds.includes(status)) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  }

  /** Whether anybody will see the spans of a call. */
  isRecording(call: object): boolean {
    return this.#calls.get(call)?.span.isRecording() ?? false;
  }

  /** Says which calls belong together: the `Linkedid` of the channel. */
  setLinkedid(call: object, linkedid: string): void {
    this.#calls.get(call)?.span.setAttribute("asterisk.linkedid", linkedid);
  }

  /** Runs code as part of a call: the spans that it makes, as those of `fetch`, are below the call's. */
  within<Result>(call: object, body: () => Result): Result {
    const traced = this.#calls.get(call);
    return traced ? context.with(traced.context, body) : body();
  }

  /** To be told of AMI actions. */
  get actionObserver(): ActionObserver {
    return { sent: (action) => this.#sentAction(action) };
  }

  #sentAction(action: string): (error?: unknown) => void {
    // Of a call over AMI, each command is one: it has its span.
    if (action === "AGI") return () => {};
    const parent = context.active();
    // Our own actions, and those of listeners to events, belong to nothing that could be followed.
    if (!trace.getSpan(parent)?.isRecording()) return () => {};
    const attributes = { "ami.action": action };
    const span = this.#tracer.startSpan(
      `AMI ${action}`,
      { kind: SpanKind.CLIENT, attributes },
      parent,
    );
    return (error) => {
      if (error !== undefined) recordError(span, error);
      span.end();
    };
  }
}

function identityOf(call: ObservedCall): object {
  return call.identity ?? call;
}

function recordError(span: Span, error: unknown): void {
  const message = hideArguments(error instanceof Error ? error.message : String(error));
  if (error instanceof Error) {
    const { name, stack } = error;
    span.recordException({ name, message, ...stack && { stack: hideArguments(stack) } });
  } else span.recordException(message);
  span.setStatus({ code: SpanStatusCode.ERROR, message });
  span.setAttribute("error.type", error instanceof Error ? error.name : typeof error);
}
