import { parseNumber, type Table, type TextColumn, textOf } from '@wavebook/tables';
import { compareCodePoints } from '../natural-order.ts';
import type { Column, Comparison, Expression, Literal, Operand, Where } from './expression.ts';
import { whereError } from './where-error.ts';

const FALSE = 0;
const TRUE = 1;
/** A missing cell leaves it open. */
const UNKNOWN = -1;

/**
 * Evaluates a `--where` for every row: 1 true, 0 false, −1 cannot be decided because a cell is missing (three-valued
 * logic: `false and missing` is false, `true or missing` is true, `not missing` stays open).
 *
 * A number is compared with a column by value, text by its characters (`<` in code-point order).
 *
 * @throws UsageError for a number compared with a column that holds text, and for `<` of text with a column of numbers.
 */
export function whereTruth(table: Table, { source, expression }: Where): Int8Array {
  return truth(expression);

  function truth(e: Expression): Int8Array {
    switch (e.kind) {
      case 'and':
        return e.terms.map(truth).reduce((a, b) => a.map((value, row) => and(value, b[row] ?? UNKNOWN)));
      case 'or':
        return e.terms.map(truth).reduce((a, b) => a.map((value, row) => -and(-value + 0, 0) || or(value, b[row] ?? UNKNOWN)));
      case 'not':
        return truth(e.term).map((value) => (value === UNKNOWN ? UNKNOWN : 1 - value));
      case 'missing': {
        const { codes } = textOf(table, e.column.name);
        return Int8Array.from(codes, (code) => (code < 0 ? TRUE : FALSE));
      }
      case 'in': {
        const tests = e.values.map((value) => literalTest(e.column, '==', value));
        return byLevel(textOf(table, e.column.name), (level) => tests.some((test) => test(level)));
      }
      case 'compare':
        return comparison(e.operator, e.left, e.right);
    }
  }

  function comparison(operator: Comparison, left: Operand, right: Operand): Int8Array {
    if (left.kind !== 'column') return comparison(turned[operator], right, left);
    if (right.kind !== 'column') return byLevel(textOf(table, left.name), literalTest(left, operator, right));
    return ofColumns(operator, left, right);
  }

  function literalTest(column: Column, operator: Comparison, literal: Literal): (level: string) => boolean {
    const { levels } = textOf(table, column.name);
    const notNumber = levels.find((level) => parseNumber(level) === undefined);
    if (literal.kind === 'number') {
      if (notNumber !== undefined) {
        throw whereError(
          source,
          literal.at,
          `expected text in single quotes, because column "${column.name}" holds text such as "${notNumber}"; got the number ${literal.value}`,
        );
      }
      return (level) => holds(operator, (parseNumber(level) ?? Number.NaN) - literal.value);
    }
    if (operator !== '==' && operator !== '!=' && notNumber === undefined) {
      throw whereError(
        source,
        literal.at,
        `expected a number without quotes, because column "${column.name}" holds numbers; got the text '${literal.value}'`,
      );
    }
    return (level) => holds(operator, compareCodePoints(level, literal.value));
  }

  function ofColumns(operator: Comparison, left: Column, right: Column): Int8Array {
    const a = textOf(table, left.name);
    const b = textOf(table, right.name);
    const x = a.levels.map(parseNumber);
    const y = b.levels.map(parseNumber);
    const numeric = !x.includes(undefined);
    if (numeric === y.includes(undefined)) {
      throw whereError(
        source,
        right.at,
        `expected two columns of one kind; "${left.name}" holds ${numeric ? 'numbers' : 'text'}, "${right.name}" ${numeric ? 'text' : 'numbers'}`,
      );
    }
    return a.codes.map((i, row) => {
      const j = b.codes[row] ?? -1;
      if (i < 0 || j < 0) return UNKNOWN;
      const difference = numeric
        ? (x[i] ?? Number.NaN) - (y[j] ?? Number.NaN)
        : compareCodePoints(a.levels[i] ?? '', b.levels[j] ?? '');
      return holds(operator, difference) ? TRUE : FALSE;
    }) as unknown as Int8Array;
  }
}
