import { attachData, type ChartSpec, comparator, lineTrend, provinceTileGrid } from '../src/index.ts';
import { comparatorFields } from './comparator-samples.ts';
import { hostileLabels, type Samples, hostileText as text } from './sample-texts.ts';
import { tileOptions, tileRow, unitLabels } from './tile-samples.ts';
import { trendFields, trendRow } from './trend-samples.ts';

const all = text.headline;
const order = hostileLabels.slice(1, 7);

export function hostileTrend(): ChartSpec {
  const spec = lineTrend({
    fields: trendFields,
    text,
    axis: { title: all, format: 'percent' },
    waves: ['2011', '2014</svg><script>', '2017'],
    waveLabels: { '2011': '2011 <b>&', '2017': 'datum.x' },
    group: { field: 'who', order },
    breaks: [{ after: '2011', label: all }],
    published: { label: all, points: [{ year: 2012, value: 0.4 }] },
  });
  return attachData(
    spec,
    order.flatMap((who, index) =>
      ['2011', '2014</svg><script>', '2017'].map((wave) =>
        trendRow(wave, 0.1 + 0.14 * index, 0.01, { who, mark: index === 2 ? '<' : '' }),
      ),
    ),
  );
}

export function hostileComparator(): ChartSpec {
  const [ours = '', ...others] = hostileLabels;
  const source = (id: string) => ({ id, name: id, population: all, year: '"2017"' });
  const spec = comparator({
    fields: comparatorFields,
    text,
    axis: { title: all, format: 'percent' },
    ours: [source(ours)],
    others: others.map(source),
  });
  return attachData(
    spec,
    hostileLabels.map((id, index) => ({
      source: id,
      estimate: 0.1 * (index + 1),
      ci_low: index === 0 ? 0.05 : null,
      ci_high: index === 0 ? 0.15 : null,
      mark: '',
    })),
  );
}

export const hostileNames = ['</svg>', 'datum.x', '"q" \'s\'', '<b>&amp;', '__proto__', 'b\\'];

export function hostileTiles(): ChartSpec {
  const labels = { ...unitLabels.en };
  const units = ['11', '12', '13', '14', '31', '65'];
  for (const [index, unit] of units.entries()) labels[unit] = hostileNames[index] ?? '';
  const corpsLabel = '</svg><script> datum.x "q" \\';
  const spec = provinceTileGrid({
    ...tileOptions('en'),
    text,
    measure: { title: all, format: 'percent' },
    labels,
    corpsLabel,
  });
  return attachData(
    spec,
    [...units, '66'].map((unit) => tileRow(unit, 0.4, '<')),
  );
}

export const hostileSamples: Samples = {
  'hostile-trend-en': { spec: hostileTrend, lang: 'en' },
  'hostile-comparator-en': { spec: hostileComparator, lang: 'en' },
  'hostile-tiles-en': { spec: hostileTiles, lang: 'en' },
};
