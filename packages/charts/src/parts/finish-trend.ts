import type { ChartRow } from '../attach-data.ts';
import { ink } from '../palette.ts';
import { textWidth } from '../text/text-width.ts';
import type { ChartSpec, Layer } from '../vega-lite.ts';
import { measures } from '../widths.ts';
import type { ChartContract } from './contract.ts';
import { type Box, freePlace } from './free-place.ts';
import { niceDomain } from './nice-domain.ts';
import { numberPrint } from './number-print.ts';
import { lastPoints, seriesNames } from './series-names.ts';
import type { TrendPlot } from './trend-plot.ts';

/**
 * The spec of a trend with its axis fitted to the numbers, and with the labels whose place hangs on them: values
 * where there is room, names of the series at the right end.
 */
export function finishTrend(
  spec: ChartSpec,
  contract: ChartContract,
  trend: TrendPlot,
  rows: readonly ChartRow[],
  numbers: readonly number[],
): ChartSpec {
  const domain =
    contract.domain ??
    niceDomain([...numbers, ...trend.published.map(({ value }) => value)], contract.largest, trend);
  const place = (value: number) => trend.height * (1 - (value - domain[0]) / (domain[1] - domain[0]));
  const fitted: ChartSpec = JSON.parse(
    JSON.stringify(spec, (key, value) =>
      key === 'y' && value?.type === 'quantitative'
        ? { ...value, scale: { domain, nice: false, zero: false } }
        : value,
    ),
  );
  const points = placedPoints(contract, trend, rows, place);
  const labels = [...valueLabels(points, trend, contract, place), ...seriesNames(points, trend)];
  return { ...fitted, layer: [...fitted.layer, ...labels] };
}

/** An estimate on the plot. */
export interface PlacedPoint {
  series: number;
  x: number;
  y: number;
  top: number;
  bottom: number;
  value: number;
  mark: string;
}

function placedPoints(
  { fields }: ChartContract,
  trend: TrendPlot,
  rows: readonly ChartRow[],
  place: (value: number) => number,
): PlacedPoint[] {
  return rows.flatMap((row): PlacedPoint[] => {
    const value = row[fields.estimate];
    if (typeof value !== 'number') return [];
    const series =
      fields.group === undefined
        ? 0
        : trend.series.findIndex((one) => one.value === row[fields.group as string]);
    const wave = trend.waves.find((one) => one.wave === row[fields.category]);
    const [low, high] = [row[fields.low], row[fields.high]];
    const isInterval = typeof low === 'number' && typeof high === 'number';
    const mark = fields.mark === undefined ? null : row[fields.mark];
    return [
      {
        series,
        x: (wave?.x ?? 0) + (trend.series[series]?.offset ?? 0),
        y: place(value),
        top: Math.min(place(value) - 5, isInterval ? place(high) : Infinity),
        bottom: Math.max(place(value) + 5, isInterval ? place(low) : -Infinity),
        value,
        mark: typeof mark === 'string' ? mark : '',
      },
    ];
  });
}

function valueLabels(
  points: readonly PlacedPoint[],
  trend: TrendPlot,
  { size, measure, lang }: ChartContract,
  place: (value: number) => number,
): Layer[] {
  const font = measures[size].small;
  const print = numberPrint({ ...measure, lang });
  const figures = trend.published.map(({ x, value }) => ({ x, y: place(value), value }));
  const taken: Box[] = [
    ...points.map(({ x, top, bottom }) => ({ left: x - 5, right: x + 5, top, bottom })),
    ...figures.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 })),
    ...trend.breaks.map((x) => ({ left: x - 2, right: x + 2, top: -Infinity, bottom: Infinity })),
    ...connections(points, trend),
    ...leaders(points, trend),
  ];
  const room = {
    left: -2,
    right: trend.width + (trend.series.length > 1 ? 0 : 8),
    top: -6,
    bottom: trend.height - 2,
  };
  const ours: PlacedLabel[] = [];
  const theirs: PlacedLabel[] = [];
  const others = [...points, ...figures];
  const write = (
    anchor: Omit<PlacedPoint, 'series' | 'value' | 'mark'>,
    label: string,
    into: PlacedLabel[],
  ) => {
    const size = { width: textWidth(label, font), height: font.size * 0.85 };
    const box = freePlace(anchor, size, taken, room, others);
    if (box === undefined) return false;
    taken.push(box);
    into.push({ label_x: (box.left + box.right) / 2, label_y: box.bottom, label });
    return true;
  };
  for (const point of points) {
    if (write(point, `${print(point.value)}${point.mark}`, ours) || point.mark === '') continue;
    if (!write(point, point.mark, ours)) {
      ours.push({ label_x: point.x + 9, label_y: point.y - 2, label: point.mark });
    }
  }
  for (const { x, y, value } of figures) {
    write({ x, y, top: y - 6, bottom: y + 6 }, print(value), theirs);
  }
  return [...labelLayers(ours, ink.title, font.size), ...labelLayers(theirs, ink.published, font.size)];
}

interface PlacedLabel {
  label_x: number;
  label_y: number;
  label: string;
}

/** Labels with a halo that keeps grid lines away from them. */
function labelLayers(labels: PlacedLabel[], color: string, fontSize: number): Layer[] {
  if (labels.length === 0) return [];
  const data = { values: labels };
  const mark = { type: 'text', align: 'center', baseline: 'alphabetic', fontSize } as const;
  const halo = { color: ink.paper, stroke: ink.paper, strokeWidth: 4, strokeJoin: 'round' } as const;
  const pixel = { type: 'quantitative', scale: null, axis: null } as const;
  const encoding = {
    x: { field: 'label_x', ...pixel },
    y: { field: 'label_y', ...pixel },
    text: { field: 'label', type: 'nominal' as const },
  };
  return [
    { data, mark: { ...mark, ...halo }, encoding },
    { data, mark: { ...mark, color }, encoding },
  ];
}

/** The way from the last point of each series to its name. */
function leaders(points: readonly PlacedPoint[], trend: TrendPlot): Box[] {
  if (trend.series.length < 2) return [];
  return lastPoints(points, trend).flatMap((point) =>
    point ? [{ left: point.x, right: trend.width, top: point.y - 2, bottom: point.y + 2 }] : [],
  );
}

/** The lines between the points of a series, as rows of small boxes. */
function connections(points: readonly PlacedPoint[], trend: TrendPlot): Box[] {
  return trend.series.flatMap((_, series) => {
    const own = points.filter((point) => point.series === series).sort((a, b) => a.x - b.x);
    return own.slice(1).flatMap((to, index) => {
      const from = own[index] as PlacedPoint;
      if (trend.breaks.some((x) => x > from.x && x < to.x)) return [];
      const steps = Math.max(1, Math.ceil((to.x - from.x) / 6));
      return Array.from({ length: steps + 1 }, (_, step) => {
        const x = from.x + ((to.x - from.x) * step) / steps;
        const y = from.y + ((to.y - from.y) * step) / steps;
        return { left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 };
      });
    });
  });
}
