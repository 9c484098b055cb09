import {
  type EstimateRow,
  migrantTypeTraits,
  type ProgrammeFigure,
  programmeFigureColumns,
} from '@wavebook/schema';
import { domainCells, surveyContrast } from '@wavebook/survey-stats';
import { figureRow, worstOf } from '../results/figure-row.ts';
import { numbersOr, texts } from '../survey/columns.ts';
import { everybody, groupsOf, indicatorOf, occurring, type Rows, type Source } from './source.ts';

/** Cuts at which a person counts as Type II: more than this share of the traits. At the usual one it is `migrant_type` of the schema. */
export const cuts = [0.4, 0.5, 0.6, 0.7] as const;
const usualCut = 0.5;
/** The category of the usual cut with income as one more trait. */
export const withIncome = 'with_income';
/** Income counts as comparable from this share of the local mean. */
const comparableIncome = 2 / 3;

/** A person's traits: 1 where as in Type II, 0 as in Type I, NaN not known. */
export interface Traits {
  readonly names: readonly string[];
  readonly values: readonly Float64Array[];
}

/** The income trait: own income against the weighted mean of those at work in the same place, which only weighted records tell. */
function incomeTrait({ records, design }: Source): Float64Array {
  const place = records.columns.has('site') ? 'site' : 'province';
  const income = numbersOr(records, 'monthly_income');
  const where = texts(records, place);
  const sums = new Map<string, [number, number]>();
  income.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    const [total, weight] = sums.get(where[row] as string) ?? [0, 0];
    const w = design.weight[row] as number;
    sums.set(where[row] as string, [total + w * value, weight + w]);
  });
  return income.map((value, row) => {
    const [total, weight] = sums.get(where[row] as string) ?? [0, 0];
    return Number.isNaN(value) ? value : value >= (comparableIncome * total) / weight ? 1 : 0;
  });
}

/** The traits of table 1 of the project document that a survey asks, as the stage of cleaning derives them. */
function traitsOf({ records }: Source): Traits {
  const found = migrantTypeTraits.flatMap(({ code }) => {
    const variable = `trait_${code}`;
    if (!records.columns.has(variable)) return [];
    const values = indicatorOf(records, variable, ['type_2']);
    return values.every(Number.isNaN) ? [] : [{ name: code, values }];
  });
  return { names: found.map(({ name }) => name), values: found.map(({ values }) => values) };
}

/** Type II (1) or Type I (0) by the cut; NaN unless all traits are known. */
export function typeOf({ values }: Traits, cut: number): Float64Array {
  const rows = values[0]?.length ?? 0;
  return Float64Array.from({ length: rows }, (_, row) => {
    const modern = values.reduce((sum, own) => sum + (own[row] as number), 0);
    return Number.isNaN(modern) ? modern : modern > cut * values.length ? 1 : 0;
  });
}

export interface TypologyOfWave {
  readonly source: Source;
  readonly traits: readonly string[];
  /** By cut, and the usual one with income. */
  readonly shares: readonly EstimateRow[];
  readonly bySex: ReadonlyMap<string, EstimateRow>;
  readonly byAge: ReadonlyMap<string, EstimateRow>;
  readonly byIndustry: ReadonlyMap<string, EstimateRow>;
}

export const cutName = (cut: number): string => `cut_${cut}`;

/** Shares of Type II in a survey, at every cut, and by sex, age and industry at the usual one; undefined if it asks for no trait. */
export function typologyOf(source: Source, rows: Rows): TypologyOfWave | undefined {
  const traits = traitsOf(source);
  if (traits.names.length === 0) return undefined;
  const { records } = source;
  const typed = (of: Traits, cut: number, category: string) => ({
    id: 'migrant_type_2',
    unit: 'share',
    y: typeOf(of, cut),
    category,
  });
  const usual = typed(traits, usualCut, cutName(usualCut));
  const more = { names: [...traits.names, 'income'], values: [...traits.values, incomeTrait(source)] };
  const rules = [...cuts.map((cut) => typed(traits, cut, cutName(cut))), typed(more, usualCut, withIncome)];
  return {
    source,
    traits: traits.names,
    shares: rules.flatMap((rule) => [...rows.add(source, rule, everybody(records)).values()]),
    bySex: rows.add(source, usual, groupsOf(records, 'sex', ['male', 'female'])),
    byAge: rows.add(
      source,
      usual,
      groupsOf(records, 'age_group', occurring(records, 'age_group', 'age_group')),
    ),
    byIndustry: rows.add(
      source,
      usual,
      groupsOf(records, 'industry', occurring(records, 'industry', 'industry')),
    ),
  };
}

export interface TypeDifference {
  readonly outcome: string;
  readonly typeOne: EstimateRow | undefined;
  readonly typeTwo: EstimateRow | undefined;
  readonly difference: ProgrammeFigure;
}

const outcomes: readonly (readonly [name: string, variable: string, codes: readonly string[]])[] = [
  ['contract_signed', 'contract', ['fixed_term', 'open_ended', 'one_job', 'probation', 'other']],
  ['work_injury_insured', 'work_injury_insured', ['yes']],
  ['pension_insured', 'pension_insured', ['yes']],
  ['medical_insured', 'medical_insured', ['yes']],
  ['health_record', 'health_record', ['established']],
  ['service_health_record_received', 'service_health_record', ['received']],
  ['residence_permit', 'residence_permit', ['yes']],
];

/** How contract, insurance and services differ between the types, at the usual cut. */
export function typeDifferences(source: Source, rows: Rows): TypeDifference[] {
  const { records, design, wave } = source;
  const traits = traitsOf(source);
  if (traits.names.length === 0) return [];
  const type = typeOf(traits, usualCut);
  const codes = Int32Array.from(type, (value) => (Number.isNaN(value) ? -1 : value));
  const domains = domainCells(design, codes, 2);
  return outcomes.flatMap(([outcome, variable, yes]) => {
    const y = indicatorOf(records, variable, yes);
    if (y.every(Number.isNaN)) return [];
    const found = rows.add(
      source,
      { id: outcome, unit: 'share', y },
      { domain: 'migrant_type', codes, levels: ['type_1', 'type_2'] },
    );
    const [typeOne, typeTwo] = ['type_1', 'type_2'].map((level) => found.get(level));
    const difference = figureRow(
      {
        id: ['type_difference', outcome, wave.instrument, wave.wave].join('.'),
        of: { zh: '第二类减第一类', en: 'Type II less Type I' },
        indicator: outcome,
        waves: [wave],
        unit: 'share',
      },
      surveyContrast(design, y, { domains, coefficients: [-1, 1] }),
      worstOf([typeOne, typeTwo]),
    );
    return [{ outcome, typeOne, typeTwo, difference }];
  });
}

export const typeColumns = [...programmeFigureColumns, 'type_1', 'type_2'] as const;

/** Differences between the types as rows of `types.csv`, with the ids of the shares that they compare. */
export const typeCsvRows = (rows: readonly TypeDifference[]) =>
  rows.map(({ difference, typeOne, typeTwo }) => ({
    ...difference,
    type_1: typeOne?.id ?? '',
    type_2: typeTwo?.id ?? '',
  }));
