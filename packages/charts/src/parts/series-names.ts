import { ink } from '../palette.ts';
import type { Layer } from '../vega-lite.ts';
import { measures } from '../widths.ts';
import type { PlacedPoint } from './finish-trend.ts';
import { colourAt, shapeAt } from './groups.ts';
import { ruleLayer } from './rule-layer.ts';
import { spread } from './spread.ts';
import { textLayer } from './text-layer.ts';
import type { TrendPlot } from './trend-plot.ts';

/** The last estimate of each series, if it has one. */
export function lastPoints(points: readonly PlacedPoint[], trend: TrendPlot): (PlacedPoint | undefined)[] {
  return trend.series.map((_, series) =>
    points
      .filter((point) => point.series === series)
      .sort((a, b) => b.x - a.x)
      .at(0),
  );
}

/** The name of each series with its sign, right of the plot at the height of its last point, and a thin leader to it. */
export function seriesNames(points: readonly PlacedPoint[], trend: TrendPlot): Layer[] {
  const named = trend.series.filter(({ lines }) => lines.length > 0);
  if (named.length === 0) return [];
  const small = measures[trend.size].small;
  const font = { ...small, lineHeight: small.lineHeight - 2 };
  const ends = lastPoints(points, trend);
  const centres = spread(
    named.map(({ lines }, index) => ({
      centre: ends[index]?.y ?? trend.height,
      length: lines.length * font.lineHeight + 3,
    })),
    -4,
    trend.height + 12,
  );
  return named.flatMap(({ lines }, index): Layer[] => {
    const y = centres[index] ?? 0;
    const end = ends[index];
    const colour = colourAt(index);
    const leader = { colour, strokeWidth: 0.75 };
    return [
      ...(end
        ? [
            ruleLayer({
              x: end.x + 6,
              x2: trend.width + 4,
              y: end.y,
              y2: end.y,
              ...leader,
              strokeDash: [1, 2],
            }),
            ruleLayer({
              x: trend.width + 4,
              x2: trend.width + 16,
              y: end.y,
              y2: y,
              ...leader,
              strokeDash: [1, 2],
            }),
          ]
        : []),
      {
        data: { values: [{}] },
        encoding: {},
        mark: {
          type: 'point',
          x: trend.width + 24,
          y,
          size: 55,
          fill: colour,
          strokeWidth: 0,
          opacity: 1,
          shape: shapeAt(index),
        },
      },
      textLayer({
        lines,
        x: trend.width + 34,
        top: y - (lines.length * font.lineHeight) / 2,
        font,
        colour: ink.text,
      }),
    ];
  });
}
