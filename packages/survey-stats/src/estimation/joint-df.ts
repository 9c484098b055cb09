import { domainCells } from '../design/domain-cells.ts';
import { replicateDf } from '../replication/replicate-df.ts';
import { combinedDf } from './combined-df.ts';
import type { JointEstimates } from './joint-estimates.ts';
import type { DfRule } from './survey-estimate.ts';

/**
 * Degrees of freedom of what is made of several domains' estimates: those given, else what the replicates have for the rows
 * of these domains, else PSUs minus strata that hold such rows.
 */
export function jointDf(
  { cells, replicates }: JointEstimates,
  enters: (level: number) => boolean,
  given: number | undefined,
): { readonly df: number; readonly dfRule: DfRule } {
  if (given !== undefined) return { df: given, dfRule: 'given' };
  const { levelOfRow, levels, design } = cells;
  if (replicates?.df !== undefined) {
    const codes = Int32Array.from(levelOfRow, (level) => (level < levels && enters(level) ? 0 : -1));
    const own = replicateDf(replicates, domainCells(design, codes, 1));
    if (own) return { df: own.df[0]!, dfRule: own.rule };
  }
  return { df: combinedDf(cells, enters), dfRule: 'domain_psus_minus_strata' };
}
