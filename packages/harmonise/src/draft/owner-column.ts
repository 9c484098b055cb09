import type { Instrument } from '@wavebook/schema';
import { type Table, textOf } from '@wavebook/tables';
import { recordsOf } from '../records-of.ts';
import type { Chosen } from './assign.ts';
import type { ColumnProfile } from './column-profile.ts';

/** From this share of the rows on, a column of the second file names records of the first. */
const mostly = 0.9;

const textsIn = (table: Table, name: string): string[] => {
  const { codes, levels } = textOf(table, name);
  return Array.from(codes, (code) => (levels[code] ?? '').trim());
};

/**
 * The column of the second file that says whose its rows are: the one of whose values most are identifiers of the first file, that of the same
 * name before others. Undefined where the first file has no identifier, or the second no such column.
 */
export function ownerColumn(
  second: Table,
  first: Table,
  {
    instrument,
    chosen,
    beside,
  }: {
    readonly instrument: Instrument;
    readonly chosen: readonly Chosen[];
    readonly beside: readonly { readonly raw: string; readonly column: ColumnProfile }[];
  },
): Chosen | undefined {
  const { key, members } = recordsOf(instrument);
  const own = chosen.find(({ variable }) => variable.name === key);
  const variable = members.find(({ name }) => name === key);
  if (!own || !variable) return undefined;
  const ids = new Set(textsIn(first, own.raw).filter((id) => id !== ''));
  const shares = beside
    .map(({ raw, column }) => {
      const texts = textsIn(second, raw);
      return { raw, column, share: texts.filter((text) => ids.has(text)).length / Math.max(1, texts.length) };
    })
    .sort((a, b) => Number(b.raw === own.raw) - Number(a.raw === own.raw) || b.share - a.share);
  const found = shares.find(
    ({ share, column }) => share >= mostly && (column.distinct > 1 || ids.size === 1),
  );
  if (!found) return undefined;
  return {
    ...{ section: 'member', raw: found.raw, column: found.column, variable, read: 'text' },
    ...{ codes: undefined, missingCodes: [], points: 6, certainty: 'high', rival: undefined },
    witnesses: [
      {
        kind: 'values',
        points: 6,
        strong: true,
        certain: true,
        reason: `${Math.round(found.share * 100)} % of its values are identifiers of the first file`,
      },
    ],
  };
}
