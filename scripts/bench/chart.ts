/**
 * The figures as a chart: bars, one panel for each metric.
 *
 * @module
 */
import type { Row } from "./results.ts";
import { ours } from "./workload.ts";

const width = 860;
const labelWidth = 230;
const barHeight = 16;
const gap = 4;

/** Draws an SVG; bars are as long as their ratio to the longest of the panel. */
export function drawChart(rows: readonly Row[]): string {
  const panels = Map.groupBy(rows, ({ work, metric }) => `${work}: ${metric}`);
  const parts: string[] = [];
  let y = 24;
  for (const [title, bars] of panels) {
    parts.push(`<text x="8" y="${y}" class="title">${escape(title)}</text>`);
    y += 10;
    const longest = Math.max(...bars.map(({ value }) => value));
    for (const { contender, value, digits } of bars) {
      const length = Math.max(1, Math.round((value / longest) * (width - labelWidth - 90)));
      const kind = contender.startsWith(ours)
        ? "ours"
        : contender.startsWith("floor")
        ? "floor"
        : "peer";
      const middle = y + barHeight - 4;
      parts.push(
        `<text x="${labelWidth - 8}" y="${middle}" text-anchor="end">${escape(contender)}</text>`,
        `<rect x="${labelWidth}" y="${y}" width="${length}" height="${barHeight}" class="${kind}"/>`,
        `<text x="${labelWidth + length + 6}" y="${middle}">${value.toFixed(digits)}</text>`,
      );
      y += barHeight + gap;
    }
    y += 26;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" ` +
    `viewBox="0 0 ${width} ${y}" font-family="sans-serif" font-size="12">
<style>
  svg { background: #fff } text { fill: #222 } .title { font-weight: bold; font-size: 13px }
  .ours { fill: #c2410c } .floor { fill: #94a3b8 } .peer { fill: #3b82f6 }
</style>
${parts.join("\n")}
</svg>
`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
