import { type Margin, type RakeResult, rake, type SurveyDesign } from '@wavebook/survey-stats';
import { columnOf, DataError, numbersOf, type Table, textOf } from '@wavebook/tables/csv';
import { nearestNames } from '../nearest-names.ts';
import { asDataError } from './as-data-error.ts';
import { joinNames, splitJoined } from './joined-names.ts';
import type { EstimateRequest } from './request.ts';

/**
 * What calibrates weights to a margins file (`margin,level,total`): of the sample, or of one of its replicates. It throws
 * a RangeError for margins with different sums and weights that cannot meet the controls: see `asDataError`.
 *
 * @param controls the margins file as a table; `request.margins` is its path.
 * @throws DataError naming margin and level: blank or repeated controls, a column that the data do not have, rows without
 *   a level, a level of the data without a control, and a control without respondents.
 */
export function calibrationTo(
  table: Table,
  design: SurveyDesign,
  controls: Table,
  request: EstimateRequest,
): (design: SurveyDesign) => RakeResult {
  const { calibration: method, bounds, margins: path = '' } = request;
  const margins = asDataError(path, () => marginsOf(table, design, controls));
  return (sample) => rake(sample, margins, bounds ? { method, bounds } : { method });
}

/** The margins of a controls file, with every row's category. @throws DataError as `calibrationTo`, without the path. */
export function marginsOf(table: Table, design: SurveyDesign, controls: Table): Margin[] {
  return controlsOf(controls).map((margin) => marginOf(table, design, margin));
}

interface Control {
  readonly name: string;
  readonly totals: Map<string, number>;
}

function controlsOf(controls: Table): Control[] {
  for (const name of ['margin', 'level', 'total']) columnOf(controls, name);
  const names = textOf(controls, 'margin');
  const levels = textOf(controls, 'level');
  const totals = numbersOf(controls, 'total');
  const margins = new Map<string, Control>();
  for (let row = 0; row < controls.rows; row++) {
    const name = names.levels[names.codes[row] ?? -1];
    const level = levels.levels[levels.codes[row] ?? -1];
    const total = totals[row] ?? Number.NaN;
    if (name === undefined || level === undefined || Number.isNaN(total)) {
      throw new DataError(
        `every control must have a margin, a level and a total; data row ${row + 1} has a blank cell`,
      );
    }
    const margin = margins.get(name) ?? { name, totals: new Map() };
    if (margin.totals.has(level)) {
      throw new DataError(
        `margin ${name}: expected each level once, got "${level}" again in data row ${row + 1}`,
      );
    }
    margin.totals.set(level, total);
    margins.set(name, margin);
  }
  return [...margins.values()];
}

function marginOf(table: Table, design: SurveyDesign, { name, totals }: Control): Margin {
  const columns = splitJoined(name).map((column) => {
    if (!table.columns.has(column)) {
      throw new DataError(
        `margin ${name}: no column "${column}" in the data; ${nearestNames(column, [...table.columns.keys()])} A ":" inside a name is written "\\:"`,
      );
    }
    return textOf(table, column);
  });
  const levels = [...totals.keys()];
  // written anew, so that a level means the same with and without needless escapes
  const index = new Map(levels.map((level, i) => [joinNames(splitJoined(level)), i]));
  const known = new Map<string, number>();
  const without = new Map<string, number>();
  const respondents = new Int32Array(levels.length);
  let blank = 0;
  let firstBlank = -1;
  const codes = Int32Array.from({ length: table.rows }, (_, row) => {
    const cells = columns.map((column) => column.levels[column.codes[row] ?? -1]);
    const counted = design.weight[row] !== 0;
    if (cells.includes(undefined)) {
      if (counted && blank++ === 0) firstBlank = row;
      return -1;
    }
    const level = joinNames(cells as string[]);
    const code = known.get(level) ?? index.get(level) ?? -1;
    known.set(level, code);
    if (counted && code < 0) without.set(level, (without.get(level) ?? 0) + 1);
    if (counted && code >= 0) respondents[code] = (respondents[code] ?? 0) + 1;
    return code;
  });
  if (blank > 0) {
    throw new DataError(
      `margin ${name}: every row must have a level; ${blank} of ${table.rows} rows are blank, first data row ${firstBlank + 1}. Impute them, or give them weight 0`,
    );
  }
  if (without.size > 0) {
    const list = [...without].slice(0, 5).map(([level, rows]) => `"${level}" (${rows} rows)`);
    throw new DataError(
      `margin ${name}: every level in the data must have a control; none for ${list.join(', ')}${without.size > 5 ? `, … (${without.size} levels)` : ''}. Controls are for ${levels
        .slice(0, 10)
        .map((level) => `"${level}"`)
        .join(', ')}`,
    );
  }
  const empty = levels.filter((level, i) => respondents[i] === 0 && totals.get(level) !== 0);
  if (empty.length > 0) {
    throw new DataError(
      `margin ${name}: every control must have respondents in the data; none in ${empty.map((level) => `"${level}"`).join(', ')}. Merge it with another level, in the data and in the controls`,
    );
  }
  return { name, codes, levels, totals: [...totals.values()] };
}
