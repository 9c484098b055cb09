import type { Run } from '../../document/block.ts';
import { SIGNIFICANT } from './change-sentence.ts';
import { type Evidence, isShown, latestRows } from './evidence.ts';
import { gapInWords } from './gap-in-words.ts';
import { groupName } from './group-name.ts';
import type { SentencePlan } from './plan.ts';
import { caveats } from './precision.ts';
import { type Sentence, said } from './sentence.ts';

/** Two groups side by side: higher or lower only where Holm's p-value is below 5 %, else not significantly different. */
export function contrastSentence(
  { indicator, domain, from, to, subject }: Extract<SentencePlan, { kind: 'contrast' }>,
  evidence: Evidence,
): Sentence | undefined {
  const { lang, comparisons } = evidence;
  const rows = latestRows(evidence, indicator, domain);
  const [a, b] = [from, to].map((level) => rows.find((row) => row.level === level));
  const found = comparisons.find(
    (c) =>
      c.indicator === indicator &&
      c.domain === domain &&
      c.from === from &&
      c.to === to &&
      c.wave === b?.wave,
  );
  if (!found || found.confidential || !isShown(a) || !isShown(b)) return undefined;
  const [first, second] = [groupName(domain, to, lang), groupName(domain, from, lang)];
  const about = subject ? subject[lang] : '';
  const gap = gapInWords(found, lang);
  const careful = caveats(
    [
      [first, b],
      [second, a],
    ],
    lang,
  );
  const higher = found.difference > 0;
  const runs = ((): Run[] => {
    if (lang === 'zh') {
      const of = about === '' || about.startsWith('中') ? about : `的${about}`;
      return found.p_holm >= SIGNIFICANT
        ? [`${first}（`, said(b, lang), `）与${second}（`, said(a, lang), `）${of}差异不显著`]
        : [
            `${first}${of}为`,
            said(b, lang),
            `，比${second}（`,
            said(a, lang),
            `）${higher ? '高' : '低'}${gap}`,
          ];
    }
    const lead = about === '' ? 'The figure' : about;
    return found.p_holm >= SIGNIFICANT
      ? [
          `${lead} did not differ significantly between ${first} (`,
          said(b, lang),
          `) and ${second} (`,
          said(a, lang),
          ')',
        ]
      : [
          `${lead} stood at `,
          said(b, lang),
          ` for ${first}, ${gap} ${higher ? 'above' : 'below'} ${second} (`,
          said(a, lang),
          ')',
        ];
  })();
  return {
    runs: [...runs, careful].filter((run) => run !== ''),
    wave: b.wave,
    indicator,
    domain,
    mark: 'breakdown',
  };
}
