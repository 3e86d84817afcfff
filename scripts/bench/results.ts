/**
 * The figures of a benchmark: medians, ratios, tables.
 *
 * @module
 */
import { floorC, type Metric, ours, type Workload } from "./workload.ts";

/** Figures of all rounds by workload, contender and metric. */
export class Results {
  readonly #figures = new Map<string, number[]>();
  /** What could not be measured, once each. */
  readonly failures: Set<string> = new Set();

  add(workload: Workload, contender: string, figures: readonly number[]): void {
    figures.forEach((figure, index) => {
      const key = `${workload.key}|${contender}|${index}`;
      const known = this.#figures.get(key) ?? [];
      known.push(figure);
      this.#figures.set(key, known);
    });
  }

  /** All figures of one metric, in the order of the rounds. */
  all(workload: Workload, contender: string, metric: number): readonly number[] {
    return this.#figures.get(`${workload.key}|${contender}|${metric}`) ?? [];
  }

  /** The rows of the table. */
  rows(workloads: readonly Workload[]): Row[] {
    return workloads.flatMap((workload) =>
      workload.metrics.flatMap((metric, index) => this.#rowsOf(workload, metric, index))
    );
  }

  #rowsOf(workload: Workload, metric: Metric, index: number): Row[] {
    const of = (name: string) => this.all(workload, name, index);
    const floors = workload.contenders.map(({ name }) => name).filter((name) =>
      name.startsWith("floor: Deno")
    );
    return workload.contenders.flatMap(({ name }) => {
      // NaN is for what one contender has not.
      const figures = of(name).filter((figure) => !Number.isNaN(figure));
      if (figures.length === 0) return [];
      const value = median(figures);
      const ratioTo = (other: string) => {
        const theirs = of(other);
        const middle = theirs.length === 0 ? 0 : median(theirs);
        return middle === 0 ? undefined : value / middle;
      };
      const { goal, most } = metric;
      // Lunopark may be held against Lunopark that has less to do.
      const isOurs = goal?.of.startsWith(ours)
        ? name.startsWith(ours) && name !== goal.of
        : name === ours;
      return [{
        work: workload.title,
        metric: metric.name,
        contender: name,
        value,
        digits: metric.digits,
        least: Math.min(...figures),
        largest: Math.max(...figures),
        toC: ratioTo(floorC),
        toDeno: floors.map((floor) => [floor, ratioTo(floor)] as const),
        ...isOurs && goal && {
          goal: `≤ ${goal.ratio.toFixed(2)} × ${goal.of}`,
          reached: (ratioTo(goal.of) ?? Infinity) <= goal.ratio,
        },
        ...isOurs && most !== undefined && { goal: `≤ ${most}`, reached: value <= most },
      }];
    });
  }
}

/** One line of the table. */
export interface Row {
  readonly work: string;
  readonly metric: string;
  readonly contender: string;
  /** The median. */
  readonly value: number;
  readonly digits: number;
  readonly least: number;
  readonly largest: number;
  /** Ratio to the floor in C. */
  readonly toC: number | undefined;
  /** Ratios to the floors on Deno. */
  readonly toDeno: readonly (readonly [floor: string, ratio: number | undefined])[];
  readonly goal?: string;
  readonly reached?: boolean;
}

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/** The table as Markdown; the same is printed. */
export function formatTable(rows: readonly Row[]): string {
  const lines: string[] = [];
  let title = "";
  for (const row of rows) {
    const floors = row.toDeno.map(([floor]) => `× ${floor.replace("floor: ", "")}`);
    if (title !== `${row.work}: ${row.metric}`) {
      title = `${row.work}: ${row.metric}`;
      const heads = [
        "",
        "median",
        "least to most",
        ...row.toC === undefined ? [] : ["× C"],
        ...floors,
        "goal",
      ];
      lines.push("", `**${title}**`, "", `| ${heads.join(" | ")} |`);
      lines.push(`| --- |${" ---: |".repeat(heads.length - 2)} --- |`);
    }
    const cells = [
      row.contender === ours ? `**${ours}**` : row.contender,
      row.value.toFixed(row.digits),
      `${row.least.toFixed(row.digits)} to ${row.largest.toFixed(row.digits)}`,
      ...row.toC === undefined ? [] : [row.toC.toFixed(2)],
      ...row.toDeno.map(([, ratio]) => ratio?.toFixed(2) ?? ""),
      row.goal === undefined ? "" : `${row.goal}: ${row.reached ? "reached" : "missed"}`,
    ];
    lines.push(`| ${cells.join(" | ")} |`);
  }
  return lines.join("\n").trimStart();
}
