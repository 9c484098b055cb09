import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { numbersOf, openStatFile, readDta, readSav, StatFileError, writeStatFile } from '../src/index.ts';
import { fixture, fixturePath, fixtures } from './fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'stat-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each(fixtures(/(dta|sav)$/))('%s from disk is what it is in memory', (name) => {
  const file = openStatFile(fixturePath(name));
  const bytes = fixture(name);
  const inMemory = name.endsWith('dta') ? readDta(bytes) : readSav(bytes);
  expect(file.variables).toEqual(inMemory.variables);
  expect(file.columns()).toEqual(inMemory.columns());
  file.close();
});

it('reads the columns and rows that are asked for, in that order', () => {
  for (const name of ['haven-14.dta', 'haven-byte.sav', 'haven-none.sav', 'haven-zsav.zsav']) {
    const file = openStatFile(fixturePath(name));
    const all = file.columns();
    const some = file.columns(['province', 'age'], { rows: { from: 3, to: 7 } });
    expect([...some.keys()]).toEqual(['province', 'age']);
    const [age, whole] = [some.get('age'), all.get('age')];
    expect(age?.kind === 'number' && [...age.values]).toEqual(
      whole?.kind === 'number' && [...whole.values.slice(3, 7)],
    );
    expect([...(age?.missing ?? [])]).toEqual([...(whole?.missing.slice(3, 7) ?? [])]);
    expect(file.columns([], { rows: { from: 12, to: 12 } }).size).toBe(0);
    expect(file.columns(['age'], { rows: { from: 12 } }).get('age')?.missing.length).toBe(0);
    file.close();
  }
});

it.each([1, 5, 12, 100])('blocks of %i rows are the rows in order', (blockRows) => {
  for (const name of ['haven-14.dta', 'haven-byte.sav', 'haven-zsav.zsav']) {
    const file = openStatFile(fixturePath(name));
    const whole = file.columns(['income', 'words']);
    const blocks = [...file.blocks({ columns: ['income', 'words'], blockRows, rows: { from: 1 } })];
    expect(blocks.map(({ first }) => first)).toEqual(blocks.map((_, i) => 1 + i * blockRows));
    const numbers = blocks.flatMap(({ columns }) => {
      const column = columns.get('income');
      return column ? [...numbersOf(column)] : [];
    });
    const income = whole.get('income');
    expect(numbers).toEqual(income && [...numbersOf(income).slice(1)]);
    const texts = blocks.flatMap(({ columns }) => {
      const column = columns.get('words');
      return column?.kind === 'text' ? Array.from(column.codes, (code) => column.levels[code]) : [];
    });
    const words = whole.get('words');
    expect(texts).toEqual(
      words?.kind === 'text' && Array.from(words.codes, (code) => words.levels[code]).slice(1),
    );
    file.close();
  }
});

it('refuses names and rows that are not there, with the nearest names', () => {
  const file = openStatFile(fixturePath('haven-14.dta'));
  expect(() => file.columns(['incom'])).toThrow(
    'columns: expected names of variables; got "incom"; nearest: "income"',
  );
  expect(() => [...file.blocks({ columns: ['zz'] })]).toThrow(
    'blocks: expected names of variables; got "zz"; the file has:',
  );
  expect(() => file.columns(['age'], { rows: { from: 5, to: 99 } })).toThrow(
    'rows must be whole numbers, 0 ≤ from ≤ to ≤ 12',
  );
  expect(() => [...file.blocks({ blockRows: 0 })]).toThrow('blockRows must be a whole number from 1; got 0');
  file.close();
  expect(() => file.columns()).toThrow('is closed; read its columns before close()');
});

it('refuses other files by name and byte, and paths where there is none', () => {
  const path = join(folder, '流动人口 (1).dta');
  writeFileSync(path, 'a,b\n1,2\n');
  expect(() => openStatFile(path)).toThrow(StatFileError);
  expect(() => openStatFile(path)).toThrow(`${path}: byte 0: expected a Stata file of release`);
  writeFileSync(path, '');
  expect(() => openStatFile(path)).toThrow('got 0 bytes to the end of the file');
  expect(() => openStatFile(join(folder, 'none.sav'))).toThrow('ENOENT');
});

it('writes by the ending of the name, and leaves nothing half-written', () => {
  const file = openStatFile(fixturePath('haven-14.dta'));
  const table = { ...file, columns: file.columns() };
  const out = join(folder, 'again.dta');
  writeStatFile(out, table, { compress: false });
  expect(openStatFile(out).columns()).toEqual(table.columns);
  const bad = {
    ...table,
    variables: [{ name: '2bad' }],
    columns: new Map([['2bad', { kind: 'number' as const, values: new Int8Array(12) }]]),
  } as const;
  expect(() => writeStatFile(join(folder, 'bad.dta'), bad)).toThrow('got "2bad"');
  expect(() => writeStatFile(join(folder, 'bad.csv'), table)).toThrow('a name that ends in .dta or .sav');
  expect(readdirSync(folder).filter((name) => name.startsWith('bad'))).toEqual([]);
  file.close();
});

it('the part that browsers load imports nothing of Node', () => {
  const seen = new Set<string>();
  const visit = (url: URL): void => {
    if (seen.has(url.href)) return;
    seen.add(url.href);
    const source = readFileSync(url, 'utf8');
    expect(source).not.toMatch(/from 'node:|\bBuffer\b|\bprocess\b/);
    for (const [, path] of source.matchAll(/from '(\.[^']+)'/g)) visit(new URL(path as string, url));
  };
  visit(new URL('../src/bytes.ts', import.meta.url));
  expect(seen.size).toBeGreaterThan(30);
});
