import { codeLists, type Label, type ProgrammeFigure, programmeFigureColumns } from '@wavebook/schema';
import { figureRow } from '../results/figure-row.ts';
import { numbersOr, texts, textsOr } from '../survey/columns.ts';
import { controlsOf, type Gap, type GapFigure, gapBetween } from './gap.ts';
import { indicatorOf, type Rows, type Source } from './source.ts';

const gapFigures = ['raw', 'adjusted', 'explained', 'unexplained'] as const;
type FigureName = (typeof gapFigures)[number];

/** A comparison of two groups: who, in which outcome, how far apart, each number with its verdict. */
export interface GapRow {
  readonly comparison: string;
  readonly groups: Label;
  readonly outcome: string;
  readonly source: Source;
  readonly gap: Gap;
  readonly figures: Readonly<Partial<Record<FigureName, ProgrammeFigure>>>;
}

const figureLabels: Readonly<Record<FigureName, Label>> = {
  raw: { zh: '原始差距', en: 'raw gap' },
  adjusted: { zh: '同等特征下的差距', en: 'gap at equal characteristics' },
  explained: { zh: '特征可解释的部分', en: 'part that goes with characteristics' },
  unexplained: { zh: '未解释的部分', en: 'part that does not go with characteristics' },
};

interface Comparison {
  readonly id: string;
  readonly groups: Label;
  readonly levels: readonly [string, string];
  readonly without: readonly string[];
  sideOf(source: Source): Int32Array;
}

const bySex = ({ records }: Source): Int32Array =>
  Int32Array.from(textsOr(records, 'sex'), (sex) => (sex === 'female' ? 0 : sex === 'male' ? 1 : -1));

const hazardous = new Set(['B', 'E']);

const comparisons: readonly Comparison[] = [
  {
    id: 'hazardous_other',
    groups: { zh: '建筑业和采矿业 − 其他行业', en: 'Construction and mining − other industries' },
    levels: ['construction_mining', 'other'],
    without: [],
    sideOf: ({ records }) =>
      Int32Array.from(textsOr(records, 'industry'), (industry) =>
        industry === '' ? -1 : hazardous.has(industry) ? 0 : 1,
      ),
  },
  {
    id: 'women_men',
    groups: { zh: '女 − 男', en: 'Women − men' },
    levels: ['women', 'men'],
    without: ['sex'],
    sideOf: bySex,
  },
  {
    id: 'young_old',
    groups: { zh: '15-34岁 − 35岁及以上', en: 'Aged 15-34 − 35 and over' },
    levels: ['15-34', '35+'],
    without: ['age'],
    sideOf: ({ records }) =>
      Int32Array.from(numbersOr(records, 'age'), (age) => (Number.isNaN(age) ? -1 : age < 35 ? 0 : 1)),
  },
  {
    id: 'migrants_residents',
    groups: { zh: '流动人口 − 户籍居民（8城市）', en: 'Migrants − local residents (8 cities)' },
    levels: ['migrants', 'residents'],
    without: [],
    sideOf: ({ records }) =>
      records.columns.has('population')
        ? Int32Array.from(texts(records, 'population'), (name) => ['migrants', 'residents'].indexOf(name))
        : new Int32Array(records.rows).fill(-1),
  },
];

/** Outcomes of the gaps: contract, cover, and each public service that a survey asks for. */
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
  ['residence_permit', 'residence_permit', ['yes']],
  ...(codeLists.public_health_service?.codes ?? []).map(
    ({ code }) => [`service_${code}_received`, `service_${code}`, ['received']] as const,
  ),
];

/** Outcomes that hang on the trade; the others do not differ by it in law. */
const outcomesOfTrade: readonly string[] = ['work_injury_insured', 'contract_signed'];

/** Every gap that a source can show; the shares of both groups are added to `rows`. */
export function gapsOf(source: Source, rows: Rows, only: readonly string[]): GapRow[] {
  const { wave, migrants = wave, design, records } = source;
  return comparisons.flatMap(({ id, groups, levels, without, sideOf }) => {
    if (!only.includes(id)) return [];
    const waves = id === 'migrants_residents' ? ([migrants, wave] as const) : ([wave, wave] as const);
    const group = sideOf(source);
    return gapOutcomes.flatMap(([outcome, variable, codes]): GapRow[] => {
      if (id === 'hazardous_other' && !outcomesOfTrade.includes(outcome)) return [];
      const y = indicatorOf(records, variable, codes);
      if (y.every(Number.isNaN)) return [];
      const gap = gapBetween(design, { outcome, y, group, comparison: id, levels, waves }, (entering) =>
        controlsOf(source, without, entering),
      );
      if (!gap) return [];
      rows.take(gap.sides);
      const rowOf = (name: FigureName, found: GapFigure | undefined): [FigureName, ProgrammeFigure][] =>
        found
          ? [
              [
                name,
                figureRow(
                  {
                    id: ['gap', outcome, wave.instrument, wave.wave, id, name].join('.'),
                    of: {
                      zh: `${groups.zh}：${figureLabels[name].zh}`,
                      en: `${groups.en}: ${figureLabels[name].en}`,
                    },
                    indicator: outcome,
                    waves: [...new Set(waves)],
                    unit: 'share',
                  },
                  { ...found, n: gap.n[0] + gap.n[1] },
                  gap.verdict,
                ),
              ],
            ]
          : [];
      const figures = Object.fromEntries(gapFigures.flatMap((name) => rowOf(name, gap[name])));
      return [{ comparison: id, groups, outcome, source, gap, figures }];
    });
  });
}

export const gapColumns = [...programmeFigureColumns, 'comparison', 'figure', 'n_first', 'n_second'] as const;

/** A gap as rows of `gaps.csv`, one a figure. */
export function gapCsvRows({ comparison, gap, figures }: GapRow) {
  return gapFigures.flatMap((figure) => {
    const own = figures[figure];
    return own ? [{ ...own, comparison, figure, n_first: gap.n[0], n_second: gap.n[1] }] : [];
  });
}
