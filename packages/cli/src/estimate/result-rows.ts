import {
  type BatchStatistic,
  type ReplicateWeights,
  type SurveyDesign,
  type SurveyEstimate,
  surveyBatch,
} from '@wavebook/survey-stats';
import { DataError, numbersOf, type Table, textOf } from '@wavebook/tables/csv';
import { naturalOrder } from '../natural-order.ts';
import { asDataError } from './as-data-error.ts';
import { type Breakdown, breakdown } from './breakdown.ts';
import { methodFor } from './interval-methods.ts';
import { countedWeights, qualityOf } from './quality-of.ts';
import type { EstimateRequest, StatisticRequest } from './request.ts';
import type { ResultRow } from './result-row.ts';
import { shownLevel } from './shown-level.ts';

/** One category of a statistic, to be estimated in every breakdown. */
interface Series {
  readonly variable: string;
  readonly category: string;
  readonly batch: BatchStatistic;
}

/** Categories estimated at a time: a column of numbers is made for each. */
const AT_A_TIME = 16;

/** Rows that count, and where standard errors come from. */
interface Sample {
  /** row → 1 inside the population, 0 outside */
  readonly population: Uint8Array;
  /** of the design passed; undefined: linearised standard errors */
  readonly replicates: ReplicateWeights | undefined;
}

/**
 * Estimates as asked for: statistics in the order given; for each its breakdowns in turn, their groups, and the
 * categories of each group.
 *
 * @throws DataError for cells that are not numbers in a numeric variable, and a stratum with one PSU under
 *   `--lonely-psu fail`.
 */
export function resultRows(
  table: Table,
  design: SurveyDesign,
  { population, replicates }: Sample,
  request: EstimateRequest,
): ResultRow[] {
  const shown = shownLevel(table, request.labels);
  const breakdowns = request.by.map((by) => breakdown(table, design, population, { by, shown }));
  const cells = breakdowns.map((groups) => groups.cells);
  return asDataError(
    request.file,
    () => {
      const estimated = request.statistics.map((): Estimated[] => []);
      let waiting: { series: Series; statistic: number }[] = [];
      const estimateWaiting = (): void => {
        const batch = waiting.map(({ series }) => series.batch);
        const results = surveyBatch(design, batch, {
          breakdowns: cells,
          ciLevel: request.ciLevel,
          replicates,
        });
        waiting.forEach(({ series: { variable, category, batch: own }, statistic }, i) => {
          const values = own.statistic === 'total' ? own.y : undefined;
          estimated[statistic]?.push({ variable, category, values, estimates: results[i] ?? [] });
        });
        waiting = [];
      };
      request.statistics.forEach((asked, statistic) => {
        for (const series of seriesOf(asked, table, design, population, request)) {
          waiting.push({ series, statistic });
          if (waiting.length === AT_A_TIME) estimateWaiting();
        }
      });
      estimateWaiting();
      return request.statistics.flatMap((asked, s) =>
        breakdowns.flatMap((groups, b) => rowsOf(asked, groups, b, estimated[s] ?? [])),
      );
    },
    request.strata,
  );
}

function* seriesOf(
  asked: StatisticRequest,
  table: Table,
  design: SurveyDesign,
  population: Uint8Array,
  { ciMethod: askedMethod, labels, replicates }: EstimateRequest,
): Generator<Series> {
  const { statistic } = asked;
  const shown = shownLevel(table, labels);
  const ciMethod = replicates && statistic === 'quantile' ? 'mean' : methodFor(statistic, askedMethod);
  switch (statistic) {
    case 'mean':
    case 'total': {
      const { variable } = asked;
      const y = numeric(table, variable);
      yield { variable, category: '', batch: { statistic, y, ciMethod } };
      return;
    }
    case 'ratio': {
      const numerator = numeric(table, asked.numerator);
      const denominator = numeric(table, asked.denominator);
      const variable = `${asked.numerator}/${asked.denominator}`;
      yield { variable, category: '', batch: { statistic, numerator, denominator, ciMethod } };
      return;
    }
    case 'quantile': {
      const { variable } = asked;
      const y = numeric(table, variable);
      for (const probability of asked.probabilities) {
        yield { variable, category: String(probability), batch: { statistic, y, probability, ciMethod } };
      }
      return;
    }
    case 'proportion': {
      const { variable } = asked;
      const { codes, levels } = textOf(table, variable);
      const place = new Map(levels.map((level, code) => [level, code]));
      for (const answer of answersIn(design, population, codes, levels)) {
        const wanted = place.get(answer);
        const y = new Float64Array(table.rows);
        for (let row = 0; row < table.rows; row++) {
          const code = codes[row] ?? -1;
          y[row] = code < 0 ? Number.NaN : code === wanted ? 1 : 0;
        }
        yield { variable, category: shown(variable, answer), batch: { statistic, y, ciMethod } };
      }
    }
  }
}

/** The answers given in the population by rows of non-zero weight, in natural order. */
function answersIn(
  design: SurveyDesign,
  population: Uint8Array,
  codes: Int32Array,
  levels: readonly string[],
): string[] {
  const given = new Uint8Array(levels.length);
  codes.forEach((code, row) => {
    if (code >= 0 && population[row] === 1 && design.weight[row] !== 0) given[code] = 1;
  });
  return naturalOrder(levels.filter((_, code) => given[code] === 1));
}

function numeric(table: Table, name: string): Float64Array {
  try {
    return numbersOf(table, name);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new DataError(
      `${error.message}; expected a numeric variable, blank where there is no answer (not NA or a dot). Shares of answers in words: --proportion`,
    );
  }
}

/** One category of a statistic: its estimates by breakdown and group. */
interface Estimated {
  readonly variable: string;
  readonly category: string;
  /** row → value, of a total */
  readonly values: Float64Array | undefined;
  readonly estimates: readonly (readonly SurveyEstimate[])[];
}

function rowsOf(
  { statistic }: StatisticRequest,
  { by, groups, cells }: Breakdown,
  b: number,
  categories: readonly Estimated[],
): ResultRow[] {
  const weights = categories.map(({ values }) => values && countedWeights(values, cells));
  return groups.flatMap((group, g) =>
    categories.map(({ variable, category, estimates }, c) => {
      const e = estimates[b]?.[g] as SurveyEstimate;
      return {
        statistic,
        variable,
        category,
        by,
        group,
        estimate: e.estimate,
        se: e.se,
        ci_low: e.ciLow,
        ci_high: e.ciHigh,
        cv: e.cv,
        deff: e.deff,
        df: e.df,
        n: e.n,
        n_weighted: e.nWeighted,
        quality: qualityOf(statistic, e, weights[c]?.[g]),
      };
    }),
  );
}
