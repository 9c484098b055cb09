import type { Lang } from '../chart-text.ts';
import { ink } from '../palette.ts';
import { latinMarks } from '../text/latin-marks.ts';
import { textWidth } from '../text/text-width.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Layer } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';

export interface CategoryAxis {
  /** Room for the labels, with the gap to the plot. */
  gutter: number;
  /** Most lines that a label takes. */
  lines: number;
  encoding: {
    field: string;
    type: 'nominal';
    axis: null;
    scale: { type: 'band'; domain: string[]; paddingInner: number; paddingOuter: number };
  };
  layers: Layer[];
}

export interface CategoryAxisOptions {
  field: string;
  order: readonly string[];
  labels: Readonly<Record<string, string>>;
  emphasis: readonly string[];
  sizes: Measures;
  lang: Lang;
  /** Share of a row that stays empty. */
  padding: number;
}

const gap = 10;

/** Category labels as wrapped text, right-aligned against the plot, in the order given. */
export function categoryAxis({
  field,
  order,
  labels,
  emphasis,
  sizes,
  lang,
  padding,
}: CategoryAxisOptions): CategoryAxis {
  const widest = sizes.width * sizes.gutterShare - gap;
  const entries = order.map((category) => {
    const strong = emphasis.includes(category);
    const font = { ...sizes.label, weight: strong ? (700 as const) : sizes.label.weight };
    const label = Object.hasOwn(labels, category) ? (labels[category] ?? category) : category;
    const lines = wrapText(latinMarks(label, lang), font, widest);
    return { category, lines, strong, width: Math.max(0, ...lines.map((line) => textWidth(line, font))) };
  });
  const labelField = field === 'label_lines' ? 'label_lines_' : 'label_lines';
  const encoding = {
    field,
    type: 'nominal' as const,
    axis: null,
    scale: {
      type: 'band' as const,
      domain: [...order],
      paddingInner: padding,
      paddingOuter: padding / 2,
    },
  };
  const lineCounts = [...new Set(entries.map(({ lines }) => lines.length))].sort((a, b) => a - b);
  const layers = lineCounts.flatMap((count) =>
    [false, true].flatMap((strong): Layer[] => {
      const values = entries
        .filter((entry) => entry.strong === strong && entry.lines.length === count)
        .map(({ category, lines }) => ({ [field]: category, [labelField]: lines }));
      if (values.length === 0) return [];
      const mark = {
        type: 'text',
        x: -gap,
        dy: ((1 - count) * sizes.label.lineHeight) / 2,
        align: 'right',
        baseline: 'middle',
        color: ink.text,
        fontSize: sizes.label.size,
        fontWeight: strong ? 700 : sizes.label.weight,
        lineHeight: sizes.label.lineHeight,
      } as const;
      return [
        { data: { values }, mark, encoding: { y: encoding, text: { field: labelField, type: 'nominal' } } },
      ];
    }),
  );
  return {
    gutter: Math.ceil(Math.max(0, ...entries.map(({ width }) => width))) + gap,
    lines: Math.max(1, ...entries.map(({ lines }) => lines.length)),
    encoding,
    layers,
  };
}
