import type { ManifestWave } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { expect, test } from 'vitest';
import { trendNotes } from '../../src/draw-trend.ts';
import { estimateRow } from '../estimate-row.ts';
import { waveOf } from '../hostile-book.ts';

const wave = (year: string, more: Partial<ManifestWave> = {}): ManifestWave => ({
  ...waveOf(`codebook of ${year}`),
  wave: year,
  ...more,
});
const [indicator] = indicatorsByTopic.employment;
if (!indicator) throw new Error('no indicator');

test('a trend says which waves do not cover the common ages, also those of a codebook that nobody knows', () => {
  const waves = [
    wave('2011', { ages: [16, 59] }),
    wave('2017', { ages: [15, null] }),
    wave('2019', { ages: [18, 49] }),
    wave('2020'),
  ];
  const rows = waves.map((w) => estimateRow({ wave: w.wave }));
  const said = (lang: 'zh' | 'en'): string => trendNotes(indicator, waves, rows, lang)[1] ?? '';
  expect(said('en').match(/The wave of .*?\d\./g)).toEqual([
    'The wave of 2011 starts at age 16.',
    'The wave of 2019 starts at age 18.',
    'The wave of 2019 ends at age 49.',
  ]);
  expect(said('zh')).toMatch(/2011年调查自16岁起。2019年调查自18岁起。2019年调查至49岁止。/);
});
