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

/** Cuts at which a person counts as Type II: more than this share of the known traits. */
export const cuts = [0.4, 0.5, 0.6, 0.7] as const;
const usualCut = 0.5;
/** Income counts as comparable from this share of the local mean. */
const comparableIncome = 2 / 3;
/** Traits that must be known, as a share of those that the survey asks. */
const KNOWN_SHARE = 0.6;

/** A person's traits: 1 where as in Type II, 0 as in Type I, NaN not known. */
export interface Traits {
  readonly names: readonly string[];
  readonly values: readonly Float64Array[];
}

/** The income trait: own income against the weighted mean of those at work in the same place. */
function incomeTrait({ records, design }: Source, place: string): Float64Array {
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

/** The traits of table 1 of the project document that a survey asks; the stage of cleaning derives all but income. */
function traitsOf(source: Source): Traits {
  const { records } = source;
  const place = records.columns.has('site') ? 'site' : 'province';
  const found = migrantTypeTraits.flatMap(({ code }) => {
    if (code === 'income') return [{ name: code, y: incomeTrait(source, place) }];
    const variable = `trait_${code}`;
    return records.columns.has(variable)
      ? [{ name: code, y: indicatorOf(records, variable, ['type_2']) }]
      : [];
  });
  const asked = found.filter(({ y }) => y.some((value) => !Number.isNaN(value)));
  return { names: asked.map(({ name }) => name), values: asked.map(({ y }) => y) };
}

/** Type II (1) or Type I (0) by the cut; NaN where too few traits are known. */
export function typeOf({ values }: Traits, cut: number): Float64Array {
  const rows = values[0]?.length ?? 0;
  return Float64Array.from({ length: rows }, (_, row) => {
    const known = values.map((own) => own[row] as number).filter((value) => !Number.isNaN(value));
    if (known.length < KNOWN_SHARE * values.length) return Number.NaN;
    return known.reduce((a, b) => a + b, 0) > cut * known.length ? 1 : 0;
  });
}

export interface TypologyOfWave {
  readonly source: Source;
  readonly traits: readonly string[];
  /** By cut. */
  readonly shares: readonly EstimateRow[];
  readonly bySex: ReadonlyMap<string, EstimateRow>;
  readonly byAge: ReadonlyMap<string, EstimateRow>;
  readonly byIndustry: ReadonlyMap<string, EstimateRow>;
}

/** Shares of Type II in a survey, at every cut, and by sex, age and industry at the usual one; undefined where no trait is asked. */
export function typologyOf(source: Source, rows: Rows): TypologyOfWave | undefined {
  const traits = traitsOf(source);
  if (traits.names.length === 0) return undefined;
  const { records } = source;
  const at = (cut: number) => ({
    id: 'migrant_type_2',
    unit: 'share',
    y: typeOf(traits, cut),
    category: `cut_${cut}`,
  });
  const usual = at(usualCut);
  return {
    source,
    traits: traits.names,
    shares: cuts.flatMap((cut) => [...rows.add(source, at(cut), everybody(records)).values()]),
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
      { domain: 'programme:migrant_type', codes, levels: ['type_1', 'type_2'] },
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
