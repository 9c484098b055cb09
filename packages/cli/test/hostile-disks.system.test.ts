import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeTwoWaves } from './export/two-waves.ts';

const source = (path: string): string => JSON.stringify(join(import.meta.dirname, '../src', path));

/** Every command that reads or writes a file of the user, in the folder that it is given; prints the exit code of each, or what it threw. */
const script = `
const [root, folder] = process.argv.slice(-2);
const { runCommandLine } = await import(${source('command-line.ts')});
const { exportRecords } = await import(${source('export/export-records.ts')});
const { exportRequest } = await import(${source('export/request.ts')});
process.stdout.write = () => true;
const at = (name) => folder + '/' + name;
const said = [];
const design = ['--weight', 'w'];
said.push(await runCommandLine(['inspect', at('调查 [1] (二).csv')]));
said.push(await runCommandLine(['estimate', at('调查 [1] (二).csv'), ...design, '--mean', 'x', '--format', 'csv', '--out', at('估计 [a].csv')]));
said.push(await runCommandLine(['weight', at('调查 [1] (二).csv'), ...design, '--margins', at('总体 数.csv'), '--out', at('加权 (b).csv')]));
for (const format of ['dta', 'sav', 'csv', 'parquet'])
  said.push(
    await exportRecords(exportRequest({ instrument: 'monitoring', wave: '2017', format, out: at('导出 {c}.' + format), stage: 'weighted', records: 'respondents', lang: 'zh' }), root).then(() => 0, ({ message }) => message.replace(folder, '')),
  );
console.error(JSON.stringify(said));
`;

const root = mkdtempSync(join(tmpdir(), 'hostile disks '));
const program = join(root, 'run.mjs');
const data: Readonly<Record<string, string>> = {
  '调查 [1] (二).csv': `s,w,x\n${'a,1,2\nb,3,4.5\n'.repeat(20)}`,
  '总体 数.csv': 'margin,level,total\ns,a,30\ns,b,50\n',
};
beforeAll(() => {
  writeTwoWaves(root);
  writeFileSync(program, script);
});
afterAll(() => rmSync(root, { recursive: true }));

/** Runs the commands in a folder that shell words have made hard to write to; its name is `$0` to them. */
function runIn(before: string, ...wrapper: string[]): { said: string[]; codes: unknown[]; left: string[] } {
  const folder = mkdtempSync(join(root, '数据 [x] (y) '));
  for (const [name, text] of Object.entries(data)) writeFileSync(join(folder, name), text);
  const node = [
    process.execPath,
    '--conditions=@wavebook/source',
    '--import',
    import.meta.resolve('tsx'),
    program,
  ];
  const command = `${before} && ${node.map((word) => JSON.stringify(word)).join(' ')} "$1" "$0"; ls -A "$0" >&2`;
  const [first = '', ...words] = [...wrapper, 'sh', '-c', command, folder, root];
  const { stderr } = spawnSync(first, words, { encoding: 'utf8' });
  const lines = stderr.trimEnd().split('\n');
  const at = lines.findLastIndex((line) => line.startsWith('['));
  chmodSync(folder, 0o755);
  return { said: lines.slice(0, at), codes: JSON.parse(lines[at] ?? '[]'), left: lines.slice(at + 1).sort() };
}

const inputs = [...Object.keys(data)].sort();
const written = ['估计 [a].csv', '加权 (b).csv'];
const refused = (reason: string): RegExp =>
  new RegExp(`cannot (be written|write .*): ${reason}; nothing is left behind`);

function expectRefused({ said, codes, left }: ReturnType<typeof runIn>, reason: string): void {
  expect(codes.slice(0, 3)).toEqual([0, 1, 1]);
  for (const message of [...said.filter((line) => line.includes('cannot write')), ...codes.slice(3)])
    expect(message).toMatch(refused(reason));
  expect(said.filter((line) => line.includes('cannot write'))).toHaveLength(2);
  expect(codes).toHaveLength(7);
  expect(left.filter((name) => name !== 'fill')).toEqual(inputs);
}

it('names with spaces, brackets and Chinese are read and written', () => {
  const { codes, left } = runIn('true');
  expect(codes).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(left).toEqual(expect.arrayContaining([...inputs, ...written, '导出 {c}.dta', '导出 {c}.parquet']));
});

it('a folder in which nobody may write is told, and what is in it is read', () => {
  // root without its capabilities is bound by the mode of the folder
  const made = runIn('chmod 555 "$0"', 'setpriv', '--inh-caps=-all', '--bounding-set=-all');
  expectRefused(made, 'no permission to write in this folder');
});

it('a full disk is told, and nothing is left on it', () => {
  const full =
    'cp -a "$0" "$1/copy" && mount -t tmpfs -o size=1m tmpfs "$0" && cp -a "$1/copy/." "$0" && rm -r "$1/copy" && { head -c 2000000 /dev/zero > "$0/fill" 2>/dev/null || true; }';
  expectRefused(runIn(full, 'unshare', '-rm'), 'the disk is full');
});

it('a read-only disk is told', () => {
  expectRefused(
    runIn('mount --bind "$0" "$0" && mount -o remount,ro,bind "$0"', 'unshare', '-rm'),
    'the disk is read-only',
  );
});
