import type { Lang } from '../chart-text.ts';
import { boundParts, defaultLargest, type NumberStyle, valueExpression } from '../number-format.ts';
import { ink } from '../palette.ts';
import { textWidth } from '../text/text-width.ts';
import type { Layer } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';
import { words } from '../words.ts';
import type { EstimateFields } from './estimate-fields.ts';
import type { NumberAxis } from './number-axis.ts';
import { numberPrint } from './number-print.ts';
import { hasEstimate, hasInterval, hasMark } from './predicates.ts';

export interface NumberColumns {
  width: number;
  heads: (plotWidth: number) => { label: string; x: number }[];
  layers: (plotWidth: number) => Layer[];
  markWidth: number;
}

export const beforeColumns = 14;

/** The widest that a number of the axis can be. */
export function widestNumber(axis: NumberAxis, lang: Lang): string {
  const largest = axis.largest ?? defaultLargest[axis.format];
  return numberPrint({ ...axis, lang })(largest);
}

/**
 * Estimates, and their intervals where the width allows, as columns right of the plot: numbers stand under each
 * other and never meet a whisker.
 */
export function numberColumns(
  fields: EstimateFields,
  axis: NumberAxis,
  sizes: Measures,
  lang: Lang,
  level: number,
): NumberColumns {
  const { estimate, interval, to } = words[lang];
  const font = sizes.number;
  const numbers: NumberStyle = { ...axis, lang };
  const widest = widestNumber(axis, lang);
  const widestBound = widest.replace(/[^\d.,]/g, '');
  const intervalHead = interval(level);
  const estimateWidth = Math.max(textWidth(widest, font), textWidth(estimate, sizes.small));
  const intervalWidth = Math.max(
    textWidth(`${widestBound}${to}${widestBound}`, font),
    textWidth(intervalHead, sizes.small),
  );
  const markWidth = fields.mark === undefined ? 0 : font.size * 1.05;
  const estimateRight = beforeColumns + estimateWidth;
  const intervalRight = estimateRight + markWidth + 14 + intervalWidth;
  const style = { baseline: 'middle', fontSize: font.size } as const;

  const layers = (plotWidth: number): Layer[] => {
    const out: Layer[] = [
      {
        transform: [
          { filter: hasEstimate(fields) },
          { calculate: valueExpression(fields.estimate, numbers), as: 'estimate_text' },
        ],
        mark: { type: 'text', align: 'right', x: plotWidth + estimateRight, color: ink.title, ...style },
        encoding: { text: { field: 'estimate_text', type: 'nominal' } },
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
      const { factor, pattern } = boundParts(numbers);
      const print = (field: string) =>
        `format(datum[${JSON.stringify(field)}] * ${factor}, ${JSON.stringify(pattern)})`;
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
    markWidth,
  };
}
