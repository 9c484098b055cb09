import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Codebook, Snapshot } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { type Wave, writeWave } from '@wavebook/synthetic';
import { readCsv, readTable, type Table, table, textColumn, textOf } from '@wavebook/tables';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CleanWave, checkRejects, cleanWave } from '../src/clean-wave.ts';

interface Made {
  readonly raw: Table;
  readonly design: Table;
  readonly clean: CleanWave;
  readonly folder: string;
}

const textsOf = (input: Table, name: string): (string | null)[] => {
  const column = textOf(input, name);
  return Array.from(column.codes, (code) => column.levels[code] ?? null);
};

const make = async (wave: Wave, twin: false | 'clean' | 'invalid'): Promise<Made> => {
  const out = mkdtempSync(join(tmpdir(), 'clean-'));
  const { folder } = writeWave({ wave, out, scale: 1500, twin, truth: false });
  const snapshot = JSON.parse(readFileSync(join(folder, 'snapshot.json'), 'utf8')) as Snapshot;
  const raw = (await readTable(join(folder, snapshot.files[0]?.name ?? ''))).table;
  const design = (await readCsv(join(folder, 'design.csv'))).table;
  return { raw, design, folder, clean: clean(raw, wave, design) };
};

const clean = (raw: Table, wave: Wave, design?: Table): CleanWave =>
  cleanWave(raw, codebooks[`monitoring-${wave}`] as Codebook, {
    synthetic: true,
    instrument: 'monitoring',
    wave,
    design,
  });

const reordered = (input: Table, order: readonly number[]): Table =>
  table(
    input.rows,
    [...input.columns.keys()].map((name) => {
      const texts = textsOf(input, name);
      return [name, textColumn(order.map((row) => texts[row] ?? null))];
    }),
  );

/** Every record as one line, in order of its identifier: two tables of the same records give the same lines. */
const recordsOf = (input: Table): string[] => {
  const columns = [...input.columns.keys()].map((name) => textsOf(input, name));
  return Array.from({ length: input.rows }, (_, row) => columns.map((c) => c[row] ?? '').join('|')).sort();
};

describe.each<Wave>(['2011', '2014', '2016', '2017'])('wave %s', (wave) => {
  let defective: Made;
  let twin: Made;

  beforeAll(async () => {
    defective = await make(wave, false);
    twin = await make(wave, 'clean');
  });

  test('issues.csv is the injector’s list, no more and no less', async () => {
    const injected = (await readCsv(join(defective.folder, 'injected.csv'))).table;
    const [rows, codes, variables] = ['row', 'code', 'variable'].map((name) => textsOf(injected, name));
    const implied = (i: number): boolean => codes?.[i] !== null;
    const expected = rows
      ?.flatMap((row, i) => (implied(i) ? [`${row} ${codes?.[i]} ${variables?.[i]}`] : []))
      .sort();
    expect(expected?.length).toBeGreaterThan(40);
    expect(defective.clean.issues.map((i) => `${i.row} ${i.code} ${i.variable}`).sort()).toEqual(expected);
  });

  test('the defect-free twin yields no issue and keeps every record', () => {
    expect(twin.clean.issues).toEqual([]);
    expect(twin.clean.audit).toEqual([]);
    expect(twin.clean.respondents.rows).toBe(twin.raw.rows);
  });

  test('a defective file cleans to the values of its twin with the same cells invalid', async () => {
    const blanked = await make(wave, 'invalid');
    const valuesOf = (input: Table): string[] =>
      recordsOf(
        table(
          input.rows,
          [...input.columns].filter(([name]) => !name.endsWith('_missing')),
        ),
      );
    expect(blanked.clean.issues.filter((issue) => issue.action !== 'keep')).toEqual([]);
    expect(valuesOf(blanked.clean.respondents)).toEqual(valuesOf(defective.clean.respondents));
    expect(valuesOf(blanked.clean.members)).toEqual(valuesOf(defective.clean.members));
  });

  test('every record that left is counted, and every emptied cell is in the audit with its old value', () => {
    const { clean, raw } = defective;
    const removed = Object.values(clean.removed).reduce((a, b) => a + b, 0);
    expect(clean.respondents.rows + removed).toBe(raw.rows);
    const emptied = clean.issues.filter((i) => i.action === 'set_invalid');
    const audited = new Set(clean.audit.map((a) => `${a.row} ${a.variable}`));
    for (const issue of emptied) expect(audited.has(`${issue.row} ${issue.variable}`)).toBe(true);
    for (const entry of clean.audit) expect(entry.old_value).not.toBe('');
  });

  test('shuffled rows clean to the same records', () => {
    const { raw, design } = twin;
    const order = Array.from({ length: raw.rows }, (_, i) => (i * 7919 + 13) % raw.rows);
    expect(new Set(order).size).toBe(raw.rows);
    const shuffled = clean(reordered(raw, order), wave, design);
    expect(recordsOf(shuffled.respondents)).toEqual(recordsOf(twin.clean.respondents));
    expect(recordsOf(shuffled.members)).toEqual(recordsOf(twin.clean.members));
  });

  test('a missing value has a reason, a present one has none', () => {
    const { respondents } = defective.clean;
    for (const name of respondents.columns.keys()) {
      if (!name.endsWith('_missing')) continue;
      const values = textsOf(respondents, name.replace(/_missing$/, ''));
      textsOf(respondents, name).forEach((reason, row) => {
        expect(reason === null, `${name}, row ${row}`).toBe(values[row] !== null);
      });
    }
  });

  test('nobody who is routed past a question has an answer to it', () => {
    const { respondents } = defective.clean;
    const employed = textsOf(respondents, 'employed');
    const status = textsOf(respondents, 'employment_status');
    const contract = textsOf(respondents, 'contract');
    const reason = textsOf(respondents, 'contract_missing');
    const seen = new Set<string | null>();
    contract.forEach((answer, row) => {
      // an unreadable answer to the routing question itself leaves the routing open
      if (employed[row] === null || (employed[row] === 'yes' && status[row] === null)) return;
      if (employed[row] === 'yes' && status[row] === 'employee') return;
      expect(answer).toBeNull();
      seen.add(reason[row] ?? null);
    });
    expect(seen.has('not_applicable')).toBe(true);
  });

  test('the roster has one respondent a record, and family follows from it', () => {
    const { respondents, members } = twin.clean;
    const numbers = textsOf(members, 'member_number');
    expect(numbers.filter((n) => n === '1')).toHaveLength(respondents.rows);
    const here = new Map<string, number>();
    const owner = textsOf(members, 'respondent_id');
    textsOf(members, 'residence').forEach((place, i) => {
      if (numbers[i] === '1' || place === 'here')
        here.set(owner[i] as string, (here.get(owner[i] as string) ?? 0) + 1);
    });
    const ids = textsOf(respondents, 'respondent_id');
    textsOf(respondents, 'family_migration').forEach((family, row) => {
      expect(family).toBe((here.get(ids[row] as string) ?? 0) >= 2 ? 'yes' : 'no');
    });
  });
});

test('a question that a wave did not ask has no value in any record', async () => {
  const { clean: made } = await make('2014', 'clean');
  expect(new Set(textsOf(made.respondents, 'public_health_services_heard'))).toEqual(new Set([null]));
  expect(new Set(textsOf(made.respondents, 'public_health_services_heard_missing'))).toEqual(
    new Set(['not_asked']),
  );
  expect(made.notAsked).toContain('public_health_services_heard');
});

test('more rejected rows than allowed fail the wave, with codes and counts', () => {
  const issue = {
    row: 1,
    code: 'duplicate_respondent_id' as const,
    severity: 'error' as const,
    action: 'reject' as const,
    instrument: 'monitoring',
    wave: '2014',
    respondent_id: 'a',
    variable: 'respondent_id',
    value: 'a',
    message: '',
  };
  expect(() => checkRejects('f.csv', 100, [issue])).not.toThrow();
  expect(() => checkRejects('f.csv', 100, [issue, issue])).toThrow(
    /f\.csv: 2 of 100 rows: .*duplicate_respondent_id; at most 1 % allowed/,
  );
  expect(() => checkRejects('f.csv', 100, [{ ...issue, code: 'missing_weight' }])).toThrow(
    /at most 0 % allowed/,
  );
});
