import { referenceStroke } from './palette.ts';
import { type CurveOptions, curveChart } from './parts/curve-chart.ts';
import { type Reference, referenceKey } from './parts/reference.ts';
import type { ChartSpec, Layer } from './vega-lite.ts';

export interface LineEcdfOptions extends CurveOptions {
  /** What the height of a curve is: `share with at most this income`. */
  shareTitle: string;
  /** A value to read the curves at, such as the minimum wage. */
  reference?: Reference;
}

/**
 * The weighted share of people at or below each value of a quantity, one stepped curve for each group. For comparing
 * whole distributions without choosing classes (FT Visual Vocabulary: distribution).
 *
 * Rows come by `attachData`, one for each group and value, shares as 0 to 1. Withheld values are left out by the caller.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = lineEcdf({
 *   fields: { x: 'income', share: 'share' },
 *   text,
 *   axis: { title: '月收入（元）', format: 'yuan' },
 *   shareTitle: '收入不高于该值者的比例',
 *   group: { field: 'sex', order: ['male', 'female'], labels: { male: '男', female: '女' } },
 * });
 */
export function lineEcdf(options: LineEcdfOptions): ChartSpec {
  const { reference, axis } = options;
  return curveChart(options, {
    kind: 'line-ecdf',
    caller: 'lineEcdf',
    shareTitle: options.shareTitle,
    interpolate: 'step-after',
    square: false,
    unit: false,
    keyItems: referenceKey(reference),
    under: ({ height }): Layer[] => {
      if (reference === undefined) return [];
      const { colour: color, ...stroke } = referenceStroke;
      const domain = axis.domain ? { scale: { domain: [...axis.domain] } } : {};
      return [
        {
          data: { values: [{ reference_value: reference.value }] },
          mark: { type: 'rule', color, ...stroke },
          encoding: {
            x: { field: 'reference_value', type: 'quantitative', scale: {}, ...domain },
            y: { value: 0 },
            y2: { value: height },
          },
        },
      ];
    },
  });
}
