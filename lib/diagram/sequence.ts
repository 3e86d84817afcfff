/**
 * Sequence diagrams of conversations, as text and as SVG.
 *
 * Participants are columns, time runs downwards, each step is an arrow. Pure: steps in, text out.
 *
 * @module
 */

export type { SequenceOptions, SequenceStep } from "./layout.ts";
export { sequenceText } from "./sequence_text.ts";
export { sequenceStyle, sequenceSvg, type SequenceSvgOptions } from "./sequence_svg.ts";
