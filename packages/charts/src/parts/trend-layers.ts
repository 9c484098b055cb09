import { ink } from '../palette.ts';
import type { Layer } from '../vega-lite.ts';
import type { EstimateFields } from './estimate-fields.ts';
import type { numberEncoding } from './number-axis.ts';
import { hasEstimate, hasInterval, hasMark, isOneOf, isWithheld } from './predicates.ts';
import type { TrendSeries } from './trend-plot.ts';

export interface Series extends TrendSeries {
  groupField?: string;
  colour: string;
  shape: string;
}

interface XEncoding {
  field: string;
  type: 'quantitative';
  scale: { domain: [number, number]; nice: boolean; zero: boolean };
  axis: null;
}

interface Plot {
  x: XEncoding;
  y: ReturnType<typeof numberEncoding>;
}

/** Line, whiskers, points and marks of withheld estimates of every series; the lines lie under all points. */
export function seriesLayers(
  series: readonly Series[],
  fields: EstimateFields,
  plot: Plot & { marksAt: number; size: number; ribbon: boolean },
): Layer[] {
  return [
    ...(plot.ribbon ? series.map((one) => band(one, fields, plot)) : []),
    ...series.map((one) => line(one, fields, plot)),
    ...series.flatMap((one) => [
      ...points(one, fields, plot).slice(plot.ribbon ? 1 : 0),
      ...withheld(one, fields, plot),
    ]),
  ];
}

const ofSeries = ({ groupField, value }: Series) =>
  groupField === undefined || value === null ? [] : [{ filter: isOneOf(groupField, [value]) }];

/** A withheld estimate interrupts the line, for the line would go through a number that is not shown. */
function line(series: Series, fields: EstimateFields, { x, y }: Plot): Layer {
  return {
    transform: ofSeries(series),
    mark: {
      type: 'line',
      color: series.colour,
      strokeWidth: 1.5,
      opacity: 0.5,
      xOffset: series.offset,
      invalid: 'break-paths-filter-domains',
    },
    encoding: {
      x,
      y: { field: fields.estimate, ...y },
      detail: { field: 'trend_segment', type: 'nominal' },
    },
  };
}

/** The interval along the line, interrupted where the line is. */
function band(series: Series, fields: EstimateFields, { x, y }: Plot): Layer {
  return {
    transform: ofSeries(series),
    mark: {
      type: 'area',
      color: series.colour,
      opacity: 0.18,
      xOffset: series.offset,
      invalid: 'break-paths-filter-domains',
    },
    encoding: {
      x,
      y: { field: fields.low, ...y },
      y2: { field: fields.high },
      detail: { field: 'trend_segment', type: 'nominal' },
    },
  };
}

/** The whisker first, then what lies over it. */
function points(series: Series, fields: EstimateFields, { x, y }: Plot): Layer[] {
  const { colour, shape, offset } = series;
  const point = { type: 'point', size: 62, opacity: 1, stroke: colour, shape, xOffset: offset } as const;
  const encoding = { x, y: { field: fields.estimate, ...y } };
  const whisker: Layer = {
    transform: [...ofSeries(series), { filter: { and: [hasEstimate(fields), hasInterval(fields)] } }],
    mark: { type: 'rule', color: colour, strokeWidth: 2, xOffset: offset },
    encoding: { x, y: { field: fields.low, ...y }, y2: { field: fields.high } },
  };
  const filled: Layer = {
    transform: [...ofSeries(series), { filter: hasEstimate(fields) }],
    mark: { ...point, strokeWidth: 1, fill: colour },
    encoding,
  };
  if (fields.mark === undefined) return [whisker, filled];
  const hollow: Layer = {
    transform: [...ofSeries(series), { filter: { and: [hasEstimate(fields), hasMark(fields.mark)] } }],
    mark: { ...point, strokeWidth: 1.75, fill: ink.paper },
    encoding,
  };
  return [whisker, filled, hollow];
}

function withheld(
  series: Series,
  fields: EstimateFields,
  { x, marksAt, size }: { x: XEncoding; marksAt: number; size: number },
): Layer[] {
  if (fields.mark === undefined) return [];
  return [
    {
      transform: [...ofSeries(series), { filter: isWithheld(fields, fields.mark) }],
      mark: {
        type: 'text',
        y: marksAt,
        xOffset: series.offset,
        align: 'center',
        baseline: 'middle',
        fontSize: size,
        color: series.groupField === undefined ? ink.text : series.colour,
      },
      encoding: { x, text: { field: fields.mark, type: 'nominal' } },
    },
  ];
}

/** Figures of another source: hollow, grey, alone. */
export function publishedPoints(
  figures: readonly { year: number; value: number }[],
  { x, y }: Plot,
): Layer[] {
  if (figures.length === 0) return [];
  return [
    {
      data: { values: figures.map(({ year, value }) => ({ trend_year: year, published_value: value })) },
      mark: {
        type: 'point',
        shape: 'diamond',
        size: 70,
        opacity: 1,
        fill: ink.paper,
        stroke: ink.published,
        strokeWidth: 1.5,
      },
      encoding: { x, y: { field: 'published_value', ...y } },
    },
  ];
}
