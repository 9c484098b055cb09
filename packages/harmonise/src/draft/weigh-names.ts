import type { Codebook, Variable } from '@wavebook/schema';
import { type KnownColumns, plainName } from './known-columns.ts';
import { otherWords } from './other-words.ts';
import type { Witness } from './witness.ts';

const tokensOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((token) => token.length > 1);

/** Whether the words of a variable's name, label or usage all stand in a column's name, or are begun there with three letters or more. */
function namedLike(name: string, variable: Variable): boolean {
  const tokens = tokensOf(name);
  if (tokens.length === 0) return false;
  const begun = (word: string): boolean =>
    tokens.some((token) => token === word || (token.length >= 3 && word.startsWith(token)));
  const names = [variable.name, variable.label.en, ...(otherWords[variable.name] ?? [])];
  return names.map(tokensOf).some((words) => {
    const latin = /^[a-z]/.test(words[0] ?? '');
    return latin && words.every(begun) && words.length >= tokens.length - 1;
  });
}

/**
 * What a column's name says for a variable: the same name in the layout that the file is nearest to, or in another. The same name means
 * another thing in another year, so a name alone is never enough.
 */
export function weighName(
  name: string,
  variable: Variable,
  {
    known,
    nearest,
    recognised,
    section,
  }: {
    known: KnownColumns;
    nearest: Codebook | undefined;
    recognised: Codebook | undefined;
    section: 'respondent' | 'member';
  },
): Witness | undefined {
  const exact = (known.byName.get(name) ?? []).filter((column) => column.section === section);
  const plain = (known.byPlainName.get(plainName(name)) ?? []).filter((column) => column.section === section);
  const means = (list: typeof exact) => list.filter(({ mapping }) => mapping.variable === variable.name);
  const own = means(exact).find(({ codebook }) => codebook === recognised);
  if (own)
    return {
      kind: 'name',
      points: 6,
      strong: true,
      certain: true,
      reason: `so in ${own.codebook.name}, whose layout this is`,
    };
  const inNearest = means(exact).find(({ codebook }) => codebook === nearest);
  if (inNearest)
    return {
      kind: 'name',
      points: 3,
      strong: true,
      reason: `the name that it has in ${inNearest.codebook.name}`,
    };
  const nearButCase = means(plain).find(({ codebook }) => codebook === nearest);
  if (nearButCase)
    return {
      kind: 'name',
      points: 2.5,
      strong: true,
      reason: `“${nearButCase.mapping.raw}” in ${nearButCase.codebook.name}, but for case or underscores`,
    };
  const elsewhere = means(plain);
  if (elsewhere.length > 0) {
    const others = plain.filter(({ mapping }) => mapping.variable !== variable.name);
    const alone = others.length === 0 && elsewhere.length > 1;
    return {
      kind: 'name',
      points: others.length === 0 ? 2 : 1,
      strong: alone,
      reason: `“${elsewhere[0]?.mapping.raw}” in ${elsewhere.map(({ codebook }) => codebook.name).join(', ')}${others.length > 0 ? `, though ${others[0]?.mapping.variable} in ${others[0]?.codebook.name}` : ''}`,
    };
  }
  return namedLike(name, variable)
    ? { kind: 'name', points: 2, strong: false, reason: 'its name says so' }
    : undefined;
}
