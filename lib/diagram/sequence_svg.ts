/**
 * A sequence diagram as SVG, for reports and pages.
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
import { countCells, makeVisible } from "./visible.ts";

/** How an SVG is drawn. */
export interface SequenceSvgOptions extends SequenceOptions {
  /** What is shown: the heading, and the name of the picture for those who do not see it. */
  readonly title?: string | undefined;
  /** `false` leaves out the style sheet, for a page that brings {@linkcode sequenceStyle} itself. */
  readonly style?: boolean | undefined;
}

/** Width of a cell, height of a line of text, size of the letters: all in pixels. */
const cell = 7.25;
const lineHeight = 16;
const fontSize = 12;
/** Height of the boxes with the participants' names. */
const headHeight = 26;
const margin = 8;

/** The style sheet of a diagram, light and dark; it touches nothing outside of `svg.sequence`. */
export const sequenceStyle: string = `\
svg.sequence { color-scheme: light dark; --ink: #1f2328; --dim: #59636e; --rule: #afb8c1;
  --sheet: #ffffff; --head: #eef1f4; --box: #fff8dc; --edge: #d4b95e; --bad: #b3261e; --bad-box: #fdeceb;
  font: ${fontSize}px/1 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono",
  "Liberation Mono", monospace; }
@media (prefers-color-scheme: dark) { svg.sequence { --ink: #e6edf3; --dim: #9aa4ae; --rule: #4c5561;
  --sheet: #0d1117; --head: #1f2630; --box: #2b2718; --edge: #7d6b2c; --bad: #ff8a80; --bad-box: #3a1a1a; } }
svg.sequence text { fill: var(--ink); white-space: pre; }
svg.sequence .sheet { fill: var(--sheet); }
svg.sequence .life { stroke: var(--rule); stroke-dasharray: 1 3; }
svg.sequence .head { fill: var(--head); stroke: var(--rule); }
svg.sequence .name { font-weight: 600; }
svg.sequence .step .time, svg.sequence .reply text { fill: var(--dim); }
svg.sequence .shaft { stroke: var(--ink); fill: none; }
svg.sequence .tip { fill: var(--ink); }
svg.sequence .reply .shaft { stroke: var(--dim); stroke-dasharray: 5 4; }
svg.sequence .reply .tip { fill: none; stroke: var(--dim); }
svg.sequence .box { fill: var(--box); stroke: var(--edge); }
svg.sequence .error text { fill: var(--bad); font-weight: 600; }
svg.sequence .error .shaft, svg.sequence .error .box { stroke: var(--bad); }
svg.sequence .error .tip { fill: var(--bad); }
svg.sequence .error .box { fill: var(--bad-box); }
`;

/**
 * Draws a conversation as SVG that needs nothing else: light or dark as the reader has it, text that
 * can be selected, and each step's whole text as a title, for the pointer and for screen readers.
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const svg = sequenceSvg([{ from: "caller", to: "Asterisk", text: "presses <1>" }], {
 *   title: "A key",
 * });
 * assert.ok(svg.startsWith("<svg "));
 * assert.ok(svg.includes("presses &lt;1&gt;"));
 * ```
 */
export function sequenceSvg(
  steps: readonly SequenceStep[],
  options: SequenceSvgOptions = {},
): string {
  const { title, style = true } = options;
  const layout = layOut(steps, { width: 120, ...options });
  const { columns, rows } = layout;
  const heads = title === undefined ? margin : margin + 24;
  const top = heads + headHeight;
  const drawn: string[] = [];
  let y = top + 6;
  for (const row of rows) {
    drawn.push(drawRow(row, y, layout));
    y += heightOf(row);
  }
  const bottom = y + 10;
  const height = bottom + headHeight + margin;
  const widest = Math.max(layout.width + 1, countCells(title ?? ""));
  const width = Math.ceil(widest * cell + 2 * margin);
  const names = steps.length === 0 ? "nobody" : columns.map(({ name }) => name).join(", ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="sequence" role="graphics-document document" ` +
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escape(title ?? "Sequence diagram")}</title>`,
    `<desc>${escape(`${steps.length} steps between ${names}, from top to bottom`)}</desc>`,
    ...style ? [`<style>\n${sequenceStyle}</style>`] : [],
    `<rect class="sheet" width="${width}" height="${height}"/>`,
    ...title === undefined ? [] : [drawText(title, margin, margin + 13, "name", "start")],
    ...columns.map(({ at }) => `<path class="life" d="M${x(at)} ${top}V${bottom}"/>`),
    ...columns.map(({ name, at }) => drawHead(name, at, heads)),
    ...drawn,
    ...columns.map(({ name, at }) => drawHead(name, at, bottom)),
    "</svg>",
    "",
  ].join("\n");
}

/** Middle of a cell, in pixels. */
function x(at: number): number {
  return Math.round((margin + (at + 0.5) * cell) * 10) / 10;
}

function drawHead(name: string, at: number, y: number): string {
  const width = (countCells(name) + 3) * cell;
  const left = Math.round((x(at) - width / 2) * 10) / 10;
  return `<rect class="head" x="${left}" y="${y}" width="${width}" height="${headHeight}" rx="4"/>` +
    drawText(name, x(at), y + 17, "name");
}

function heightOf({ kind, lines }: Row): number {
  return kind === "box" ? lines.length * lineHeight + 18 : lines.length * lineHeight + 12;
}

function drawRow(row: Row, y: number, { timeWidth }: Layout): string {
  const { step, time, lines } = row;
  const kinds = ["step", ...step.isReply ? ["reply"] : [], ...step.isError ? ["error"] : []];
  const said = step.from === step.to ? step.from : `${step.from} to ${step.to}`;
  const whole = `${time === undefined ? "" : `${time} s, `}${said}: ${step.text}`;
  const first = y + (row.kind === "box" ? 20 : 14);
  return [
    `<g class="${kinds.join(" ")}"><title>${escape(whole)}</title>`,
    ...time === undefined ? [] : [drawText(time, x(timeWidth - 1), first, "time", "end")],
    ...row.kind === "box" ? [drawBox(row, y)] : [drawArrow(row, y)],
    ...lines.map((line, index) =>
      row.kind === "box"
        ? drawText(line, x(row.left + 2) - cell / 2, first + index * lineHeight, undefined, "start")
        : drawText(line, (x(row.left) + x(row.right)) / 2, first + index * lineHeight)
    ),
    "</g>",
  ].join("\n");
}

function drawArrow({ left, right, toRight, lines, step }: Row, y: number): string {
  const height = y + lines.length * lineHeight + 4.5;
  const [tail, tip] = toRight ? [x(left), x(right)] : [x(right), x(left)];
  const back = toRight ? tip - 8 : tip + 8;
  const head = `M${back} ${height - 4}L${tip} ${height}L${back} ${height + 4}`;
  return `<path class="shaft" d="M${tail} ${height}H${step.isReply ? tip : back}"/>` +
    `<path class="tip" d="${head}${step.isReply ? "" : "Z"}"/>`;
}

function drawBox({ left, right, lines }: Row, y: number): string {
  const [from, to] = [x(left), x(right)];
  const width = Math.round((to - from) * 10) / 10;
  return `<rect class="box" x="${from}" y="${y + 5}" width="${width}" ` +
    `height="${lines.length * lineHeight + 8}" rx="2"/>`;
}

function drawText(text: string, at: number, y: number, kind?: string, anchor = "middle"): string {
  const name = kind === undefined ? "" : ` class="${kind}"`;
  return `<text${name} x="${at}" y="${y}" text-anchor="${anchor}">${escape(text)}</text>`;
}

function escape(text: string): string {
  return makeVisible(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
