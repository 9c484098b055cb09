import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layoutSignature } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { expect, it } from 'vitest';

const source = (name: string): string => join(import.meta.dirname, '../../src/new-wave', name);

const script = `
const [root, file] = process.argv.slice(-2);
const { newWave } = await import(${JSON.stringify(source('new-wave.ts'))});
const { newWaveRequest } = await import(${JSON.stringify(source('request.ts'))});
const { readdirSync } = await import('node:fs');
const request = newWaveRequest(file, { instrument: 'monitoring', wave: '2017' });
await newWave(root, request).then(() => console.log('taken in'), (error) => console.log(error.name + ': ' + error.message));
console.log(readdirSync(root + '/data').join());
`;

/** Takes a wave in on a file system of one megabyte, in a mount namespace of its own (`unshare` of util-linux). */
function onSmallDisk(before: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'small disk '));
  const columns = [...layoutSignature(codebooks['monitoring-2017'] as (typeof codebooks)[string])];
  const file = `${folder}.csv`;
  const row = `${columns.map(() => '1').join(',')}\n`;
  writeFileSync(file, `${columns.join(',')}\n${row.repeat(10_000)}`);
  writeFileSync(`${folder}.mjs`, script);
  const node = [
    process.execPath,
    '--conditions=@wavebook/source',
    '--import',
    import.meta.resolve('tsx'),
    `${folder}.mjs`,
  ];
  const command = [
    `mount -t tmpfs -o size=1m tmpfs "$0" && mkdir "$0/data" && ${before}`,
    `exec ${node.map((word) => JSON.stringify(word)).join(' ')} "$0" ${JSON.stringify(file)}`,
  ].join(' && ');
  const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', command, folder], { encoding: 'utf8' });
  for (const path of [folder, file, `${folder}.mjs`]) rmSync(path, { recursive: true, force: true });
  return stdout + stderr;
}

it('says that a disk is full, or is read-only, and leaves nothing', () => {
  expect(onSmallDisk('true')).toBe('taken in\nraw\n');
  expect(onSmallDisk('head -c 800000 /dev/zero > "$0/fill"')).toBe(
    'DataError: data/raw/monitoring/2017: the disk is full; free some space; nothing was changed\n\n',
  );
  expect(onSmallDisk('mount -o remount,ro "$0"')).toBe(
    'DataError: data/raw/monitoring/2017: the file system is read-only; nothing was changed\n\n',
  );
});
