import type { EstimateRow, MeasurableIndicator } from '@wavebook/schema';
import { surveyDesign } from '@wavebook/survey-stats';
import type { Counted } from '../survey/counted.ts';
import { type BreakdownName, levelAt, levelsOf } from './breakdowns.ts';
import { rowsBy } from './rows-by.ts';

/** Whom an indicator is estimated for: the communities of a programme's sites, or of those with one of the roles. */
export interface Population {
  /** Names the population in domains and ids. */
  readonly id: string;
  readonly sites: readonly string[];
}

const arms = ['pilot', 'comparison'];

/** The domain of an estimate: population and arm, and the breakdown inside. */
export const domainOf = (name: BreakdownName): string =>
  name === 'all' ? 'programme:arm' : `programme:arm:${name}`;

/** Its level. */
export const levelId = (population: Population, arm: string, name: BreakdownName, level: string): string =>
  [population.id, arm, ...(name === 'all' ? [] : [level])].join(':');

/** Estimates an indicator in one round, in both arms and every group, on the full design of the round. */
export function levelRows(
  counted: Counted,
  definition: MeasurableIndicator,
  population: Population,
  names: readonly BreakdownName[],
): EstimateRow[] {
  const { y, x, arm, site, stratum, psu, weight, round } = counted;
  const design = surveyDesign({ weight, strata: [...stratum], psu: [...psu], lonelyPsu: 'average' });
  const sites = new Set(population.sites);
  return names.flatMap((name) => {
    const levels = levelsOf(name, population.sites, counted.ages);
    const places = new Map(levels.map((level, i) => [level, i]));
    const codes = Int32Array.from(y, (_, row) => {
      const place = places.get(levelAt(name, counted, row));
      const side = arms.indexOf(arm[row] as string);
      return place === undefined || side < 0 || !sites.has(site[row] as string) ? -1 : place * 2 + side;
    });
    return rowsBy(
      round.wave,
      design,
      { id: definition.id, unit: definition.unit, y, x },
      {
        domain: domainOf(name),
        codes,
        levels: levels.flatMap((level) => arms.map((own) => levelId(population, own, name, level))),
      },
    );
  });
}
