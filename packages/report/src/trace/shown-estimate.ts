import type { ComparisonRow, EstimateRow, ProgrammeFigure } from '@wavebook/schema';

/** Why an estimate may not be shown; undefined if it may. */
export function withheldReason(
  row: Pick<EstimateRow, 'suppressed' | 'confidential' | 'quality_rule'>,
): string | undefined {
  if (!row.suppressed) return undefined;
  return row.confidential ? 'confidential' : row.quality_rule;
}

const numbers = [
  'estimate',
  'se',
  'ci_low',
  'ci_high',
  'cv',
  'deff',
  'df',
  'n',
  'n_weighted',
  'missing_share',
  'p_value',
] as const;

/** A row as it may be shown: a withheld one keeps what it is of and the reason, and loses its numbers unless they are asked for. */
export function shownEstimate(
  row: EstimateRow | ProgrammeFigure,
  withheldToo = false,
): Record<string, unknown> {
  const reason = withheldReason(row);
  const hidden = reason !== undefined && !withheldToo;
  return {
    ...row,
    ...(hidden ? Object.fromEntries(numbers.filter((name) => name in row).map((name) => [name, null])) : {}),
    withheld: reason ?? null,
  };
}

const differences = ['difference', 'se', 'ci_low', 'ci_high', 'df', 'p_value', 'p_holm'] as const;

/** The same of a comparison, which is withheld where one of its sides is confidential. */
export function shownComparison(row: ComparisonRow, withheldToo = false): Record<string, unknown> {
  const hidden = row.confidential && !withheldToo;
  return {
    ...row,
    ...(hidden ? Object.fromEntries(differences.map((name) => [name, null])) : {}),
    withheld: row.confidential ? 'confidential' : null,
  };
}
