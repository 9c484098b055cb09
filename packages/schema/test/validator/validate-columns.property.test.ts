import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeLists } from '../../src/code-lists/index.ts';
import { recordSchema } from '../../src/exports/record-schema.ts';
import { inUniverse } from '../../src/in-universe.ts';
import { instruments } from '../../src/instruments/index.ts';
import type { InputColumn } from '../../src/validator/index.ts';
import { validateColumns } from '../../src/validator/index.ts';
import { type Cell, recordOf } from '../arbitrary-records.ts';

const records = Object.values(instruments).flatMap((instrument) =>
  instrument.records.map((record) => [`${instrument.id} ${record.name}`, record] as const),
);

/** A column in one of the forms that can hold its values; which one is decided by the position of the variable. */
function asColumn(values: readonly Cell[], form: number): InputColumn {
  if (form === 1 && values.every((v) => v === null || typeof v === 'number'))
    return Float64Array.from(values, (v) => (v as number | null) ?? Number.NaN);
  if (form === 2 && values.every((v) => v === null || typeof v === 'string')) {
    const levels = [...new Set(values.filter((v) => v !== null))] as string[];
    return { levels, codes: Int32Array.from(values, (v) => levels.indexOf(v as string)) };
  }
  return values;
}

describe('validateColumns', () => {
  test.each(records)(
    '%s: rejects exactly the rows that the zod schema rejects, and counts routing as inUniverse does',
    (_, record) => {
      const schema = recordSchema(record, codeLists);
      fc.assert(
        fc.property(
          fc.array(recordOf(record, { wrong: 15 }), { minLength: 1, maxLength: 4 }),
          fc.nat(2),
          (rows, shift) => {
            const columns = Object.fromEntries(
              record.variables.map(({ name }, i) => [
                name,
                asColumn(
                  rows.map((row) => row[name] ?? null),
                  (i + shift) % 3,
                ),
              ]),
            );
            const { invalid, issues } = validateColumns(record, columns);
            expect([...invalid]).toEqual(rows.map((row) => (schema.safeParse(row).success ? 0 : 1)));
            const violations = record.variables.flatMap((variable) => {
              const count = rows.filter(
                (row) =>
                  row[variable.name] !== null &&
                  row[variable.name] !== '' &&
                  inUniverse(variable, row) === false,
              ).length;
              return count > 0 ? [[variable.name, count]] : [];
            });
            expect(
              issues.filter((i) => i.code === 'routing_violation').map((i) => [i.variable, i.count]),
            ).toEqual(violations);
          },
        ),
        { numRuns: 25 },
      );
    },
  );
});
