import type { ChartText } from '../chart-text.ts';
import { defaultLargest } from '../number-format.ts';
import { categoryDashes, ink } from '../palette.ts';
import type { ChartSpec, Layer } from '../vega-lite.ts';
import { type ChartWidth, measures } from '../widths.ts';
import { words } from '../words.ts';
import { chartSpec } from './chart-spec.ts';
import type { ChartKind } from './contract.ts';
import { checkFields } from './estimate-fields.ts';
import { frame } from './frame.ts';
import { checkGroups, colourAt, type DotGroup, labelOf } from './groups.ts';
import type { KeyItem } from './key.ts';
import { type NumberAxis, numberEncoding } from './number-axis.ts';
import { isOneOf } from './predicates.ts';
import { ruleLayer } from './rule-layer.ts';

/** What charts of curves over a quantity are told. */
export interface CurveOptions {
  /** `x` is the quantity along the axis, `share` the height of the curve, `low` and `high` its interval if there is one. */
  fields: { x: string; share: string; low?: string; high?: string };
  text: ChartText;
  axis: NumberAxis;
  /** One curve for each group. */
  group?: DotGroup;
  width?: ChartWidth;
  /** Level of the intervals, 0.95 by default. */
  level?: number;
}

interface CurveKind {
  kind: ChartKind;
  caller: string;
  /** What the height of a curve is. */
  shareTitle: string;
  interpolate: 'step-after' | 'linear';
  square: boolean;
  /** Both axes run from 0 to 1. */
  unit: boolean;
  keyItems: KeyItem[];
  under: (plot: { width: number; height: number }) => Layer[];
}

/** Curves of shares from 0 to 1 over a quantity, told apart by colour and dash. */
export function curveChart(options: CurveOptions, chart: CurveKind): ChartSpec {
  const { fields, text, axis, group } = options;
  checkFields(chart.caller, { ...fields, group: group?.field });
  if (group) checkGroups(chart.caller, group);
  const half = options.width === 'half';
  const sizes = measures[options.width ?? 'full'];
  const language = words[text.lang];
  const gutter = half ? 36 : 42;
  const content = sizes.width - 2 * sizes.margin;
  const width = chart.square ? Math.min(content - gutter - 16, 420) : content - gutter - 22;
  const height = chart.square ? width : half ? 210 : 300;
  const curves = (group?.order ?? [null]).map((value, index) => ({
    value,
    colour: group ? colourAt(index) : ink.barStrong,
    dash: categoryDashes[index] ?? [],
  }));
  const banded = fields.low !== undefined && fields.high !== undefined;
  const framed = frame({
    text,
    sizes,
    gutter,
    plotWidth: width,
    plotHeight: height,
    axisTitle: axis.title,
    plotTitle: chart.shareTitle,
    columnHeads: [],
    keyItems: [
      ...(group
        ? curves.map(({ value, colour, dash }) => ({
            symbol: { kind: 'line' as const, colour, dash },
            label: labelOf(value ?? '', group.labels),
          }))
        : []),
      ...(banded
        ? [
            {
              symbol: { kind: 'ribbon' as const, colour: group ? ink.quiet : ink.barStrong },
              label: language.interval(options.level ?? 0.95),
            },
          ]
        : []),
      ...chart.keyItems,
    ],
    keyWidth: content,
  });
  const number = numberEncoding(axis, text.lang, false, width);
  const x = chart.unit ? { ...number, scale: { domain: [0, 1], nice: false, zero: true } } : number;
  const y = {
    type: 'quantitative' as const,
    scale: { domain: [0, 1], nice: false, zero: true },
    axis: { title: null, grid: true, format: '.0%', tickCount: 5 },
  };
  const marks = curves.flatMap(({ value, colour, dash }): Layer[] => {
    const transform =
      group === undefined || value === null ? [] : [{ filter: isOneOf(group.field, [value]) }];
    const shared = { interpolate: chart.interpolate, clip: true } as const;
    const line: Layer = {
      transform,
      mark: { type: 'line', color: colour, strokeWidth: 2, strokeDash: [...dash], ...shared },
      encoding: {
        x: { field: fields.x, ...x },
        y: { field: fields.share, ...y },
        order: { field: fields.x, type: 'quantitative' },
      },
    };
    if (!banded) return [line];
    const band: Layer = {
      transform,
      mark: { type: 'area', color: colour, opacity: 0.16, ...shared },
      encoding: {
        x: { field: fields.x, ...x },
        y: { field: fields.low as string, ...y },
        y2: { field: fields.high as string },
      },
    };
    return [band, line];
  });
  return chartSpec(
    text,
    { width, height },
    framed,
    {
      kind: chart.kind,
      size: options.width ?? 'full',
      fields: {
        category: fields.x,
        estimate: fields.share,
        low: fields.low ?? fields.share,
        high: fields.high ?? fields.share,
        ...(group && { group: group.field }),
      },
      curve: chart.unit ? 'unit' : 'quantity',
      categories: [],
      ...(group && { groups: [...group.order], group_labels: { ...group.labels } }),
      measure: { ...axis },
      largest: 1,
      ...(chart.unit ? {} : { widest: axis.largest ?? defaultLargest[axis.format] }),
      mark_size: sizes.number.size,
      mark_width: 0,
      sparse: true,
    },
    [
      ...chart.under({ width, height }),
      ...marks,
      ruleLayer({ x: 0, x2: width, y: height, y2: height, colour: ink.axis, strokeWidth: 1 }),
      ...framed.layers,
    ],
  );
}
