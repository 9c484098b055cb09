import type { SurveyDesign } from '../design/survey-design.ts';
import type { Draws } from './draws.ts';
import { psuCorrection, type ReplicateFactors, replicatedStrata } from './replicate-factors.ts';
import { seededRandom } from './seeded-random.ts';

const ROUNDING = 1e-12;

type Bootstrap = 'bootstrap' | 'canty-davison' | 'rao-wu-yue-beaumont';

interface BootstrapOptions {
  readonly replicates?: number | undefined;
  readonly seed?: number | undefined;
  readonly draws?: number | undefined;
}

/**
 * Bootstraps of PSUs inside strata. Rao and Wu: n − 1 draws, factor n/(n − 1) a draw. Canty and Davison: n draws, factor 1
 * a draw, with fpc without replacement from copies of the PSUs, as many as the population has. Rao, Wu, Yue and Beaumont: m
 * draws, factor 1 − λ + λ (n/m) draws with λ = √(m (1 − f)/(n − 1)), at most 1.
 *
 * Source: R survey, R/bootstrap.R; Rao, Wu and Yue 1992; Beaumont and Patak 2012.
 */
export function bootstrap(
  design: SurveyDesign,
  method: Bootstrap,
  { replicates = 500, seed = 1, draws }: BootstrapOptions,
): Omit<ReplicateFactors, 'factors'> & { readonly draws: Draws } {
  const strata = replicatedStrata(design);
  if (method === 'rao-wu-yue-beaumont' && design.pps && design.pps.method !== 'brewer') {
    throw new RangeError(
      `replicateWeights: rao-wu-yue-beaumont can stand for pps 'brewer' only; got '${design.pps.method}'. Leave replicates out, or make the design with pps 'brewer'`,
    );
  }
  const drawn = (n: number): number =>
    method === 'bootstrap' ? n - 1 : method === 'canty-davison' ? n : (draws ?? n - 1);
  const random = seededRandom(seed);
  const times = Array.from({ length: replicates }, () => {
    const own = new Uint16Array(design.psus).fill(1);
    for (const { h, first, n } of strata) {
      if (method === 'canty-davison' && design.stages[0]!.correction[h]! < 1) {
        own.set(drawWithout(random, copies(random, n, populationOf(design, h, n)), n), first);
      } else drawWith(random, own, first, n, drawn(n));
    }
    return own;
  });
  const base = new Float64Array(design.psus);
  const each = new Float64Array(design.psus).fill(1);
  for (const { h, first, n } of strata) {
    for (let psu = first; psu < first + n; psu++) {
      if (method === 'rao-wu-yue-beaumont') {
        const m = drawn(n);
        const lambda = Math.sqrt((m * psuCorrection(design, psu)) / (n - 1));
        if (lambda > 1 + ROUNDING) throw new RangeError(tooManyDraws(design, h, m / lambda ** 2, m));
        base[psu] = 1 - lambda;
        each[psu] = lambda * (n / m);
      } else each[psu] = method === 'bootstrap' ? n / (n - 1) : 1;
    }
  }
  const harmonic = strata.length / strata.reduce((sum, { n }) => sum + 1 / n, 0);
  const scale =
    method === 'bootstrap'
      ? 1 / (replicates - 1)
      : method === 'canty-davison'
        ? harmonic / ((harmonic - 1) * (replicates - 1))
        : 1 / replicates;
  return { draws: { times, base, each }, scale, rscales: new Float64Array(replicates).fill(1) };
}

/** Factors below 0 would leave logarithms, quantiles and regressions without a meaning. */
function tooManyDraws({ stratumLabels }: SurveyDesign, h: number, most: number, draws: number): string {
  const where = stratumLabels[h] === '' ? 'the design' : `stratum "${stratumLabels[h]}"`;
  return `replicateWeights: draws must be at most (n − 1)/(1 − f) in every stratum, or factors fall below 0; ${where} allows ${Math.floor(most * (1 + ROUNDING))}, got ${draws}`;
}

/** How often each of n PSUs from `first` on comes up in m draws with replacement. */
function drawWith(random: () => number, times: Uint16Array, first: number, n: number, m: number): void {
  times.fill(0, first, first + n);
  for (let draw = 0; draw < m; draw++) times[first + ((random() * n) | 0)]!++;
}

/** How often each PSU comes up in m draws without replacement from so many copies of each. */
function drawWithout(random: () => number, left: Int32Array, m: number): Int32Array {
  const times = new Int32Array(left.length);
  let remaining = left.reduce((sum, each) => sum + each, 0);
  for (let draw = 0; draw < m; draw++) {
    let place = Math.floor(random() * remaining);
    let psu = 0;
    while (place >= left[psu]!) {
      place -= left[psu]!;
      psu++;
    }
    times[psu]!++;
    left[psu]!--;
    remaining--;
  }
  return times;
}

/** Copies of n PSUs that make up a population: as many of each, and one more of some at random. */
function copies(random: () => number, n: number, population: number): Int32Array {
  const each = Math.floor(population / n);
  const left = new Int32Array(n).fill(each);
  const order = Array.from(left, (_, i) => i);
  for (let extra = 0; extra < population - n * each; extra++) {
    const at = extra + Math.floor(random() * (n - extra));
    [order[extra], order[at]] = [order[at]!, order[extra]!];
    left[order[extra]!]!++;
  }
  return left;
}

function populationOf(design: SurveyDesign, h: number, n: number): number {
  if (design.pps) {
    throw new RangeError(
      `replicateWeights: canty-davison needs equal probabilities inside strata; got pps '${design.pps.method}'. Take rao-wu-yue-beaumont, or bootstrap, which takes PSUs as drawn with replacement`,
    );
  }
  return Math.round(n / design.stages[0]!.fraction[h]!);
}
