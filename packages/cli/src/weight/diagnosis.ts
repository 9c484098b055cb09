import { type RakeResult, type SurveyDesign, weightDiagnostics } from '@wavebook/survey-stats';
import { displayWidth, printable } from '../display-width.ts';
import type { WeightRequest } from './request.ts';

/** What the weighting did, in lines for a reader. */
export function diagnosis(design: SurveyDesign, made: RakeResult, request: WeightRequest): string[] {
  const { before, after, g } = weightDiagnostics(design, made.design);
  const zero = design.rows - before.n;
  const negative = made.design.weight.reduce((count, w) => count + (w < 0 ? 1 : 0), 0);
  const worst = made.margins.reduce((most, { discrepancy }) => Math.max(most, Math.abs(discrepancy)), 0);
  return [
    `${request.weight} calibrated to ${made.margins.length} controls by ${request.method} in ${made.iterations} steps, largest relative miss ${worst.toPrecision(2)}`,
    `weights add up to ${short(before.sum)} before, ${short(after.sum)} after; from ${short(after.minimum)} to ${short(after.maximum)}, median ${short(after.median)}`,
    `g from ${short(g.minimum)} to ${short(g.maximum)}, median ${short(g.median)}`,
    `Kish design effect ${short(before.designEffect)} before, ${short(after.designEffect)} after: ${after.n} rows are worth ${short(after.effectiveSize)}`,
    ...(zero > 0 ? [`${zero} rows of weight 0 stay at 0`] : []),
    ...(negative > 0
      ? [`${negative} final weights are below 0; --method rake or --bounds keeps them above`]
      : []),
    ...marginLines(made),
  ];
}

/** The margins as an aligned table, with shares, because weights before may have another scale. */
function marginLines({ margins }: RakeResult): string[] {
  const sums = new Map<string, { before: number; total: number }>();
  for (const { name, before, total } of margins) {
    const sum = sums.get(name) ?? { before: 0, total: 0 };
    sums.set(name, { before: sum.before + before, total: sum.total + total });
  }
  const cells = margins.map(({ name, level, total, before, after }) => {
    const sum = sums.get(name)!;
    return [
      printable(`${name} ${level}`),
      short(total),
      percent(total / sum.total),
      short(before),
      percent(before / sum.before),
      short(after),
    ];
  });
  const header = ['margin', 'control', 'share', 'before', 'share', 'after'];
  const widths = header.map((_, c) =>
    Math.max(...[header, ...cells].map((line) => displayWidth(line[c] ?? ''))),
  );
  return [header, ...cells].map((line) =>
    line
      .map((text, c) => {
        const blanks = ' '.repeat((widths[c] ?? 0) - displayWidth(text));
        return c === 0 ? text + blanks : blanks + text;
      })
      .join('  '),
  );
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Six digits, without trailing zeros; whole numbers in full. */
function short(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 1e6) return value.toFixed(0);
  return String(Number(value.toPrecision(6)));
}
