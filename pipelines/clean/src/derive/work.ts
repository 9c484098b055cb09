import { categoryCells, textAt } from '@wavebook/harmonise';
import { countOfYes } from './batteries.ts';
import { cellsOf, type Derivation, numberFrom } from './context.ts';
import { levelsOf } from './levels-of.ts';
import { numberAt } from './number-at.ts';

/** Whether an employee has all, some or none of the five insurances. */
export const fiveInsurances = (items: readonly string[]): Derivation => ({
  needs: [...items, 'employed', 'employment_status'],
  compute: (context, variable) => {
    const sources = items.map((name) => cellsOf(context, name));
    return categoryCells(context.rows, levelsOf(variable), (row) => {
      const count = countOfYes(sources, row);
      if (Number.isNaN(count)) return { missing: 'missing' };
      return { code: count === sources.length ? 'all' : count === 0 ? 'none' : 'some' };
    });
  },
});

/** Neither a contract nor one of the five insurances. */
export const informalEmployment: Derivation = {
  needs: ['contract', 'five_insurances'],
  compute: (context, variable) => {
    const [contract, insurances] = [cellsOf(context, 'contract'), cellsOf(context, 'five_insurances')];
    return categoryCells(context.rows, levelsOf(variable), (row) => {
      const [signed, covered] = [textAt(contract, row), textAt(insurances, row)];
      if (signed === null || covered === null) return { missing: 'missing' };
      return { code: signed === 'none' && covered === 'none' ? 'yes' : 'no' };
    });
  },
};

export const weeklyHours: Derivation = numberFrom(
  ['days_per_week', 'hours_per_day'],
  ([days, hours], row) => numberAt(days, row) * numberAt(hours, row),
);

/** The range of migration from the places of hukou and of residence: county codes tell the prefecture by their first four digits. */
export const migrationRange: Derivation = {
  needs: ['hukou_province', 'province', 'hukou_county', 'county'],
  compute: (context, variable) => {
    const from = cellsOf(context, 'hukou_province');
    const to = cellsOf(context, 'province');
    const fromCounty = cellsOf(context, 'hukou_county');
    const toCounty = cellsOf(context, 'county');
    return categoryCells(context.rows, levelsOf(variable), (row) => {
      const [origin, here] = [textAt(from, row), textAt(to, row)];
      if (origin === null || here === null) return { missing: 'missing' };
      if (origin !== here) return { code: 'inter_province' };
      const [originCounty, county] = [textAt(fromCounty, row), textAt(toCounty, row)];
      if (originCounty === null || county === null) return { missing: 'missing' };
      if (originCounty.slice(0, 4) !== county.slice(0, 4)) return { code: 'inter_prefecture' };
      return { code: originCounty === county ? 'not_migrating' : 'inter_county' };
    });
  },
};
