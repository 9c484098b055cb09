import {
  attachData,
  barDiverging,
  barStacked,
  type ChartRow,
  type ChartSpec,
  dotFunnel,
  dumbbell,
  heatTable,
  lineEcdf,
  lineLorenz,
  originDestinationMatrix,
  pyramid,
  slope,
  smallMultiples,
  tileMultiples,
  tornado,
} from '../src/index.ts';
import { fields, hostileLabels, hostileText as text } from './sample-texts.ts';
import { unitLabels } from './tile-samples.ts';

const all = text.headline;
const axis = { title: all, format: 'percent' } as const;
const [first = '', second = ''] = hostileLabels;
const pairOf = [first, second] as const;
const cell = { estimate: 0.4, ci_low: 0.3, ci_high: 0.5, mark: '<' };

/** A row for each label and each of some groups. */
const crossed = (groups: readonly string[], estimate = 0.4): ChartRow[] =>
  hostileLabels.flatMap((category) => groups.map((group) => ({ ...cell, estimate, category, group })));

const cells = { estimate: 'estimate', mark: 'mark' };
const bins = [0.1, 0.2, 0.3, 0.4] as const;
const waves = ['2011</svg><script>', '2017'] as const;
const panels = { fields, text, axis, waves: { field: 'group', order: waves } };
const curves = hostileLabels
  .slice(0, 6)
  .flatMap((group) => [0, 0.5, 1].map((x): ChartRow => ({ group, x, share: x * x })));
const curveGroup = { field: 'group', order: hostileLabels.slice(0, 6) };

/** A chart of each kind whose every text is hostile. */
export const hostileCharts: Record<string, () => ChartSpec> = {
  heatTable: () =>
    attachData(
      heatTable({
        fields: { row: 'category', column: 'group', ...cells },
        text,
        measure: axis,
        bins,
        rowOrder: hostileLabels,
        columnOrder: hostileLabels,
        absent: all,
      }),
      crossed(hostileLabels).slice(1),
    ),
  originDestinationMatrix: () =>
    attachData(
      originDestinationMatrix({
        fields: { origin: 'category', destination: 'group', ...cells },
        text,
        measure: axis,
        bins,
        origins: hostileLabels,
        regionStarts: [second],
      }),
      crossed(hostileLabels),
    ),
  dumbbell: () =>
    attachData(
      dumbbell({
        fields,
        waves: { field: 'group', order: pairOf },
        text,
        axis,
        categoryOrder: hostileLabels,
      }),
      crossed(pairOf),
    ),
  slope: () =>
    attachData(
      slope({
        fields,
        waves: { field: 'group', order: pairOf },
        text,
        axis,
        categoryOrder: hostileLabels,
        emphasis: hostileLabels.slice(3, 5),
        break: all,
      }),
      crossed(pairOf),
    ),
  pyramid: () =>
    attachData(
      pyramid({ fields, sides: { field: 'group', order: pairOf }, text, axis, categoryOrder: hostileLabels }),
      crossed(pairOf),
    ),
  barStacked: () =>
    attachData(
      barStacked({
        fields,
        answers: { field: 'group', order: hostileLabels.slice(2, 7) },
        text,
        axis,
        categoryOrder: hostileLabels,
      }),
      crossed(hostileLabels.slice(2, 7), 0.2).map((row) => ({ ...row, ci_low: 0.1, ci_high: 0.3 })),
    ),
  barDiverging: () =>
    attachData(
      barDiverging({
        fields,
        answers: { field: 'group', order: hostileLabels.slice(2, 7) },
        text,
        axis,
        categoryOrder: hostileLabels,
      }),
      crossed(hostileLabels.slice(2, 7), 0.2).map((row) => ({ ...row, ci_low: 0.1, ci_high: 0.3 })),
    ),
  tornado: () =>
    attachData(
      tornado({
        fields: { category: 'category', low: 'low', high: 'high' },
        text,
        axis: { title: all, format: 'money' },
        base: { value: 2e8, label: all },
        settings: Object.fromEntries(hostileLabels.map((label) => [label, all])),
        categoryOrder: hostileLabels,
      }),
      hostileLabels.map((category) => ({ category, low: 1e8, high: 3e8 })),
    ),
  smallMultiples: () =>
    attachData(smallMultiples({ ...panels, categoryOrder: hostileLabels }), crossed(waves)),
  tileMultiples: () =>
    attachData(
      tileMultiples({
        ...panels,
        labels: { ...unitLabels.short, 11: '</b>', 12: '"q"', 13: 'b\\', 31: '{x}' },
        uncovered: ['71'],
      }),
      waves.map((group) => ({ ...cell, category: '11', group })),
    ),
  lineEcdf: () =>
    attachData(
      lineEcdf({
        fields: { x: 'x', share: 'share' },
        text,
        axis: { title: all, format: 'number' },
        shareTitle: all,
        reference: { value: 0.4, label: all },
        group: curveGroup,
      }),
      curves,
    ),
  dotFunnel: () =>
    attachData(
      dotFunnel({
        fields: { size: 'x', share: 'share', clusters: 'clusters', beyond: 'beyond' },
        text,
        size: { title: all },
        share: { title: all },
        overall: 0.2,
        limits: [
          { n: 1, lower: 0, upper: 1 },
          { n: 20, lower: 0, upper: 0.4 },
        ],
      }),
      [{ x: 10, share: 0.2, clusters: 3, beyond: all }],
    ),
  lineLorenz: () =>
    attachData(
      lineLorenz({
        fields: { x: 'x', share: 'share' },
        text,
        populationTitle: all,
        shareTitle: all,
        group: curveGroup,
      }),
      curves,
    ),
};
