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
  /** Height of the tallest label. */
  tallest: number;
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
  /** Smaller second lines under the labels, such as the population of a source. */
  details: Readonly<Record<string, string>>;
  emphasis: readonly string[];
  sizes: Measures;
  lang: Lang;
  /** Share of a row that stays empty. */
  padding: number;
}

const gap = 10;

interface Entry {
  category: string;
  lines: string[];
  detailLines: string[];
  strong: boolean;
  width: number;
}

/** Category labels as wrapped text, right-aligned against the plot, in the order given. */
export function categoryAxis(options: CategoryAxisOptions): CategoryAxis {
  const { field, order, sizes, padding } = options;
  const entries = order.map((category) => entryOf(category, options));
  const encoding = categoryBand(field, order, padding);
  const kindOf = ({ lines, detailLines, strong }: Entry) =>
    `${lines.length} ${detailLines.length} ${strong ? 1 : 0}`;
  const layers = [...new Set(entries.map(kindOf))].sort().flatMap((kind) =>
    entryLayers(
      entries.filter((entry) => kindOf(entry) === kind),
      encoding,
      sizes,
    ),
  );
  return {
    gutter: Math.ceil(Math.max(0, ...entries.map(({ width }) => width))) + gap,
    tallest: Math.max(...entries.map((entry) => heightOf(entry, sizes))),
    encoding,
    layers,
  };
}

/** One band for each category, of which `padding` stays empty. */
export const categoryBand = (
  field: string,
  order: readonly string[],
  padding: number,
): CategoryAxis['encoding'] => ({
  field,
  type: 'nominal',
  axis: null,
  scale: { type: 'band', domain: [...order], paddingInner: padding, paddingOuter: padding / 2 },
});

function entryOf(category: string, options: CategoryAxisOptions): Entry {
  const { labels, details, emphasis, sizes, lang } = options;
  const widest = sizes.width * sizes.gutterShare - gap;
  const strong = emphasis.includes(category);
  const font = { ...sizes.label, weight: strong ? (700 as const) : sizes.label.weight };
  const label = Object.hasOwn(labels, category) ? (labels[category] ?? category) : category;
  const detail = Object.hasOwn(details, category) ? (details[category] ?? '') : '';
  const lines = wrapText(latinMarks(label, lang), font, widest);
  const detailLines = wrapText(latinMarks(detail, lang), sizes.small, widest);
  const widths = [
    ...lines.map((line) => textWidth(line, font)),
    ...detailLines.map((line) => textWidth(line, sizes.small)),
  ];
  return { category, lines, detailLines, strong, width: Math.max(0, ...widths) };
}

const detailLineHeight = (sizes: Measures) => sizes.small.lineHeight - 2;

const heightOf = ({ lines, detailLines }: Entry, sizes: Measures) =>
  Math.max(1, lines.length) * sizes.label.lineHeight + detailLines.length * detailLineHeight(sizes);

/** Labels of entries with the same numbers of lines, for the place of the first line is a constant of a mark. */
function entryLayers(entries: Entry[], encoding: CategoryAxis['encoding'], sizes: Measures): Layer[] {
  const [first] = entries;
  if (first === undefined) return [];
  const { field } = encoding;
  const linesField = field === 'label_lines' ? 'label_lines_' : 'label_lines';
  const draw = (part: 'lines' | 'detailLines', top: number, style: object): Layer => ({
    data: { values: entries.map((entry) => ({ [field]: entry.category, [linesField]: entry[part] })) },
    mark: { type: 'text', x: -gap, dy: top, align: 'right', baseline: 'middle', ...style },
    encoding: { y: encoding, text: { field: linesField, type: 'nominal' } },
  });
  const top = -heightOf(first, sizes) / 2;
  const { size, weight, lineHeight } = sizes.label;
  const detailHeight = detailLineHeight(sizes);
  return [
    draw('lines', top + lineHeight / 2, {
      color: ink.text,
      fontSize: size,
      fontWeight: first.strong ? 700 : weight,
      lineHeight,
    }),
    ...(first.detailLines.length === 0
      ? []
      : [
          draw('detailLines', top + first.lines.length * lineHeight + detailHeight / 2, {
            color: ink.quiet,
            fontSize: sizes.small.size,
            lineHeight: detailHeight,
          }),
        ]),
  ];
}
