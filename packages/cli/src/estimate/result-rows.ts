import {
  type SurveyDesign,
  type SurveyEstimate,
  surveyMean,
  surveyProportion,
  surveyQuantile,
  surveyRatio,
  surveyTotal,
} from '@wavebook/survey-stats';
import { DataError, numbersOf, type Table, textOf } from '@wavebook/tables';
import { naturalOrder } from '../natural-order.ts';
import { asDataError } from './as-data-error.ts';
import { type Breakdown, breakdown } from './breakdown.ts';
import { methodFor } from './interval-methods.ts';
import { qualityOf } from './quality-of.ts';
import type { EstimateRequest, StatisticRequest } from './request.ts';
import type { ResultRow } from './result-row.ts';

/** One category of a statistic: its estimates, one a group. */
interface Series {
  readonly variable: string;
  readonly category: string;
  /** row → value, of a mean or total */
  readonly values?: Float64Array;
  readonly estimates: readonly SurveyEstimate[];
}

/**
 * Estimates as asked for: statistics in the order given; for each its breakdowns in turn, their groups, and the
 * categories of each group.
 *
 * @param population row → 1 inside the population, 0 outside.
 * @throws DataError for cells that are not numbers in a numeric variable, and a stratum with one PSU under
 *   `--lonely-psu fail`.
 */
export function resultRows(
  table: Table,
  design: SurveyDesign,
  population: Uint8Array,
  request: EstimateRequest,
): ResultRow[] {
  const breakdowns = request.by.map((by) => breakdown(table, design, population, by));
  return asDataError(request.file, () =>
    request.statistics.flatMap((statistic) =>
      breakdowns.flatMap((groups) =>
        rowsOf(statistic, groups, seriesOf(statistic, table, design, population, groups, request)),
      ),
    ),
  );
}

function seriesOf(
  asked: StatisticRequest,
  table: Table,
  design: SurveyDesign,
  population: Uint8Array,
  { cells: domains }: Breakdown,
  { ciLevel, ciMethod: askedMethod }: EstimateRequest,
): Series[] {
  const options = { domains, ciLevel, ciMethod: methodFor(asked.statistic, askedMethod) };
  switch (asked.statistic) {
    case 'mean':
    case 'total': {
      const values = numeric(table, asked.variable);
      const estimator = asked.statistic === 'mean' ? surveyMean : surveyTotal;
      return [
        { variable: asked.variable, category: '', values, estimates: estimator(design, values, options) },
      ];
    }
    case 'ratio': {
      const numerator = numeric(table, asked.numerator);
      const denominator = numeric(table, asked.denominator);
      const estimates = surveyRatio(design, numerator, denominator, options);
      const variable = `${asked.numerator}/${asked.denominator}`;
      return [{ variable, category: '', estimates }];
    }
    case 'quantile': {
      const values = numeric(table, asked.variable);
      return asked.probabilities.map((probability) => ({
        variable: asked.variable,
        category: String(probability),
        estimates: surveyQuantile(design, values, probability, options),
      }));
    }
    case 'proportion': {
      const { codes, levels } = textOf(table, asked.variable);
      const place = new Map(levels.map((level, code) => [level, code]));
      const indicator = new Float64Array(table.rows);
      return answersIn(design, population, codes, levels).map((answer) => {
        const wanted = place.get(answer);
        for (let row = 0; row < table.rows; row++) {
          const code = codes[row] ?? -1;
          indicator[row] = code < 0 ? Number.NaN : code === wanted ? 1 : 0;
        }
        return {
          variable: asked.variable,
          category: answer,
          estimates: surveyProportion(design, indicator, options),
        };
      });
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
      `${error.message}; expected a numeric variable. Shares of answers in words: --proportion`,
    );
  }
}

function rowsOf(
  { statistic }: StatisticRequest,
  { by, groups, cells }: Breakdown,
  series: readonly Series[],
): ResultRow[] {
  return groups.flatMap((group, g) =>
    series.map(({ variable, category, values, estimates }) => {
      const e = estimates[g] as SurveyEstimate;
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
        quality: qualityOf(statistic, e, values, cells, g),
      };
    }),
  );
}
