import type { Lang } from '../chart-text.ts';
import { ink } from '../palette.ts';
import { latinMarks } from '../text/latin-marks.ts';
import { textWidth } from '../text/text-width.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Layer } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';
import { ruleLayer } from './rule-layer.ts';
import { spread } from './spread.ts';
import { textLayer } from './text-layer.ts';

/** A change of the question, its codes or its population between two waves: estimates on its sides do not compare. */
export interface TrendBreak {
  /** The last wave before it. */
  after: string;
  /** What changed, in a few words. */
  label: string;
}

export interface PlacedBreak {
  label: string;
  x: number;
}

/** Labels in a band above the plot, and a dashed hairline from each label to the bottom of the plot. */
export function trendBreaks(
  breaks: readonly PlacedBreak[],
  { first, last }: { first: number; last: number },
  sizes: Measures,
  lang: Lang,
): { height: number; layers: (plotHeight: number) => Layer[] } {
  const font = { ...sizes.small, lineHeight: sizes.small.lineHeight - 2 };
  const widest = Math.min(150, (last - first) / Math.max(1, breaks.length) - 18);
  const labels = breaks.map(({ label, x }) => {
    const lines = wrapText(latinMarks(label, lang), font, widest, { balance: true });
    return { x, lines, width: Math.max(0, ...lines.map((line) => textWidth(line, font))) };
  });
  const centres = spread(
    labels.map(({ x, width }) => ({ centre: x, length: width + 18 })),
    first - 9,
    last + 9,
  );
  const most = Math.max(0, ...labels.map(({ lines }) => lines.length));
  const height = most === 0 ? 0 : most * font.lineHeight + 4;
  const layers = (plotHeight: number) =>
    labels.flatMap(({ x, lines }, index) => [
      ruleLayer({
        x,
        x2: x,
        y: -5,
        y2: plotHeight,
        colour: ink.quiet,
        strokeWidth: 1,
        strokeDash: [3, 3],
      }),
      textLayer({
        lines,
        x: centres[index] ?? x,
        top: -7 - lines.length * font.lineHeight,
        font,
        align: 'center',
        colour: ink.quiet,
      }),
    ]);
  return { height, layers };
}
