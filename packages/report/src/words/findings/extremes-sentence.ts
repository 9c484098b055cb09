import type { ComparisonRow, EstimateRow } from '@wavebook/schema';
import type { Run } from '../../document/block.ts';
import { SIGNIFICANT } from './change-sentence.ts';
import { type Evidence, isShown, latestRows } from './evidence.ts';
import { breakdownName, groupName, groupPlace } from './group-name.ts';
import type { SentencePlan } from './plan.ts';
import { caveats } from './precision.ts';
import { type Sentence, said } from './sentence.ts';

type Shown = EstimateRow & { estimate: number };

/** The two ends of a breakdown among its reliable estimates. */
export interface Extremes {
  readonly low: Shown;
  readonly high: Shown;
  /** A test says that they differ. */
  readonly differ: boolean;
  /** An estimate that is shown with a reservation lies beyond them. */
  readonly beyond: boolean;
}

/**
 * The lowest and the highest reliable estimates of a breakdown, with the comparison that tells whether they differ (its p-value counts all the
 * pairs that they were chosen from); undefined where there is none.
 */
export function extremesOf(
  rows: readonly EstimateRow[],
  comparisons: readonly ComparisonRow[],
): Extremes | undefined {
  const shown = rows.filter(isShown);
  const reliable = shown.filter(({ quality }) => quality === 'reliable');
  reliable.sort((a, b) => a.estimate - b.estimate);
  const [low, high] = [reliable[0], reliable.at(-1)];
  if (!low || !high || low === high) return undefined;
  const found = comparisons.filter(
    (c) =>
      c.indicator === low.indicator &&
      c.domain === low.domain &&
      c.wave === low.wave &&
      c.from === low.level &&
      c.to === high.level,
  );
  if (found.length === 0 || found.some((c) => c.confidential)) return undefined;
  return {
    ...{ low, high },
    differ: found.every((c) => c.p_holm < SIGNIFICANT),
    beyond: shown.some(({ estimate }) => estimate < low.estimate || estimate > high.estimate),
  };
}

/** Where a figure is highest and lowest, or that the groups do not differ beyond sampling error. */
export function extremesSentence(
  { indicator, domain, subject }: Extract<SentencePlan, { kind: 'extremes' }>,
  evidence: Evidence,
): Sentence | undefined {
  const { lang } = evidence;
  const found = extremesOf(latestRows(evidence, indicator, domain), evidence.comparisons);
  if (!found) return undefined;
  const { low, high, differ, beyond } = found;
  const at = (row: Shown): string => groupName(domain, row.level, lang);
  const by = breakdownName(domain, lang);
  const [top, bottom] = [said(high, lang), said(low, lang)];
  const runs = ((): Run[] => {
    if (lang === 'zh')
      return differ
        ? [
            `${by}看，${beyond ? '可靠估计值中' : ''}${subject.zh}以${at(high)}最高（`,
            top,
            `），${at(low)}最低（`,
            bottom,
            '）',
          ]
        : [`${by}看，${subject.zh}无显著差异`];
    return differ
      ? [
          `${by}, ${beyond ? 'among reliable estimates ' : ''}${subject.en} was highest ${groupPlace(domain, high.level)} (`,
          top,
          `) and lowest ${groupPlace(domain, low.level)} (`,
          bottom,
          ')',
        ]
      : [`${by}, ${subject.en} did not differ significantly`];
  })();
  const careful = differ
    ? caveats(
        [
          [at(high), high],
          [at(low), low],
        ],
        lang,
      )
    : '';
  return {
    runs: [...runs, careful].filter((run) => run !== ''),
    wave: high.wave,
    indicator,
    domain,
    mark: 'breakdown',
  };
}
