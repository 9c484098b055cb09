import { numberReader, type Table, type TextColumn, textOf } from '@wavebook/tables/csv';
import { compareCodePoints } from '../natural-order.ts';
import type { Column, Comparison, Expression, Literal, Operand, Where } from './expression.ts';
import { whereError } from './where-error.ts';

const FALSE = 0;
/** A missing cell leaves it open. */
export const UNKNOWN = 1;
export const TRUE = 2;

const TURNED: Record<Comparison, Comparison> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/**
 * Evaluates a `--where` for every row: `TRUE`, `FALSE`, or `UNKNOWN` where a missing cell leaves it open (Kleene's logic:
 * `false and missing` is false, `true or missing` is true, `not missing` stays open).
 *
 * A number is compared with a column by value, text by its characters (`<` in the order of code points).
 *
 * @throws UsageError for a number compared with a column that holds text, `<` of text with a column of numbers, and
 *   columns of two kinds.
 */
export function whereTruth(table: Table, { source, expression }: Where): Uint8Array {
  const rows = table.rows;
  const truth = (e: Expression): Uint8Array => {
    switch (e.kind) {
      case 'and':
        return join(e.terms, Math.min);
      case 'or':
        return join(e.terms, Math.max);
      case 'not':
        return truth(e.term).map((value) => TRUE - value);
      case 'missing':
        return Uint8Array.from(textOf(table, e.column.name).codes, (code) => (code < 0 ? TRUE : FALSE));
      case 'in': {
        const tests = e.values.map((value) => literalTest(e.column, '==', value));
        return byLevel(textOf(table, e.column.name), (level) => tests.some((test) => test(level)));
      }
      case 'compare':
        return comparison(e.operator, e.left, e.right);
    }
  };

  const join = (terms: readonly Expression[], pick: (a: number, b: number) => number): Uint8Array => {
    let joined: Uint8Array | undefined;
    for (const term of terms) {
      const next = truth(term);
      joined = joined?.map((value, row) => pick(value, next[row] ?? UNKNOWN)) ?? next;
    }
    return joined ?? new Uint8Array(rows).fill(UNKNOWN);
  };

  const comparison = (operator: Comparison, left: Operand, right: Operand): Uint8Array => {
    if (left.kind !== 'column') return comparison(TURNED[operator], right, left);
    if (right.kind === 'column') return ofColumns(operator, left, right);
    return byLevel(textOf(table, left.name), literalTest(left, operator, right));
  };

  const literalTest = (
    column: Column,
    operator: Comparison,
    literal: Literal,
  ): ((level: string) => boolean) => {
    const { levels } = textOf(table, column.name);
    const numberOf = numberReader(levels);
    if (literal.kind === 'number') {
      const notNumber = levels.find((level) => numberOf(level) === undefined);
      if (notNumber !== undefined) {
        throw whereError(
          source,
          literal.at,
          `column "${column.name}" holds text such as "${notNumber}": expected text in single quotes, got the number ${literal.value}`,
        );
      }
      return (level) => holds(operator, (numberOf(level) as number) - literal.value);
    }
    if (operator !== '==' && operator !== '!=' && areNumbers(levels, numberOf)) {
      throw whereError(
        source,
        literal.at,
        `column "${column.name}" holds numbers: expected a number without quotes, got the text '${literal.value}'`,
      );
    }
    return (level) => holds(operator, compareCodePoints(level, literal.value));
  };

  const ofColumns = (operator: Comparison, left: Column, right: Column): Uint8Array => {
    const a = textOf(table, left.name);
    const b = textOf(table, right.name);
    const [numberOfA, numberOfB] = [numberReader(a.levels), numberReader(b.levels)];
    const numeric = areNumbers(a.levels, numberOfA);
    if (numeric !== areNumbers(b.levels, numberOfB)) {
      const kind = (numbers: boolean): string => (numbers ? 'numbers' : 'text');
      throw whereError(
        source,
        right.at,
        `expected two columns of one kind: "${left.name}" holds ${kind(numeric)}, "${right.name}" ${kind(!numeric)}`,
      );
    }
    const compare = numeric
      ? (x: string, y: string) => (numberOfA(x) as number) - (numberOfB(y) as number)
      : compareCodePoints;
    return Uint8Array.from({ length: rows }, (_, row) => {
      const x = a.levels[a.codes[row] ?? -1];
      const y = b.levels[b.codes[row] ?? -1];
      if (x === undefined || y === undefined) return UNKNOWN;
      return holds(operator, compare(x, y)) ? TRUE : FALSE;
    });
  };

  return truth(expression);
}

const areNumbers = (levels: readonly string[], numberOf: ReturnType<typeof numberReader>): boolean =>
  levels.every((level) => numberOf(level) !== undefined);

function byLevel({ codes, levels }: TextColumn, test: (level: string) => boolean): Uint8Array {
  const truths = levels.map((level) => (test(level) ? TRUE : FALSE));
  return Uint8Array.from(codes, (code) => truths[code] ?? UNKNOWN);
}

function holds(operator: Comparison, difference: number): boolean {
  switch (operator) {
    case '==':
      return difference === 0;
    case '!=':
      return difference !== 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
  }
}
