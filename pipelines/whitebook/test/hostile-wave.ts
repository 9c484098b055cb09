import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Column, readTable, writeTable } from '@wavebook/tables';

/** Labels that would do harm where they were taken for markup, formulas or directions; the last is a name of 60 characters. */
export const hostile = {
  markup: '</title><script>alert("1")</script><img src=x onerror=\'alert(2)\'>',
  formula: '=1+1',
  turned: 'abc\u202edef\u2066ghi\u200f',
  long: '新疆维吾尔自治区'.repeat(8).slice(0, 60),
};

const label = Object.values(hostile).join(' ');

/** Makes a wave of a repository hostile: the words of its snapshot, the name of its raw file, and a column that nobody mapped. */
export async function makeHostile(root: string, wave: string): Promise<void> {
  const folder = join(root, 'data/synthetic/monitoring', wave);
  const path = join(folder, 'snapshot.json');
  const snapshot = JSON.parse(readFileSync(path, 'utf8'));
  const [raw, ...others] = snapshot.files as { name: string }[];
  if (!raw) throw new Error(`makeHostile: ${path} names no file`);
  const { table } = await readTable(join(folder, raw.name), { typed: false });
  const column: Column = { kind: 'text', levels: [label], codes: new Int32Array(table.rows) };
  const name = '=1+1 <b> & "波次" \u202e.csv';
  const columns = new Map([...table.columns, [`${hostile.formula}<b>${hostile.turned}`, column]]);
  writeTable(join(folder, name), { ...table, columns }, { format: 'csv' });
  rmSync(join(folder, raw.name));
  const bytes = readFileSync(join(folder, name));
  const file = { name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  const both = { zh: label, en: label };
  const words = {
    title: both,
    producer: both,
    population: both,
    sampling: both,
    licence: label,
    access: label,
  };
  writeFileSync(path, JSON.stringify({ ...snapshot, ...words, encoding: 'utf-8', files: [file, ...others] }));
}
