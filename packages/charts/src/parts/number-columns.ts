import { boundPattern, valuePattern } from '../number-format.ts';
import { ink } from '../palette.ts';
import { textWidth } from '../text/text-width.ts';
import type { Layer } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';
import type { words } from '../words.ts';
import type { EstimateFields } from './estimate-fields.ts';
import type { NumberAxis } from './number-axis.ts';
import { hasEstimate, hasInterval, hasMark } from './predicates.ts';

type Words = (typeof words)['zh'];

export interface NumberColumns {
  width: number;
  heads: (plotWidth: number) => { label: string; x: number }[];
  layers: (plotWidth: number) => Layer[];
  largest: number;
  markWidth: number;
}

export const defaultLargest = { percent: 1, number: 9999, yuan: 99_999, hours: 999 };
const beforeColumns = 14;

/**
 * Estimates, and their intervals where the width allows, as columns right of the plot: numbers stand under each
 * other and never meet a whisker.
 */
export function numberColumns(
  fields: EstimateFields,
  axis: NumberAxis,
  sizes: Measures,
  { estimate, interval, to }: Words,
  level: number,
): NumberColumns {
  const font = sizes.number;
  const largest = axis.largest ?? defaultLargest[axis.format];
  const bound = boundPattern(axis.format, axis.decimals);
  const whole = Math.floor(largest * bound.factor).toLocaleString('en-US');
  const decimals = Number(/\.(\d+)f/.exec(bound.pattern)?.[1] ?? 0);
  const widest = decimals > 0 ? `${whole}.${'0'.repeat(decimals)}` : whole;
  const sign = axis.format === 'percent' ? '%' : '';
  const intervalHead = interval(level);
  const estimateWidth = Math.max(textWidth(`${widest}${sign}`, font), textWidth(estimate, sizes.small));
  const intervalWidth = Math.max(
    textWidth(`${widest}${to}${widest}`, font),
    textWidth(intervalHead, sizes.small),
  );
  const markWidth = fields.mark === undefined ? 0 : font.size * 1.05;
  const estimateRight = beforeColumns + estimateWidth;
  const intervalRight = estimateRight + markWidth + 14 + intervalWidth;
  const style = { baseline: 'middle', fontSize: font.size } as const;

  const layers = (plotWidth: number): Layer[] => {
    const out: Layer[] = [
      {
        transform: [{ filter: hasEstimate(fields) }],
        mark: { type: 'text', align: 'right', x: plotWidth + estimateRight, color: ink.title, ...style },
        encoding: {
          text: {
            field: fields.estimate,
            type: 'quantitative',
            format: valuePattern(axis.format, axis.decimals),
          },
        },
      },
    ];
    if (fields.mark !== undefined) {
      out.push({
        transform: [{ filter: { and: [hasEstimate(fields), hasMark(fields.mark)] } }],
        mark: { type: 'text', align: 'left', x: plotWidth + estimateRight + 1.5, color: ink.title, ...style },
        encoding: { text: { field: fields.mark, type: 'nominal' } },
      });
    }
    if (sizes.printsInterval) {
      const print = (field: string) =>
        `format(datum[${JSON.stringify(field)}] * ${bound.factor}, ${JSON.stringify(bound.pattern)})`;
      out.push({
        transform: [
          { filter: { and: [hasEstimate(fields), hasInterval(fields)] } },
          {
            calculate: `${print(fields.low)} + ${JSON.stringify(to)} + ${print(fields.high)}`,
            as: 'interval_text',
          },
        ],
        mark: { type: 'text', align: 'right', x: plotWidth + intervalRight, color: ink.quiet, ...style },
        encoding: { text: { field: 'interval_text', type: 'nominal' } },
      });
    }
    return out;
  };

  return {
    width: Math.ceil(sizes.printsInterval ? intervalRight : estimateRight + markWidth),
    heads: (plotWidth) => [
      { label: estimate, x: plotWidth + estimateRight },
      ...(sizes.printsInterval ? [{ label: intervalHead, x: plotWidth + intervalRight }] : []),
    ],
    layers,
    largest,
    markWidth,
  };
}
