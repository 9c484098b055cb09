import { type Table, table, textColumn } from '@wavebook/tables';
import { expect, test } from 'vitest';
import { checkDesign, checkSample } from '../src/index.ts';

const file = 'data/raw/baseline-worker/2009-baseline/sample.csv';
const names = [
  'respondent_id',
  'stratum',
  'psu',
  'arm',
  'site_assigned',
  'part',
  'status',
  'group',
  'weight',
];

/** A list of four units in two communities; `change` edits a cell of a line of the file (line 2 is the first unit). */
function sample(change: Readonly<Record<number, Readonly<Record<string, string>>>> = {}): Table {
  const lines = [
    ['a-1', 'tianjin:pilot', 'a', 'pilot', 'tianjin', 'first', 'responded', 'male:35_plus', '10'],
    ['a-2', 'tianjin:pilot', 'a', 'pilot', 'tianjin', 'first', 'refused', 'male:35_plus', '10'],
    ['b-1', 'tianjin:comparison', 'b', 'comparison', 'tianjin', 'first', 'responded', 'female:25', '12.5'],
    ['b-2', 'tianjin:comparison', 'b', 'comparison', 'tianjin', 'first', 'responded', 'female:25', '12.5'],
  ];
  return table(
    lines.length,
    names.map((name, i) => [
      name,
      textColumn(lines.map((line, row) => change[row + 2]?.[name] ?? (line[i] as string))),
    ]),
  );
}

const records = (ids: readonly string[]): Table => table(ids.length, [['respondent_id', textColumn(ids)]]);
const everybody = records(['a-1', 'b-1', 'b-2']);
/** A list whose first row is that of the names, and nothing else is above its rows. */
const listed = (list: Table, path = file) => ({
  ...{ path, table: list },
  places: async () => (row: number) => `line ${row + 2}`,
});
const check = (list: Table, raw = everybody): Promise<void> =>
  checkSample(listed(list), 'respondent_id', { table: raw, key: 'respondent_id' });

test('a list that fits its records passes, in whatever order the records stand', async () => {
  await expect(check(sample())).resolves.toBeUndefined();
  await expect(check(sample(), records(['b-2', 'a-1', 'b-1']))).resolves.toBeUndefined();
});

test('weights may have commas between thousands, where the list shows that they are', async () => {
  const weights = { 2: { weight: '1,250.5' }, 3: { weight: '３００' }, 4: { weight: '2,000' } };
  await expect(check(sample(weights))).resolves.toBeUndefined();
});

test.each([
  ['a cluster in two arms', { 5: { arm: 'pilot' } }, 5, 'cluster "b" is in both arms'],
  [
    'an unknown response status',
    { 3: { status: 'moved' } },
    3,
    'status must be one of responded, refused, not_found, left_site, unknown; got "moved"',
  ],
  ['an unknown arm', { 2: { arm: 'control' } }, 2, 'arm must be one of pilot, comparison; got "control"'],
  ['an unknown part', { 2: { part: 'second' } }, 2, 'part must be one of first, panel, new; got "second"'],
  ['an unknown site', { 4: { site_assigned: 'lhasa' } }, 4, 'site_assigned must be one of tianjin, hangzhou'],
  ['no identifier', { 3: { respondent_id: '' } }, 3, 'respondent_id is empty'],
  ['no site', { 4: { site_assigned: '' } }, 4, 'got ""'],
  ['a weight of nothing', { 3: { weight: '0' } }, 3, 'weight must be a number above 0; got "0"'],
  ['a weight that is no number', { 3: { weight: 'ten' } }, 3, 'weight must be a number above 0; got "ten"'],
  [
    'a unit that stands twice',
    { 5: { respondent_id: 'b-1' } },
    5,
    'respondent_id "b-1" stands twice, first in line 4',
  ],
  [
    'a record of a unit that refused',
    { 2: { status: 'refused' } },
    2,
    'records of units that are not listed as responded: a-1',
  ],
  [
    'a unit that responded, without a record',
    { 3: { status: 'responded' } },
    3,
    'listed as responded, but without a record: a-2',
  ],
] as const)('%s is named with file and line', async (_, change, line, message) => {
  await expect(check(sample(change))).rejects.toThrow(`${file}: line ${line}: `);
  await expect(check(sample(change))).rejects.toThrow(message);
});

test('a column that is not there, and a record of nobody in the list', async () => {
  const whole = sample();
  const without = table(
    whole.rows,
    [...whole.columns].filter(([name]) => name !== 'psu'),
  );
  await expect(check(without)).rejects.toThrow(
    `${file}: no column psu; it needs respondent_id, arm, part, status, psu`,
  );
  await expect(check(whole, records(['a-1', 'b-1', 'b-2', 'z-9']))).rejects.toThrow(
    `${file}: records of units that are not listed as responded: z-9`,
  );
});

test('a list is checked for itself before its records are known', async () => {
  await expect(checkSample(listed(sample()), 'respondent_id')).resolves.toBeUndefined();
  const wrong = sample({ 3: { weight: '0' } });
  await expect(checkSample(listed(wrong), 'respondent_id')).rejects.toThrow(`${file}: line 3: weight`);
});

test.each<[string, [id: string, stratum: string, psu: string][], string]>([
  [
    'a record twice',
    [
      ['a', '1', 'p'],
      ['b', '1', 'p'],
      ['a', '1', 'q'],
    ],
    'line 4: respondent_id "a" stands twice, first in line 2',
  ],
  [
    'a cell without a sample point',
    [
      ['a', '1', 'p'],
      ['b', '1', ' '],
    ],
    'line 3: psu is empty',
  ],
])('%s in the side file of a design is named with its line', async (_, lines, message) => {
  const list = table(
    lines.length,
    ['respondent_id', 'stratum', 'psu'].map((name, i) => [
      name,
      textColumn(lines.map((line) => line[i] ?? '')),
    ]),
  );
  await expect(checkDesign(listed(list, 'design.csv'), 'respondent_id')).rejects.toThrow(
    `design.csv: ${message}`,
  );
  await expect(checkDesign(listed(list, 'design.csv'), 'enterprise_id')).rejects.toThrow(
    'design.csv: no column enterprise_id; it needs enterprise_id, stratum, psu',
  );
});
