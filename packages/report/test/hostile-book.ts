import type { EstimateRow, ManifestWave } from '@wavebook/schema';
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
        weights: {
          ...{ kishDeff: 1.1, effectiveN: 400, strata: 32, psus: 400, g: [0.9, 1.1] },
          margins: [{ name: label, levels: 2, before: 0.1, after: 1e-12 }],
        },
      },
    ],
    notes: [both],
    indicators: [],
    manifests: [],
  };
}
