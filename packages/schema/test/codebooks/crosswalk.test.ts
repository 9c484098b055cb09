import { describe, expect, test } from 'vitest';
import { type CrosswalkCell, codebooks, crosswalk, printCrosswalk } from '../../src/codebooks/index.ts';
import { memberVariables } from '../../src/variables/member.ts';
import { respondentVariables } from '../../src/variables/respondent.ts';

const { waves, rows } = crosswalk();
const cells = (variable: string, record = 'respondent'): Readonly<Record<string, CrosswalkCell>> => {
  const row = rows.find((r) => r.variable === variable && r.record === record);
  return Object.fromEntries(row?.cells.map((cell) => [cell.wave, cell]) ?? []);
};
const column = (cell: CrosswalkCell | undefined): string =>
  cell?.state === 'known' ? `${cell.mapping.raw} ${cell.mapping.confidence}` : (cell?.state ?? 'no cell');

describe('crosswalk', () => {
  test('has every variable that can stand in a file, once a record, and a cell for every wave', () => {
    const inFiles = [...respondentVariables.filter((v) => !v.derived).map((v) => `respondent ${v.name}`)];
    inFiles.push(
      ...memberVariables
        .filter((v) => !v.derived && v.name !== 'respondent_id' && v.name !== 'member_number')
        .map((v) => `member ${v.name}`),
    );
    expect(rows.map((r) => `${r.record} ${r.variable}`)).toEqual(inFiles);
    for (const row of rows) expect(row.cells.map((c) => c.wave)).toEqual(waves);
  });

  test('tells where education is in each of the eight waves, and how sure that is', () => {
    expect(waves.map((wave) => column(cells('education')[wave]))).toEqual([
      'q101g1 verified',
      'edu_status_1 verified',
      'edu_status_1 verified',
      'edu_stat_1 verified',
      'q101e1 verified',
      'Q101E1 verified',
      'q101e1 verified',
      'not_known',
    ]);
  });

  test('a placeholder is not known, with its invented name apart', () => {
    const cell = cells('contract')['2017'];
    expect(cell?.state).toBe('not_known');
    expect(cell).toMatchObject({
      placeholder: 'x_contract',
      asked: { confidence: 'verified', source: 'S39' },
    });
    for (const row of rows)
      for (const known of row.cells)
        if (known.state === 'known') expect(known.mapping.confidence).not.toBe('placeholder');
  });

  test('not known is not "not asked": only an absence with its source is', () => {
    expect(cells('health_record')['2012']?.state).toBe('not_known');
    expect(cells('arrival_month')['2012']).toMatchObject({
      state: 'not_asked',
      absence: { confidence: 'verified', source: 'S1' },
    });
    for (const row of rows)
      for (const cell of row.cells)
        if (cell.state === 'not_asked')
          expect([
            ...(codebooks[`monitoring-${cell.wave}`]?.not_asked ?? []),
            ...(codebooks[`monitoring-${cell.wave}`]?.not_asked_of_members ?? []),
          ]).toContain(cell.absence);
  });

  test('what is said of a respondent’s variable is not said of the member’s of the same name', () => {
    expect(cells('education', 'respondent')['2018']?.claims).toHaveLength(1);
    expect(cells('education', 'member')['2018']?.claims).toEqual([]);
    expect(waves.map((wave) => column(cells('employed', 'member')[wave]))).toEqual([
      'not_known',
      'emp_status_{n} verified',
      ...Array(5).fill('not_asked'),
      'not_known',
    ]);
    expect(cells('relation', 'member')['2018']?.claims.map((c) => c.raw)).toEqual(['q101a1']);
  });

  test('days a week and hours a day are told where they are read as hours a week', () => {
    expect(column(cells('days_per_week')['2011'])).toBe('q208 verified');
    expect(column(cells('hours_per_day')['2012'])).toBe('aver_hours inferred');
  });

  test('prints a line for each row, with confidence, absence and claims in words', () => {
    const lines = printCrosswalk(crosswalk()).split('\n');
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[0]).toBe(['record', 'variable', ...waves].join('\t'));
    expect(lines.find((l) => l.startsWith('respondent\tarrival_month'))).toBe(
      'respondent\tarrival_month\tq101j1\tnot asked [S1]\tflomon_1\tflomon_1\tq101k1m\tQ101M1M\tq101m1m\tQ101MM1',
    );
    expect(lines.find((l) => l.startsWith('respondent\tweekly_hours'))).toContain(
      'q208 x q209\taver_days x aver_hours (inferred)',
    );
    expect(lines.find((l) => l.startsWith('respondent\temployed'))).toContain(
      'not known; Q202? recalled [R]',
    );
  });
});
