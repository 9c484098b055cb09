import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { changeRows } from '../src/results/change-rows.ts';
import { levelRows } from '../src/results/level-rows.ts';
import { checkOrder, checkRounds } from '../src/survey/check-rounds.ts';
import { countedIn } from '../src/survey/counted.ts';
import { definitions } from '../src/survey/definition.ts';
import { community, type SmallWorker, smallRound } from './small-survey.ts';

const population = { id: 'undp', sites: ['tianjin'] };
const trained = (await definitions()).get('trained_last_year');
if (!trained) throw new Error('no indicator trained_last_year');

const before = [
  ...community('a', 'pilot', 'nnny'),
  ...community('b', 'pilot', 'nnyy'),
  ...community('c', 'comparison', 'nnny'),
  ...community('d', 'comparison', 'nnyy'),
];
const after = [
  ...community('a', 'pilot', 'nyyy'),
  ...community('b', 'pilot', 'yyyy'),
  ...community('c', 'comparison', 'nnyy'),
  ...community('d', 'comparison', 'nnyy'),
];

function counted(name: string, workers: readonly SmallWorker[]) {
  const found = countedIn(smallRound(name, workers), trained as NonNullable<typeof trained>);
  if (!found) throw new Error('trained_last_year was not evaluated');
  return found;
}

const changes = (one: readonly SmallWorker[], two: readonly SmallWorker[]) =>
  changeRows(counted('2009-baseline', one), counted('2011-endline', two), trained, population, [
    'all',
    'sex',
  ]);

test('changes and difference in differences by hand: +50 and +12.5 points, 37.5 apart', () => {
  const rows = changes(before, after);
  const of = (basis: string, arm: string) =>
    rows.find((row) => row.basis === basis && row.arm === arm && row.domain === 'all');
  for (const basis of ['repeated_sample', 'panel', 'retained']) {
    expect(of(basis, 'pilot')?.estimate).toBeCloseTo(0.5, 12);
    expect(of(basis, 'comparison')?.estimate).toBeCloseTo(0.125, 12);
    expect(of(basis, 'difference')?.estimate).toBeCloseTo(0.375, 12);
  }
  // Communities of one size: their own changes are 0.5 and 0.5, and 0.25 and 0; V = n/(n-1) Σ (d/2 - mean/2)².
  expect(of('panel', 'pilot')?.se).toBeCloseTo(0, 12);
  expect(of('panel', 'comparison')?.se).toBeCloseTo(0.125, 12);
  expect(of('panel', 'difference')?.se).toBeCloseTo(0.125, 12);
  expect(of('panel', 'difference')?.df).toBe(2);
});

test('who moved counts in the arm first given, and not among the retained', () => {
  const moved = after.map((worker) =>
    worker.id === 'a-1' ? { ...worker, site: 'xian', trained: 'yes' as const } : worker,
  );
  const rows = changes(before, moved);
  const pilot = (basis: string) =>
    rows.find((row) => row.basis === basis && row.arm === 'pilot' && row.domain === 'all')?.estimate;
  expect(pilot('panel')).toBeCloseTo(5 / 8, 12);
  expect(pilot('retained')).toBeCloseTo(4 / 7, 12);
});

test('those newly drawn count in the round and not in the panel', () => {
  const rows = changes(before, [...after, { ...(after[0] as SmallWorker), id: 'a-9', part: 'new' }]);
  const n = (basis: string) =>
    rows.find((row) => row.basis === basis && row.arm === 'pilot' && row.domain === 'all')?.n;
  expect(n('repeated_sample')).toBe(17);
  expect(n('panel')).toBe(16);
});

test('a change on few answers is withheld, an empty group gives no row', () => {
  const rows = changes(before, after);
  expect(rows.every(({ suppressed }) => suppressed)).toBe(true);
  expect(rows.some(({ domain, level }) => domain === 'sex' && level === 'male')).toBe(false);
});

test('an estimate of a round is of the arm, on the full design', () => {
  const rows = levelRows(counted('2011-endline', after), trained, population, ['all']);
  expect(rows.map(({ level, estimate, n }) => [level, estimate, n])).toEqual([
    ['undp:pilot', 0.875, 8],
    ['undp:comparison', 0.5, 8],
  ]);
});

test('a cluster or a site that one round lacks is named with file and line', () => {
  const [one, two] = [smallRound('2009-baseline', before), smallRound('2011-endline', after)];
  expect(() => checkRounds(one, two)).not.toThrow();
  const without = smallRound(
    '2011-endline',
    after.filter(({ psu }) => psu !== 'd'),
  );
  expect(() => checkRounds(one, without)).toThrow(
    'data/synthetic/baseline-worker/2009-baseline/sample.csv: data row 13: cluster d is missing in data/synthetic/baseline-worker/2011-endline/sample.csv',
  );
  const elsewhere = smallRound(
    '2011-endline',
    after.map((worker) => ({ ...worker, assigned: 'xian' })),
  );
  expect(() => checkRounds(one, elsewhere)).toThrow('data row 1: site tianjin is missing');
});

test('a baseline in the field after the endline is named with file and line', async () => {
  const root = mkdtempSync(join(tmpdir(), 'order-'));
  const [one, two] = [smallRound('2009-endline', before), smallRound('2011-baseline', after)];
  const path = join(root, two.snapshotFile);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '{\n  "wave": "2011-baseline",\n  "field_dates": ["2011-10-01", "2011-10-31"]\n}\n');
  await expect(checkOrder([one, two], root)).rejects.toThrow(
    `${two.snapshotFile}: line 3: the baseline (2011-baseline, from 2011-10-01) lies after 2009-endline (from 2009-10-01`,
  );
  const ordered = [smallRound('2009-baseline', before), smallRound('2011-endline', after)];
  await expect(checkOrder(ordered, root)).resolves.toBeUndefined();
  rmSync(root, { recursive: true });
});

/** Communities in which some answers are rare, so that some groups may be shown and others not. */
const answersOf = (round: number, i: number): string =>
  `${'y'.repeat((i + 2 * round) % 5)}${'n'.repeat(12 - ((i + 2 * round) % 5))}`;
const wide = (round: number): SmallWorker[] =>
  Array.from({ length: 24 }, (_, i) => i).flatMap((i) =>
    community(`p${i}`, i % 2 === 0 ? 'pilot' : 'comparison', answersOf(round, i)).map(
      (worker, k): SmallWorker => ({ ...worker, sex: k < 3 ? 'male' : 'female' }),
    ),
  );

test('no change is shown of which a group may not be: the withheld number would follow from it', () => {
  const [one, two] = [counted('2009-baseline', wide(0)), counted('2011-endline', wide(1))];
  const names = ['all', 'sex'] as const;
  const levels = new Map(
    [one, two].flatMap((own) =>
      levelRows(own, trained, population, names).map((row) => [`${row.wave} ${row.level}`, row] as const),
    ),
  );
  const shown = changeRows(one, two, trained, population, names).filter(
    ({ suppressed, basis }) => !suppressed && basis === 'repeated_sample',
  );
  expect(shown.length).toBeGreaterThan(0);
  expect([...levels.values()].some(({ suppressed }) => suppressed)).toBe(true);
  for (const { arm, level, from, to, domain } of shown)
    for (const wave of [from, to])
      for (const side of arm === 'difference' ? ['pilot', 'comparison'] : [arm])
        expect(levels.get(`${wave} undp:${side}${domain === 'all' ? '' : `:${level}`}`)?.suppressed).toBe(
          false,
        );
});
