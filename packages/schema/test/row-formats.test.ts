import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectTypeOf, test } from 'vitest';
import {
  CalibrationRecord,
  type ChartDataRow,
  ControlRow,
  chartDataColumns,
  Label,
  rowFormats,
  Snapshot,
  WeightDiagnostics,
} from '../src/index.ts';

const data = join(import.meta.dirname, '../../../data');

test('every file has a format version, labels in both languages, and a schema with columns', () => {
  for (const [name, { version, label, schema }] of Object.entries(rowFormats)) {
    expect(Number.isInteger(version) && version > 0, name).toBe(true);
    Label.parse(label);
    expect(Object.keys(schema.shape).length, name).toBeGreaterThan(0);
  }
  expect(chartDataColumns.slice(0, 3)).toEqual(['id', 'wave', 'level']);
  expectTypeOf<ChartDataRow['estimate']>().toEqualTypeOf<number | null>();
});

test('the committed snapshots and controls are what their formats say', () => {
  const waves = readdirSync(join(data, 'synthetic/monitoring'));
  for (const wave of waves) {
    const path = join(data, 'synthetic/monitoring', wave, 'snapshot.json');
    if (existsSync(path)) Snapshot.parse(JSON.parse(readFileSync(path, 'utf8')));
  }
  const [header, line] = readFileSync(join(data, 'controls/monitoring/2017.csv'), 'utf8').split('\n');
  expect(header?.split(',')).toEqual(Object.keys(ControlRow.shape));
  const [margin, level, total] = line?.split(',') ?? [];
  expect(
    ControlRow.safeParse({ margin, level, total: Number(total), source: 's', synthetic: true }).success,
  ).toBe(true);
});

test('weights without controls have a calibration record too', () => {
  expect(CalibrationRecord.parse({ method: 'none', controls: null, margins: [] }).margins).toEqual([]);
  const summary = { sum: 10, min: 1, max: 2, kish_deff: 1.1, effective_n: 9 };
  const diagnostics = {
    respondents: 8,
    base_weight: summary,
    final_weight: summary,
    g: { min: 1, max: 1 },
    largest_discrepancy: null,
    strata: 2,
    psus: 4,
    unknown_psu: 0,
    lonely_strata: 0,
  };
  expect(WeightDiagnostics.parse(diagnostics)).toEqual(diagnostics);
  expect(WeightDiagnostics.safeParse({ ...diagnostics, strata: 1.5 }).success).toBe(false);
});
