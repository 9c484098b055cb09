import type { Variable } from '@wavebook/schema';
import { otherWords } from './other-words.ts';
import { bare, likeness } from './text-likeness.ts';
import type { Witness } from './witness.ts';

const alikeFrom = 0.55;
const wordsCache = new WeakMap<Variable, readonly string[]>();

const wordsOf = (variable: Variable): readonly string[] => {
  const cached = wordsCache.get(variable);
  if (cached) return cached;
  const { label, question } = variable;
  const texts = [
    label.zh,
    label.en,
    question?.zh ?? '',
    question?.en ?? '',
    ...(otherWords[variable.name] ?? []),
  ];
  const words = [...new Set(texts.map(bare))].filter(
    (text) => text.length > 1 || /\p{Script=Han}/u.test(text),
  );
  wordsCache.set(variable, words);
  return words;
};

/** A label of the roster without the person that it is about: 成员1：性别 is 性别. */
const withoutPerson = (label: string): string =>
  label.replace(
    /(家庭)?成员\s*\d+\s*的?|第\s*[\d一二三四五六七八九十]+\s*(个|位)?(人|成员)\s*的?|person\s*\d+/giu,
    '',
  );

/** What a column's label says for a variable: how alike it is to the variable's label, its question, or words that files use for it. */
export function weighLabel(label: string, variable: Variable): Witness | undefined {
  const wanted = bare(withoutPerson(label));
  if (wanted === '') return undefined;
  const alike = Math.max(0, ...wordsOf(variable).map((word) => likeness(wanted, word)));
  if (alike < alikeFrom) return undefined;
  return {
    kind: 'label',
    points: 4 * alike,
    strong: alike >= 0.8,
    reason:
      alike === 1
        ? 'the label is that of the question'
        : `the label is ${Math.round(alike * 100)} % like the question`,
  };
}
