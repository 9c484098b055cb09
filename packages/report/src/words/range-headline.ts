import type { EstimateRow, Language } from '@wavebook/schema';
import { isShown } from './findings/evidence.ts';
import { figureInWords } from './number.ts';

/**
 * From which to which of several figures the reliable ones run, each with its name; it claims nothing of their differences. Empty where fewer
 * than two are reliable.
 */
export function rangeHeadline(
  named: readonly (readonly [row: EstimateRow, names: readonly string[]])[],
  lang: Language,
): string {
  const reliable = named.flatMap(([row, names]) =>
    isShown(row) && row.quality === 'reliable'
      ? [{ row, name: names.join(lang === 'zh' ? '，' : '; ') }]
      : [],
  );
  reliable.sort((a, b) => a.row.estimate - b.row.estimate);
  const [low, high] = [reliable[0], reliable.at(-1)];
  if (!low || !high || low === high) return '';
  const [least, most] = [low, high].map(({ row }) => figureInWords(row.estimate, row.unit, lang));
  return lang === 'zh'
    ? `从${least}（${low.name}）到${most}（${high.name}）`
    : `from ${least} (${low.name}) to ${most} (${high.name})`;
}
