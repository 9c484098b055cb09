import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import {
  type BatchStatistic,
  calibrate,
  type DomainCells,
  domainCells,
  type EstimateOptions,
  replicateWeights,
  type SurveyDesign,
  type SurveyEstimate,
  surveyBatch,
  surveyDesign,
  surveyMean,
  surveyProportion,
  surveyQuantile,
  surveyRatio,
  surveyTotal,
} from '../../src/index.ts';
import { seededRandom } from '../../src/replication/seeded-random.ts';
import { batchThreads } from '../../src/threads/index.ts';

const threads = batchThreads(3);
afterAll(() => threads.stop());

const WEIGHTINGS = ['as sampled', 'calibrated', 'replicates'] as const;

interface Drawn {
  readonly design: SurveyDesign;
  readonly statistics: BatchStatistic[];
  readonly breakdowns: DomainCells[];
  readonly options: Pick<EstimateOptions, 'replicates'>;
}

/** A design of enough rows for the loops in WebAssembly, and what to estimate in it. */
function drawn(seed: number, weighting: (typeof WEIGHTINGS)[number]): Drawn {
  const random = seededRandom(seed);
  const whole = (below: number): number => Math.floor(random() * below);
  const pick = <T>(...values: readonly T[]): T => values[whole(values.length)]!;
  const rows = 2048 + whole(1000);
  const [strata, psus, shuffled] = [
    pick(1, 8, 90),
    pick(weighting === 'replicates' ? 2 : 1, 3, 30),
    pick(true, false),
  ];
  const numbers = (value: (row: number) => number) =>
    Float64Array.from({ length: rows }, (_, row) => value(row));
  const codes = (value: (row: number) => number) => Int32Array.from({ length: rows }, (_, row) => value(row));
  const weight = numbers(() => (random() < 0.05 ? 0 : 1 + 500 * random()));
  const sampled = surveyDesign({
    weight,
    strata: codes((row) => (shuffled ? whole(strata) : Math.floor((row * strata) / rows))),
    psu: codes((row) => (shuffled ? whole(psus) : row % psus)),
    lonelyPsu: weighting === 'replicates' ? 'certainty' : pick('adjust', 'average', 'remove'),
    adjustDomainLonely: pick(true, false),
  });
  const half = codes(() => whole(2));
  const x = [0, 1].map((code) => numbers((row) => (half[row] === code ? 1 : 0)));
  const totals = x.map((column) => 1.1 * column.reduce((sum, own, row) => sum + own * weight[row]!, 0));
  const design = weighting === 'calibrated' ? calibrate(sampled, { x, totals, kind: 'linear' }) : sampled;
  const breakdowns = [pick(1, 9), pick(40, 400)].map((levels) => {
    const none = pick(0, 0.1, 0.95);
    return domainCells(
      design,
      codes(() => (random() < none ? -1 : whole(levels))),
      levels + 1,
    );
  });
  const column = (value: () => number) => {
    const missing = pick(0, 0.1, 0.8);
    return numbers(() => (random() < missing ? Number.NaN : value()));
  };
  const amount = () =>
    column(
      pick(
        () => whole(60),
        () => 1e6 * random(),
        () => 1 + 1e-9 * random(),
      ),
    );
  const statistics = Array.from({ length: 9 }, () =>
    pick<() => BatchStatistic>(
      () => ({ statistic: 'mean', y: amount() }),
      () => ({ statistic: 'total', y: amount() }),
      () => ({ statistic: 'proportion', y: column(() => (random() < 0.2 ? 1 : 0)) }),
      () => ({ statistic: 'ratio', numerator: amount(), denominator: amount() }),
      () => ({ statistic: 'quantile', y: amount(), probability: 0.5 }),
    )(),
  );
  const options =
    weighting === 'replicates'
      ? { replicates: replicateWeights(design, { method: 'bootstrap', replicates: 4 }) }
      : {};
  return { design, statistics, breakdowns, options };
}

function alone(design: SurveyDesign, asked: BatchStatistic, options: EstimateOptions): SurveyEstimate[] {
  switch (asked.statistic) {
    case 'mean':
      return surveyMean(design, asked.y, options);
    case 'total':
      return surveyTotal(design, asked.y, options);
    case 'proportion':
      return surveyProportion(design, asked.y, options);
    case 'ratio':
      return surveyRatio(design, asked.numerator, asked.denominator, options);
    case 'quantile':
      return surveyQuantile(design, asked.y, asked.probability, options);
  }
}

it.each(WEIGHTINGS)(
  'a batch, on threads or not, is its single calls to the last bit: %s',
  async (weighting) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const { design, statistics, breakdowns, options } = drawn(seed, weighting);
        const batch = surveyBatch(design, statistics, { ...options, breakdowns });
        expect(batch).toStrictEqual(
          statistics.map((asked) =>
            breakdowns.map((domains) => alone(design, asked, { ...options, domains })),
          ),
        );
        expect(await threads.batch(design, statistics, { ...options, breakdowns })).toStrictEqual(batch);
      }),
      { numRuns: 4 },
    );
  },
);
