import type { Run } from '../../document/block.ts';
import { type Evidence, isShown, trendRow } from './evidence.ts';
import { gapInWords } from './gap-in-words.ts';
import type { SentencePlan } from './plan.ts';
import { caveats } from './precision.ts';
import { type Sentence, said } from './sentence.ts';

/** Holm's p-value below which a sentence may claim a difference. */
export const SIGNIFICANT = 0.05;

const basis = { zh: '按可比口径', en: 'On a comparable basis' };

/**
 * How an indicator changed on the trend variant: it rose or fell only where Holm's p-value over the chapter's sentences is below 5 %, else there
 * is no significant change. Undefined where no two waves compare or an end may not be shown.
 */
export function changeSentence(
  { indicator, subject }: Pick<Extract<SentencePlan, { kind: 'change' }>, 'indicator' | 'subject'>,
  evidence: Evidence,
): Sentence | undefined {
  const { lang, comparisons } = evidence;
  const change = comparisons.find((c) => c.indicator === indicator && c.domain === 'wave');
  const [first, last] = [change?.from, change?.to].map((wave) =>
    wave === undefined ? undefined : trendRow(evidence, indicator, wave),
  );
  if (!change || change.confidential || !isShown(first) || !isShown(last)) return undefined;
  const [from, to] = [said(first, lang), said(last, lang)];
  const name = subject[lang];
  const rose = change.difference > 0;
  const nominal = change.unit.startsWith('yuan') ? { zh: '当年价', en: 'nominal yuan' }[lang] : '';
  const gap = gapInWords(change, lang, nominal);
  const careful = caveats(
    [
      [change.from, first],
      [change.to, last],
    ],
    lang,
  );
  const runs = ((): Run[] => {
    if (change.p_holm >= SIGNIFICANT)
      return lang === 'zh'
        ? [`${basis.zh}，${name}在${change.from}年（`, from, `）与${change.to}年（`, to, `）之间无显著变化`]
        : [
            `${basis.en}, ${name} showed no significant change between ${change.from} (`,
            from,
            `) and ${change.to} (`,
            to,
            ')',
          ];
    return lang === 'zh'
      ? [
          `${basis.zh}，${name}由${change.from}年的`,
          from,
          `${rose ? '升至' : '降至'}${change.to}年的`,
          to,
          `，${rose ? '上升' : '下降'}${gap}`,
        ]
      : [
          `${basis.en}, ${name} ${rose ? 'rose' : 'fell'} from `,
          from,
          ` in ${change.from} to `,
          to,
          ` in ${change.to}, by ${gap}`,
        ];
  })();
  return { runs: [...runs, careful].filter((run) => run !== ''), indicator, domain: 'all', mark: 'trend' };
}
