import type { Condition, EstimateRow, Indicator } from '@wavebook/schema';
import {
  type DomainCells,
  domainCells,
  generalQuality,
  proportionQuality,
  type SurveyDesign,
} from '@wavebook/survey-stats';
import { type Breakdown, breakdownOf } from './breakdown.ts';
import { estimateMeasure, type LevelEstimate, statisticOf } from './estimate-measure.ts';
import { type Measured, measured, measuredWithin } from './measured.ts';
import { universeMask } from './universe.ts';
import type { WeightedWave } from './weighted-wave.ts';

/** Respondents below which a cell or its complement could show a person. */
export const confidentialBelow = 10;

/** Significant digits written: the order of summation shows beyond the twelfth. */
const digits = 12;

const figure = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(digits)) : null;

/** What a variant adds to the universe: a trend compares waves on the ages that all of them cover. */
const variantUniverses: Readonly<Record<EstimateRow['variant'], readonly Condition[]>> = {
  level: [],
  trend: [{ variable: 'age', min: 15, max: 59 }],
};

/** Breakdowns in which trends are estimated; levels are estimated in all. */
const trendDomains: ReadonlySet<string> = new Set(['all', 'sex', 'age_group', 'region', 'province']);

const qualityOf = (
  estimate: LevelEstimate,
  statistic: EstimateRow['statistic'],
): { quality: EstimateRow['quality']; rule: string } => {
  const { estimate: p, se, n, df, cv } = estimate;
  const verdict =
    statistic === 'proportion' ? proportionQuality({ p, se, n, df }) : generalQuality({ n, cv, df });
  return {
    quality: verdict.quality,
    rule: verdict.reason === 'none' ? verdict.rule : `${verdict.rule}:${verdict.reason}`,
  };
};

/** Rows, cells and breakdowns of a wave, made once and shared by every indicator with the same universe. */
class WaveCells {
  private readonly breakdowns = new Map<string, Breakdown | undefined>();
  private readonly cells = new Map<
    string,
    { breakdown: Breakdown; weighted: DomainCells; unweighted: DomainCells }
  >();
  private readonly source: WeightedWave;

  constructor(source: WeightedWave) {
    this.source = source;
  }

  of(id: string, universe: string, mask: Uint8Array) {
    const key = `${id} ${universe}`;
    const known = this.cells.get(key);
    if (known) return known;
    const { records, design, unweighted } = this.source;
    if (!this.breakdowns.has(id)) this.breakdowns.set(id, breakdownOf(records, id));
    const whole = this.breakdowns.get(id);
    if (!whole) return undefined;
    const codes = whole.codes.map((code, row) => (mask[row] ? code : -1));
    const make = (d: SurveyDesign): DomainCells => domainCells(d, codes, whole.levels.length);
    const made = { breakdown: { ...whole, codes }, weighted: make(design), unweighted: make(unweighted) };
    this.cells.set(key, made);
    return made;
  }
}

const rowOf = (
  { wave }: WeightedWave,
  indicator: Indicator,
  place: {
    variant: EstimateRow['variant'];
    domain: string;
    level: string;
    category: string;
    weighting: EstimateRow['weighting'];
  },
  e: LevelEstimate,
): EstimateRow => {
  const { variant, domain, level, category, weighting } = place;
  const statistic = statisticOf(indicator);
  const { quality, rule } = qualityOf(e, statistic);
  const confidential =
    e.n < confidentialBelow ||
    (statistic === 'proportion' && Math.min(e.ones, e.n - e.ones) < confidentialBelow);
  const known = e.df >= 1;
  return {
    id: [indicator.id, variant, wave.instrument, wave.wave, domain, level, category, weighting]
      .filter((part) => part !== '')
      .join('.'),
    indicator: indicator.id,
    variant,
    instrument: wave.instrument,
    wave: wave.wave,
    domain,
    level,
    statistic,
    category,
    unit: indicator.unit,
    weighting,
    estimate: figure(e.estimate),
    se: known ? figure(e.se) : null,
    ci_low: known ? figure(e.ciLow) : null,
    ci_high: known ? figure(e.ciHigh) : null,
    ci_method: e.ciMethod,
    ci_level: e.ciLevel,
    cv: known ? figure(e.cv) : null,
    deff: known ? figure(e.deff) : null,
    df: figure(e.df),
    n: e.n,
    n_weighted: Number(e.nWeighted.toPrecision(digits)),
    missing_share: figure(e.missingShare),
    design: wave.design,
    quality,
    quality_rule: rule,
    confidential,
    suppressed: confidential || quality === 'unreliable',
    synthetic: wave.synthetic,
  };
};

/** A respondent counts in a share of members if a member of the household may count. */
const withMembers = (mask: Uint8Array, values: Measured): Uint8Array => {
  if (!values.members) return mask;
  const some = new Uint8Array(mask.length);
  for (const row of values.members.row) some[row] = mask[row] as number;
  return some;
};

/**
 * Evaluates indicators on a weighted wave over all breakdowns as level, over the main ones as trend, weighted and unweighted. An indicator whose question
 * the wave did not ask gives no row; a level that occurs in the wave but has nobody in the universe gives n = 0 and no estimate.
 *
 * Breakdown cells are made once per universe and shared by all its indicators; domains are masks on the full design.
 */
export function evaluateIndicators(
  source: WeightedWave,
  indicators: readonly Indicator[],
  breakdownsOf: (indicator: Indicator) => readonly string[],
): EstimateRow[] {
  const { records, members, design, unweighted } = source;
  const designs = { weighted: design, unweighted };
  const cells = new WaveCells(source);
  const rows: EstimateRow[] = [];
  for (const indicator of indicators) {
    const categories = measured(records, members, indicator);
    if (!categories) continue;
    for (const [variant, conditions] of Object.entries(variantUniverses) as [
      EstimateRow['variant'],
      readonly Condition[],
    ][]) {
      const universe = [...indicator.universe, ...conditions];
      const mask = universeMask(records, universe);
      if (!mask) continue;
      for (const domain of breakdownsOf(indicator)) {
        if (variant === 'trend' && !trendDomains.has(domain)) continue;
        for (const found of categories) {
          const values = measuredWithin(mask, found, indicator);
          const own = values.members ? JSON.stringify(indicator.measure) : '';
          const made = cells.of(domain, JSON.stringify(universe) + own, withMembers(mask, values));
          if (!made) continue;
          const { codes, levels } = made.breakdown;
          for (const weighting of ['weighted', 'unweighted'] as const) {
            const estimates = estimateMeasure(
              designs[weighting],
              values,
              indicator,
              made[weighting],
              codes,
              levels.length,
            );
            levels.forEach((level, i) => {
              const place = { variant, domain, level, category: values.category, weighting };
              rows.push(rowOf(source, indicator, place, estimates[i] as LevelEstimate));
            });
          }
        }
      }
    }
  }
  return rows;
}
