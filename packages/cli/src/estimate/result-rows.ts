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

/** One category of a statistic: its estimates, one a group, and the values they were made of. */
interface Series {
  readonly variable: string;
  readonly category: string;
  readonly values: Float64Array;
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
      return [{ variable, category: '', values: numerator, estimates }];
    }
    case 'quantile': {
      const values = numeric(table, asked.variable);
      return asked.probabilities.map((probability) => ({
        variable: asked.variable,
        category: String(probability),
        values,
        estimates: surveyQuantile(design, values, probability, options),
      }));
    }
    case 'proportion':
      return answersOf(table, design, population, asked.variable).map(({ answer, values }) => ({
        variable: asked.variable,
        category: answer,
        values,
        estimates: surveyProportion(design, values, options),
      }));
  }
}

/** The answers given in the population, in natural order, each with its indicator: 1, 0, or NaN without an answer. */
function answersOf(
  table: Table,
  design: SurveyDesign,
  population: Uint8Array,
  name: string,
): { answer: string; values: Float64Array }[] {
  const { codes, levels } = textOf(table, name);
  const given = new Set<string>();
  codes.forEach((code, row) => {
    const answer = levels[code];
    if (answer !== undefined && population[row] === 1 && design.weight[row] !== 0) given.add(answer);
  });
  return naturalOrder([...given]).map((answer) => {
    const wanted = levels.indexOf(answer);
    return {
      answer,
      values: Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code === wanted ? 1 : 0)),
    };
  });
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
