import { expect, test } from 'vitest';
import { z } from 'zod';
import { codeLists } from '../../src/code-lists/index.ts';
import { recordSchema } from '../../src/exports/record-schema.ts';
import * as schema from '../../src/index.ts';
import { instruments } from '../../src/instruments/index.ts';

const committed: Record<string, z.ZodType> = {
  'monitoring respondent': schema.Respondent,
  'monitoring member': schema.Member,
  'monitoring-residents respondent': schema.ResidentRespondent,
  'baseline-worker respondent': schema.BaselineWorker,
  'baseline-worker child': schema.BaselineChild,
  'baseline-enterprise enterprise': schema.BaselineEnterprise,
  'baseline-enterprise vacancy': schema.BaselineVacancy,
};

const records = Object.values(instruments).flatMap((instrument) =>
  instrument.records.map((record) => [`${instrument.id} ${record.name}`, record] as const),
);

test.each(records)('%s: the committed schema is the one made from the definition', (name, record) => {
  const written = committed[name] as z.ZodType;
  expect(z.toJSONSchema(recordSchema(record, codeLists))).toEqual(z.toJSONSchema(written));
});

test('every record has a committed schema', () => {
  expect(records.map(([name]) => name).sort()).toEqual(Object.keys(committed).sort());
});
