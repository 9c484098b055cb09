import { missingCodesOf, profileColumn } from '@wavebook/harmonise/draft';
import { type Codebook, isUsableOnRealFile } from '@wavebook/schema';
import { instruments } from '@wavebook/schema/instruments';
import type { Table } from '@wavebook/tables';

/**
 * Numbers of a file in a known layout that its codebook reads as numbers, and that may stand for no answer: one line a column. Those that no
 * answer can be are left out, since cleaning takes them out and says so.
 */
export function suspectedCodes({ instrument, respondent }: Codebook, table: Table): string[] {
  const variables =
    Object.values(instruments).find(({ id }) => id === instrument)?.records[0]?.variables ?? [];
  return respondent.filter(isUsableOnRealFile).flatMap((mapping) => {
    const variable = variables.find(({ name, kind }) => name === mapping.variable && kind === 'number');
    if (!variable || mapping.read !== 'number' || !table.columns.has(mapping.raw)) return [];
    const [low, high] = variable.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const found = missingCodesOf(profileColumn(table, mapping.raw), variable).filter(
      ({ raw, told }) =>
        !told && mapping.missing?.[raw] === undefined && Number(raw) >= low && Number(raw) <= high,
    );
    return found.length === 0
      ? []
      : [`${mapping.raw} (${variable.name}): ${found.map(({ raw, why }) => `${raw}, ${why}`).join('; ')}`];
  });
}
