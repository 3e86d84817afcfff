/**
 * What is used of OpenTelemetry's interface for programs. What stands behind it comes from elsewhere:
 * Deno's own exporter, or whatever a program that embeds Lunopark has registered.
 *
 * To be imported dynamically, since hardly any process needs it.
 *
 * @module
 */

export {
  type BatchObservableResult,
  type Context,
  context,
  metrics,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from "@opentelemetry/api";
