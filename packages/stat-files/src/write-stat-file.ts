import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { type DtaWriteOptions, dtaPieces } from './dta/write-dta.ts';
import { type SavWriteOptions, savPieces } from './sav/write-sav.ts';
import type { StatTable } from './write/stat-table.ts';

/**
 * Writes a table to a .dta or .sav file, as its name ends, piece by piece. The file appears when it is whole, under a name of its own before.
 *
 * @param options those of `writeDta` or `writeSav`. @throws for other endings, and as those two do.
 * @example
 * writeStatFile('clean.dta', { ...file, columns: file.columns() });
 */
export function writeStatFile(
  path: string,
  table: StatTable,
  options: DtaWriteOptions & SavWriteOptions = {},
): void {
  const ending = /\.(dta|sav)$/i.exec(path)?.[1]?.toLowerCase();
  if (!ending) throw new Error(`writeStatFile: expected a name that ends in .dta or .sav; got "${path}"`);
  const pieces = ending === 'dta' ? dtaPieces(table, options) : savPieces(table, options);
  const building = `${path}.${process.pid}.part`;
  try {
    writePieces(building, pieces);
    renameSync(building, path);
  } catch (error) {
    rmSync(building, { force: true });
    throw error;
  }
}

const writePieces = (path: string, pieces: Iterable<Uint8Array>): void => {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeAll(file, piece);
  } finally {
    closeSync(file);
  }
};

const writeAll = (file: number, piece: Uint8Array): void => {
  let done = 0;
  while (done < piece.length) done += writeSync(file, piece, done);
};
