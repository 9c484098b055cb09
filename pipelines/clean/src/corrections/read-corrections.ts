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
  readonly line: number;
};

/** Reads `corrections.csv`, in whatever encoding a spreadsheet saved it; messages name it as `shown`. */
export async function readCorrections(path: string, shown: string): Promise<Correction[]> {
  const { table } = await readTable(path, { typed: false });
  const absent = needed.filter((name) => !table.columns.has(name));
  if (absent.length > 0)
    throw new DataError(
      `${shown}: line 1: lacks the columns ${absent.join(', ')}; it has ${needed.join(', ')}, and file where a wave has several`,
    );
  const texts = [...needed, 'file' as const].map(
    (name) => [name, table.columns.has(name) ? textOf(table, name) : undefined] as const,
  );
  return Array.from({ length: table.rows }, (_, i) => {
    const cells = texts.map(
      ([name, column]) => [name, column?.levels[column.codes[i] as number]?.trim() ?? ''] as const,
    );
    // spreadsheets leave lines of separators alone behind
    const isBlank = cells.every(([, text]) => text === '');
    return isBlank ? [] : [{ ...Object.fromEntries(cells), line: i + 2 } as Correction];
  }).flat();
}
