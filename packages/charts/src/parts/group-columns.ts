import type { Lang } from '../chart-text.ts';
import { valueExpression } from '../number-format.ts';
import { ink } from '../palette.ts';
import { textWidth } from '../text/text-width.ts';
import type { Layer } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';
import type { EstimateFields } from './estimate-fields.ts';
import type { NumberAxis } from './number-axis.ts';
import { beforeColumns, type NumberColumns, widestNumber } from './number-columns.ts';
import { hasEstimate, isOneOf, isWithheld } from './predicates.ts';

export interface GroupHead {
  value: string;
  label: string;
}

/** One column of estimates for each group, right of the plot; a withheld one shows its mark in place of the number. */
export function groupColumns(
  fields: EstimateFields & { group: string },
  heads: readonly GroupHead[],
  axis: NumberAxis,
  sizes: Measures,
  lang: Lang,
): NumberColumns {
  const font = sizes.number;
  const markWidth = fields.mark === undefined ? 0 : font.size * 1.05;
  const widest = textWidth(widestNumber(axis, lang), font);
  let right = beforeColumns;
  const columns = heads.map(({ value, label }) => {
    right += Math.max(widest, textWidth(label, sizes.small));
    const column = { value, label, right };
    right += markWidth + 12;
    return column;
  });
  const style = { baseline: 'middle', fontSize: font.size } as const;
  const layers = (plotWidth: number) =>
    columns.flatMap(({ value, right: at }): Layer[] => {
      const own = { filter: isOneOf(fields.group, [value]) };
      const number: Layer = {
        transform: [
          own,
          { filter: hasEstimate(fields) },
          { calculate: valueExpression(fields.estimate, { ...axis, lang }), as: 'estimate_text' },
        ],
        mark: { type: 'text', align: 'right', x: plotWidth + at, color: ink.title, ...style },
        encoding: { text: { field: 'estimate_text', type: 'nominal' } },
      };
      if (fields.mark === undefined) return [number];
      const beside = (test: object, x: number, align: 'left' | 'right'): Layer => ({
        transform: [own, { filter: test }] as NonNullable<Layer['transform']>,
        mark: { type: 'text', align, x: plotWidth + x, color: ink.title, ...style },
        encoding: { text: { field: fields.mark as string, type: 'nominal' } },
      });
      return [
        number,
        beside({ and: [hasEstimate(fields), { field: fields.mark, gt: '' }] }, at + 1.5, 'left'),
        beside(isWithheld(fields, fields.mark), at, 'right'),
      ];
    });
  return {
    width: Math.ceil(right - 12),
    heads: (plotWidth) => columns.map(({ label, right: x }) => ({ label, x: plotWidth + x })),
    layers,
    markWidth,
  };
}
