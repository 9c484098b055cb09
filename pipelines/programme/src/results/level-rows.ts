import { estimateRow, type WeightedWave } from '@wavebook/indicators';
import type { EstimateRow, Indicator, MeasurableIndicator } from '@wavebook/schema';
import { domainCells, surveyDesign, surveyMean, surveyProportion, surveyRatio } from '@wavebook/survey-stats';
import type { Counted } from '../survey/counted.ts';
import { type BreakdownName, levelAt, levelsOf } from './breakdowns.ts';

/** Whom an indicator is estimated for: the communities of a programme's sites, or of those with one of the roles. */
export interface Population {
  /** Names the population in domains and ids. */
  readonly id: string;
  readonly sites: readonly string[];
}

const arms = ['pilot', 'comparison'] as const;
export type ArmName = (typeof arms)[number];

/** The domain of an estimate: population and arm, and the breakdown inside. */
export const domainOf = (name: BreakdownName): string =>
  name === 'all' ? 'programme:arm' : `programme:arm:${name}`;

/** Its level. */
export const levelId = (population: Population, arm: string, name: BreakdownName, level: string): string =>
  [population.id, arm, ...(name === 'all' ? [] : [level])].join(':');

const isShare = ({ y }: Counted): boolean => y.every((v) => Number.isNaN(v) || v === 0 || v === 1);

/** The kind of figure that an indicator gives: it decides the interval and the rule of quality. */
export function figureKind(counted: Counted): 'proportion' | 'ratio' | 'mean' {
  return counted.x ? 'ratio' : isShare(counted) ? 'proportion' : 'mean';
}

const measures = {
  proportion: { kind: 'share', variable: 'y', codes: ['1'] },
  ratio: { kind: 'ratio', variable: 'y', denominator: 'x' },
  mean: { kind: 'mean', variable: 'y' },
} as const;

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
  const kind = figureKind(counted);
  const indicator = { ...definition, measure: measures[kind] } as unknown as Indicator;
  const source = { wave: round.wave } as WeightedWave;
  return names.flatMap((name) => {
    const levels = levelsOf(name, population.sites);
    const places = new Map(levels.map((level, i) => [level, i]));
    const codes = Int32Array.from(y, (_, row) => {
      const place = places.get(levelAt(name, counted, row));
      const side = arms.indexOf(arm[row] as ArmName);
      return place === undefined || side < 0 || !sites.has(site[row] as string) ? -1 : place * 2 + side;
    });
    const domains = domainCells(design, codes, levels.length * 2);
    const estimates = x
      ? surveyRatio(design, y, x, { domains })
      : kind === 'proportion'
        ? surveyProportion(design, y, { domains, ciMethod: 'logit' })
        : surveyMean(design, y, { domains });
    const ones = new Int32Array(levels.length * 2);
    for (let row = 0; row < y.length; row++) {
      const code = codes[row] as number;
      if (code >= 0 && y[row] === 1) ones[code] = (ones[code] as number) + 1;
    }
    return estimates.flatMap((estimate, cell) => {
      const level = levels[cell >> 1] as string;
      if (estimate.nDomain === 0) return [];
      const place = {
        indicator,
        variant: 'level' as const,
        domain: domainOf(name),
        level: levelId(population, arms[cell % 2] as string, name, level),
        category: '',
        weighting: 'weighted' as const,
      };
      return [estimateRow(source, place, { ...estimate, ones: ones[cell] as number })];
    });
  });
}
