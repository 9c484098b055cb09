import { formNotes, type Table, textOf } from '@wavebook/tables/csv';
import { comparedAsNumbers } from '../where/compared-as-numbers.ts';
import { asDataError } from './as-data-error.ts';
import { checkColumns, columnsToRead, numbersToRead, takenAsNumbers } from './check-columns.ts';
import { footer } from './footer.ts';
import { formatResult } from './format-result.ts';
import { methodFor } from './interval-methods.ts';
import { calibrationTo } from './margins.ts';
import { openColumns, openData } from './open-data.ts';
import { checkOut, writeOut } from './out-file.ts';
import { populationOf } from './population.ts';
import { replicatesOf } from './replicates.ts';
import type { EstimateRequest } from './request.ts';
import { resultRows } from './result-rows.ts';
import { sampleDesign } from './sample-design.ts';

const MANY_ANSWERS = 1000;

/**
 * `wavebook estimate`: reads the file, makes the design, calibrates it if asked, and writes the estimates.
 *
 * Data go to standard output or `--out`, everything else to standard error; nothing is written if anything fails.
 */
export async function estimate(request: EstimateRequest): Promise<void> {
  await checkOut(request);
  const { table, names } = await openColumns(request.file, request.reading, {
    columns: columnsToRead(request),
    numbers: numbersToRead(request),
  });
  checkColumns(names, request);
  const population = populationOf(table, request.where);
  const sampled = sampleDesign(table, request);
  const compared = request.where ? comparedAsNumbers(request.where.expression) : [];
  for (const text of formNotes(table, new Set([...takenAsNumbers(request), ...compared]))) note(text);
  if (sampled.nested) {
    note(
      'PSU ids restart in strata: ids seen in several strata are taken as different PSUs (--no-nest refuses)',
    );
  }
  if (population.undecided > 0) {
    note(
      `--where cannot be decided for ${population.undecided} of ${table.rows} rows (blank cells): they are outside the population`,
    );
  }
  const without = withoutMethod(request);
  if (without.length > 0) {
    note(`--ci-method ${request.ciMethod} does not exist for ${without.join(', ')}: default intervals there`);
  }
  for (const name of manyAnswers(table, request)) {
    note(
      `--proportion ${name}: more than ${MANY_ANSWERS} answers, a row for each; is it a number (--mean) or an id?`,
    );
  }
  if (population.rows === 0) {
    const names = request.where?.columns.map(({ name }) => `"${name}"`).join(', ');
    note(
      `--where holds for none of ${table.rows} rows: estimates are empty (n = 0). Compare it with the values of ${names}, or leave it out`,
    );
  }
  const controls = request.margins === undefined ? undefined : await openData(request.margins);
  for (const text of controls ? formNotes(controls, ['total']) : []) note(text);
  const calibrate = controls && calibrationTo(table, sampled, controls, request);
  const calibration = calibrate && asDataError(request.margins ?? '', () => calibrate(sampled));
  if (calibration) {
    const worst = calibration.margins.reduce(
      (most, { discrepancy }) => Math.max(most, Math.abs(discrepancy)),
      0,
    );
    note(
      `weights calibrated to ${calibration.margins.length} controls in ${calibration.iterations} steps, largest relative miss ${worst.toPrecision(2)}, g from ${shortest(Math.min, calibration.g)} to ${shortest(Math.max, calibration.g)}`,
    );
  }
  const replicates = replicatesOf(sampled, calibrate && ((design) => calibrate(design).design), request);
  const design = replicates?.design ?? calibration?.design ?? sampled;
  const rows = resultRows(table, design, { population: population.inside, replicates }, request);
  const toTerminal = request.out === undefined && process.stdout.isTTY === true;
  const text = formatResult(rows, request.format, {
    footer: footer({ request, table, design, population, replicates: replicates?.rscales.length }),
    bold: toTerminal && !process.env.NO_COLOR,
  });
  if (request.out === undefined) process.stdout.write(text);
  else {
    await writeOut(request.out, text);
    note(`${rows.length} rows written to ${request.out}`);
  }
}

/** The statistics asked for that do not have the interval method asked for. */
function withoutMethod({ statistics, ciMethod }: EstimateRequest): string[] {
  const kinds = [...new Set(statistics.map(({ statistic }) => statistic))];
  return ciMethod === undefined ? [] : kinds.filter((kind) => methodFor(kind, ciMethod) !== ciMethod);
}

/** Proportions whose column has so many answers that it is likely a number or an id. */
function manyAnswers(table: Table, { statistics }: EstimateRequest): string[] {
  return statistics
    .flatMap((asked) => (asked.statistic === 'proportion' ? [asked.variable] : []))
    .filter((variable) => textOf(table, variable).levels.length > MANY_ANSWERS);
}

function note(text: string): void {
  console.error(`wavebook estimate: ${text}`);
}

function shortest(pick: (a: number, b: number) => number, values: Float64Array): string {
  return values.reduce((a, b) => pick(a, b)).toPrecision(4);
}
