import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pathInside } from '../src/index.ts';

const root = mkdtempSync(join(tmpdir(), 'inside-'));
const folder = join(root, '2014 年');

beforeAll(() => {
  mkdirSync(join(folder, 'sub'), { recursive: true });
  writeFileSync(join(root, 'secret.csv'), 'a\n1\n');
  writeFileSync(join(folder, '【全】 1.csv'), 'a\n1\n');
  writeFileSync(join(folder, 'sub', 'b.csv'), 'a\n1\n');
  symlinkSync(join(root, 'secret.csv'), join(folder, 'out.csv'));
  symlinkSync('【全】 1.csv', join(folder, 'in.csv'));
  symlinkSync(folder, join(root, 'linked'));
});

describe('pathInside', () => {
  test.each(['【全】 1.csv', 'in.csv'])('a file of the folder: %s', async (name) => {
    expect(await pathInside(folder, name)).toBe(join(folder, name));
  });

  test('the folder itself may be a link', async () => {
    expect(await pathInside(join(root, 'linked'), '【全】 1.csv')).toBe(join(root, 'linked', '【全】 1.csv'));
  });

  test.each(['..', '.', '', '../secret.csv', 'sub/b.csv', 'sub\\b.csv', '/etc/hostname', 'a\0b'])(
    'a name that leads out is refused: %j',
    async (name) => {
      await expect(pathInside(folder, name, 'data/raw/2014')).rejects.toThrow(
        /^data\/raw\/2014: expected the name of a file in this folder/,
      );
    },
  );

  test('a link that leads out is refused, and a file that is not there', async () => {
    await expect(pathInside(folder, 'out.csv')).rejects.toThrow(/link that leads out of its folder/);
    await expect(pathInside(folder, 'none.csv')).rejects.toThrow(/named, but not there/);
  });
});
