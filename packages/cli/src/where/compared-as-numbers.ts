import type { Expression } from './expression.ts';

/** The columns whose cells an expression takes as numbers where they are: beside a number, or another column. */
export function comparedAsNumbers(expression: Expression): string[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.terms.flatMap(comparedAsNumbers);
    case 'not':
      return comparedAsNumbers(expression.term);
    case 'missing':
      return [];
    case 'in':
      return expression.values.some(({ kind }) => kind === 'number') ? [expression.column.name] : [];
    case 'compare': {
      const sides = [expression.left, expression.right];
      if (sides.some(({ kind }) => kind === 'text')) return [];
      return sides.flatMap((side) => (side.kind === 'column' ? [side.name] : []));
    }
  }
}
