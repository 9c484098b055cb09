import { describe, expect, expectTypeOf, test } from 'vitest';
import { ColumnIssue, type ColumnsVerdict, validateColumns } from '../../src/validator/index.ts';
import type { Variable } from '../../src/variable.ts';

const label = { zh: '甲', en: 'a' };
const sex: Variable = { name: 'sex', label, kind: 'category', codes: 'sex' };
const age: Variable = { name: 'age', label, kind: 'number', unit: 'years', range: [0, 120] };
const id: Variable = { name: 'id', label, kind: 'text', missing: [] };
const births: Variable = {
  name: 'births',
  label,
  kind: 'number',
  unit: 'births',
  universe: [
    { variable: 'sex', in: ['female'] },
    { variable: 'age', min: 15, max: 49 },
  ],
};
const record = { variables: [id, sex, age, births] };
const faults = ({ issues }: ColumnsVerdict) =>
  issues.map(({ variable, code, rows }) => [variable, code, rows]);
const dictionary = (levels: string[], ...codes: number[]) => ({ levels, codes: Int32Array.from(codes) });

describe('validateColumns', () => {
  test('names the rows of every fault, counted from 1, and marks them', () => {
    const verdict = validateColumns(record, {
      id: ['a', null, 'c', 'd'],
      sex: dictionary(['male', 'x', 'female'], 0, 1, 2, -1),
      age: new Float64Array([20, 121, Number.NaN, -1]),
      births: [null, null, 2, null],
    });
    expect(faults(verdict)).toEqual([
      ['id', 'empty_cell', [2]],
      ['sex', 'unknown_code', [2]],
      ['age', 'value_out_of_range', [2, 4]],
    ]);
    expect([...verdict.invalid]).toEqual([0, 1, 0, 1]);
    for (const issue of verdict.issues) ColumnIssue.parse(issue);
    expect(verdict.issues[2]?.message).toBe(
      'age: expected a number between 0 and 120; got 121, -1 in 2 rows, first row 2',
    );
  });

  test('an answer from outside the universe is a routing violation, and no malformed cell', () => {
    const verdict = validateColumns(record, {
      id: ['a', 'b', 'c', 'd', 'e'],
      sex: ['male', 'female', 'female', null, 'female'],
      age: [30, 30, 60, 30, null],
      births: [1, 1, 1, 1, 1],
    });
    expect(faults(verdict)).toEqual([['births', 'routing_violation', [1, 3]]]);
    expect([...verdict.invalid]).toEqual([0, 0, 0, 0, 0]);
  });

  test('a question that was itself routed past decides, as inUniverse has it', () => {
    const contract: Variable = { ...sex, name: 'contract', universe: [{ variable: 'sex', in: ['male'] }] };
    const columns = {
      sex: [null, null],
      sex_missing: ['not_applicable', 'refused'],
      contract: ['male', 'male'],
    };
    expect(faults(validateColumns({ variables: [sex, contract] }, columns))).toEqual([
      ['contract', 'routing_violation', [1]],
    ]);
  });

  test('counts all and names the first', () => {
    const verdict = validateColumns({ variables: [sex] }, { sex: Array(50).fill('x') }, { limit: 3 });
    expect(verdict.issues[0]).toMatchObject({ count: 50, rows: [1, 2, 3], values: ['x', 'x', 'x'] });
  });

  test('says which columns are absent or unknown; partial accepts the absent ones', () => {
    const columns = { id: ['a'], extra: [1] };
    expect(faults(validateColumns(record, columns))).toEqual([
      ['sex', 'missing_column', []],
      ['age', 'missing_column', []],
      ['births', 'missing_column', []],
      ['extra', 'unknown_column', []],
    ]);
    expect(faults(validateColumns(record, { id: ['a'] }, { partial: true }))).toEqual([]);
  });

  test('infinite numbers, numbers as text, and numbers in a text column are of the wrong type', () => {
    const verdict = validateColumns(
      record,
      {
        id: [1, 'b', 'c'],
        sex: new Float64Array([1, Number.NaN, Number.NaN]),
        age: ['20', Number.POSITIVE_INFINITY, 5],
        births: { values: new Float64Array([Number.NEGATIVE_INFINITY, Number.NaN, Number.NaN]) },
      },
      { partial: true },
    );
    expect(faults(verdict)).toEqual([
      ['id', 'not_text', [1]],
      ['sex', 'unknown_code', [1]],
      ['age', 'not_a_number', [1, 2]],
      ['births', 'not_a_number', [1]],
      ['births', 'routing_violation', [1]],
    ]);
  });

  test('no rows, one row, nothing but empty cells', () => {
    expect(validateColumns(record, {})).toEqual({ rows: 0, issues: [], invalid: new Uint8Array(0) });
    expect(validateColumns({ variables: [sex] }, { sex: ['male'] }).issues).toEqual([]);
    expect(validateColumns({ variables: [sex] }, { sex: dictionary([], -1, -1) }).issues).toEqual([]);
  });

  test('a bad call throws and says what to do', () => {
    expect(() => validateColumns(record, { id: ['a'], sex: [] })).toThrow(
      'all columns must have the same length; "sex" has 0 rows, those before it 1',
    );
    expect(() => validateColumns({ variables: [sex] }, { sex: 'male' as unknown as string[] })).toThrow(
      'must be a typed array, an array, or { codes, levels }',
    );
    expect(() => validateColumns({ variables: [sex] }, { sex: dictionary(['male'], 0, 1) })).toThrow(
      'dictionary codes must lie between -1 and 0',
    );
    expect(() => validateColumns({ variables: [{ ...sex, codes: 'nothing' }] }, { sex: ['male'] })).toThrow(
      'needs the code list "nothing"',
    );
    expectTypeOf<ColumnsVerdict['invalid']>().toEqualTypeOf<Uint8Array>();
  });
});
