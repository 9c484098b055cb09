import { DataError, type Places, type Table } from '@wavebook/tables';

/** A list of units beside the records of a wave, read: how messages name it and its rows. */
export interface ListFile {
  readonly path: string;
  readonly table: Table;
  readonly places: () => Promise<Places>;
}

/** Throws where a list of units lacks columns. */
export function checkListColumns({ path, table }: ListFile, needed: readonly string[]): void {
  const absent = needed.filter((name) => !table.columns.has(name));
  if (absent.length > 0)
    throw new DataError(`${path}: no column ${absent.join(', ')}; it needs ${needed.join(', ')}`);
}

/** What is wrong with a row of a list; its place is looked up when it is told. */
export class WrongRow extends Error {
  readonly row: number;
  readonly tell: (placeOf: Places) => string;

  constructor(row: number, tell: string | ((placeOf: Places) => string)) {
    super();
    this.row = row;
    this.tell = typeof tell === 'string' ? () => tell : tell;
  }
}

/** Runs the checks of a list; a wrong row becomes a `DataError` with its place. */
export async function tellingPlaces({ path, places }: ListFile, check: () => void): Promise<void> {
  try {
    check();
  } catch (error) {
    if (!(error instanceof WrongRow)) throw error;
    const placeOf = await places();
    throw new DataError(`${path}: ${placeOf(error.row)}: ${error.tell(placeOf)}`);
  }
}
