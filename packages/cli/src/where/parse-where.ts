import type { Column, Comparison, Expression, Literal, Operand, Where } from './expression.ts';
import { type Token, whereTokens } from './tokens.ts';
import { whereError } from './where-error.ts';

const COMPARISONS: readonly string[] = ['==', '!=', '<', '<=', '>', '>='];
const KEYWORDS: readonly string[] = ['and', 'or', 'not', 'in', 'is', 'missing'];
const MAXIMUM_DEPTH = 100;

/**
 * Parses a `--where` expression: comparisons `== != < <= > >=` of columns and literals, `in (…)`, `is missing`,
 * joined by `and or not` (also `&& || !`) and brackets; `not` binds tightest, then `and`, then `or`.
 *
 * Names stand bare or in "double quotes", text in 'single quotes'. The words and, or, not, in, is, missing are taken: a
 * column of such a name is quoted.
 *
 * @throws UsageError with position and pointer.
 * @example parseWhere("age >= 16 and sex in ('f', 'm')").columns.map((c) => c.name) // ['age', 'sex']
 */
export function parseWhere(source: string): Where {
  const tokens = whereTokens(source);
  const columns: Column[] = [];
  let next = 0;
  let depth = 0;
  const peek = (): Token => tokens[next] as Token;
  const isSign = (...texts: string[]): boolean => peek().kind === 'sign' && texts.includes(peek().text);
  const isWord = (word: string): boolean => {
    const token = peek();
    return token.kind === 'name' && !token.quoted && token.text.toLowerCase() === word;
  };
  const accept = (found: boolean): boolean => {
    if (found) next++;
    return found;
  };
  const fail = (expected: string): never => {
    const token = peek();
    const got = token.kind === 'end' ? 'the end' : source.slice(token.at, tokens[next + 1]?.at).trim();
    throw whereError(source, token.at, `expected ${expected}, got ${got}`);
  };
  const expectSign = (sign: string, why: string): void => {
    if (!accept(isSign(sign))) fail(`${sign} ${why}`);
  };

  const chain = (kind: 'and' | 'or', sign: string, part: () => Expression): Expression => {
    const terms = [part()];
    while (accept(isWord(kind) || isSign(sign))) terms.push(part());
    return terms.length === 1 ? (terms[0] as Expression) : { kind, terms };
  };
  const anyOf = (): Expression => chain('or', '||', allOf);
  const allOf = (): Expression => chain('and', '&&', negation);
  const deeper = (part: () => Expression): Expression => {
    if (++depth > MAXIMUM_DEPTH) fail(`at most ${MAXIMUM_DEPTH} brackets or negations inside each other`);
    const result = part();
    depth--;
    return result;
  };
  const negation = (): Expression => {
    if (accept(isWord('not') || isSign('!'))) return { kind: 'not', term: deeper(negation) };
    if (!accept(isSign('('))) return condition();
    const inside = deeper(anyOf);
    expectSign(')', 'to close the bracket');
    return inside;
  };
  const condition = (): Expression => {
    const left = operand("a column name, 'text' or a number");
    if (left.kind === 'column') {
      if (accept(isWord('is'))) {
        const negated = accept(isWord('not'));
        if (!accept(isWord('missing'))) fail('"missing" or "not missing" after "is"');
        return negate(negated, { kind: 'missing', column: left });
      }
      const negated = accept(isWord('not'));
      if (accept(isWord('in'))) return negate(negated, { kind: 'in', column: left, values: list() });
      if (negated) fail('"in" after "not"');
    }
    const sign = peek();
    if (sign.kind !== 'sign' || !COMPARISONS.includes(sign.text)) {
      fail(
        `a comparison (== != < <= > >=, in (…), is missing) after ${source.slice(left.at, sign.at).trim()}`,
      );
    }
    next++;
    const right = operand(`a column name, 'text' or a number after ${sign.text}`);
    if (left.kind !== 'column' && right.kind !== 'column') {
      throw whereError(source, left.at, 'a comparison needs a column on one side at least');
    }
    if (isSign(...COMPARISONS)) fail(`"and" or "or" between two comparisons (${example(left, right)})`);
    return { kind: 'compare', operator: sign.text as Comparison, left, right };
  };
  const operand = (expected: string): Operand => {
    const token = peek();
    if (token.kind === 'text') {
      next++;
      return { kind: 'text', value: token.text, at: token.at };
    }
    if (token.kind === 'number') {
      next++;
      return { kind: 'number', value: token.value, at: token.at };
    }
    if (token.kind !== 'name') return fail(expected);
    if (!token.quoted && KEYWORDS.includes(token.text.toLowerCase()))
      return fail(`${expected} (a column of this name stands in double quotes)`);
    next++;
    const column: Column = { kind: 'column', name: token.text, at: token.at };
    columns.push(column);
    return column;
  };
  const list = (): Literal[] => {
    expectSign('(', 'after "in"');
    const values: Literal[] = [];
    do {
      const token = peek();
      if (token.kind === 'name') fail("'text' in single quotes or a number in the list");
      values.push(operand("'text' or a number in the list") as Literal);
    } while (accept(isSign(',')));
    expectSign(')', 'to close the list');
    return values;
  };

  const expression = anyOf();
  if (peek().kind !== 'end') fail('"and", "or" or the end');
  return { source, expression, columns };
}

const negate = (negated: boolean, term: Expression): Expression => (negated ? { kind: 'not', term } : term);

const example = (left: Operand, right: Operand): string =>
  right.kind === 'column' && left.kind === 'number'
    ? `${left.value} < ${right.name} and ${right.name} < …`
    : 'a < b and b < c';
