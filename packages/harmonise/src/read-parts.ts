import type { Mapping, Variable } from '@wavebook/schema';
import { type Cells, reasonCode, setMissing } from './cells.ts';
import type { RawColumn } from './raw-column.ts';
import { type ReadColumn, readCells } from './read-cells.ts';

const isOutside = (value: number, range: Variable['range'] | undefined): boolean =>
  range !== undefined && (value < range[0] || value > range[1]);

/**
 * Reads a number that a wave asked in two parts: a product, such as days a week by hours a day (`times`), or a sum, such as food paid for
 * and food given (`plus`). A part that is empty or cannot be read empties the whole for the same reason; a part or a whole outside its range
 * is an issue with both parts as its value: nine days a week are impossible even where the hours of the week are not.
 */
export function readParts(
  first: RawColumn,
  second: RawColumn,
  mapping: Mapping,
  variable: Variable,
  partRanges: readonly (Variable['range'] | undefined)[] = [],
): ReadColumn {
  const { range, ...unbounded } = variable;
  const parts = [first, second].map((column) => readCells(column, mapping, unbounded));
  const [a, b] = parts.map((part) => part.cells);
  if (a?.kind !== 'number' || b?.kind !== 'number')
    throw new Error(`readParts: "${variable.name}" is no number`);
  const [sign, join] =
    mapping.plus === undefined
      ? (['x', (v: number, w: number) => v * w] as const)
      : (['+', (v: number, w: number) => v + w] as const);
  const cells: Cells = {
    kind: 'number',
    values: a.values.map((v, row) => join(v, b.values[row] as number)),
    reasons: Uint8Array.from(a.reasons),
  };
  const issues = parts.flatMap((part) => part.issues);
  const [low, high] = range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let row = 0; row < cells.values.length; row++) {
    const value = cells.values[row] as number;
    if (Number.isNaN(value)) {
      const reason = a.reasons[row] || b.reasons[row] || reasonCode('missing');
      cells.reasons[row] = reason;
    } else if (
      value < low ||
      value > high ||
      isOutside(a.values[row] as number, partRanges[0]) ||
      isOutside(b.values[row] as number, partRanges[1])
    ) {
      issues.push({ row, code: 'value_out_of_range', value: `${a.values[row]} ${sign} ${b.values[row]}` });
      setMissing(cells, row, 'invalid');
    }
  }
  return { cells, issues, forms: parts.flatMap((part) => part.forms) };
}
