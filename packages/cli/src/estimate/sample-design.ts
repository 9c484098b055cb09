import { type DesignInput, type SurveyDesign, surveyDesign } from '@wavebook/survey-stats';
import { DataError, numbersOf, type Table, textOf } from '@wavebook/tables/csv';
import { asDataError } from './as-data-error.ts';
import type { EstimateRequest } from './request.ts';

/**
 * The sample design of a file: weights, strata, PSUs and finite populations from its columns.
 *
 * @throws DataError: weights that are blank, not numbers or negative, rows without stratum, PSU or fpc (how many, the
 *   first), an fpc that does not fit, and with `--no-nest` PSU ids that restart in strata.
 */
export function sampleDesign(
  table: Table,
  request: Pick<EstimateRequest, 'file' | 'weight' | 'strata' | 'psu' | 'fpc' | 'nest' | 'lonelyPsu'>,
): SurveyDesign {
  const { file, weight, strata, psu, fpc, nest, lonelyPsu } = request;
  return asDataError(file, () => {
    const input: DesignInput = {
      weight: weight === undefined ? new Float64Array(table.rows).fill(1) : weightsOf(table, weight),
      nest,
      lonelyPsu,
      ...(strata === undefined ? {} : { strata: idsOf(table, strata, 'stratum') }),
      ...(psu.length === 0
        ? {}
        : { psu: psu.map((name, i) => idsOf(table, name, i === 0 ? 'PSU' : `stage ${i + 1} unit`)) }),
      ...(fpc.length === 0 ? {} : { fpc: fpc.map((name) => populationsOf(table, name)) }),
    };
    try {
      return surveyDesign(input);
    } catch (error) {
      if (error instanceof RangeError && !nest && error.message.includes('nest: false')) {
        throw new DataError(
          `column "${psu[0]}": PSU ids must differ between strata under --no-nest; ${error.message.match(/\d+ of \d+ ids occur.*(?=\. Leave nest)/)?.[0]}. Leave --no-nest out if they are different PSUs, or correct column "${strata}"`,
        );
      }
      if (error instanceof RangeError) throw new RangeError(withColumn(error.message, fpc), { cause: error });
      throw error;
    }
  });
}

/** A message of `surveyDesign` about an fpc, with the name of its column. */
function withColumn(message: string, fpc: readonly string[]): string {
  return message.replace(
    /\bfpc of stage (\d+)/g,
    (text, stage: string) => `column "${fpc[Number(stage) - 1]}" (${text})`,
  );
}

/** Numbers of a column. @throws DataError with how many are none, the first, and what to do. */
function numeric(table: Table, name: string, expected: string): Float64Array {
  try {
    return numbersOf(table, name);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new DataError(`${error.message}; expected ${expected}, with a decimal point`);
  }
}

function weightsOf(table: Table, name: string): Float64Array {
  const weights = numeric(table, name, 'weights');
  refuse(
    table,
    weights,
    (w) => !(w >= 0),
    (count, first) => {
      const value = weights[first] ?? Number.NaN;
      return `column "${name}": every weight must be a number of at least 0; ${count} of ${table.rows} rows are not, first ${Number.isNaN(value) ? 'a blank cell' : value} in data row ${first + 1}. Give these rows weight 0 or take them out of the file`;
    },
  );
  if (weights.every((w) => w === 0)) {
    throw new DataError(
      `column "${name}": a weight must be above 0 in some rows; it is 0 in all ${table.rows}. Name the column of the weights with --weight`,
    );
  }
  return weights;
}

function idsOf(table: Table, name: string, role: string): string[] {
  const { codes, levels } = textOf(table, name);
  refuse(
    table,
    codes,
    (code) => code < 0,
    (count, first) => {
      return `column "${name}": every row must have a ${role}; ${count} of ${table.rows} rows have none, first data row ${first + 1}`;
    },
  );
  return Array.from(codes, (code) => levels[code] ?? '');
}

function populationsOf(table: Table, name: string): Float64Array {
  const populations = numeric(table, name, 'population counts or sampled fractions');
  refuse(
    table,
    populations,
    (value) => !(value > 0),
    (count, first) => {
      const value = populations[first] ?? Number.NaN;
      return `column "${name}": every fpc must be above 0; ${count} of ${table.rows} rows are not, first ${Number.isNaN(value) ? 'a blank cell' : value} in data row ${first + 1}`;
    },
  );
  return populations;
}

function refuse(
  table: Table,
  column: ArrayLike<number>,
  isBad: (value: number) => boolean,
  message: (count: number, first: number) => string,
): void {
  let count = 0;
  let first = -1;
  for (let row = 0; row < table.rows; row++) {
    if (!isBad(column[row] ?? Number.NaN)) continue;
    if (count === 0) first = row;
    count++;
  }
  if (count > 0) throw new DataError(message(count, first));
}
