import type { ComparisonRow, EstimateRow } from '@wavebook/schema';
import { saysNumber } from './says-number.ts';
import { count, type Numbers, plain, type Walk } from './walk.ts';

type Lang = 'zh' | 'en';

/** A plan of a finding as `chapter.json` has it: the words that its author wrote. */
interface Plan {
  readonly title: Record<Lang, string>;
  readonly sentences: readonly object[];
}

const digitsIn = (text: string): string[] => text.match(NUMBER) ?? [];

/** The numbers that the author of a plan wrote into its sentences. */
const writtenIn = (plan: Plan | undefined, lang: Lang): string[] =>
  (plan?.sentences ?? []).flatMap((sentence) => {
    const words = sentence as { says?: Record<Lang, string>; subject?: Record<Lang, string> };
    return [words.says, words.subject].flatMap((label) => digitsIn(label?.[lang] ?? ''));
  });

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;

/** Words that claim a difference or a change; they stand in a sentence only where a test says so. */
const claims: Readonly<Record<Lang, RegExp>> = {
  zh: /升至|降至|，比.*[高低]|最高.*最低/,
  en: / (rose|fell) from |\) (above|below) | highest .* lowest /,
};

/** The test behind a sentence of these estimates, if there is one. */
const testOf = (rows: readonly EstimateRow[], comparisons: readonly ComparisonRow[]) => {
  const [a, b] = rows;
  if (!a || !b || rows.length !== 2 || a.indicator !== b.indicator) return undefined;
  const ends = a.domain === 'all' ? [a.wave, b.wave] : [a.level, b.level];
  return comparisons.find(
    (c) =>
      c.indicator === a.indicator &&
      c.domain === (a.domain === 'all' ? 'wave' : a.domain) &&
      (a.domain === 'all' || c.wave === a.wave) &&
      ends.includes(c.from) &&
      ends.includes(c.to),
  );
};

function wrongSentence(
  sentence: string,
  ids: readonly string[],
  written: ReadonlySet<string>,
  { estimates, comparisons }: Numbers,
  lang: Lang,
): string[] {
  const rows = ids.flatMap((id) => estimates.get(id) ?? []);
  const test = testOf(rows, comparisons);
  const said = sentence.replaceAll(/⟦[^⟧]*⟧/g, '');
  const literal = new Set([...written, '95', ...rows.flatMap((row) => [...digitsIn(row.level), row.wave])]);
  const known: [number, string][] = rows.flatMap((row): [number, string][] => [
    [row.n, ''],
    ...[row.ci_low, row.ci_high].flatMap((bound): [number, string][] =>
      bound === null ? [] : [[Math.abs(bound), row.unit]],
    ),
  ]);
  if (test)
    for (const value of [test.difference, test.ci_low, test.ci_high])
      known.push([Math.abs(value), test.unit]);
  const unknown = digitsIn(said).filter(
    (number) => !literal.has(number) && !known.some(([value, unit]) => saysNumber(number, value, unit)),
  );
  const unfounded = claims[lang].test(sentence) && !(test && !test.confidential && test.p_holm < 0.05);
  return [
    ...unknown.map((number) => `"${plain(said)}": ${number} is no number of ${ids.join(', ')}`),
    ...(unfounded ? [`"${plain(said)}": claims what no test says`] : []),
  ];
}

/** Every number of every sentence of the findings comes from the estimates that the sentence names, and every claim from a test. */
export function walkFindings(
  page: string,
  plans: ReadonlyMap<string, readonly Plan[]>,
  numbers: Numbers,
  lang: Lang,
  walk: Walk,
): void {
  const findings = page.matchAll(/<h4 id="([a-z]+)-finding-\d+">(.*?)<\/h4><p>(.*?)<\/p>/gs);
  for (const [, topic = '', title = '', content = ''] of findings) {
    const own = plans.get(topic)?.find((plan) => plan.title[lang] === plain(title));
    const written = new Set(writtenIn(own, lang));
    const marked = content
      .replaceAll(/<a [^>]*?data-id="([^"]+)"[^>]*>.*?<\/a>/g, '⟦$1⟧')
      .replaceAll(/<a href="#[^"]*">.*?<\/a>/g, '');
    for (const sentence of plain(marked).split(lang === 'zh' ? /。/ : /\. (?=\S)|\. ?$/)) {
      if (sentence.trim() === '') continue;
      count(walk, 'finding');
      const ids = [...sentence.matchAll(/⟦([^⟧]*)⟧/g)].map(([, id = '']) => id);
      walk.wrong.push(...wrongSentence(sentence, ids, written, numbers, lang));
    }
  }
}
