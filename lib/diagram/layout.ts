/**
 * Where the parts of a sequence diagram stand, counted in cells of a terminal; text and SVG are drawn
 * of the same layout.
 *
 * @module
 */

import { countCells, makeVisible, wrapText } from "./visible.ts";

/** One thing that a participant says to another. */
export interface SequenceStep {
  /** Who says it. */
  readonly from: string;
  /** To whom. To oneself it is drawn as a box on one's line: something that is noted or done. */
  readonly to: string;
  /** What; line ends stay. */
  readonly text: string;
  /** When, in milliseconds since the beginning. */
  readonly time?: number | undefined;
  /** What is to be known about it, such as `hangup`: drawn as a box below. */
  readonly note?: string | undefined;
  /** An answer has a dashed arrow. */
  readonly isReply?: boolean | undefined;
  /** What went wrong is drawn as such. */
  readonly isError?: boolean | undefined;
}

/** How a diagram is drawn. */
export interface SequenceOptions {
  /** The columns from left to right; who is not named comes behind them, as he comes up. */
  readonly participants?: readonly string[] | undefined;
  /** Most characters beside each other: 80 for text, 120 for SVG unless given. */
  readonly width?: number | undefined;
  /** Most lines for the text of one step, which ends in `…` when it has more; 4 unless given. */
  readonly lines?: number | undefined;
}

/** A participant's line. */
export interface Column {
  readonly name: string;
  /** Cell in which the line runs down. */
  readonly at: number;
}

/** One row: an arrow with its text, or a box with a text. */
export interface Row {
  readonly step: SequenceStep;
  /** First row of its step. */
  readonly time: string | undefined;
  readonly kind: "arrow" | "box";
  /** First and last cell: the columns that an arrow runs between, or the borders of a box. */
  readonly left: number;
  readonly right: number;
  readonly toRight: boolean;
  readonly lines: readonly string[];
}

/** A diagram that has found its place. */
export interface Layout {
  readonly columns: readonly Column[];
  /** Cells for the time on the left; 0 when no step has one. */
  readonly timeWidth: number;
  readonly width: number;
  readonly rows: readonly Row[];
}

/** No text is wider, however much room there is: long lines are hard to read. */
const widestText = 56;
/** Narrowest distance of two lines that is still of use. */
const leastGap = 8;
/** An arrow's text keeps so far away from both lines. */
const besideText = 6;

/** Finds the place of everything. */
export function layOut(steps: readonly SequenceStep[], options: SequenceOptions): Layout {
  const { participants = [], width = 80, lines: most = 4 } = options;
  const names = [...new Set([...participants, ...steps.flatMap(({ from, to }) => [from, to])])];
  const times = steps.map(({ time }) => time === undefined ? undefined : formatTime(time));
  const longestTime = Math.max(0, ...times.map((time) => time?.length ?? 0));
  const timeWidth = longestTime > 0 ? longestTime + 1 : 0;
  const wanted = wantGaps(steps, names);
  const outer = [names[0], names.at(-1)].map((name) => Math.ceil(countCells(name ?? "") / 2) + 1);
  const room = width - timeWidth - (outer[0] ?? 0) - (outer[1] ?? 0);
  const gaps = shrink(wanted, room);
  let at = timeWidth + (outer[0] ?? 0);
  const columns = names.map((name, index): Column => {
    if (index > 0) at += gaps[index - 1] ?? 0;
    const space = Math.min(gaps[index - 1] ?? Infinity, gaps[index] ?? Infinity) - 2;
    return { name: wrapText(name, Math.max(1, space), 1)[0] ?? "", at };
  });
  const end = at + (outer[1] ?? 0);
  const find = (name: string) => columns[names.indexOf(name)]?.at ?? 0;
  const box = (step: SequenceStep, text: string, time: string | undefined): Row => {
    const [first, last] = [find(step.from), find(step.to)].sort((a, b) => a - b);
    const isOwn = step.from === step.to;
    const index = names.indexOf(step.from);
    const low = isOwn ? (columns[index - 1]?.at ?? timeWidth - 1) + 2 : (first ?? 0) + 1;
    const high = isOwn ? (columns[index + 1]?.at ?? end + 1) - 2 : (last ?? 0) - 1;
    const lines = wrapText(text, Math.max(1, Math.min(widestText, high - low - 3)), most);
    const size = Math.max(...lines.map(countCells)) + 4;
    const middle = Math.round(((first ?? 0) + (last ?? 0) - size + 1) / 2);
    const left = Math.max(low, Math.min(middle, high - size + 1));
    return { step, time, kind: "box", left, right: left + size - 1, toRight: true, lines };
  };
  const rows = steps.flatMap((step, index): Row[] => {
    const time = times[index];
    const note = step.note === undefined ? [] : [step.note];
    if (step.from === step.to) {
      return [box(step, step.text, time), ...note.map((text) => box(step, text, undefined))];
    }
    const [from, to] = [find(step.from), find(step.to)];
    const [left, right] = [Math.min(from, to), Math.max(from, to)];
    const space = Math.max(1, Math.min(widestText, right - left - 3));
    const lines = step.text === "" ? [] : wrapText(step.text, space, most);
    return [
      { step, time, kind: "arrow", left, right, toRight: to > from, lines },
      ...note.map((text) => box(step, text, undefined)),
    ];
  });
  return { columns, timeWidth, width: end, rows };
}

/** How far from each other the columns would be if there were room for all. */
function wantGaps(steps: readonly SequenceStep[], names: readonly string[]): number[] {
  const gaps = names.slice(1).map((name, index) =>
    Math.max(leastGap, (countCells(name) + countCells(names[index] ?? "")) / 2 + 3)
  );
  for (const { from, to, text, note } of steps) {
    const [first, last] = [names.indexOf(from), names.indexOf(to)].sort((a, b) => a - b);
    if (first === undefined || last === undefined) continue;
    // A box on one's own line spreads over the gaps on both of its sides.
    const [begin, end] = first === last
      ? [Math.max(0, first - 1), Math.min(gaps.length, first + 1)]
      : [first, last];
    const lines = makeVisible(`${text}\n${note ?? ""}`).split("\n");
    const longest = Math.max(...lines.map(countCells));
    const missing = Math.min(longest, widestText) + besideText -
      gaps.slice(begin, end).reduce((sum, gap) => sum + gap, 0);
    if (missing <= 0) continue;
    for (let gap = begin; gap < end; gap++) gaps[gap]! += missing / (end - begin);
  }
  return gaps.map(Math.ceil);
}

/** Takes from the widest, cell by cell, until all fit. */
function shrink(gaps: readonly number[], room: number): number[] {
  const result = [...gaps];
  for (let over = result.reduce((sum, gap) => sum + gap, 0) - room; over > 0; over--) {
    const widest = Math.max(...result);
    if (widest <= leastGap) break;
    result[result.indexOf(widest)] = widest - 1;
  }
  return result;
}

/** Seconds with three digits behind the point. */
function formatTime(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(3);
}
