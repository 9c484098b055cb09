import { DataError } from '@wavebook/tables/csv';

/**
 * Runs a step on the user's data; what it finds wrong with them becomes a `DataError` that begins with the file.
 *
 * `RangeError` is how `survey-stats` refuses data. It begins with a function, which the user did not call; its row indices count
 * from 0, a data row from 1.
 *
 * @param strata their column, for a message that begins with one.
 */
export function asDataError<T>(path: string, step: () => T, strata?: string): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof DataError) throw new DataError(`${path}: ${error.message}`);
    if (error instanceof RangeError)
      throw new DataError(`${path}: ${inTermsOfTheCall(error.message, strata)}`);
    throw error;
  }
}

function inTermsOfTheCall(message: string, strata: string | undefined): string {
  return message
    .replace(/^[a-zA-Z]+: /, '')
    .replace(/^(?=stratum ")/, () => (strata === undefined ? '' : `column "${strata}": `))
    .replace(/(?:\brow )?\bindex (\d+)/g, (_, index: string) => `data row ${Number(index) + 1}`)
    .replace(/\blonelyPsu\b/g, '--lonely-psu');
}
