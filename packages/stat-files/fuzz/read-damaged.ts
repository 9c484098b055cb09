import { readDta, readSav, type StatColumn, type StatFile, StatFileError } from '../src/index.ts';

export type Outcome = 'table' | 'refused at opening' | 'refused at reading';

/**
 * Opens a damaged file and reads it twice, whole and by blocks. A `StatFileError`, or columns of the shape that the header says, is right; anything
 * else is thrown on.
 */
export function readDamaged(bytes: Uint8Array, format: 'dta' | 'sav'): Outcome {
  const file = refusal(() => (format === 'dta' ? readDta : readSav)(bytes));
  if (!file) return 'refused at opening';
  const columns = refusal(() => file.columns());
  const blocks = refusal(() => [...file.blocks({ blockRows: Math.max(1, Math.ceil(file.rows / 3)) })]);
  if (!columns || !blocks) return 'refused at reading';
  checkShape(file, columns, file.rows);
  for (const block of blocks) checkShape(file, block.columns, block.rows);
  return 'table';
}

const refusal = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    if (error instanceof StatFileError) return undefined;
    throw error;
  }
};

const checkShape = (file: StatFile, columns: ReadonlyMap<string, StatColumn>, rows: number): void => {
  if (columns.size !== file.variables.length)
    throw new Error(`expected ${file.variables.length} columns; got ${columns.size}`);
  for (const { name, type } of file.variables) {
    const column = columns.get(name);
    const length = column?.kind === 'text' ? column.codes.length : column?.values.length;
    const kind = type === 'string' || type === 'strL' ? 'text' : 'number';
    if (length !== rows || column?.missing.length !== rows || column.kind !== kind)
      throw new Error(`expected ${rows} rows of ${kind} in ${name}; got ${length} of ${column?.kind}`);
    if (column.kind === 'text' && column.codes.some((code) => code >= column.levels.length || code < -1))
      throw new Error(`a code of ${name} has no text`);
  }
};
