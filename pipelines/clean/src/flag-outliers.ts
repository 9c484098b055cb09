import type { Cells } from '@wavebook/harmonise';
import { issueRules, type Variable } from '@wavebook/schema';
import { hasOutlierRule, ruleOf } from '@wavebook/schema/rules';
import type { EditLog } from './log.ts';
import { medianOf } from './median-of.ts';

/** Robust standard deviations of the logarithm beyond which an amount is flagged. */
const farFrom = 6;
/** A median absolute deviation times this estimates the standard deviation of a normal distribution. */
const madToSd = 1.4826;
const fewest = 100;

/** Median and robust standard deviation of the logarithms of the positive values; undefined where there are too few or no spread. */
function logSpread(values: Float64Array): { centre: number; sd: number } | undefined {
  const logs = values.filter((value) => value > 0).map(Math.log);
  if (logs.length < fewest) return undefined;
  const centre = medianOf(logs);
  const sd = madToSd * medianOf(logs.map((value) => Math.abs(value - centre)));
  return sd > 0 ? { centre, sd } : undefined;
}

/**
 * Flags amounts of money that lie far from the median of the wave, on the logarithmic scale and by median absolute deviations, so that the
 * outliers themselves move neither. Nothing is changed; a cell that another rule flagged is left to it.
 */
export function flagOutliers(
  rows: number,
  respondents: ReadonlyMap<string, Cells>,
  unit: readonly Variable[],
  log: EditLog,
): void {
  for (const variable of unit) {
    const cells = respondents.get(variable.name);
    if (!hasOutlierRule(variable) || cells?.kind !== 'number') continue;
    const spread = logSpread(cells.values);
    if (!spread) continue;
    let judged = 0;
    for (let row = 0; row < rows; row++) {
      const value = cells.values[row] as number;
      if (!(value > 0)) continue;
      judged += 1;
      if (Math.abs(Math.log(value) - spread.centre) <= farFrom * spread.sd) continue;
      if (log.isFlagged(row, variable.name)) continue;
      log.report({
        row,
        code: 'outlier',
        variable: variable.name,
        value: String(value),
        message: `${issueRules.outlier.label.en}; kept`,
      });
    }
    log.judge(ruleOf('outlier', variable.name), judged);
  }
}
