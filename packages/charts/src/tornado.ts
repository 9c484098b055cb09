import { categoryColours } from './palette.ts';
import { boundColumns } from './parts/bound-columns.ts';
import { type EstimateChartOptions, estimateChart, type XEncoding } from './parts/estimate-chart.ts';
import type { Reference } from './parts/reference.ts';
import type { ChartSpec, Layer } from './vega-lite.ts';
import { words } from './words.ts';

export interface TornadoOptions
  extends Omit<EstimateChartOptions, 'fields' | 'reference' | 'emphasis' | 'level'> {
  /** `low` and `high` are the columns of the result where an assumption is at its low and at its high setting. */
  fields: { category: string; low: string; high: string };
  /** The result with every assumption at its base setting. */
  base: Reference;
  /** The settings of each assumption, under its name: `1,200 to 2,400 yuan`. */
  settings?: Readonly<Record<string, string>>;
}

const colours = { low: categoryColours[1], high: categoryColours[0] };

/**
 * How a result moves when each assumption goes to its low and its high setting, the others held at their base. Bars
 * start from the base result; the caller orders them, widest first (FT Visual Vocabulary: deviation).
 *
 * Rows come by `attachData`, one for each assumption.
 *
 * @returns a vega-lite spec without data.
 * @example
 * const spec = tornado({
 *   fields: { category: 'assumption', low: 'cost_low', high: 'cost_high' },
 *   text,
 *   axis: { title: '年度成本（元）', format: 'money', largest: 4e9 },
 *   base: { value: 2.1e9, label: '基准 21.0亿' },
 *   categoryOrder: ['coverage', 'unit_cost'],
 *   categoryLabels: { coverage: '覆盖率', unit_cost: '单位成本' },
 *   settings: { coverage: '60%～90%', unit_cost: '每人800～1200元' },
 * });
 */
export function tornado(options: TornadoOptions): ChartSpec {
  const { fields, base, text, axis, categoryOrder } = options;
  const own = { category: fields.category, estimate: fields.low, low: fields.low, high: fields.high };
  const language = words[text.lang];
  return estimateChart(
    { ...options, fields: own, reference: base },
    {
      kind: 'tornado',
      caller: 'tornado',
      zero: false,
      rowPadding: 0.34,
      rowHeight: categoryOrder.length > 14 ? 26 : 34,
      ...(options.settings && { details: options.settings }),
      columns: (sizes) =>
        boundColumns(
          [
            { field: fields.low, label: language.lowSetting },
            { field: fields.high, label: language.highSetting },
          ],
          axis,
          sizes,
          text.lang,
        ),
      keyItems: () => [
        { symbol: { kind: 'swatch', fill: colours.low, stroke: colours.low }, label: language.atLowSetting },
        {
          symbol: { kind: 'swatch', fill: colours.high, stroke: colours.high },
          label: language.atHighSetting,
        },
      ],
      marks: ({ x, reference }) => [
        bar(fields.low, base.value, colours.low, x),
        bar(fields.high, base.value, colours.high, x),
        ...reference,
      ],
    },
  );
}

function bar(field: string, base: number, colour: string, x: XEncoding): Layer {
  return {
    transform: [{ calculate: `${base}`, as: 'base_result' }],
    mark: { type: 'bar', fill: colour },
    encoding: { x: { field, ...x, stack: null }, x2: { field: 'base_result' } },
  };
}
