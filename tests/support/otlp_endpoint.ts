/**
 * A small OTLP/HTTP endpoint, for JSON: what collectors take, and nothing more.
 *
 * @module
 */

type Attributes = Readonly<Record<string, string>>;

/** A span as it came. */
export interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty when it is the first of its trace. */
  readonly parentSpanId: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: Attributes;
  readonly events: readonly { readonly name: string; readonly attributes: Attributes }[];
  /** 2 is an error. */
  readonly status: { readonly code: number; readonly message: string };
}

/** A metric as it came last. */
export interface OtlpMetric {
  readonly unit: string;
  /** The numbers; of a histogram how many values it has. */
  readonly points: readonly {
    readonly attributes: Attributes;
    readonly value: number;
    readonly bounds?: readonly number[];
  }[];
}

/** What came so far. */
export interface OtlpEndpoint extends AsyncDisposable {
  /** Where it is, as `OTEL_EXPORTER_OTLP_ENDPOINT` has it. */
  readonly url: string;
  readonly spans: readonly OtlpSpan[];
  /** By name. */
  readonly metrics: ReadonlyMap<string, OtlpMetric>;
  /** The `traceparent` of other requests, by their path. */
  readonly traceparents: ReadonlyMap<string, string>;
  /** Resolves when the numbers of a metric add up to so much. */
  total(name: string, value: number): Promise<void>;
}

interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

interface Point {
  readonly attributes: readonly Attribute[];
  readonly asInt?: string | number;
  readonly asDouble?: number;
  readonly count?: string | number;
  readonly explicitBounds?: readonly number[];
}

/** Starts one on a free port. */
export function startOtlpEndpoint(): OtlpEndpoint {
  const spans: OtlpSpan[] = [];
  const metrics = new Map<string, OtlpMetric>();
  const traceparents = new Map<string, string>();
  const waiting = new Set<() => void>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const path = new URL(request.url).pathname;
      if (!/^\/v1\//.test(path)) {
        traceparents.set(path, request.headers.get("traceparent") ?? "");
        return new Response("");
      }
      const body = await request.json();
      for (const { scopeSpans } of body.resourceSpans ?? []) {
        for (const { spans: sent } of scopeSpans) spans.push(...sent.map(readSpan));
      }
      for (const { scopeMetrics } of body.resourceMetrics ?? []) {
        for (const { metrics: sent } of scopeMetrics) takeMetrics(metrics, sent);
      }
      for (const look of waiting) look();
      return Response.json({});
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    spans,
    metrics,
    traceparents,
    total: (name, value) =>
      new Promise((resolve) => {
        const look = () => {
          const { points = [] } = metrics.get(name) ?? {};
          if (points.reduce((sum, point) => sum + point.value, 0) < value) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

// deno-lint-ignore no-explicit-any
function readSpan(span: any): OtlpSpan {
  return {
    ...span,
    attributes: readAttributes(span.attributes),
    // deno-lint-ignore no-explicit-any
    events: span.events.map((event: any) => ({
      name: event.name,
      attributes: readAttributes(event.attributes),
    })),
  };
}

function takeMetrics(
  metrics: Map<string, OtlpMetric>,
  // deno-lint-ignore no-explicit-any
  sent: readonly any[],
): void {
  const names = sent.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new Error(`A metric came twice: ${names}`);
  for (const { name, unit, sum, gauge, histogram } of sent) {
    const points: readonly Point[] = (sum ?? gauge ?? histogram).dataPoints;
    metrics.set(name, {
      unit,
      points: points.map(({ attributes, asInt, asDouble, count, explicitBounds }) => ({
        attributes: readAttributes(attributes),
        value: Number(asInt ?? asDouble ?? count),
        ...explicitBounds && { bounds: explicitBounds },
      })),
    });
  }
}

function readAttributes(attributes: readonly Attribute[]): Attributes {
  return Object.fromEntries(
    attributes.map(({ key, value }) => [key, String(Object.values(value)[0])]),
  );
}
