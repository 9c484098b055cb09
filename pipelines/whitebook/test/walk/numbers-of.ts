import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EstimateRow } from '@wavebook/schema';
import { readComparisons } from '@wavebook/tables';
import { csvRows } from './csv-rows.ts';
import { estimatesOf } from './estimates-of.ts';
import { everybodyKey, type Numbers, type OtherNumbers } from './walk.ts';

const numbersIn = (cells: readonly string[]): number[] =>
  cells.filter((cell) => cell.trim() !== '' && Number.isFinite(Number(cell))).map(Number);

/** Columns in which a published figure tells of its source. */
const toldOfSource = /^(?:population|definition|comparable_note|source)_/;

const printedNumbers = (root: string): Set<string> =>
  new Set(
    readdirSync(join(root, 'data/published'))
      .filter((name) => name.endsWith('.csv'))
      .flatMap((name) => csvRows(readFileSync(join(root, 'data/published', name), 'utf8')))
      .flatMap((row) =>
        Object.entries(row).flatMap(([column, text]) =>
          toldOfSource.test(column) ? (text.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []) : [],
        ),
      ),
  );

/** What `data/programme` counts beside its estimates, file by file. */
function programmeNumbers(root: string): Map<string, OtherNumbers> {
  const found = new Map<string, OtherNumbers>();
  const folder = join(root, 'data/programme');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter((one) => one.endsWith('.csv') && one !== 'estimates.csv'))
    for (const { id = '', ...cells } of csvRows(readFileSync(join(folder, name), 'utf8')))
      found.set(id, { values: numbersIn(Object.values(cells)), suppressed: cells.suppressed === 'true' });
  return found;
}

/** Every number that the stages made, by id. */
export async function numbersOf(root: string): Promise<Numbers> {
  const paths = readdirSync(join(root, 'data/estimates'))
    .map((topic) => join(root, 'data/estimates', topic, 'comparisons.csv'))
    .filter((path) => existsSync(path));
  const comparisons = await Promise.all(paths.map((path) => readComparisons(path)));
  const estimates = await estimatesOf(root);
  const everybody = new Map<string, EstimateRow[]>();
  for (const row of estimates.values())
    if (row.domain === 'all' && row.weighting === 'weighted')
      everybody.set(everybodyKey(row), [...(everybody.get(everybodyKey(row)) ?? []), row]);
  return {
    ...{ estimates, everybody },
    comparisons: comparisons.flat(),
    printed: printedNumbers(root),
    others: programmeNumbers(root),
  };
}
