import { issueRules } from '@wavebook/schema';
import { monitoringWaves, type Wave } from '@wavebook/synthetic';
import { type Table, table, textColumn } from '@wavebook/tables';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CleanWave, checkRejects } from '../src/clean-wave.ts';
import { cleanMade, type MadeWave, madeWave, recordsOf, textsOf } from './made-wave.ts';

const reordered = (input: Table, order: readonly number[]): Table =>
  table(
    input.rows,
    [...input.columns.keys()].map((name) => {
      const texts = textsOf(input, name);
      return [name, textColumn(order.map((row) => texts[row] ?? null))];
    }),
  );

describe.each<Wave>([...monitoringWaves])('wave %s', (wave) => {
  let made: MadeWave;
  let defective: CleanWave;
  let twin: CleanWave;

  beforeAll(() => {
    made = madeWave(wave);
    defective = cleanMade(made, made.defective);
    twin = cleanMade(made, made.twin);
  });

  test('issues.csv is the injector’s list, no more and no less', () => {
    const expected = made.injected.filter(({ code }) => code !== '');
    expect(expected.length).toBeGreaterThan(100);
    expect(defective.issues.map((i) => `${i.row} ${i.code} ${i.variable}`).sort()).toEqual(
      expected.map((i) => `${i.row} ${i.code} ${i.variable}`).sort(),
    );
  });

  test('the defect-free twin yields no issue and keeps every record', () => {
    expect(twin.issues).toEqual([]);
    expect(twin.audit).toEqual([]);
    expect(twin.respondents.rows).toBe(made.twin.rows);
  });

  test('a defective file cleans to the values of its twin with the same cells invalid', () => {
    const blanked = cleanMade(made, made.blanked);
    const isReason = (name: string): boolean => name.endsWith('_missing');
    expect(blanked.issues.filter((issue) => issue.action !== 'keep')).toEqual([]);
    expect(recordsOf(blanked.respondents, isReason)).toEqual(recordsOf(defective.respondents, isReason));
    expect(recordsOf(blanked.members, isReason)).toEqual(recordsOf(defective.members, isReason));
  });

  test('every record that left is counted, and every emptied cell is in the audit with value, rule and code', () => {
    const removed = Object.values(defective.removed).reduce((a, b) => a + b, 0);
    expect(defective.respondents.rows + removed).toBe(made.defective.rows);
    const audited = new Map(defective.audit.map((a) => [`${a.row} ${a.variable}`, a]));
    for (const issue of defective.issues)
      if (issue.action === 'set_invalid') {
        const entry = audited.get(`${issue.row} ${issue.variable}`);
        expect(entry).toMatchObject({ code: issue.code, new_value: 'invalid' });
        expect(entry?.rule.startsWith(issue.code)).toBe(true);
      }
    expect(defective.audit.filter(({ old_value }) => old_value === '')).toEqual([]);
  });

  test('a missing value has a reason, a present one has none', () => {
    const { respondents } = defective;
    const wrong = [...respondents.columns.keys()]
      .filter((name) => name.endsWith('_missing'))
      .filter((name) => {
        const values = textsOf(respondents, name.replace(/_missing$/, ''));
        return textsOf(respondents, name).some((reason, row) => (reason === null) !== (values[row] !== null));
      });
    expect(wrong).toEqual([]);
  });

  test('nobody who is routed past a question has an answer to it', () => {
    const { respondents } = defective;
    const [employed, status, contract, reason] = [
      'employed',
      'employment_status',
      'contract',
      'contract_missing',
    ].map((name) => textsOf(respondents, name)) as [
      (string | null)[],
      (string | null)[],
      (string | null)[],
      (string | null)[],
    ];
    // an unreadable answer to the routing question itself leaves the routing open
    const outside = contract.flatMap((_, row) =>
      employed[row] === 'no' || (status[row] !== null && status[row] !== 'employee') ? [row] : [],
    );
    expect(outside.filter((row) => contract[row] !== null)).toEqual([]);
    expect(new Set(outside.map((row) => reason[row])).has('not_applicable')).toBe(true);
  });

  test('the roster has one respondent a record, and family follows from it', () => {
    const { respondents, members } = twin;
    const numbers = textsOf(members, 'member_number');
    expect(numbers.filter((n) => n === '1')).toHaveLength(respondents.rows);
    const here = new Map<string, number>();
    const owner = textsOf(members, 'respondent_id');
    textsOf(members, 'residence').forEach((place, i) => {
      if (numbers[i] === '1' || place === 'here')
        here.set(owner[i] as string, (here.get(owner[i] as string) ?? 0) + 1);
    });
    const ids = textsOf(respondents, 'respondent_id');
    expect(textsOf(respondents, 'family_migration')).toEqual(
      ids.map((id) => ((here.get(id as string) ?? 0) >= 2 ? 'yes' : 'no')),
    );
  });
});

describe('what does not depend on the wave', () => {
  let made: MadeWave;

  beforeAll(() => {
    made = madeWave('2014');
  });

  test('shuffled rows clean to the same records', () => {
    const { twin } = made;
    const order = Array.from({ length: twin.rows }, (_, i) => (i * 7919 + 13) % twin.rows);
    expect(new Set(order).size).toBe(twin.rows);
    const [shuffled, straight] = [reordered(twin, order), twin].map((raw) => cleanMade(made, raw)) as [
      CleanWave,
      CleanWave,
    ];
    expect(recordsOf(shuffled.respondents)).toEqual(recordsOf(straight.respondents));
    expect(recordsOf(shuffled.members)).toEqual(recordsOf(straight.members));
  });

  test('a question that a wave did not ask has no value in any record', () => {
    const { respondents, notAsked } = cleanMade(made, made.twin);
    expect(new Set(textsOf(respondents, 'public_health_services_heard'))).toEqual(new Set([null]));
    expect(new Set(textsOf(respondents, 'public_health_services_heard_missing'))).toEqual(
      new Set(['not_asked']),
    );
    expect(notAsked).toContain('public_health_services_heard');
  });

  test('every code of the list is injected somewhere, or belongs to another instrument or file', () => {
    const injected = new Set(
      monitoringWaves.flatMap((wave) => madeWave(wave).injected.map(({ code }) => code)),
    );
    const elsewhere = [
      ...['missing_weight', 'missing_design', 'unknown_province', 'no_consent'],
      ...['unknown_unit', 'unit_not_kept'],
    ];
    expect(
      Object.keys(issueRules).filter((code) => !injected.has(code as never) && !elsewhere.includes(code)),
    ).toEqual([]);
  });
});

test('more rejected rows than allowed fail the wave, with codes and counts', () => {
  const issue = {
    row: 1,
    code: 'duplicate_respondent_id',
    severity: 'error',
    action: 'reject',
    instrument: 'monitoring',
    wave: '2017',
    respondent_id: '1',
    variable: 'respondent_id',
    value: '1',
    message: '',
  } as const;
  expect(() => checkRejects('f.csv', 100, [issue])).not.toThrow();
  expect(() => checkRejects('f.csv', 100, [issue, { ...issue, row: 2 }])).toThrow(
    'f.csv: 2 of 100 rows: respondent identifier occurs before in the file (duplicate_respondent_id; at most 1 % allowed)',
  );
  const enterprise = { ...issue, instrument: 'baseline-enterprise' };
  expect(() => checkRejects('f.csv', 1, [enterprise])).toThrow('1 of 1 rows: enterprise identifier occurs');
  expect(() => checkRejects('f.csv', 100, [{ ...issue, code: 'missing_weight' }])).toThrow(
    /at most 0 % allowed/,
  );
});
