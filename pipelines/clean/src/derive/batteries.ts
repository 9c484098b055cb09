import { type Cells, categoryCells, textAt } from '@wavebook/harmonise';
import type { MissingReason } from '@wavebook/schema';
import { cellsOf, type Derivation, numberFrom } from './context.ts';
import { levelsOf } from './levels-of.ts';

/** The answer to a battery of which any yes counts: yes, no, not sure, or missing when an item is empty and none is yes. */
const any = (items: readonly Cells[], row: number): { code: string } | { missing: MissingReason } => {
  const answers = items.map((cells) => textAt(cells, row));
  if (answers.includes('yes')) return { code: 'yes' };
  if (answers.includes(null)) return { missing: 'missing' };
  return { code: answers.includes('not_sure') ? 'not_sure' : 'no' };
};

/** How many items of a battery are answered yes; NaN when one is empty. */
export const countOfYes = (items: readonly Cells[], row: number): number => {
  let count = 0;
  for (const cells of items) {
    const answer = textAt(cells, row);
    if (answer === null) return Number.NaN;
    if (answer === 'yes') count += 1;
  }
  return count;
};

/** Whether any item of a battery is answered yes. */
export const anyOf = (items: readonly string[]): Derivation => ({
  needs: items,
  compute: (context, variable) => {
    const sources = items.map((name) => cellsOf(context, name));
    return categoryCells(context.rows, levelsOf(variable), (row) => any(sources, row));
  },
});

/** How many items of a battery are answered yes. */
export const countOf = (items: readonly string[]): Derivation =>
  numberFrom(items, (sources, row) => countOfYes(sources, row));
