import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatColumn, StatFile } from '@wavebook/stat-files';
import Papa from 'papaparse';

let folder: string | undefined;

/**
 * Whether ReadStat's converter reads the same values from a Stata or SPSS file, or refuses it. It writes six or fourteen decimals, nothing for missing
 * cells, and of files that declare no encoding the bytes of texts as they are.
 *
 * @throws for a cell that differs.
 */
export function agreesWithReadStat(file: StatFile, kind: string, bytes: Uint8Array): 'refused' | 'same' {
  folder ??= mkdtempSync(join(tmpdir(), 'readstat-'));
  const path = join(folder, `damaged.${kind}`);
  writeFileSync(path, bytes);
  const { status, stdout, stderr } = spawnSync('readstat', [path, '-'], {
    encoding: 'utf8',
    timeout: 5000,
    maxBuffer: 2 ** 27,
  });
  // its exit code is 0 all the same
  if (status !== 0 || stderr.includes('Error processing')) return 'refused';
  if (file.rows === 0) return 'same';
  const [names = [], ...rows] = Papa.parse<string[]>(stdout.trimEnd(), { delimiter: ',' }).data;
  if (rows.length !== file.rows) throw new Error(`${file.rows} rows here, ${rows.length} in ReadStat`);
  if (names.length !== file.variables.length)
    throw new Error(`${file.variables.length} columns here, ${names.length} in ReadStat`);
  const columns = file.columns();
  file.variables.forEach(({ name, type, width }, at) => {
    const column = columns.get(name) as StatColumn;
    // of release 119 it takes the references of long strings for those of 118, and finds none
    if (type === 'strL' && file.version === 119) return;
    if (column.kind === 'text' && file.encoding.from !== 'declared') return;
    // what is no UTF-8 it took over without converting it, for want of a name of the encoding that it knows
    if (file.encoding.name !== 'utf-8' && rows.some((cells) => cells[at]?.includes('\ufffd'))) return;
    rows.forEach((cells, row) => {
      if (!isSame(column, row, cells[at] ?? '', width))
        throw new Error(
          `row ${row + 1} of ${name} is ${shown(column, row)} here, "${cells[at]}" in ReadStat`,
        );
    });
  });
  return 'same';
}

const isPresent = ({ missing }: StatColumn, row: number): boolean =>
  missing[row] === 0 || missing[row] === 28;

const shown = (column: StatColumn, row: number): string => {
  if (!isPresent(column, row)) return `missing (${column.missing[row]})`;
  return column.kind === 'text'
    ? `"${column.levels[column.codes[row] as number] ?? ''}"`
    : String(column.values[row]);
};

function isSame(column: StatColumn, row: number, theirs: string, width: number): boolean {
  if (column.kind === 'text') {
    const text = column.levels[column.codes[row] as number] ?? '';
    // ReadStat drops NULs, or what follows one, and reads on behind the declared end of a text to that of its slot
    const plain = text.replaceAll('\0', '').trimEnd();
    const first = (text.split('\0')[0] as string).trimEnd();
    const within = Buffer.from(theirs).subarray(0, width).toString();
    const isFull = Buffer.byteLength(text) === width && theirs.startsWith(plain);
    // the first bytes of a character that was cut it keeps, or makes one of them with what stands behind
    // where it dropped NULs, that end lies further on
    const readOn = text.includes('\0') && plain !== '' && theirs.startsWith(plain);
    const completed = theirs.startsWith(plain) && /^ *[^ -~]$/u.test(theirs.slice(plain.length));
    return (
      isFull ||
      readOn ||
      completed ||
      [theirs, within].some((other) => [plain, first].includes(other.trimEnd()))
    );
  }
  if (!isPresent(column, row)) return theirs === '' || /nan/.test(theirs);
  const value = column.values[row] as number;
  if (!Number.isFinite(value)) return theirs === String(value).slice(0, -'inity'.length).toLowerCase();
  return theirs !== '' && Math.abs(Number(theirs) - value) <= 1e-6 + 1e-12 * Math.abs(value);
}
