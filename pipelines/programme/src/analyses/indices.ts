import {
  type Label,
  type ProgrammeFigure,
  type ProvincePopulation,
  programmeFigureColumns,
} from '@wavebook/schema';
import {
  countQuality,
  domainCells,
  jointEstimates,
  kishDesignEffect,
  surveyContrasts,
  surveyTotal,
} from '@wavebook/survey-stats';
import { type Found, figureRow, type Verdict, worstOf } from '../results/figure-row.ts';
import { textsOr } from '../survey/columns.ts';
import type { Source } from './source.ts';

export const headQuantities = ['arrived', 'left', 'registered', 'index'] as const;
type Quantity = (typeof headQuantities)[number];

/** A row of `heads.csv`: a number of the people of a province. */
export interface HeadFigure extends ProgrammeFigure {
  readonly quantity: Quantity;
  readonly province: string;
}

export const headColumns = [
  ...programmeFigureColumns,
  'quantity',
  'province',
] as const satisfies readonly (keyof HeadFigure)[];

/**
 * A province's people in two counts: `residents` as published for the end of 2010, in persons, and the registered, who are the residents
 * less migrants from other provinces, plus those of the province who live in another. `index` is what an index per registered head is where
 * that per resident head is 100, whatever the index.
 */
export interface HeadRow {
  readonly province: string;
  readonly residents: number;
  readonly figures: Readonly<Record<Quantity, HeadFigure>>;
}

const labels: Readonly<Record<Quantity, Label>> = {
  arrived: { zh: '外省流入人口', en: 'Migrants from other provinces' },
  left: { zh: '流出外省人口', en: 'People of the province who live in another' },
  registered: {
    zh: '户籍人口（常住人口减外省流入加流出外省）',
    en: 'Registered people: residents less arrived plus left',
  },
  index: {
    zh: '户籍人均指数（常住人均为100）',
    en: 'Index per registered head where that per resident head is 100',
  },
};

const PERSONS = 10_000;

/** Heads of every province of the published table, by the migrants that a monitoring wave estimates; none if it does not ask whence they came. */
export function headsOf(source: Source, published: readonly ProvincePopulation[]): HeadRow[] {
  const { records, design, wave } = source;
  const [here, home, range] = ['province', 'hukou_province', 'migration_range'].map((name) =>
    textsOr(records, name),
  ) as [string[], string[], string[]];
  if ([here, home, range].some((column) => column.every((text) => text === ''))) return [];
  return published
    .filter(({ province_code }) => province_code !== 'all')
    .map(({ province_code: province, population_2010, name_zh, name_en }): HeadRow => {
      const flow = (column: readonly string[]): Float64Array =>
        Float64Array.from(column, (code, row) =>
          range[row] === 'inter_province' && code === province ? 1 : 0,
        );
      const [into, out] = [flow(here), flow(home)];
      const joint = jointEstimates(design, [
        { kind: 'total', y: into },
        { kind: 'total', y: out },
      ]);
      const balance = surveyContrasts(joint, [[-1, 1]]).contrasts[0] as Found;
      const total = (counted: Float64Array): Found => {
        const domains = domainCells(
          design,
          Int32Array.from(counted, (one) => one - 1),
          1,
        );
        return surveyTotal(design, counted, { domains })[0] as Found;
      };
      const [arrived, left] = [total(into), total(out)];
      const residents = population_2010 * PERSONS;
      const registered: Found = {
        ...balance,
        estimate: residents + balance.estimate,
        ciLow: residents + balance.ciLow,
        ciHigh: residents + balance.ciHigh,
      };
      const index: Found = {
        ...registered,
        estimate: (100 * residents) / registered.estimate,
        se: ((100 * residents) / registered.estimate ** 2) * registered.se,
        ciLow: (100 * residents) / registered.ciHigh,
        ciHigh: (100 * residents) / registered.ciLow,
      };
      const verdictOf = (found: Found, counted: Float64Array): Verdict => {
        const weights = design.weight.filter((_, row) => counted[row] === 1);
        const { quality, rule, reason } = countQuality({
          ...found,
          n: weights.length,
          kishDesignEffect: kishDesignEffect(weights),
        });
        return {
          quality,
          quality_rule: reason === 'none' ? rule : `${rule}:${reason}`,
          confidential: weights.length < 10,
        };
      };
      const n = (counted: Float64Array): number => counted.reduce((sum, value) => sum + value, 0);
      const verdicts = [verdictOf(arrived, into), verdictOf(left, out)] as const;
      const made = (quantity: Quantity, found: Found, verdict: Verdict, unit: string): HeadFigure => ({
        ...figureRow(
          {
            id: ['heads', quantity, wave.instrument, wave.wave, province].join('.'),
            of: { zh: `${labels[quantity].zh}：${name_zh}`, en: `${labels[quantity].en}: ${name_en}` },
            indicator: '',
            waves: [wave],
            unit,
          },
          { ...found, pValue: undefined },
          verdict,
        ),
        quantity,
        province,
      });
      const all = n(into) + n(out);
      return {
        province,
        residents,
        figures: {
          arrived: made('arrived', { ...arrived, n: n(into) }, verdicts[0], 'people'),
          left: made('left', { ...left, n: n(out) }, verdicts[1], 'people'),
          registered: made('registered', { ...registered, n: all }, worstOf(verdicts), 'people'),
          index: made('index', { ...index, n: all }, worstOf(verdicts), 'index_100'),
        },
      };
    });
}
