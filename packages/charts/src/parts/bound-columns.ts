import type { Lang } from '../chart-text.ts';
import { valueExpression } from '../number-format.ts';
import { ink } from '../palette.ts';
import { textWidth } from '../text/text-width.ts';
import type { Layer } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';
import type { NumberAxis } from './number-axis.ts';
import { beforeColumns, type NumberColumns, widestNumber } from './number-columns.ts';

/** One column of numbers for each of several fields of a row, right of the plot. */
export function boundColumns(
  heads: readonly { field: string; label: string }[],
  axis: NumberAxis,
  sizes: Measures,
  lang: Lang,
): NumberColumns {
  const widest = textWidth(widestNumber(axis, lang), sizes.number);
  let right = beforeColumns - 14;
  const columns = heads.map(({ field, label }) => {
    right += 14 + Math.max(widest, textWidth(label, sizes.small));
    return { field, label, right };
  });
  return {
    width: Math.ceil(right),
    markWidth: 0,
    heads: (plotWidth) => columns.map((column) => ({ label: column.label, x: plotWidth + column.right })),
    layers: (plotWidth) =>
      columns.map(
        (column): Layer => ({
          transform: [{ calculate: valueExpression(column.field, { ...axis, lang }), as: 'bound_text' }],
          mark: {
            type: 'text',
            align: 'right',
            baseline: 'middle',
            x: plotWidth + column.right,
            fontSize: sizes.number.size,
            color: ink.title,
          },
          encoding: { text: { field: 'bound_text', type: 'nominal' } },
        }),
      ),
  };
}
