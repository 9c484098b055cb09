import type { ProvincePopulation } from '@wavebook/schema';
import { domainCells, surveyTotal } from '@wavebook/survey-stats';
import { texts } from '../survey/round.ts';
import type { Source } from './source.ts';

/**
 * A province's people in two counts, in persons: `residents` as published for the end of 2010, and the registered, who are the residents
 * less migrants from other provinces, plus those of the province who live in another. What an index per registered head exceeds the one per
 * resident head by is residents over registered, less one, whatever the index.
 */
export interface HeadRow {
  readonly province: string;
  readonly residents: number;
  readonly arrived: number;
  readonly arrivedSe: number;
  readonly left: number;
  readonly leftSe: number;
  readonly registered: number;
  /** How far the index per registered head exceeds that per resident head. */
  readonly error: number;
  readonly errorSe: number;
}

const PERSONS = 10_000;

/** Heads of every province of the published table, by the migrants that a monitoring wave estimates. */
export function headsOf(source: Source, published: readonly ProvincePopulation[]): HeadRow[] {
  const { records, design } = source;
  const [here, home, range] = ['province', 'hukou_province', 'migration_range'].map((name) =>
    texts(records, name),
  ) as [string[], string[], string[]];
  const provinces = published.filter(({ province_code }) => province_code !== 'all');
  const codes = provinces.map(({ province_code }) => province_code);
  const total = (column: readonly string[]) => {
    const places = new Map(codes.map((code, i) => [code, i]));
    const level = Int32Array.from(column, (code, row) =>
      range[row] === 'inter_province' ? (places.get(code) ?? -1) : -1,
    );
    return surveyTotal(design, new Float64Array(records.rows).fill(1), {
      domains: domainCells(design, level, codes.length),
    });
  };
  const [arrived, left] = [total(here), total(home)];
  return provinces.map(({ province_code, population_2010 }, i): HeadRow => {
    const residents = population_2010 * PERSONS;
    const [into, out] = [arrived[i], left[i]];
    const number = (value: number | undefined): number =>
      value === undefined || Number.isNaN(value) ? 0 : value;
    const registered = residents - number(into?.estimate) + number(out?.estimate);
    const se = Math.hypot(number(into?.se), number(out?.se));
    return {
      province: province_code,
      residents,
      arrived: number(into?.estimate),
      arrivedSe: number(into?.se),
      left: number(out?.estimate),
      leftSe: number(out?.se),
      registered,
      error: residents / registered - 1,
      errorSe: (residents / registered ** 2) * se,
    };
  });
}
