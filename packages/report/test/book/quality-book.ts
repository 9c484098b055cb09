import type { ClusterRow, DataQuality, ManifestWave, PublishedValue, SeriesRow } from '@wavebook/schema';
import type { BookData, BookWave, QualityWave } from '../../src/index.ts';
import { estimateRow } from '../estimate-row.ts';

const manifest = (wave: string): ManifestWave => ({
  ...{ instrument: 'monitoring', wave, synthetic: true, codebook: `monitoring-${wave}` },
  title: { zh: `合成${wave}`, en: `Synthetic ${wave}` },
  design: 'as_sampled',
  ...{ rows_in: 1010, rows_out: 1000 },
  issues: { unknown_code: 14, near_duplicate: 7 },
  unmapped: [],
  not_asked: wave === '2014' ? ['stay_intention'] : [],
  recalled: [],
  questions: {},
  controls: null,
});

const quality = (wave: string): DataQuality => ({
  ...{
    instrument: 'monitoring',
    wave,
    synthetic: true,
    rows_in: 1010,
    rows_out: 1000,
    corrections: 0,
    members: null,
  },
  removed: [{ code: 'not_migrating', count: 10 }],
  layout: {
    ...{ codebook: `monitoring-${wave}`, score: 1, next: 'monitoring-2015', next_score: 0.5 },
    ...{ usual_rows: 169_989, warnings: [] },
  },
  rules: [
    {
      ...{ rule: 'unknown_code.sex', code: 'unknown_code', severity: 'error', action: 'set_invalid' },
      ...{ judged: 1000, count: 14, share: 0.014 },
    },
    {
      ...{ rule: 'near_duplicate', code: 'near_duplicate', severity: 'warning', action: 'keep' },
      ...{ judged: 1000, count: 7, share: 0.007 },
    },
  ],
  missing: [
    // 1000 - 600 were asked for their contract: 40 did not say, 4 are invalid.
    { variable: 'contract', reason: 'not_applicable', count: 600, share: 0.6 },
    { variable: 'contract', reason: 'missing', count: 40, share: 0.04 },
    { variable: 'contract', reason: 'invalid', count: 4, share: 0.004 },
    { variable: 'sex', reason: 'invalid', count: 3, share: 0.003 },
    { variable: 'monthly_income', reason: 'refused', count: 113, share: 0.113 },
  ],
  categories: [
    {
      ...{ variable: 'sex', category: 'male', n: 997, count: 500, share: 500 / 997 },
      question: null,
      offered: true,
    },
    {
      ...{ variable: 'contract', category: 'fixed_term', n: 356, count: 100, share: 100 / 356 },
      question: null,
      offered: true,
    },
  ],
  numbers: [{ variable: 'monthly_income', n: 887, mean: 4000, p10: 2000, median: 3500, p90: 7000 }],
  heaping: [
    {
      ...{ variable: 'weekly_hours', province: null, unit: 1, step: 10, n: 900 },
      share: 0.3,
      expected: 0.1,
      index: 3,
    },
    {
      ...{ variable: 'weekly_hours', province: '44', unit: 1, step: 10, n: 510 },
      share: 0.25,
      expected: 0.1,
      index: 2.5,
    },
  ],
  straight_lining: [
    { ...{ battery: 'integration', items: 8, province: null, n: 1000 }, count: 24, share: 0.024 },
    { ...{ battery: 'integration', items: 8, province: '44', n: 510 }, count: 6, share: 6 / 510 },
  ],
  clusters: [
    {
      ...{ measure: 'straight_lining', by: 'psu', clusters: 50, share: 0.024, above: 1, below: 0 },
      limits: [
        { n: 1, lower: 0, upper: 1 },
        { n: 20, lower: 0, upper: 0.2 },
      ],
    },
  ],
  number_forms: [
    { variable: 'monthly_income', form: 'thousands', count: 213 },
    { variable: 'age', form: 'full_width', count: 4 },
    { variable: 'stay_months', form: 'full_width', count: 40 },
    { variable: 'weekly_hours', form: 'decimal_comma', count: 4 },
  ],
  places: [{ variable: 'prefecture', given: 1010, unmatched: 12, share: 12 / 1010 }],
  members: {
    ...{ record: 'member', rows_in: null, rows_out: 2000, numbers: [] },
    missing: [{ variable: 'residence', reason: 'missing', count: 30, share: 0.015 }],
    categories: [
      {
        ...{ variable: 'residence', category: 'here', n: 1970, count: 985, share: 0.5 },
        question: null,
        offered: true,
      },
    ],
  },
  published: [
    {
      ...{ published: 'printed-contract', indicator: 'contract_signed', category: null, printed: 0.66 },
      ...{ weighted: 'no', n: 400, value: 0.64, difference: -0.02, within: false },
    },
  ],
});

const clusters: ClusterRow[] = Array.from({ length: 50 }, (_, i) => {
  const count = i === 0 ? 12 : i < 13 ? 1 : 0;
  return {
    ...{ measure: 'straight_lining', cluster: `village ${i}`, n: 20, count, share: count / 20 },
    ...{ lower: 0, upper: 0.2, beyond: count > 4 ? 'above' : '' },
  };
});

const series: SeriesRow[] = [
  ['sex', 'male', '2014', 0.5, null, null, ''],
  ['sex', 'male', '2017', 0.51, '2014', 0.01, ''],
  ['employment_status', 'employee', '2014', 0.6, null, null, ''],
  ['employment_status', 'employee', '2017', 0.58, '2014', -0.02, 'question'],
  ['hukou_type', 'resident', '2014', 0, null, null, ''],
  ['hukou_type', 'resident', '2017', 0.02, '2014', 0.02, 'codes'],
  ['health_record', 'established', '2014', 0.247, null, null, ''],
  ['health_record', 'established', '2017', 0.271, '2014', 0.024, ''],
  ['health_record', 'heard', '2014', 0.253, null, null, ''],
  ['health_record', 'heard', '2017', 0.194, '2014', -0.059, 'jump'],
  ['health_record', 'not_heard', '2014', 0.004, null, null, ''],
  ['health_record', 'not_heard', '2017', 0.0035, '2014', -0.0005, ''],
  ['residence_permit', 'yes', '2014', 0.4, null, null, ''],
  ['residence_permit', 'yes', '2017', 0.5, '2014', 0.1, 'jump'],
].map(([variable, category, wave, share, previous_wave, change, kind]) => ({
  ...{ instrument: 'monitoring', variable, category, wave, n: 1000, share, previous_wave, change },
  break: kind,
  offered: share !== 0,
})) as SeriesRow[];

const wave = (year: string): BookWave => ({
  wave: manifest(year),
  population: { zh: '人', en: 'people' },
  sampling: { zh: '抽', en: 'sampled' },
  fieldDates: ['2017-05-01', '2017-05-31'],
  rawFiles: [],
  quality: quality(year),
  clusters,
  weights: { kishDeff: 1.1, effectiveN: 400, strata: 32, psus: 50, g: [0.9, 1.1], margins: [] },
});

const published: PublishedValue = {
  ...{ id: 'printed-contract', indicator: 'contract_signed', measure: 'contract_signed', category: '' },
  ...{ statistic: 'proportion', relation: 'equal', value: 0.66, unit: 'share', printed_value: '66%' },
  ...{ tolerance: 0.005, year: '2017', domain: 'all', level: 'all', comparable: 'near', weighted: 'no' },
  ...{
    population_zh: '农民工',
    population_en: 'rural workers',
    definition_zh: '签订',
    definition_en: 'signed',
  },
  ...{ comparable_note_zh: '', comparable_note_en: '', source_key: 'S12', printed: 'printed' },
  ...{ source_zh: '某报告', source_en: 'A report' },
};

/** A baseline survey of workers whose children stand in a second file. */
const baseline: QualityWave = {
  wave: {
    ...manifest('2009-baseline'),
    ...{ instrument: 'baseline-worker', codebook: 'baseline-worker-2009-baseline', not_asked: [] },
  },
  quality: {
    ...quality('2009-baseline'),
    instrument: 'baseline-worker',
    missing: [
      { variable: 'enterprise_id', reason: 'missing', count: 400, share: 0.4 },
      { variable: 'housing_area', reason: 'dont_know', count: 50, share: 0.05 },
    ],
    numbers: [{ variable: 'housing_area', n: 950, mean: 9, p10: 4, median: 8, p90: 15 }],
    members: {
      ...{ record: 'child', rows_in: 700, rows_out: 693, numbers: [], categories: [] },
      missing: [{ variable: 'registered', reason: 'refused', count: 14, share: 0.02 }],
    },
  },
};

/** Two waves of which everything on the page of data quality can be worked out by hand. */
export const qualityBook: BookData = {
  chapters: [
    {
      file: {
        ...{ topic: 'employment', instrument: 'monitoring', findings: [], charts: [] },
        ...{ title: { zh: '就业', en: 'Work' }, introduction: { zh: '', en: '' } },
      },
      rows: [estimateRow(), estimateRow({ wave: '2014', estimate: 0.5, ci_low: 0.48, ci_high: 0.52 })],
      ...{
        comparisons: [],
        designs: [],
        published: [published],
        svg: new Map(),
        png: new Map(),
        manifests: [],
      },
    },
  ],
  waves: [wave('2014'), wave('2017')],
  others: [baseline],
  series,
  ...{ notes: [], indicators: [], manifests: [] },
};
