import type { ChartRow } from '../attach-data.ts';
import { ink } from '../palette.ts';
import { textWidth } from '../text/text-width.ts';
import type { ChartSpec, Layer } from '../vega-lite.ts';
import { measures } from '../widths.ts';
import type { ChartContract } from './contract.ts';
import { niceDomain } from './nice-domain.ts';
import { numberPrint } from './number-print.ts';
import { ruleLayer } from './rule-layer.ts';
import { spread } from './spread.ts';
import { textLayer } from './text-layer.ts';

export interface SlopePlot {
  width: number;
  height: number;
  zero: boolean;
  /** The earlier and the later wave. */
  waves: [string, string];
  lines: { value: string; label: string[]; strong: boolean }[];
}

/** The spec of a slope chart with its scale fitted, and with names and numbers at both ends of each line. */
export function finishSlope(
  spec: ChartSpec,
  contract: ChartContract,
  plot: SlopePlot,
  rows: readonly ChartRow[],
  numbers: readonly number[],
): ChartSpec {
  const domain = contract.domain ?? niceDomain(numbers, contract.largest, { zero: plot.zero, ticks: 5 });
  const fitted: ChartSpec = JSON.parse(
    JSON.stringify(spec, (key, value) =>
      key === 'y' && value?.type === 'quantitative'
        ? { ...value, scale: { domain, nice: false, zero: false } }
        : value,
    ),
  );
  const place = (value: number) => plot.height * (1 - (value - domain[0]) / (domain[1] - domain[0]));
  const layers = plot.waves.flatMap((_, side) => endLabels(contract, plot, rows, side, place));
  return { ...fitted, layer: [...fitted.layer, ...layers] };
}

/** The numbers at one end, the later end with the names of the lines, moved apart where they would meet. */
function endLabels(
  { fields, measure, lang, size }: ChartContract,
  plot: SlopePlot,
  rows: readonly ChartRow[],
  side: number,
  place: (value: number) => number,
): Layer[] {
  const small = measures[size].small;
  const font = { ...small, lineHeight: small.size * 1.25 };
  const print = numberPrint({ ...measure, lang });
  const ends = plot.lines.flatMap(({ value, label, strong }) => {
    const row = rows.find(
      (one) => one[fields.category] === value && one[fields.group ?? ''] === plot.waves[side],
    );
    if (row === undefined) return [];
    const estimate = row[fields.estimate];
    const mark = fields.mark === undefined ? '' : String(row[fields.mark] ?? '');
    const number = typeof estimate === 'number' ? `${print(estimate)}${mark}` : mark;
    return [{ label, strong, number, y: typeof estimate === 'number' ? place(estimate) : undefined }];
  });
  const centres = spread(
    ends.map(({ label, y }) => ({
      centre: y ?? plot.height + 6,
      length: font.lineHeight * (side === 0 ? 1 : label.length),
    })),
    -6,
    plot.height + 8,
  );
  const [edge, way] = side === 0 ? [0, -1] : [plot.width, 1];
  const numberWidth = Math.max(0, ...ends.map(({ number }) => textWidth(number, { ...font, weight: 700 })));
  return ends.flatMap(({ label, number, strong, y }, index): Layer[] => {
    const centre = centres[index] ?? 0;
    const style = {
      font: { ...font, weight: strong ? (700 as const) : (400 as const) },
      colour: strong ? ink.title : ink.text,
      top: centre - font.lineHeight / 2,
    };
    const leader =
      y === undefined || Math.abs(centre - y) < 3
        ? []
        : [
            ruleLayer({
              x: edge + way * 6,
              x2: edge + way * 16,
              y,
              y2: centre,
              colour: ink.outline,
              strokeWidth: 0.75,
            }),
          ];
    const numberAt = edge + way * 20;
    return side === 0
      ? [...leader, textLayer({ lines: [number], x: numberAt, align: 'right', ...style })]
      : [
          ...leader,
          textLayer({ lines: [number], x: numberAt + numberWidth, align: 'right', ...style }),
          textLayer({
            lines: label,
            x: numberAt + numberWidth + 10,
            ...style,
            top: centre - (label.length * font.lineHeight) / 2,
          }),
        ];
  });
}
