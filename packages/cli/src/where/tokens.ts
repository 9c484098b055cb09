import { whereError } from './where-error.ts';

export type Token =
  | { readonly kind: 'name'; readonly text: string; readonly quoted: boolean; readonly at: number }
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly at: number }
  | { readonly kind: 'sign'; readonly text: string; readonly at: number }
  | { readonly kind: 'end'; readonly text: ''; readonly at: number };

const SPACE = /\s+/uy;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_.]*/uy;
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy;
const SIGN = /==|!=|<=|>=|&&|\|\||[<>!(),]/uy;
const QUOTED = { "'": /'((?:[^']|'')*)'/uy, '"': /"((?:[^"]|"")*)"/uy } as const;

/**
 * Splits a `--where` expression into names, 'text', numbers and signs. A doubled quote inside quotes is the quote itself.
 *
 * @throws UsageError with the position, for whatever else it meets.
 */
export function whereTokens(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  while (at < source.length) {
    const space = match(SPACE);
    if (space) {
      at += space[0].length;
      continue;
    }
    const first = source[at] ?? '';
    if (first === "'" || first === '"') {
      const quoted = match(QUOTED[first]);
      if (!quoted) throw whereError(source, at, `expected the closing ${first} of this quote, got the end`);
      const text = (quoted[1] ?? '').replaceAll(first + first, first);
      if (first === "'") tokens.push({ kind: 'text', text, at });
      else tokens.push({ kind: 'name', text, quoted: true, at });
      at += quoted[0].length;
      continue;
    }
    const number = match(NUMBER);
    if (number) {
      const end = at + number[0].length;
      const value = Number(number[0]);
      if (/^[\p{L}\p{N}_.]/u.test(source.slice(end)) || !Number.isFinite(value)) {
        throw whereError(
          source,
          at,
          'expected a number; a column name that begins with a digit stands in double quotes',
        );
      }
      tokens.push({ kind: 'number', value, text: number[0], at });
      at = end;
      continue;
    }
    const name = match(NAME);
    const sign = match(SIGN);
    if (name) tokens.push({ kind: 'name', text: name[0], quoted: false, at });
    else if (sign) tokens.push({ kind: 'sign', text: sign[0], at });
    else throw whereError(source, at, unexpected(String.fromCodePoint(source.codePointAt(at) ?? 0)));
    at += (name ?? sign)?.[0].length ?? 1;
  }
  tokens.push({ kind: 'end', text: '', at: source.length });
  return tokens;
}

function unexpected(character: string): string {
  if (character === '=') return 'equality is written ==; got =';
  if (character === '&' || character === '|') return `write "and" or "or"; got ${character}`;
  if (character === '`') return 'a column name stands bare or in double quotes; got a backtick';
  if (/[‘’“”＝＜＞（），]/u.test(character))
    return `quotes, signs and brackets must be the ASCII ones; got ${character}`;
  return `expected a column name, 'text', a number or an operator; got ${JSON.stringify(character)}`;
}
