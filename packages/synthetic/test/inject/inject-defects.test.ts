import { IssueCode } from '@wavebook/schema';
import { expect, test } from 'vitest';
import { defects, injectDefects } from '../../src/inject/inject-defects.ts';
import { placeOf } from '../../src/inject/row-view.ts';
import { buildFrame } from '../../src/population/frame.ts';
import { codebookOf, waves } from '../../src/population/waves.ts';
import { rawFile } from '../../src/raw/raw-file.ts';

for (const wave of waves) {
  const codebook = codebookOf(wave);
  const twin = rawFile(buildFrame({ wave, seed: 4, samplePoints: 192 }), 4).table;
  const { table, injected } = injectDefects(twin, codebook, { seed: 4 });
  const copies = injected.filter(({ code }) => code === 'duplicate_respondent_id');

  test(`${wave}: every kind is there three to eight times, at most one in a row`, () => {
    const counts = new Map<string, number>();
    for (const { defect, code } of injected) {
      counts.set(defect, (counts.get(defect) ?? 0) + 1);
      IssueCode.parse(code);
    }
    expect(counts.size).toBe(defects.length + 1);
    for (const count of counts.values()) {
      expect(count).toBeGreaterThanOrEqual(3);
      expect(count).toBeLessThanOrEqual(8);
    }
    expect(new Set(injected.map(({ row }) => row)).size).toBe(injected.length);
  });

  test(`${wave}: the list names exactly the cells that differ from the twin`, () => {
    const copied = new Set(copies.map(({ row }) => row));
    const without = table.rows.filter((_, i) => !copied.has(i + 1));
    const rowNumbers = table.rows.flatMap((_, i) => (copied.has(i + 1) ? [] : [i + 1]));
    expect(without.length).toBe(twin.rows.length);
    const found = without.flatMap((cells, i) =>
      cells.flatMap((cell, c) =>
        cell === twin.rows[i]?.[c]
          ? []
          : [`${rowNumbers[i]}|${table.columns[c]}|${twin.rows[i]?.[c]}|${cell}`],
      ),
    );
    const listed = injected
      .filter(({ code }) => code !== 'duplicate_respondent_id')
      .flatMap(({ row, raw_column, old_value, new_value }) => {
        const columns = raw_column.split(';');
        const olds = old_value.split(';');
        const news = new_value.split(';');
        return columns.map((column, k) => `${row}|${column}|${olds[k]}|${news[k]}`);
      });
    expect(found.sort()).toEqual(listed.sort());
  });

  test(`${wave}: a repeated record is the copy of an untouched one before it`, () => {
    const id = placeOf(
      table,
      codebook.respondent.find(({ variable }) => variable === 'respondent_id')?.raw ?? '',
    );
    const hurt = new Set(injected.map(({ row }) => row));
    for (const { row, new_value } of copies) {
      const first = table.rows.findIndex((cells) => cells[id] === new_value);
      expect(first + 1).toBeLessThan(row);
      expect(hurt.has(first + 1)).toBe(false);
      expect(table.rows[row - 1]).toEqual(table.rows[first]);
    }
  });

  test(`${wave}: the twin is left alone`, () => {
    expect(twin).toEqual(rawFile(buildFrame({ wave, seed: 4, samplePoints: 192 }), 4).table);
  });
}
