import type { SurveyDesign } from '@wavebook/survey-stats';
import type { Table } from '@wavebook/tables/csv';
import { methodFor } from './interval-methods.ts';
import type { Population } from './population.ts';
import { replicatesInWords } from './replicates.ts';
import type { EstimateRequest } from './request.ts';

interface Facts {
  readonly request: EstimateRequest;
  readonly table: Table;
  readonly design: SurveyDesign;
  readonly population: Population;
  /** number of replicates; undefined: none */
  readonly replicates: number | undefined;
}

/** What stands under a table: the design, the weights, the population, how intervals and df are made. */
export function footer({ request, table, design, population, replicates }: Facts): string[] {
  const { strata, psu, fpc, lonelyPsu, where, ciLevel } = request;
  const stages = [
    `${table.rows} rows`,
    strata === undefined ? 'no strata' : `${design.strata} strata (${strata})`,
    psu.length === 0 ? 'every row its own PSU' : `${design.psus} PSUs (${psu.join(', ')})`,
    fpc.length === 0 ? 'no fpc' : `fpc ${fpc.join(', ')}`,
    `lonely PSU: ${lonelyPsu}`,
  ];
  return [
    `Design: ${stages.join('; ')}`,
    `Weights: ${weightsIn(request)}`,
    ...(where
      ? [
          `Population: ${where.source} (${population.rows} of ${table.rows} rows, as a domain of the full design)`,
        ]
      : []),
    ...(request.replicates && replicates !== undefined
      ? [`Standard errors: ${replicatesInWords(request.replicates, replicates)}`]
      : []),
    `Intervals: ${(100 * ciLevel).toFixed(2).replace(/\.?0+$/, '')} %, ${intervalsOf(request)}`,
    "df: PSUs minus strata among the group's rows of non-zero weight, before rows without an answer are dropped",
  ];
}

function weightsIn({ weight, margins, calibration, bounds, replicates }: EstimateRequest): string {
  const base = weight === undefined ? 'unweighted (every weight 1)' : weight;
  if (margins === undefined) return base;
  return `${base}, calibrated to ${margins} (${calibration}${bounds ? `, g from ${bounds[0]} to ${bounds[1]}` : ''}); ${replicates ? 'repeated in every replicate' : 'residual variance'}`;
}

function intervalsOf({ statistics, ciMethod, replicates }: EstimateRequest): string {
  const kinds = new Set(statistics.map(({ statistic }) => statistic));
  const parts: string[] = [];
  const plain = kinds.has('mean') || kinds.has('total') || kinds.has('ratio');
  if (plain || (replicates && kinds.has('quantile'))) parts.push('estimate ∓ t se');
  if (kinds.has('proportion')) parts.push(`proportions by ${methodFor('proportion', ciMethod)}`);
  if (kinds.has('quantile') && !replicates)
    parts.push(`quantiles by Woodruff (${methodFor('quantile', ciMethod)}), rule math`);
  return `${parts.join('; ')}; t with df`;
}
