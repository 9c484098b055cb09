import { ink } from '../palette.ts';
import { textWidth } from '../text/text-width.ts';
import type { Layer } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';
import { ruleLayer } from './rule-layer.ts';
import { textLayer } from './text-layer.ts';

export interface YearLabel {
  x: number;
  label: string;
}

const tick = 4;

/** Labels under ticks, in two rows where years stand too close for one. */
export function yearLabels(
  labels: readonly YearLabel[],
  /** Room between ticks and labels. */
  lane: number,
  sizes: Measures,
): { height: number; layers: (top: number) => Layer[] } {
  const font = sizes.small;
  const ends = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const placed = [...labels]
    .sort((a, b) => a.x - b.x)
    .map(({ x, label }) => {
      const width = textWidth(label, font);
      const start = x - width / 2;
      const free = ends.findIndex((end) => end + 4 <= start);
      const row = Math.max(0, free);
      ends[row] = start + width;
      return { x, label, row };
    });
  const rows = Math.max(0, ...placed.map(({ row }) => row)) + 1;
  return {
    height: tick + lane + rows * font.lineHeight + 2,
    layers: (top) =>
      placed.flatMap(({ x, label, row }) => [
        ruleLayer({ x, x2: x, y: top, y2: top + tick, colour: ink.axis, strokeWidth: 1 }),
        textLayer({
          lines: [label],
          x,
          top: top + tick + lane + row * font.lineHeight,
          font,
          align: 'center',
        }),
      ]),
  };
}
