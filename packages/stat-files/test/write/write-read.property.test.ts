import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  readDta,
  readSav,
  type StatColumn,
  type StatFile,
  type StatTable,
  type WrittenColumn,
  writeDta,
  writeSav,
} from '../../src/index.ts';
import { statTables } from '../arbitraries.ts';

const cells = (column: StatColumn | WrittenColumn): unknown[] =>
  column.kind === 'text'
    ? Array.from(column.codes, (code) => column.levels[code] ?? null)
    : Array.from(column.values, (value, row) =>
        column.missing?.[row] ? `missing ${column.missing[row]}` : value,
      );

const expectSame = (file: StatFile, table: StatTable): void => {
  expect(file.rows).toBe(table.rows);
  expect(file.label).toBe(table.label);
  const columns = file.columns();
  expect([...columns.keys()]).toEqual(table.variables.map(({ name }) => name));
  table.variables.forEach((variable, i) => {
    const found = file.variables[i];
    expect(found?.label).toBe(variable.label);
    expect(found?.valueLabels).toEqual(
      new Map([...(variable.valueLabels ?? [])].sort(([a], [b]) => Number(a) - Number(b))),
    );
    if (file.format === 'dta') expect(found?.missingLabels).toEqual(variable.missingLabels ?? new Map());
    if (file.format === 'sav') expect(found?.measure).toBe(variable.measure);
    const column = columns.get(variable.name) as StatColumn;
    expect(cells(column)).toEqual(cells(table.columns.get(variable.name) as WrittenColumn));
    expect([...column.missing]).toEqual([...(table.columns.get(variable.name)?.missing ?? [])]);
  });
};

const settings = { numRuns: 60, seed: 20_170_501 };

it.each([
  { release: 118 },
  { release: 118, compress: false },
  { release: 117, encoding: 'gb18030' },
  { release: 117, encoding: 'utf-8', compress: false },
] as const)('a .dta file gives back the table that was written: %o', (options) => {
  fc.assert(
    fc.property(statTables({ format: 'dta' }), (table) => {
      const bytes = writeDta(table, options);
      expect(Buffer.compare(writeDta(table, options), bytes)).toBe(0);
      const encoding = 'encoding' in options ? { encoding: options.encoding } : {};
      expectSame(readDta(bytes, encoding), table);
    }),
    settings,
  );
});

it.each(['utf-8', 'gb18030'] as const)(
  'a .sav file gives back the table that was written: %s',
  (encoding) => {
    fc.assert(
      fc.property(statTables({ format: 'sav' }), (table) => {
        const bytes = writeSav(table, { encoding });
        expect(Buffer.compare(writeSav(table, { encoding }), bytes)).toBe(0);
        expectSame(readSav(bytes), table);
      }),
      settings,
    );
  },
);

it('types are kept without compress, and are the smallest that hold all with it', () => {
  const table: StatTable = {
    rows: 2,
    variables: [{ name: 'a', type: 'long' }, { name: 'b' }, { name: 'c', type: 'byte' }],
    columns: new Map([
      ['a', { kind: 'number', values: Int8Array.of(1, 2) }],
      ['b', { kind: 'number', values: Float32Array.of(0.5, 40_000) }],
      ['c', { kind: 'number', values: Float64Array.of(101, 0.1) }],
    ]),
  };
  const types = (compress: boolean) =>
    readDta(writeDta(table, { compress })).variables.map(({ type }) => type);
  expect(types(false)).toEqual(['long', 'float', 'double']);
  expect(types(true)).toEqual(['byte', 'float', 'double']);
});
