import type { Codebook } from '@wavebook/schema';
import { specialFiles } from '@wavebook/schema/codebooks';
import { DataError } from '@wavebook/tables';

/**
 * Makes sure that a file is not one of the special samples that circulate under the name of a wave: the file of 16,024 rows that is called
 * 2014 has the columns of the national one and is another sample. Throws a `DataError` that says which it seems to be.
 */
export function checkRows(shown: string, rows: number, { instrument, name, usual_rows }: Codebook): void {
  const special = specialFiles.find((file) => file.rows === rows);
  if (!special || instrument !== 'monitoring') return;
  throw new DataError(
    `${shown}: ${rows} rows is the size of "${special.label.en}" (${special.wave}), not of the national file of ${name} with its ${usual_rows}; it cannot stand for the wave, so hand in the national file`,
  );
}
