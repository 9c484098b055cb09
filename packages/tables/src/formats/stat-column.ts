import { missingName, type StatColumn } from '@wavebook/stat-files';
import type { Column, MissingCodes } from '../table.ts';

const EMPTY = -1;
/** The code of `.` and of SPSS's system-missing, which says nothing of why. */
const SYSTEM = 1;
/** The code of a value that SPSS's user declared missing. */
const DECLARED = 28;

/** A column of a Stata or SPSS file: missing cells are empty, their codes stand beside. */
export function columnOfStat(column: StatColumn): Column {
  const { missing } = column;
  const largest = largestOf(missing);
  const beside = largest > SYSTEM ? { missing: missingCodes(column) } : {};
  if (column.kind === 'text') {
    const kept = column.levels.map((level) => level.trim() !== '');
    const { levels } = column;
    const codes = new Int32Array(column.codes);
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] as number;
      if (code < 0 || !kept[code] || missing[row] === DECLARED) codes[row] = EMPTY;
    }
    return { kind: 'text', codes, levels, ...beside };
  }
  const { values: stored } = column;
  const values = stored instanceof Float64Array ? stored : new Float64Array(stored);
  // what is missing by less than a declaration is NaN in doubles already
  if (largest > 0 && (stored !== values || largest === DECLARED))
    for (let row = 0; row < values.length; row++) if (missing[row] !== 0) values[row] = Number.NaN;
  return { kind: 'number', values, ...beside };
}

const largestOf = (missing: Uint8Array): number => {
  let largest = 0;
  for (let row = 0; row < missing.length; row++) {
    const code = missing[row] as number;
    if (code > largest) largest = code;
  }
  return largest;
};

function missingCodes(column: StatColumn): MissingCodes {
  const { missing } = column;
  const levels: string[] = [];
  const index = new Map<string, number>();
  const codes = new Int32Array(missing.length).fill(EMPTY);
  for (let row = 0; row < missing.length; row++) {
    const code = missing[row] as number;
    if (code <= SYSTEM) continue;
    const level = code === DECLARED ? declaredValue(column, row) : (missingName(code) as string);
    let at = index.get(level);
    if (at === undefined) {
      at = levels.push(level) - 1;
      index.set(level, at);
    }
    codes[row] = at;
  }
  return { codes, levels };
}

const declaredValue = (column: StatColumn, row: number): string =>
  column.kind === 'text'
    ? (column.levels[column.codes[row] as number] ?? '')
    : String(column.values[row] as number);
