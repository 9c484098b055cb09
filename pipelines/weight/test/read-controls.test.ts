import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readControls } from '../src/read-controls.ts';

const folder = mkdtempSync(join(tmpdir(), 'controls-'));
const file = (rows: string): string => {
  const path = join(folder, 'c.csv');
  writeFileSync(path, `margin,level,total,source,synthetic\n${rows}`);
  return path;
};
const good = 'sex,male,40,s,true\nsex,female,60,s,true\nregion,east,100,s,true\n';

test('reads the margins that the design names', async () => {
  const margins = await readControls(file(good), ['sex'], true);
  expect(margins).toEqual([
    {
      name: 'sex',
      totals: new Map([
        ['male', 40],
        ['female', 60],
      ]),
    },
  ]);
  expect(await readControls(join(folder, 'absent.csv'), ['sex'], true)).toBeUndefined();
});

test.each([
  ['an absent margin', good, ['age_group'], true, /no rows for margin "age_group"/],
  [
    'totals that differ over margins',
    good.replace('100', '101'),
    ['sex', 'region'],
    true,
    /region adds up to 101, margin sex to 100/,
  ],
  ['a level twice', `${good}sex,male,1,s,true\n`, ['sex'], true, /gives level "male" twice/],
  [
    'a total that is no number',
    good.replace('40', 'n/a'),
    ['sex'],
    true,
    /total "n\/a" is not a positive number/,
  ],
  ['synthetic totals for a real wave', good, ['sex'], false, /marked synthetic=true, the wave is real/],
])('refuses %s', async (_, rows, margins, synthetic, message) => {
  await expect(readControls(file(rows), margins, synthetic)).rejects.toThrow(message);
});
