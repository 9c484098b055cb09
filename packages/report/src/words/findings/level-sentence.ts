import { type Evidence, isShown, latestRows } from './evidence.ts';
import type { SentencePlan } from './plan.ts';
import { precision } from './precision.ts';
import { filled, type Sentence, said } from './sentence.ts';

/** A figure with its interval; undefined where it may not be shown. */
export function levelSentence(
  { indicator, says, domain = 'all', level = 'all' }: Extract<SentencePlan, { kind: 'level' }>,
  evidence: Evidence,
): Sentence | undefined {
  const { lang } = evidence;
  const row = latestRows(evidence, indicator, domain).find((r) => r.level === level);
  if (!isShown(row)) return undefined;
  return {
    runs: [...filled(says[lang], 'value', [said(row, lang)]), precision(row, lang)].filter(Boolean),
    wave: row.wave,
    indicator,
    domain,
    mark: 'breakdown',
  };
}
