import type { SurveyDesign } from '../design/survey-design.ts';
import type { Covariate } from '../models/covariate.ts';
import { effectiveSampleSize, kishDesignEffect } from './kish-design-effect.ts';
import { type Margin, type MarginResult, marginResults } from './margins.ts';
import { quantileOf } from './quantile-of.ts';
import { rIndicator } from './r-indicator.ts';
import { type RakeOptions, rake } from './rake.ts';
import { standardisedDifference } from './standardised-difference.ts';

export interface DiagnosticOptions {
  /** controls, to be compared before and after */
  readonly margins?: readonly Margin[] | undefined;
  /** how the margins were met, for `contribution`; default raking */
  readonly rake?: RakeOptions | undefined;
  /** variables whose means are compared with those of `target` */
  readonly covariates?: readonly Covariate[] | undefined;
  /** row → weight of the target of the covariates; default the weights before */
  readonly target?: ArrayLike<number> | undefined;
  /** row → probability to respond, from `responsePropensity` */
  readonly propensity?: ArrayLike<number> | undefined;
}

export interface Spread {
  readonly minimum: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly maximum: number;
}

export interface WeightsSummary extends Spread {
  /** rows of non-zero weight */
  readonly n: number;
  readonly sum: number;
  /** Kish: 1 + cv² of the weights */
  readonly designEffect: number;
  /** n / design effect */
  readonly effectiveSize: number;
}

export interface MarginDiagnostic extends MarginResult {
  /** (before − total) / total, after the weights before are scaled to the sum of the totals */
  readonly discrepancyBefore: number;
  /** |share − wanted share| / √(wanted share (1 − wanted share)), before and after */
  readonly asmdBefore: number;
  readonly asmdAfter: number;
}

export interface WeightDiagnostics {
  readonly before: WeightsSummary;
  readonly after: WeightsSummary;
  /** weight after / before, over rows of non-zero weight before */
  readonly g: Spread;
  readonly margins: readonly MarginDiagnostic[];
  /** one a margin: Kish's design effect after, less that of raking to the other margins alone */
  readonly contributions: readonly { readonly name: string; readonly contribution: number }[];
  readonly covariates: readonly {
    readonly name: string;
    readonly asmdBefore: number;
    readonly asmdAfter: number;
  }[];
  /** NaN without propensities */
  readonly rIndicator: number;
}

/**
 * What weighting did, in one result: spread of g and of the weights, Kish's design effect and effective size, each
 * margin before and after, each margin's part in the design effect, balance of covariates, and the R-indicator.
 *
 * A margin's contribution is what the design effect falls by when it is left out of the raking (negative if it rises);
 * the contributions do not add up to the whole.
 *
 * @param before design with the weights before; @param after weights after, or the design that has them.
 * @returns numbers only, ready for a table.
 * @throws if the lengths differ.
 * R equivalent: none in survey. Source: Kish 1965; icarus and balance for the set of diagnostics.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1] });
 * weightDiagnostics(design, [1, 1, 1, 3]).after.designEffect; // 1.3333…: 4 · 12 / 36
 */
export function weightDiagnostics(
  before: SurveyDesign,
  after: SurveyDesign | ArrayLike<number>,
  options: DiagnosticOptions = {},
): WeightDiagnostics {
  const weight = Float64Array.from('weight' in after ? after.weight : after);
  const { margins = [], covariates = [], propensity, target = before.weight } = options;
  const lists = [
    weight,
    target,
    ...covariates.map(({ values }) => values),
    ...(propensity ? [propensity] : []),
  ];
  for (const list of lists) {
    if (list.length !== before.rows) {
      throw new RangeError(
        `weightDiagnostics: weights, target, covariates and propensity must have one value a row; expected ${before.rows}, got ${list.length}`,
      );
    }
  }
  const g = weight.map((w, row) => w / before.weight[row]!).filter((_, row) => before.weight[row] !== 0);
  return {
    before: summary(before.weight),
    after: summary(weight),
    g: spread(g),
    margins: marginDiagnostics(margins, before.weight, weight),
    contributions: contributions(before, weight, margins, options.rake),
    covariates: covariates.map(({ name, values }) => ({
      name,
      asmdBefore: standardisedDifference(values, responding(before.weight, weight), target),
      asmdAfter: standardisedDifference(values, weight, target),
    })),
    rIndicator: propensity ? rIndicator(propensity, before.weight) : Number.NaN,
  };
}

/** The weights before of the rows that have a weight after. */
function responding(before: Float64Array, after: Float64Array): Float64Array {
  return before.map((w, row) => (after[row] === 0 ? 0 : w));
}

function summary(weight: Float64Array): WeightsSummary {
  const positive = weight.filter((w) => w !== 0);
  return {
    n: positive.length,
    sum: weight.reduce((a, b) => a + b, 0),
    designEffect: kishDesignEffect(weight),
    effectiveSize: effectiveSampleSize(weight),
    ...spread(positive),
  };
}

function spread(values: Float64Array): Spread {
  const sorted = values.slice().sort();
  const [minimum, lowerQuartile, median, upperQuartile, maximum] = [0, 0.25, 0.5, 0.75, 1].map((p) =>
    quantileOf(sorted, p),
  ) as [number, number, number, number, number];
  return { minimum, lowerQuartile, median, upperQuartile, maximum };
}

function marginDiagnostics(
  margins: readonly Margin[],
  before: Float64Array,
  after: Float64Array,
): MarginDiagnostic[] {
  return margins.flatMap((margin) => {
    const results = marginResults([margin], before, after);
    const sum = (key: 'total' | 'before' | 'after') => results.reduce((total, one) => total + one[key], 0);
    const [wanted, old, now] = [sum('total'), sum('before'), sum('after')];
    return results.map((one) => {
      const share = one.total / wanted;
      const deviation = Math.sqrt(share * (1 - share));
      const asmd = (own: number) => (own === share ? 0 : Math.abs(own - share) / (deviation || Number.NaN));
      return {
        ...one,
        discrepancyBefore: one.total === 0 ? 0 : ((one.before / old) * wanted - one.total) / one.total,
        asmdBefore: asmd(one.before / old),
        asmdAfter: asmd(one.after / now),
      };
    });
  });
}

function contributions(
  before: SurveyDesign,
  after: Float64Array,
  margins: readonly Margin[],
  how: RakeOptions = {},
): WeightDiagnostics['contributions'] {
  const whole = kishDesignEffect(after);
  return margins.map(({ name }, left) => {
    const others = margins.filter((_, m) => m !== left);
    const without = others.length === 0 ? before.weight : rake(before, others, how).design.weight;
    return { name, contribution: whole - kishDesignEffect(without) };
  });
}
