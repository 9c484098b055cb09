import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { packageSource, recordJsonSchema, recordSchema } from '../../src/exports/index.ts';
import { recordOf } from '../arbitrary-records.ts';

const records = packageSource.instruments.flatMap((instrument) =>
  instrument.records.map((record) => [`${instrument.id} ${record.name}`, instrument, record] as const),
);

describe('JSON Schema of a record', () => {
  test.each(records)(
    '%s: read back by zod, it accepts and rejects the same records',
    (_, instrument, record) => {
      const text = JSON.stringify(recordJsonSchema(instrument, record, packageSource));
      const back = z.fromJSONSchema(JSON.parse(text));
      const schema = recordSchema(record, packageSource.codeLists);
      let accepted = 0;
      let rejected = 0;
      fc.assert(
        fc.property(recordOf(record, { wrong: 15 }), (values) => {
          const verdict = schema.safeParse(values).success;
          if (verdict) accepted += 1;
          else rejected += 1;
          expect(back.safeParse(values).success).toBe(verdict);
        }),
        { numRuns: 40, seed: 20170501 },
      );
      expect(Math.min(accepted, rejected)).toBeGreaterThan(0);
    },
  );
});
