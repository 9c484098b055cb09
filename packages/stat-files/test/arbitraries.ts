import fc from 'fast-check';
import type { StatTable, WrittenColumn, WrittenVariable } from '../src/index.ts';

/** A table with the variables of every kind that a format can hold, all of the same rows. */
export interface TableChoice {
  /** Stata's limits of integers, extended missing codes, labels of them */
  readonly format: 'dta' | 'sav';
  /** characters that the encoding has */
  readonly text?: fc.Arbitrary<string>;
}

const characters = fc.constantFrom(...'aZ9 _é山西省自治州㐀𠮷、（）%');
/** No NUL, no blank at an end, which SPSS does not keep. */
const word = fc
  .array(characters, { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join('').trim())
  .filter((text) => text !== '');

const longWord = fc.tuple(word, fc.integer({ min: 20, max: 90 })).map(([text, times]) => text.repeat(times));

const numbers = (rows: number) => ({
  Int8Array: fc.int8Array({ min: -127, max: 100, minLength: rows, maxLength: rows }),
  Int16Array: fc.int16Array({ min: -32_767, max: 32_740, minLength: rows, maxLength: rows }),
  Int32Array: fc.int32Array({ min: -2_147_483_647, max: 2_147_483_620, minLength: rows, maxLength: rows }),
  Float32Array: fc.float32Array({
    noDefaultInfinity: true,
    noNaN: true,
    min: -(2 ** 120),
    max: 2 ** 120,
    minLength: rows,
    maxLength: rows,
  }),
  Float64Array: fc.float64Array({
    noDefaultInfinity: true,
    noNaN: true,
    min: -1e307,
    max: 1e307,
    minLength: rows,
    maxLength: rows,
  }),
});

const numberColumn = (rows: number, codes: fc.Arbitrary<number>): fc.Arbitrary<WrittenColumn> =>
  fc
    .tuple(
      fc.oneof(...Object.values(numbers(rows))),
      fc.array(codes, { minLength: rows, maxLength: rows }).map((list) => Uint8Array.from(list)),
    )
    .map(([values, missing]) => {
      missing.forEach((code, row) => {
        if (code !== 0)
          values[row] = values instanceof Float32Array || values instanceof Float64Array ? Number.NaN : 0;
        else if (Object.is(values[row], -0)) values[row] = 0;
      });
      return { kind: 'number', values, missing };
    });

const textColumn = (rows: number, text: fc.Arbitrary<string>): fc.Arbitrary<WrittenColumn> =>
  fc.array(fc.option(text, { nil: '' }), { minLength: rows, maxLength: rows }).map((cells) => {
    const levels = [...new Set(cells.filter((cell) => cell !== ''))];
    return {
      kind: 'text',
      codes: Int32Array.from(cells, (cell) => levels.indexOf(cell)),
      levels,
      missing: Uint8Array.from(cells, (cell) => (cell === '' ? 1 : 0)),
    };
  });

const labels = fc.uniqueArray(fc.tuple(fc.integer({ min: -999, max: 999 }), word), {
  maxLength: 4,
  selector: ([value]) => value,
});

/** Tables that a file of that format can hold and give back unchanged. */
export function statTables({ format, text = word }: TableChoice): fc.Arbitrary<StatTable> {
  const code =
    format === 'dta'
      ? fc.oneof(
          { weight: 4, arbitrary: fc.constant(0) },
          { weight: 1, arbitrary: fc.integer({ min: 1, max: 27 }) },
        )
      : fc.constantFrom(0, 0, 0, 1);
  const long = text === word ? longWord : text;
  const one = (rows: number, name: string): fc.Arbitrary<[WrittenVariable, WrittenColumn]> =>
    fc
      .tuple(
        fc.oneof(
          { weight: 4, arbitrary: numberColumn(rows, code) },
          { weight: 2, arbitrary: textColumn(rows, text) },
          { weight: 1, arbitrary: textColumn(rows, long) },
        ),
        text,
        labels,
        fc.constantFrom('unknown', 'nominal', 'ordinal', 'scale'),
      )
      .map(([column, label, values, measure]) => [
        {
          name,
          label: label.slice(0, 20).trim(),
          ...(column.kind === 'number' ? { valueLabels: new Map(values) } : {}),
          ...(column.kind === 'number' && format === 'dta' ? { missingLabels: new Map([[3, '拒答']]) } : {}),
          ...(format === 'sav' ? { measure } : {}),
        },
        column,
      ]);
  return fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 6 })).chain(([rows, count]) =>
    fc
      .tuple(...Array.from({ length: count }, (_, i) => one(rows, i % 2 ? `问题${i}` : `v${i}`)))
      .map((found) => ({
        rows,
        label: '流动人口',
        variables: found.map(([variable]) => variable),
        columns: new Map(found.map(([variable, column]) => [variable.name, column])),
      })),
  );
}
