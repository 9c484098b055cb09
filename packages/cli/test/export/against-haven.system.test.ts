import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable, type Table, textOf } from '@wavebook/tables';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { exportRecords } from '../../src/export/export-records.ts';
import { exportRequest } from '../../src/export/request.ts';
import { writeTwoWaves } from './two-waves.ts';

const root = mkdtempSync(join(tmpdir(), 'export-haven-'));
beforeAll(() => {
  writeTwoWaves(root);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(() => {
  vi.restoreAllMocks();
});

const script = `
suppressMessages({library(haven); library(jsonlite)})
path <- commandArgs(TRUE)[1]
d <- if (grepl('dta$', path)) read_dta(path) else read_sav(path, user_na = TRUE)
shown <- function(x) {
  v <- unclass(x); if (is.character(v)) return(ifelse(v == '', NA, as.character(v)))
  v <- as.numeric(v)
  t <- suppressWarnings(na_tag(as.numeric(x)))
  ifelse(!is.na(t), paste0('.', t), ifelse(is.na(v), NA, format(v, digits = 15, trim = TRUE, drop0trailing = TRUE)))
}
label <- function(x) { l <- attr(x, 'labels'); if (is.null(l)) NULL else setNames(as.list(names(l)), ifelse(is.na(as.numeric(l)), paste0('.', na_tag(l)), as.character(as.numeric(l)))) }
cat(toJSON(list(
  label = attr(d, 'label'),
  columns = lapply(d, function(x) lapply(seq_along(x), function(i) { s <- shown(x[i]); if (is.na(s)) NULL else s })),
  labels = lapply(d, function(x) attr(x, 'label')),
  values = lapply(d, label),
  range = attr(d$monthly_income, 'na_range')
), auto_unbox = TRUE, null = 'null'))`;

test.each(['dta', 'sav'])('haven reads the same values, labels and reasons from %s', async (format) => {
  const out = join(root, `合并 (1).${format}`);
  await exportRecords(
    exportRequest({
      instrument: 'monitoring',
      wave: '2014,2017',
      stage: 'weighted',
      records: 'respondents',
      lang: 'zh',
      format,
      out,
    }),
    root,
  );
  const read = JSON.parse(execFileSync('Rscript', ['-e', script, out], { encoding: 'utf8' }));
  const missing = (letter: string, number: string): string => (format === 'dta' ? letter : number);
  expect(read.columns.monthly_income).toEqual([
    '3000.5',
    missing('.b', '-1002'),
    missing('.c', '-1003'),
    '-20',
    missing('.d', '-1004'),
    '5000',
    '6000',
  ]);
  const sex = read.columns.sex.map((code: string | null) => (code === null ? null : read.values.sex[code]));
  expect(sex).toEqual(['女', '男', null, '女', '男', '男', '女']);
  expect(read.values.monthly_income[missing('.c', '-1003')]).toBe('拒答');
  expect(read.labels.sex).toBe('性别');
  expect(read.columns.respondent_id).toEqual(['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3']);
  expect(read.columns.province[3]).toBe(missing('.e', '-5'));
  if (format === 'dta') expect(read.label).toBe('SYNTHETIC monitoring weighted 2014 2017');
  else expect(read.range).toEqual([-1005, -1001]);
});

const shownByR = `
suppressMessages({library(haven); library(jsonlite)})
# a cell as a person reads it: its label, else its number or text; the label of its reason where it is missing
shown <- function(x) {
  codes <- unclass(x); attributes(codes) <- NULL
  if (is.character(codes)) return(ifelse(is.na(codes) | codes == '', NA, codes))
  labels <- attr(x, 'labels')
  tags <- na_tag(as.numeric(x))
  key <- ifelse(is.na(tags), format(codes, digits = 15, trim = TRUE), paste0('.', tags))
  keys <- if (is.null(labels)) character() else ifelse(is.na(na_tag(labels)), format(as.numeric(labels), digits = 15, trim = TRUE), paste0('.', na_tag(labels)))
  at <- match(key, trimws(keys))
  ifelse(!is.na(at), names(labels)[at], ifelse(is.na(codes), NA, key))
}
each <- function(x) vapply(seq_along(x), function(i) { s <- shown(x[i]); if (is.na(s)) NA_character_ else as.character(s) }, '')
files <- commandArgs(TRUE)
read <- function(path) if (grepl('csv$', path)) read.csv(path, colClasses = 'character', na.strings = '', encoding = 'UTF-8', check.names = FALSE) else if (grepl('dta$', path)) read_dta(path) else read_sav(path, user_na = TRUE)
cat(toJSON(setNames(lapply(files, function(path) { d <- read(path); list(cells = lapply(d, each), labels = lapply(d, function(x) attr(x, 'label', exact = TRUE))) }), basename(files)), na = 'null', null = 'null'))`;

interface ReadByR {
  readonly cells: Readonly<Record<string, readonly (string | null)[]>>;
  readonly labels: Readonly<Record<string, readonly string[]>>;
}

test('every format, of one wave and of two, clean and weighted, holds the same cells and labels to haven', async () => {
  writeTwoWaves(root, 'clean');
  const places = (['clean', 'weighted'] as const).flatMap((stage) =>
    ['2017', '2014,2017'].map((wave) => ({ stage, wave, name: `${stage}-${wave}` })),
  );
  for (const { stage, wave, name } of places)
    for (const format of ['csv', 'dta', 'sav', 'parquet']) {
      const out = join(root, `${name}.${format}`);
      const instrument = 'monitoring';
      await exportRecords(
        exportRequest({ instrument, wave, stage, format, out, records: 'respondents', lang: 'zh' }),
        root,
      );
    }
  const files = places.flatMap(({ name }) =>
    ['csv', 'dta', 'sav'].map((format) => join(root, `${name}.${format}`)),
  );
  const read: Record<string, ReadByR> = JSON.parse(
    execFileSync('Rscript', ['-e', shownByR, ...files], { encoding: 'utf8' }),
  );
  for (const { name } of places) {
    const csv = read[`${name}.csv`] as ReadByR;
    const codebook = (await readTable(`${join(root, name)}.csv.codebook.csv`, { typed: false })).table;
    const [columns, values, texts, labels] = ['column', 'value', 'value_label_zh', 'label_zh'].map((column) =>
      cellsOf(codebook, column),
    );
    const labelOf = new Map(columns?.map((column, row) => [`${column} ${values?.[row]}`, texts?.[row]]));
    const parquet = (await readTable(`${join(root, name)}.parquet`)).table;
    for (const [column, cells] of Object.entries(csv.cells)) {
      expect(cellsOf(parquet, column)).toEqual(cells);
      if (column.endsWith('_missing')) continue;
      const reasons = csv.cells[`${column}_missing`];
      // missing for no known reason is system-missing
      const expected = cells.map((cell, row) => {
        const reason = reasons?.[row] === 'missing' ? null : reasons?.[row];
        return labelOf.get(`${column} ${cell ?? reason}`) ?? cell;
      });
      for (const format of ['dta', 'sav']) {
        const other = read[`${name}.${format}`] as ReadByR;
        expect([format, column, other.cells[column]]).toEqual([format, column, expected]);
        expect(other.labels[column]).toEqual([labels?.[columns?.indexOf(column) ?? -1]]);
      }
    }
  }
});

const cellsOf = (table: Table, name: string): (string | null)[] => {
  const { codes, levels } = textOf(table, name);
  return Array.from(codes, (code) => levels[code] ?? null);
};
