/**
 * A sequence diagram in box-drawing characters, for terminals, logs and bug reports.
 *
 * @module
 */

import {
  type Layout,
  layOut,
  type Row,
  type SequenceOptions,
  type SequenceStep,
} from "./layout.ts";
import { cellsOf, countCells } from "./visible.ts";

/**
 * Draws a conversation as text. Lines have at most `width` characters, as long as there are at least
 * 8 for each participant. The time stands on the left, in seconds.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const text = sequenceText([
 *   { from: "handler", to: "Asterisk", text: "EXEC Answer" },
 *   { from: "Asterisk", to: "handler", text: "200 result=0", isReply: true },
 * ]);
 * assert.equal(text, [
 *   "  handler          Asterisk",
 *   "     │                 │",
 *   "     │── EXEC Answer ─►│",
 *   "     │◄ 200 result=0 ╌╌│",
 * ].join("\n"));
 * ```
 */
export function sequenceText(
  steps: readonly SequenceStep[],
  options: SequenceOptions = {},
): string {
  const layout = layOut(steps, options);
  const line = (draw: (put: Put) => void) => drawLine(layout, draw);
  return [
    drawLine({ ...layout, columns: [] }, (put) => {
      for (const { name, at } of layout.columns) put(name, at - Math.floor(countCells(name) / 2));
    }),
    line(() => {}),
    ...layout.rows.flatMap((row) => drawRow(row, layout, line)),
  ].join("\n");
}

/** Writes a text into a line, from a cell on. */
type Put = (text: string, at: number) => void;

function drawLine({ columns, width }: Layout, draw: (put: Put) => void): string {
  const cells: string[] = Array(width + 1).fill(" ");
  for (const { at } of columns) cells[at] = "│";
  draw((text, at) => {
    for (const character of text) {
      const size = cellsOf(character);
      // What takes no cell stands on the one before, what takes two leaves none for the next.
      if (size === 0) cells[at - 1] += character;
      else cells[at] = character;
      if (size === 2) cells[at + 1] = "";
      at += size;
    }
  });
  return cells.join("").trimEnd();
}

function drawRow(
  row: Row,
  { timeWidth }: Layout,
  line: (draw: (put: Put) => void) => string,
): string[] {
  const { time, left, right, lines } = row;
  const drawTime = (put: Put) => put((time ?? "").padStart(timeWidth - 1), 0);
  if (row.kind === "box") {
    const bar = "─".repeat(right - left - 1);
    return [
      line((put) => put(`┌${bar}┐`, left)),
      ...lines.map((text, index) =>
        line((put) => {
          if (index === 0) drawTime(put);
          const blanks = " ".repeat(right - left - 3 - countCells(text));
          put(`│ ${text}${blanks} │`, left);
        })
      ),
      line((put) => put(`└${bar}┘`, left)),
    ];
  }
  const [only = "", ...more] = lines;
  const isInside = more.length === 0 && countCells(only) <= right - left - 6;
  const above = isInside ? [] : lines;
  return [
    ...above.map((text, index) =>
      line((put) => {
        if (index === 0) drawTime(put);
        put(text, middle(row, text));
      })
    ),
    line((put) => {
      if (above.length === 0) drawTime(put);
      const shaft = (row.step.isReply ? "╌" : "─").repeat(right - left - 2);
      put(row.toRight ? `${shaft}►` : `◄${shaft}`, left + 1);
      if (isInside && only !== "") put(` ${only} `, middle(row, only) - 1);
    }),
  ];
}

/** Where a text begins that stands between two lines. */
function middle({ left, right }: Row, text: string): number {
  return left + 1 + Math.floor((right - left - 1 - countCells(text)) / 2);
}
