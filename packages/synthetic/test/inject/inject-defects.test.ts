import { IssueCode, issueRules } from '@wavebook/schema';
import { expect, test } from 'vitest';
import { defects, injectDefects } from '../../src/inject/inject-defects.ts';
import { placeOf } from '../../src/inject/row-view.ts';
import { buildFrame } from '../../src/population/frame.ts';
import { codebookOf, monitoringWaves } from '../../src/population/waves.ts';
import type { RawTable } from '../../src/raw/csv.ts';
import { rawFile } from '../../src/raw/raw-file.ts';

/** Hang on places that a sample may not have drawn. */
const rare = new Set([
  'old_place_name',
  'short_place_name',
  'misspelt_place_name',
  'pseudo_unit',
  'place_without_its_suffix',
]);

/** Few provinces, among them those of the places with other names. */
const provinces = ['11', '15', '23', '35', '42', '44', '52', '53', '61', '62', '63', '65', '66'];

/** Whether a defect hangs on the way in which a layout writes its cells, words or numbers, that this wave does not have. */
const isWrittenOtherwise = (name: string, wave: string): boolean =>
  name === 'word_in_the_wrong_code_page'
    ? !['2013', '2014', '2018'].includes(wave)
    : wave === '2018' && /^(label_text|decimal_code)_/.test(name);

for (const wave of monitoringWaves) {
  const codebook = codebookOf(wave);
  const twin = rawFile(buildFrame({ wave, seed: 4, samplePoints: 192, provinces }), 4).table;
  const untouched = twin.rows.map((cells) => [...cells]);
  const { table, corrected, injected } = injectDefects(twin, codebook, { seed: 4 });
  const copies = injected.filter(({ code }) => code === 'duplicate_respondent_id');
  const idOf = ({ columns }: RawTable, cells: readonly string[]) =>
    cells[
      columns.indexOf(codebook.respondent.find((m) => m.variable === 'respondent_id')?.raw ?? '')
    ] as string;

  test(`${wave}: every kind is there at most eight times, and three or more unless few rows can have it; one in a row`, () => {
    const counts = new Map<string, number>();
    for (const { defect, code } of injected) {
      counts.set(defect, (counts.get(defect) ?? 0) + 1);
      if (code !== '') IssueCode.parse(code);
    }
    for (const defect of defects) {
      if (defect.in?.(codebook) === false) {
        expect(counts.has(defect.name)).toBe(false);
        continue;
      }
      const most = defect.most ?? 8;
      const count = counts.get(defect.name) ?? 0;
      expect([defect.name, count <= most]).toEqual([defect.name, true]);
      if (!rare.has(defect.name) && !isWrittenOtherwise(defect.name, wave))
        expect([defect.name, count >= Math.min(3, most)]).toEqual([defect.name, true]);
    }
    expect(copies.length).toBeGreaterThanOrEqual(3);
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

  test(`${wave}: the corrected file obeys the action of each code`, () => {
    const before = new Map(twin.rows.map((cells) => [idOf(twin, cells), cells]));
    const after = new Map(corrected.rows.map((cells) => [idOf(corrected, cells), cells]));
    const seen = new Set<string>();
    for (const { row, code } of injected) {
      const hurt = table.rows[row - 1] as readonly string[];
      const id = idOf(table, hurt);
      seen.add(id);
      const clean = before.get(id) as readonly string[];
      const action = code === '' ? 'as it was' : issueRules[code].action;
      if (code === 'duplicate_respondent_id') expect(after.get(id)).toEqual(clean);
      else if (action === 'as it was') expect(after.get(id)).toEqual(clean);
      else if (action === 'keep') expect(after.get(id)).toEqual(hurt);
      else if (action === 'set_invalid') {
        const now = after.get(id) as readonly string[];
        const differ = now.flatMap((cell, i) => (cell === clean[i] ? [] : [cell]));
        expect([code, new Set(differ).size <= 1 && (differ[0] ?? '') === '']).toEqual([code, true]);
        for (const [i, cell] of hurt.entries())
          if (cell !== clean[i]) expect([code, now[i]]).toEqual([code, '']);
      } else expect(after.has(id)).toBe(false);
    }
    for (const [id, cells] of after) if (!seen.has(id)) expect(cells).toBe(before.get(id));
  });

  test(`${wave}: the twin is left alone`, () => {
    expect(twin.rows).toEqual(untouched);
  });
}
