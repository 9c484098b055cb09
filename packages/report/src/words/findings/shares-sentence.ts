import type { Indicator } from '@wavebook/schema';
import type { Run } from '../../document/block.ts';
import { categoryLabel } from '../labels.ts';
import { type Evidence, isShown, latestRows } from './evidence.ts';
import { inSentence } from './in-sentence.ts';
import type { SentencePlan } from './plan.ts';
import { caveats } from './precision.ts';
import { filled, type Sentence, said } from './sentence.ts';

/** The largest classes of a structure; undefined where fewer than two may be shown. */
export function sharesSentence(
  { indicator: id, says, most }: Extract<SentencePlan, { kind: 'shares' }>,
  indicator: Indicator,
  evidence: Evidence,
): Sentence | undefined {
  const { lang } = evidence;
  const shown = latestRows(evidence, id)
    .filter(isShown)
    .sort((a, b) => b.estimate - a.estimate)
    .slice(0, most);
  const wave = shown[0]?.wave;
  if (shown.length < 2 || wave === undefined) return undefined;
  const last = shown.length - 1;
  const nameOf = (category: string): string => inSentence(categoryLabel(indicator, category, lang), lang);
  const list = shown.flatMap((row, i): Run[] => {
    const before = i === 0 ? '' : lang === 'zh' ? '，' : i === last ? ' and ' : ', ';
    const name = nameOf(row.category);
    return lang === 'zh'
      ? [`${before}${name}占`, said(row, lang)]
      : [`${before}${name} (`, said(row, lang), ')'];
  });
  const careful = caveats(
    shown.map((row) => [nameOf(row.category), row]),
    lang,
  );
  return {
    runs: [...filled(says[lang], 'list', list), careful].filter((run) => run !== ''),
    wave,
    indicator: id,
    domain: 'all',
    mark: 'breakdown',
  };
}
