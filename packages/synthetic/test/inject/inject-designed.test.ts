import { readFileSync } from 'node:fs';
import { issueRules } from '@wavebook/schema';
import { designedCodebooks } from '@wavebook/schema/codebooks';
import { describe, expect, test } from 'vitest';
import { type InjectedTable, injectDesigned, type RawTable } from '../../src/index.ts';

const read = (name: string): RawTable => {
  const [columns = '', ...rows] = readFileSync(
    new URL(`../../../../data/synthetic/${name}`, import.meta.url),
    'utf8',
  )
    .trimEnd()
    .split('\n');
  return { columns: columns.split(','), rows: rows.map((line) => line.split(',')) };
};

const unit = read('baseline-worker/2009-baseline/workers.csv');
const children = read('baseline-worker/2009-baseline/children.csv');
const codebook = designedCodebooks['baseline-worker-2009-baseline'];
if (!codebook) throw new Error('no codebook of the baseline');
const hurt = injectDesigned(unit, children, codebook, { seed: 7 });

const cases: readonly (readonly [string, RawTable, InjectedTable])[] = [
  ['workers', unit, hurt.unit],
  ['children', children, hurt.side as InjectedTable],
];

describe.each(cases)('the defects of %s', (_, twin, { table, corrected, injected }) => {
  const copies = new Set(injected.filter(({ defect }) => defect === 'record_twice').map(({ row }) => row));

  test('are listed: exactly the cells that differ from the twin, one kind a row', () => {
    const rowNumbers = table.rows.flatMap((_row, i) => (copies.has(i + 1) ? [] : [i + 1]));
    const without = rowNumbers.map((row) => table.rows[row - 1] as readonly string[]);
    expect(without).toHaveLength(twin.rows.length);
    const found = without.flatMap((cells, i) =>
      cells.flatMap((cell, c) =>
        cell === twin.rows[i]?.[c]
          ? []
          : [`${rowNumbers[i]}|${table.columns[c]}|${twin.rows[i]?.[c]}|${cell}`],
      ),
    );
    const listed = injected
      .filter(({ row }) => !copies.has(row))
      .map((d) => `${d.row}|${d.raw_column}|${d.old_value}|${d.new_value}`);
    expect(found.sort()).toEqual(listed.sort());
    expect(new Set(injected.map(({ row }) => row)).size).toBe(injected.length);
    expect(new Set(injected.map(({ code }) => code)).size).toBeGreaterThanOrEqual(5);
  });

  test('leave as many records in the corrected file as the actions of their codes leave', () => {
    const taken = injected.filter(
      ({ code }) => code !== '' && ['reject', 'out_of_scope'].includes(issueRules[code].action),
    ).length;
    expect(corrected.rows).toHaveLength(table.rows.length - taken);
  });
});

test('nobody with children leaves, so that no child is lost that the list does not name', () => {
  const withChildren = new Set(children.rows.map(([id]) => id));
  const left = hurt.unit.injected.filter(({ code }) => code === 'no_consent');
  expect(left.length).toBeGreaterThan(0);
  for (const { row } of left) expect(withChildren.has(hurt.unit.table.rows[row - 1]?.[0])).toBe(false);
});
