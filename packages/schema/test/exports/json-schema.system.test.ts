import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { exportFiles, packageSource, recordJsonSchema, recordSchema } from '../../src/exports/index.ts';
import { recordOf } from '../arbitrary-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'json-schema-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Debian's python3-jsonschema: checks the schemas themselves, and gives its verdict on every record. */
const PROGRAM = `
import json, sys
from jsonschema import Draft202012Validator
job = json.load(open(sys.argv[1], encoding="utf-8"))
for schema in job["schemas"]:
    Draft202012Validator.check_schema(schema)
verdicts = [[Draft202012Validator(schema).is_valid(r) for r in records] for schema, records in job["pairs"]]
json.dump(verdicts, sys.stdout)
`;

function python(job: { schemas: unknown[]; pairs: [unknown, unknown[]][] }): boolean[][] {
  const path = join(folder, 'job.json');
  writeFileSync(path, JSON.stringify(job));
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', PROGRAM, path], { encoding: 'utf8' }));
}

describe('JSON Schema, by another implementation (python3-jsonschema)', () => {
  test('every exported schema is a valid JSON Schema 2020-12', () => {
    const schemas = exportFiles('json-schema').map(({ text }) => JSON.parse(text));
    expect(python({ schemas, pairs: [] })).toEqual([]);
    expect(() => python({ schemas: [{ type: 'no such type' }], pairs: [] })).toThrow();
  });

  test('accepts and rejects the same records as zod', () => {
    const cases = packageSource.instruments.flatMap((instrument) =>
      instrument.records.map((record) => {
        // infinite numbers cannot be written in JSON
        const finite = recordOf(record, { wrong: 15 }).filter((r) =>
          Object.values(r).every((v) => v !== Infinity),
        );
        const records = fc.sample(finite, { numRuns: 60, seed: 20170501 });
        return { instrument, record, records };
      }),
    );
    const verdicts = python({
      schemas: [],
      pairs: cases.map(({ instrument, record, records }) => [
        recordJsonSchema(instrument, record, packageSource),
        records,
      ]),
    });
    const expected = cases.map(({ record, records }) => {
      const schema = recordSchema(record, packageSource.codeLists);
      return records.map((values) => schema.safeParse(values).success);
    });
    expect(verdicts).toEqual(expected);
    expect(new Set(expected.flat()).size).toBe(2);
  });
});
