import { DataError } from '@wavebook/tables/csv';

/**
 * Runs a step on the user's data; what it finds wrong with them becomes a `DataError` that begins with the file.
 *
 * `RangeError` is how `survey-stats` refuses data. Its row indices count from 0, a data row from 1.
 */
export function asDataError<T>(path: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof DataError) throw new DataError(`${path}: ${error.message}`);
    if (error instanceof RangeError) throw new DataError(`${path}: ${inTermsOfTheCall(error.message)}`);
    throw error;
  }
}

function inTermsOfTheCall(message: string): string {
  return message
    .replace(/(?:\brow )?\bindex (\d+)/g, (_, index: string) => `data row ${Number(index) + 1}`)
    .replace(/\blonelyPsu\b/g, '--lonely-psu');
}
