import type { DataQuality, EstimateRow, ManifestWave, SeriesRow } from '@wavebook/schema';
import type { BookData } from '../src/index.ts';
import { estimateRow } from './estimate-row.ts';

/** A wave whose texts are all one. */
export const waveOf = (label: string): ManifestWave => ({
  instrument: 'monitoring',
  wave: '2017',
  synthetic: true,
  codebook: label,
  title: { zh: label, en: label },
  design: label,
  rows_in: 500,
  rows_out: 490,
  issues: {},
  unmapped: [label],
  not_asked: [label],
  recalled: [label],
  questions: {},
  controls: label,
});

const row = (domain: string, level: string, id: string): EstimateRow => estimateRow({ domain, level, id });

const qualityOf = (label: string): DataQuality => ({
  ...{
    instrument: 'monitoring',
    wave: '2017',
    synthetic: true,
    rows_in: 500,
    rows_out: 490,
    corrections: 0,
    members: null,
  },
  ...{ removed: [], rules: [], categories: [], numbers: [], published: [] },
  layout: {
    ...{ codebook: label, score: 1, next: label, next_score: 0.5, usual_rows: 500 },
    warnings: [{ code: 'other_layout', message: { zh: label, en: label } }],
  },
  missing: [{ variable: 'sex', reason: 'missing', count: 40, share: 0.08 }],
  heaping: [
    {
      ...{ variable: label, province: null, unit: 1, step: 10, n: 400, share: 0.3 },
      expected: 0.1,
      index: 3,
    },
  ],
  straight_lining: [{ battery: label, items: 4, province: null, n: 400, count: 20, share: 0.05 }],
  clusters: [
    { measure: 'straight_lining', by: label, clusters: 2, share: 0, above: 0, below: 0, limits: [] },
  ],
  number_forms: [{ variable: label, form: 'thousands', count: 30 }],
  places: [{ variable: label, given: 400, unmatched: 20, share: 0.05 }],
});

const seriesOf = (label: string): SeriesRow[] =>
  ['question', 'codes', 'jump'].map((kind, i) => ({
    ...{ instrument: 'monitoring', variable: label, category: `${i}`, wave: '2017', n: 400, share: 0.5 },
    ...{ previous_wave: '2014', change: 0.1, break: kind as SeriesRow['break'], offered: true },
  }));

/** A book with one text wherever the data can bring one in. */
export function hostileBook(label: string, png?: Uint8Array): BookData {
  const both = { zh: label, en: label };
  const file = { topic: 'employment', instrument: 'monitoring', title: both, introduction: both } as const;
  const chart = { indicator: 'contract_signed', domain: 'education', mark: 'bars', wave: '2017' } as const;
  return {
    chapters: [
      {
        file: { ...file, findings: [], charts: [{ ...chart, name: 'a', headline: both, description: both }] },
        rows: [row('all', 'all', label), row('education', 'primary', label)],
        comparisons: [],
        designs: [],
        published: [],
        svg: new Map([['a', '<svg></svg>']]),
        png: new Map(png ? [['a', png]] : []),
        manifests: [{ path: label, sha256: label }],
      },
    ],
    waves: [
      {
        wave: waveOf(label),
        population: both,
        sampling: both,
        fieldDates: [label, label],
        rawFiles: [{ path: label, sha256: label }],
        quality: qualityOf(label),
        weights: {
          ...{ kishDeff: 1.1, effectiveN: 400, strata: 32, psus: 400, g: [0.9, 1.1] },
          margins: [{ name: label, levels: 2, before: 0.1, after: 1e-12 }],
        },
      },
    ],
    series: seriesOf(label),
    notes: [both],
    indicators: [],
    manifests: [],
  };
}
