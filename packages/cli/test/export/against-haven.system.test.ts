import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
