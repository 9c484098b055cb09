import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { numberColumn, table, type WrittenFormat, writeTable } from '../src/index.ts';

/** A file system of 256 kB in memory; needs the right to mount. */
let disk: string;
beforeEach(() => {
  disk = mkdtempSync(join(tmpdir(), 'full disk '));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]);
});
afterEach(() => {
  execFileSync('umount', [disk]);
});

const large = table(200_000, [['x', numberColumn(Float64Array.from({ length: 200_000 }, (_, i) => i / 7))]]);

test.each<WrittenFormat>(['dta', 'sav', 'csv', 'parquet'])('a full disk keeps the old file: %s', (format) => {
  const path = join(disk, `旧.${format}`);
  writeFileSync(path, 'old');
  expect(() => writeTable(path, large, { format })).toThrow(/the disk is full; nothing is left behind/);
  expect(readdirSync(disk)).toEqual([`旧.${format}`]);
  expect(readFileSync(path, 'utf8')).toBe('old');
});

test('a read-only file system is told', () => {
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  expect(() => writeTable(join(disk, 'a.dta'), large, { format: 'dta' })).toThrow(/the disk is read-only/);
});
