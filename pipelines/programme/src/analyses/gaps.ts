import type { Label } from '@wavebook/schema';
import { numbersOr, texts } from '../survey/round.ts';
import { controlsOf, type Gap, gapBetween } from './gap.ts';
import { indicatorOf, type Source } from './source.ts';

/** A comparison of two groups: who, in which outcome, how far apart. */
export interface GapRow {
  readonly id: string;
  readonly groups: Label;
  readonly outcome: string;
  readonly wave: string;
  readonly instrument: string;
  readonly synthetic: boolean;
  readonly gap: Gap;
}

interface Comparison {
  readonly id: string;
  readonly groups: Label;
  readonly without: readonly string[];
  sideOf(source: Source): Int32Array;
}

const bySex = ({ records }: Source): Int32Array =>
  Int32Array.from(texts(records, 'sex'), (sex) => (sex === 'female' ? 0 : sex === 'male' ? 1 : -1));

const hazardous = new Set(['B', 'E']);

const comparisons: readonly Comparison[] = [
  {
    id: 'hazardous_other',
    groups: { zh: '建筑业和采矿业 − 其他行业', en: 'Construction and mining − other industries' },
    without: [],
    sideOf: ({ records }) =>
      Int32Array.from(texts(records, 'industry'), (industry) =>
        industry === '' ? -1 : hazardous.has(industry) ? 0 : 1,
      ),
  },
  { id: 'women_men', groups: { zh: '女 − 男', en: 'Women − men' }, without: ['sex'], sideOf: bySex },
  {
    id: 'young_old',
    groups: { zh: '15-34岁 − 35岁及以上', en: 'Aged 15-34 − 35 and over' },
    without: ['age'],
    sideOf: ({ records }) =>
      Int32Array.from(numbersOr(records, 'age'), (age) => (Number.isNaN(age) ? -1 : age < 35 ? 0 : 1)),
  },
  {
    id: 'migrants_residents',
    groups: { zh: '流动人口 − 户籍居民（8城市）', en: 'Migrants − local residents (8 cities)' },
    without: [],
    sideOf: ({ records }) =>
      records.columns.has('population')
        ? Int32Array.from(texts(records, 'population'), (name) => (name === 'migrants' ? 0 : 1))
        : new Int32Array(records.rows).fill(-1),
  },
];

/** Outcomes of the gaps: contract, cover, and each public service that the survey asks for. */
export const gapOutcomes: readonly (readonly [name: string, variable: string, codes: readonly string[]])[] = [
  ['work_injury_insured', 'work_injury_insured', ['yes']],
  ['contract_signed', 'contract', ['fixed_term', 'open_ended', 'one_job', 'probation', 'other']],
  ['pension_insured', 'pension_insured', ['yes']],
  ['medical_insured', 'medical_insured', ['yes']],
  ['unemployment_insured', 'unemployment_insured', ['yes']],
  ['maternity_insured', 'maternity_insured', ['yes']],
  ['housing_fund', 'housing_fund', ['yes']],
  ['health_record', 'health_record', ['established']],
  ['health_education_any', 'health_education_any', ['yes']],
  ['public_health_services_heard', 'public_health_services_heard', ['yes']],
  ['family_doctor', 'family_doctor', ['yes']],
];

/** Every gap that a source can show. */
export function gapsOf(source: Source, only?: readonly string[]): GapRow[] {
  const { wave, design, records } = source;
  return comparisons.flatMap(({ id, groups, without, sideOf }) => {
    if (only && !only.includes(id)) return [];
    const side = sideOf(source);
    return gapOutcomes.flatMap(([outcome, variable, codes]) => {
      if (id === 'hazardous_other' && !['work_injury_insured', 'contract_signed'].includes(outcome))
        return [];
      const y = indicatorOf(records, variable, codes);
      const gap = y.every(Number.isNaN)
        ? undefined
        : gapBetween(design, y, side, (entering) => controlsOf(source, without, entering));
      return gap
        ? [
            {
              id: ['gap', outcome, wave.instrument, wave.wave, id].join('.'),
              groups,
              outcome,
              wave: wave.wave,
              instrument: wave.instrument,
              synthetic: wave.synthetic,
              gap,
            },
          ]
        : [];
    });
  });
}

export const gapColumns = [
  'id',
  'groups',
  'outcome',
  'instrument',
  'wave',
  'figure',
  'estimate',
  'se',
  'ci_low',
  'ci_high',
  'n_first',
  'n_second',
  'df',
  'synthetic',
] as const;

/** A gap as rows of `gaps.csv`, one a figure. */
export function gapCsvRows({ id, groups, outcome, instrument, wave, synthetic, gap }: GapRow) {
  return (['raw', 'adjusted', 'explained', 'unexplained'] as const).flatMap((figure) => {
    const own = gap[figure];
    if (!own || !Number.isFinite(own.low)) return [];
    return [
      {
        id: `${id}.${figure}`,
        groups: groups.en,
        outcome,
        instrument,
        wave,
        figure,
        estimate: own.estimate,
        se: own.se,
        ci_low: own.low,
        ci_high: own.high,
        n_first: gap.n[0],
        n_second: gap.n[1],
        df: gap.df,
        synthetic,
      },
    ];
  });
}
