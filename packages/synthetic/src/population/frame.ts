import { surveyedProvinces } from '@wavebook/schema';
import { Random } from '../random/random.ts';
import { countiesOf, prefecturesOf } from './places.ts';
import { provinceProfile, provinceProfiles } from './province-profiles.ts';
import type { Wave } from './waves.ts';

/** Persons drawn in a sample point. */
export const PERSONS_PER_POINT = 20;
/** Sample points of a committed wave; with 20 persons in each this is the size of the wave. */
export const COMMITTED_POINTS = 400;
/** The smallest number of sample points in a provincial unit. */
const FEWEST_POINTS = 6;
/** No sample point may be drawn with a larger probability. */
const LARGEST_INCLUSION_PROBABILITY = 0.05;

const FEWEST_HOUSEHOLDS = 26;
const SIZE_SPREAD = 0.22;
const SIZE_LIMITS: readonly [number, number] = [0.62, 1.4];
/** Last year's register differs from the households found by up to this share. */
const REGISTER_ERROR = 0.08;

/** A sample point: a part of a village or residents' committee. `registered` is its size measure. */
export interface FramePoint {
  readonly id: string;
  readonly province: string;
  readonly prefecture: string;
  readonly county: string;
  readonly households: number;
  readonly registered: number;
}

/** A provincial unit in the frame: its points stand at `start` to `end` (exclusive); `draws` of them are sampled. */
export interface FrameStratum {
  readonly province: string;
  readonly start: number;
  readonly end: number;
  readonly draws: number;
  readonly registered: number;
}

export interface Frame {
  readonly wave: Wave;
  readonly seed: number;
  readonly points: readonly FramePoint[];
  readonly strata: readonly FrameStratum[];
}

export interface FrameOptions {
  readonly wave: Wave;
  readonly seed: number;
  /** Sample points in the country for which the frame must be large enough. */
  readonly samplePoints?: number;
  /** Provincial units of a smaller country; all 32 if absent. */
  readonly provinces?: readonly string[];
}

/** Sampled points of each provincial unit, in proportion to its grade. */
function drawsOf(province: string, samplePoints: number): number {
  let grades = 0;
  for (const code of surveyedProvinces) grades += provinceProfiles[code]?.grade ?? 0;
  return Math.max(FEWEST_POINTS, Math.round((provinceProfile(province).grade / grades) * samplePoints));
}

/** The capital is the largest prefecture and the rest fall off with their number. */
const prefectureWeights = (number: number): number[] =>
  Array.from({ length: number }, (_, i) => 1 / (i + 1.5));

function pointsOf(province: string, number: number, random: Random): FramePoint[] {
  const { householdsPerPoint } = provinceProfile(province);
  const prefectures = prefecturesOf(province);
  const weights = prefectureWeights(prefectures.length);
  const countyOfPoint = Array.from({ length: number }, () => {
    const prefecture = prefectures[random.weighted(weights)] as string;
    return random.pick(countiesOf(prefecture));
  }).sort();
  const serials = new Map<string, number>();
  return countyOfPoint.map((county) => {
    const serial = (serials.get(county) ?? 0) + 1;
    serials.set(county, serial);
    const spread = Math.exp(SIZE_SPREAD * random.normal());
    const relative = Math.min(SIZE_LIMITS[1], Math.max(SIZE_LIMITS[0], spread));
    const households = Math.max(FEWEST_HOUSEHOLDS, Math.round(householdsPerPoint * relative));
    const error = REGISTER_ERROR * (2 * random.uniform() - 1);
    return {
      id: `${county}${String(serial).padStart(4, '0')}`,
      province,
      prefecture: county.slice(0, 4),
      county,
      households,
      registered: Math.round(10 * households * (1 + error)) / 10,
    };
  });
}

/** The list of all sample points of a wave with their sizes, provincial unit by provincial unit. */
export function buildFrame({
  wave,
  seed,
  samplePoints = COMMITTED_POINTS,
  provinces = surveyedProvinces,
}: FrameOptions): Frame {
  const points: FramePoint[] = [];
  const strata: FrameStratum[] = [];
  for (const province of provinces) {
    const draws = drawsOf(province, samplePoints);
    const number = draws * provinceProfile(province).pointsPerDraw;
    const own = pointsOf(province, number, new Random(seed, wave, 'frame', province));
    const registered = own.reduce((sum, point) => sum + point.registered, 0);
    const largest = own.reduce((most, point) => Math.max(most, point.registered), 0);
    if ((draws * largest) / registered >= LARGEST_INCLUSION_PROBABILITY)
      throw new Error(
        `buildFrame: inclusion probabilities must stay below 5 %, province ${province} has a point above`,
      );
    const start = points.length;
    for (const point of own) points.push(point);
    strata.push({ province, start, end: points.length, draws, registered });
  }
  return { wave, seed, points, strata };
}
