import { beforeAll, expect, test } from 'vitest';
import { buildFrame } from '../../src/population/frame.ts';
import { generatePopulation, type Population } from '../../src/population/population.ts';
import { waves } from '../../src/population/waves.ts';
import { interview } from '../../src/raw/raw-respondents.ts';
import { inclusionProbabilities } from '../../src/sample/draw-points.ts';
import { drawSample, sampledValues } from '../../src/sample/draw-sample.ts';
import { DEFAULT_SEED } from '../../src/write-wave.ts';

const SAMPLES = 150;
/** Standard errors of the mean of the sums that are allowed. */
const ALLOWED = 3.5;
const provinces = ['11', '32', '42', '44', '52', '54', '66'];
let population: Population;

beforeAll(() => {
  population = generatePopulation({
    wave: '2017',
    seed: 5,
    samplePoints: 192,
    provinces,
    variables: ['age', 'medical_insured'],
  });
});

test('every first-stage probability is below five per cent, and they sum to the draws', () => {
  for (const wave of waves)
    for (const samplePoints of [400, 2000]) {
      const frame = buildFrame({ wave, seed: DEFAULT_SEED, samplePoints });
      const probabilities = inclusionProbabilities(frame);
      expect(Math.max(...probabilities)).toBeLessThan(0.05);
      for (const { start, end, draws } of frame.strata)
        expect(probabilities.subarray(start, end).reduce((sum, p) => sum + p, 0)).toBeCloseTo(draws, 9);
    }
});

test('weights sum to the population and weighted totals to its totals, over many samples', () => {
  const ages = population.columns.age as Float64Array;
  const people = ages.length;
  const yearsLived = ages.reduce((sum, age) => sum + age, 0);
  const sums = { people: [] as number[], years: [] as number[] };
  for (let seed = 1; seed <= SAMPLES; seed++) {
    const sample = drawSample(population, seed);
    const age = sampledValues(population, sample, 'age');
    sums.people.push(sample.weight.reduce((sum, w) => sum + w, 0));
    sums.years.push(sample.weight.reduce((sum, w, i) => sum + w * (age[i] as number), 0));
  }
  const expectUnbiased = (values: number[], truth: number) => {
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
    expect(Math.abs(mean - truth)).toBeLessThan(ALLOWED * Math.sqrt(variance / values.length));
  };
  expectUnbiased(sums.people, people);
  expectUnbiased(sums.years, yearsLived);
});

test('each sampled point gives twenty people of twenty households', () => {
  const { person, psu, stratum } = drawSample(population, 1);
  expect(new Set(person).size).toBe(person.length);
  const sizes = new Map<number, number>();
  for (const point of psu) sizes.set(point, (sizes.get(point) ?? 0) + 1);
  expect(new Set(sizes.values())).toEqual(new Set([20]));
  expect(new Set(stratum).size).toBe(provinces.length);
});

test('the sample in memory is the sample that is interviewed', () => {
  const { frame } = population;
  const sample = drawSample(population, 9);
  const ages = sampledValues(population, sample, 'age');
  let i = 0;
  for (const respondent of interview(frame, 9)) {
    expect(respondent.weight).toBe(sample.weight[i]);
    expect(respondent.answers.age).toBe(ages[i]);
    if (++i === 400) break;
  }
});
