import { DataError, readTable, textOf } from '@wavebook/tables';

const needed = [
  'respondent_id',
  'row',
  'variable',
  'old_value',
  'new_value',
  'reason',
  'by',
  'date',
] as const;

/** A line of `corrections.csv`; `file` is empty where the variable says which file of the wave is meant. */
export type Correction = Readonly<Record<(typeof needed)[number] | 'file', string>> & {
  /** Where it stands in the file. */
  readonly place: string;
};

/** Reads `corrections.csv`, in whatever encoding a spreadsheet saved it; messages name it as `shown`. */
export async function readCorrections(path: string, shown: string): Promise<Correction[]> {
  const { table, places } = await readTable(path, { typed: false });
  const absent = needed.filter((name) => !table.columns.has(name));
  if (absent.length > 0)
    throw new DataError(
      `${shown}: lacks the columns ${absent.join(', ')}; it has ${needed.join(', ')}, and file where a wave has several`,
    );
  const texts = [...needed, 'file' as const].map(
    (name) => [name, table.columns.has(name) ? textOf(table, name) : undefined] as const,
  );
  const placeOf = await places();
  return Array.from({ length: table.rows }, (_, i) => {
    const cells = texts.map(
      ([name, column]) => [name, column?.levels[column.codes[i] as number]?.trim() ?? ''] as const,
    );
    // spreadsheets leave lines of separators alone behind
    const isBlank = cells.every(([, text]) => text === '');
    return isBlank ? [] : [{ ...Object.fromEntries(cells), place: placeOf(i) } as Correction];
  }).flat();
}
