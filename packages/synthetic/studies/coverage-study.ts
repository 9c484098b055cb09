import { indicatorsByTopic } from '@wavebook/schema/indicators';
import {
  domainCells,
  type Margin,
  rake,
  type SurveyDesign,
  type SurveyEstimate,
  surveyDesign,
  surveyMean,
  surveyProportion,
  surveyQuantile,
  surveyRatio,
} from '@wavebook/survey-stats';
import {
  DEFAULT_SEED,
  drawSample,
  type FrameOptions,
  generatePopulation,
  type Population,
  type Sample,
} from '../src/index.ts';

/** A figure with its true value, estimated from a drawn sample under a design. */
interface Figure {
  readonly id: string;
  readonly truth: number;
  estimate(design: SurveyDesign, sample: Sample): SurveyEstimate;
}

const FIRST_SAMPLE_SEED = 1000;
const LEFT_BEHIND = 'left_behind_children';
const signed = ['fixed_term', 'open_ended', 'one_job', 'probation', 'other'];
const given = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value));
const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;
const pick = (values: Float64Array, { person }: Sample): Float64Array =>
  Float64Array.from(person, (i) => values[i] as number);

/** Those with an answer: a domain, so that the design keeps all its sample points. */
const answering = (design: SurveyDesign, y: Float64Array) =>
  domainCells(
    design,
    Int32Array.from(y, (value) => (Number.isNaN(value) ? -1 : 0)),
    1,
  );

function only(estimates: readonly SurveyEstimate[]): SurveyEstimate {
  if (!estimates[0]) throw new Error('coverageStudy: no estimate');
  return estimates[0];
}

/** 1 for the codes that count, 0 for other answers, NaN for none. */
function indicatorOf(population: Population, variable: string, codes: readonly string[]): Float64Array {
  const counted = codes.map((code) => population.categories[variable]?.indexOf(code));
  return (population.columns[variable] as Float64Array).map((place) =>
    Number.isNaN(place) ? Number.NaN : counted.includes(place) ? 1 : 0,
  );
}

const proportion = (id: string, values: Float64Array): Figure => ({
  id,
  truth: mean(given(values)),
  estimate(design, sample) {
    const y = pick(values, sample);
    return only(surveyProportion(design, y, { domains: answering(design, y) }));
  },
});

/** The least value at or below which half of the people lie. */
function median(values: Float64Array): number {
  const sorted = given(values).sort();
  return sorted[Math.ceil(sorted.length / 2) - 1] as number;
}

const medianFigure = (id: string, values: Float64Array): Figure => ({
  id,
  truth: median(values),
  estimate(design, sample) {
    const y = pick(values, sample);
    return only(surveyQuantile(design, y, 0.5, { domains: answering(design, y) }));
  },
});

function figuresOf(population: Population): Figure[] {
  const { stay_years: stay, monthly_income: income } = population.columns as Record<string, Float64Array>;
  const { counted, of } = population.members[LEFT_BEHIND] as (typeof population.members)[string];
  return [
    proportion('medical_insured', indicatorOf(population, 'medical_insured', ['yes'])),
    proportion('family_migration', indicatorOf(population, 'family_migration', ['yes'])),
    proportion('contract_signed', indicatorOf(population, 'contract', signed)),
    {
      id: 'stay_years_mean',
      truth: mean(stay as Float64Array),
      estimate: (design, sample) => only(surveyMean(design, pick(stay as Float64Array, sample))),
    },
    medianFigure('monthly_income_median', income as Float64Array),
    {
      id: LEFT_BEHIND,
      truth: mean(counted) / mean(of),
      estimate: (design, sample) => only(surveyRatio(design, pick(counted, sample), pick(of, sample))),
    },
  ];
}

interface Control {
  readonly name: string;
  readonly values: Float64Array;
  readonly places: ReadonlyMap<number, number>;
  readonly totals: readonly number[];
}

function control(name: string, values: Float64Array): Control {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const levels = [...counts.keys()].sort((a, b) => a - b);
  const places = new Map(levels.map((level, i) => [level, i]));
  return { name, values, places, totals: levels.map((level) => counts.get(level) as number) };
}

function controlsOf({ columns }: Population): Control[] {
  const { province, sex, age_group: group } = columns as Record<string, Float64Array>;
  const crossed = (sex as Float64Array).map(
    (value, i) => 10 * value + ((group as Float64Array)[i] as number),
  );
  return [control('province', province as Float64Array), control('sex:age_group', crossed)];
}

const marginOf = ({ name, values, places, totals }: Control, { person }: Sample): Margin => ({
  name,
  codes: Int32Array.from(person, (i) => places.get(values[i] as number) ?? -1),
  levels: [...places.keys()].map(String),
  totals,
});

/** The design as sampled, and the fallback for files without it: provinces as strata, counties as clusters. */
function designsOf(sample: Sample, countyOf: Int32Array): Readonly<Record<Design, SurveyDesign>> {
  const common = { weight: sample.weight, strata: sample.stratum, lonelyPsu: 'average' } as const;
  return {
    as_sampled: surveyDesign({ ...common, psu: sample.psu }),
    province_county: surveyDesign({
      ...common,
      psu: Int32Array.from(sample.psu, (p) => countyOf[p] as number),
    }),
  };
}

export const designs = ['as_sampled', 'province_county'] as const;
export type Design = (typeof designs)[number];

function spread(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (values.length - 1));
}

interface Drawn {
  readonly estimate: number;
  readonly se: number;
  readonly covered: boolean;
}

function summary({ id, truth }: Figure, weights: 'base' | 'raked', design: Design, drawn: readonly Drawn[]) {
  const estimates = drawn.map((d) => d.estimate);
  const centre = mean(estimates);
  const sd = spread(estimates);
  const rounded = (x: number) => Number(x.toPrecision(6));
  return {
    indicator: id,
    weights,
    design,
    truth: rounded(truth),
    mean_estimate: rounded(centre),
    empirical_sd: rounded(sd),
    bias_over_sd: rounded((centre - truth) / sd),
    mean_se_over_sd: rounded(mean(drawn.map((d) => d.se)) / sd),
    coverage: rounded(mean(drawn.map((d) => (d.covered ? 1 : 0)))),
  };
}

/**
 * Do 95 % intervals cover? Draws the sample of the 2017 population again and again under its true design, and estimates each figure with
 * its base weights, and raked to the two control margins with residual variances under the true design and under the fallback.
 */
export function coverageStudy({
  samples,
  ...country
}: { samples: number } & Pick<FrameOptions, 'samplePoints' | 'provinces'>) {
  const leftBehind = indicatorsByTopic.mobility.find(({ id }) => id === LEFT_BEHIND)?.measure;
  if (leftBehind?.kind !== 'member_share')
    throw new Error(`coverageStudy: the schema has no share of household members "${LEFT_BEHIND}"`);
  const population = generatePopulation({
    wave: '2017',
    seed: DEFAULT_SEED,
    ...country,
    variables: [
      'province',
      'sex',
      'age_group',
      'medical_insured',
      'family_migration',
      'contract',
      'stay_years',
      'monthly_income',
    ],
    memberShares: { [LEFT_BEHIND]: leftBehind },
  });
  const counties = new Map<string, number>();
  const countyOf = Int32Array.from(population.frame.points, ({ county }) => {
    if (!counties.has(county)) counties.set(county, counties.size);
    return counties.get(county) as number;
  });
  const controls = controlsOf(population);
  const figures = figuresOf(population);
  const raked = figures.map((): Record<Design, Drawn[]> => ({ as_sampled: [], province_county: [] }));
  const base = figures.map((): Drawn[] => []);
  for (let i = 0; i < samples; i++) {
    const sample = drawSample(population, FIRST_SAMPLE_SEED + i);
    const margins = controls.map((c) => marginOf(c, sample));
    const plain = designsOf(sample, countyOf);
    const draw = (figure: Figure, design: SurveyDesign): Drawn => {
      const { estimate, se, ciLow, ciHigh } = figure.estimate(design, sample);
      return { estimate, se, covered: ciLow <= figure.truth && figure.truth <= ciHigh };
    };
    figures.forEach((figure, f) => {
      base[f]?.push(draw(figure, plain.as_sampled));
    });
    for (const design of designs) {
      const calibrated = rake(plain[design], margins).design;
      figures.forEach((figure, f) => {
        raked[f]?.[design].push(draw(figure, calibrated));
      });
    }
  }
  const rows = figures.flatMap((figure, f) => [
    summary(figure, 'base', 'as_sampled', base[f] as Drawn[]),
    ...designs.map((design) => summary(figure, 'raked', design, raked[f]?.[design] as Drawn[])),
  ]);
  return { wave: '2017', population_seed: DEFAULT_SEED, first_sample_seed: FIRST_SAMPLE_SEED, samples, rows };
}

export type Coverage = ReturnType<typeof coverageStudy>;
