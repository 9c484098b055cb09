import fc from 'fast-check';
import { codeLists } from '../src/code-lists/index.ts';
import type { RecordDefinition } from '../src/instrument-definition.ts';
import type { Variable } from '../src/variable.ts';

export type Cell = string | number | null;

const valid = (variable: Variable): fc.Arbitrary<Cell> => {
  if (variable.kind === 'text') return fc.string({ maxLength: 6 });
  if (variable.kind === 'number') {
    const [min, max] = variable.range ?? [-1e9, 1e9];
    return fc.oneof(
      fc.integer({ min, max }),
      fc.double({ min, max, noNaN: true }),
      fc.constantFrom(min, max),
    );
  }
  return fc.constantFrom(...(codeLists[variable.codes ?? '']?.codes ?? []).map(({ code }) => code));
};

const invalid = (variable: Variable): fc.Arbitrary<Cell> => {
  if (variable.kind === 'text') return fc.double({ noNaN: true, noDefaultInfinity: true });
  if (variable.kind === 'category') return fc.constantFrom('no such code', '', 'MALE', 1, -1);
  const [min, max] = variable.range ?? [Number.NaN, Number.NaN];
  const outside = [min - 1, max + 1, min - 1e-6].filter((x) => !Number.isNaN(x));
  return fc.constantFrom<Cell>('12', '', Number.POSITIVE_INFINITY, ...outside);
};

/** A cell of a variable: right, empty, or wrong in `wrong` of some 2,500 cells. */
const cellOf = (variable: Variable, options: { wrong: number } = { wrong: 5 }): fc.Arbitrary<Cell> =>
  fc.oneof(
    { weight: 2000, arbitrary: valid(variable) },
    { weight: 500, arbitrary: fc.constant(null) },
    { weight: options.wrong, arbitrary: invalid(variable) },
  );

/** A record with the variables of the definition. */
export const recordOf = (
  record: Pick<RecordDefinition, 'variables'>,
  options?: { wrong: number },
): fc.Arbitrary<Record<string, Cell>> =>
  fc.record(Object.fromEntries(record.variables.map((v) => [v.name, cellOf(v, options)])));
