import { rake, type SurveyEstimate } from '../src/index.ts';
import { seededRandom } from '../src/replication/seeded-random.ts';
import { type Figure, figures } from './coverage-figures.ts';
import { type Column, generatePopulation } from './coverage-population.ts';
import { drawSample, marginsOf, pick } from './coverage-sample.ts';

export const SAMPLE_SEED = 2018;

export interface CoverageRow {
  readonly figure: Figure;
  readonly weights: 'design' | 'raked';
  readonly truth: number;
  /** mean estimate − truth, over the standard deviation of the estimates */
  readonly bias: number;
  readonly meanSeOverSd: number;
  readonly width: number;
  /** mean number of rows with an answer */
  readonly n: number;
  readonly coverage: number;
  /** share of the intervals that lie wholly below the truth, and above it */
  readonly below: number;
  readonly above: number;
  /** of the estimate with its standard error, over the samples */
  readonly correlation: number;
}

/** Draws samples of one population again and again, and counts how often a 95 % interval holds the true value. */
export function coverageStudy(samples: number, psus: readonly [number, number]): CoverageRow[] {
  const population = generatePopulation(psus);
  const random = seededRandom(SAMPLE_SEED);
  const margins = marginsOf(population);
  const kinds = ['design', 'raked'] as const;
  const drawn = kinds.map(() => figures.map((): SurveyEstimate[] => []));
  for (let i = 0; i < samples; i++) {
    const sample = drawSample(population, random);
    const known = new Map<Column, Float64Array>();
    const column = (name: Column): Float64Array => {
      const values = known.get(name) ?? pick(population, name, sample);
      known.set(name, values);
      return values;
    };
    const raked = rake(sample.design, margins(sample)).design;
    [sample.design, raked].forEach((design, k) => {
      figures.forEach((figure, f) => {
        drawn[k]?.[f]?.push(...figure.estimate(design, column));
      });
    });
  }
  return figures.flatMap((figure, f) => {
    const truth = figure.truth(population);
    return kinds.map((weights, k) => ({ figure, weights, truth, ...summary(drawn[k]?.[f] ?? [], truth) }));
  });
}

function summary(drawn: readonly SurveyEstimate[], truth: number) {
  const mean = (of: (one: SurveyEstimate) => number) =>
    drawn.reduce((sum, one) => sum + of(one), 0) / drawn.length;
  const centre = mean(({ estimate }) => estimate);
  const meanSe = mean(({ se }) => se);
  const spread = (of: (one: SurveyEstimate) => number) => Math.sqrt(mean((one) => of(one) ** 2));
  const sd = spread(({ estimate }) => estimate - centre) * Math.sqrt(drawn.length / (drawn.length - 1));
  const below = mean(({ ciHigh }) => (ciHigh < truth ? 1 : 0));
  const above = mean(({ ciLow }) => (ciLow > truth ? 1 : 0));
  const joint = mean(({ estimate, se }) => (estimate - centre) * (se - meanSe));
  return {
    bias: (centre - truth) / sd,
    meanSeOverSd: meanSe / sd,
    n: mean(({ n }) => n),
    width: mean(({ ciLow, ciHigh }) => ciHigh - ciLow),
    coverage: mean(({ ciLow, ciHigh }) => (ciLow <= truth && truth <= ciHigh ? 1 : 0)),
    below,
    above,
    correlation: joint / (spread(({ estimate }) => estimate - centre) * spread(({ se }) => se - meanSe)),
  };
}
