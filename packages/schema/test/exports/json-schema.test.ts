import { describe, expect, test } from 'vitest';
import { exportFiles, packageSource } from '../../src/exports/index.ts';

const files = exportFiles('json-schema');
const read = (path: string) => JSON.parse(files.find((f) => f.path === path)?.text ?? 'null');

describe('JSON Schema', () => {
  const respondent = read('monitoring.respondent.schema.json');

  test('says what a variable is: labels, question, unit, universe, missing reasons, confidence', () => {
    const hours = respondent.properties.weekly_hours;
    expect(hours).toMatchObject({
      'x-label': { en: expect.any(String), zh: expect.stringMatching(/小时/) },
      'x-unit': 'hours per week',
      'x-universe': [{ variable: 'employed', in: ['yes'] }],
      'x-universe-text': { en: expect.stringMatching(/Yes$/), zh: expect.stringMatching(/是$/) },
    });
    expect(hours['x-missing']).toContain('not_applicable');
    expect(hours['x-confidence'].find((k: { wave: string }) => k.wave === '2015')).toEqual({
      wave: '2015',
      known: 'asked',
      raw: 'Q203X',
      confidence: 'verified',
      source: 'S7',
    });
  });

  test('codes have titles in both languages', () => {
    expect(respondent.$defs.sex.anyOf[0]).toEqual({ const: 'male', title: '男', 'x-title-en': 'Men' });
    expect(respondent.properties.sex.anyOf).toEqual([{ $ref: '#/$defs/sex' }, { type: 'null' }]);
  });

  test('a made-up raw name is never told', () => {
    for (const format of ['json-schema', 'table-schema', 'ddi', 'csvw'] as const)
      for (const { path, text } of exportFiles(format))
        expect([path, /"x_|\bx_[a-z]/.exec(text)?.[0]]).toEqual([path, undefined]);
  });

  test('ids are unique, and every row of the pipeline has its schema with a format version', () => {
    const ids = files.map(({ text }) => JSON.parse(text).$id);
    expect(new Set(ids).size).toBe(files.length);
    for (const name of Object.keys(packageSource.rowFormats))
      expect(read(`rows/${name.replaceAll(' ', '-')}.schema.json`)['x-format-version']).toBeGreaterThan(0);
  });
});

test('one instrument alone gives its files only; an unknown one throws', () => {
  const paths = exportFiles('json-schema', { instrument: 'baseline-worker' }).map(({ path }) => path);
  expect(paths.filter((p) => !p.startsWith('rows/'))).toEqual([
    'baseline-worker.respondent.schema.json',
    'baseline-worker.child.schema.json',
  ]);
  expect(() => exportFiles('ddi', { instrument: 'cmds' as 'monitoring' })).toThrow(
    'expected one of monitoring, monitoring-residents, baseline-worker, baseline-enterprise; got "cmds"',
  );
  expect(() => exportFiles('xls' as 'ddi')).toThrow('expected one of json-schema, table-schema, ddi');
});
