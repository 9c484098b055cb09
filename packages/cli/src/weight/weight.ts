import {
  poststratify,
  type RakeResult,
  rake,
  type SurveyDesign,
  trimAndCalibrate,
} from '@wavebook/survey-stats';
import { DataError, formNotes, type Table } from '@wavebook/tables/csv';
import { asDataError } from '../estimate/as-data-error.ts';
import { marginsOf } from '../estimate/margins.ts';
import { openColumns, openData } from '../estimate/open-data.ts';
import { checkOut } from '../estimate/out-file.ts';
import { sampleDesign } from '../estimate/sample-design.ts';
import { nearestNames } from '../nearest-names.ts';
import { UsageError } from '../usage-error.ts';
import { diagnosis } from './diagnosis.ts';
import type { WeightRequest } from './request.ts';
import { fileRecords, tableRecords, writeWeighted } from './write-weighted.ts';

const ADDED = ['g', 'final_weight'] as const;

/**
 * `wavebook weight`: reads the file, calibrates its weights to the margins, and writes the file with g and final_weight.
 *
 * Everything but the file goes to standard error; nothing is written if anything fails.
 */
export async function weight(request: WeightRequest): Promise<void> {
  await checkOut(request);
  const { table, encoding } = await openColumns(request.file, request.reading);
  checkNames(table, request);
  const design = sampleDesign(table, {
    ...request,
    strata: undefined,
    psu: [],
    fpc: [],
    nest: true,
    lonelyPsu: 'fail',
  });
  for (const text of formNotes(table, [request.weight])) note(text);
  const controls = await openData(request.margins);
  for (const text of formNotes(controls, ['total'])) note(text);
  const made = asDataError(request.margins, () => weighted(table, design, controls, request));
  for (const line of diagnosis(design, made, request)) note(line);
  const newCells = Array.from(made.g, (g, row) => [
    design.weight[row] === 0 ? '' : String(g),
    String(made.design.weight[row]),
  ]);
  await writeWeighted(request, encoding ? fileRecords(request.file, encoding) : tableRecords(table), {
    added: ADDED,
    newCells,
  });
  if (encoding === undefined) note(`${request.file} is no text file; ${request.out} is CSV in UTF-8`);
  else if (encoding !== 'utf-8') note(`${request.file} is ${encoding}; ${request.out} is UTF-8`);
  note(`${table.rows} rows written to ${request.out}`);
}

function checkNames(table: Table, { weight: name, file }: WeightRequest): void {
  const names = [...table.columns.keys()];
  if (!names.includes(name)) {
    throw new UsageError(`--weight: no column "${name}" in ${file}; ${nearestNames(name, names)}`);
  }
  const taken = ADDED.filter((added) => names.includes(added));
  if (taken.length > 0) {
    throw new DataError(
      `${file}: expected no column ${taken.map((added) => `"${added}"`).join(' or ')}, the names of the columns to be added; got ${taken.length} of them. Rename or remove ${taken.length === 1 ? 'it' : 'them'} first`,
    );
  }
}

function weighted(table: Table, design: SurveyDesign, controls: Table, request: WeightRequest): RakeResult {
  const { method, bounds, trim } = request;
  const margins = marginsOf(table, design, controls);
  const [first] = margins;
  if (method === 'poststratify') {
    if (!first || margins.length > 1) {
      throw new DataError(
        `--method poststratify: expected one margin, joined by ":" if of several columns; got ${margins.length} (${margins.map(({ name }) => name).join(', ')}). Several margins: --method rake`,
      );
    }
    return poststratify(design, first);
  }
  const kind = method === 'rake' ? 'raking' : method;
  if (!trim) return rake(design, margins, { method: kind, bounds });
  if (bounds) return rake(design, margins, { method: kind, bounds, weightBounds: trim });
  const [lower, upper] = trim;
  return trimAndCalibrate(design, margins, { method: kind, trim: { rule: 'constant', lower, upper } });
}

function note(text: string): void {
  console.error(text === '' ? '' : `wavebook weight: ${text}`);
}
