import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SyntheticWave } from './synthetic-wave.ts';

const columnsOf = (wave: SyntheticWave): [name: string, column: ArrayLike<number>][] => [
  ['weight', wave.weight],
  ['strata', wave.strata],
  ['psu', wave.psu],
  ...wave.breakdowns.map(({ name, codes }): [string, Int32Array] => [name, codes]),
  ...wave.indicators.map(({ name, y }): [string, Float64Array] => [name, y]),
];

/** Binary columns for R, one file each, missing as NaN; `names` lists them. */
export function writeColumns(folder: string, wave: SyntheticWave): void {
  const columns = [
    ...columnsOf(wave),
    ...wave.margins.map(({ name, codes }): [string, Int32Array] => [name, codes]),
  ];
  writeFileSync(join(folder, 'names'), `${columns.map(([name]) => name).join('\n')}\n`);
  for (const [name, column] of columns) writeNumbers(folder, name, column, name === 'weight');
}

export function writeNumbers(folder: string, name: string, column: ArrayLike<number>, signed = false): void {
  const numbers = Float64Array.from(column, (value) => (value === -1 && !signed ? Number.NaN : value));
  writeFileSync(join(folder, name), Buffer.from(numbers.buffer));
}

/** The same rows as a CSV file of 60 columns, missing as blank. */
export function writeWaveCsv(path: string, wave: SyntheticWave): void {
  const columns = columnsOf(wave);
  for (let i = columns.length; i < 60; i++) {
    const own = Int32Array.from(
      { length: wave.rows },
      (_, row) => (row * (2 * i + 1)) % (i % 2 === 0 ? 9 : 3001),
    );
    columns.push([`other${i}`, own]);
  }
  const lines = [columns.map(([name]) => name).join(',')];
  for (let row = 0; row < wave.rows; row++) {
    lines.push(
      columns
        .map(([name, column]) => {
          const value = column[row] ?? Number.NaN;
          return Number.isNaN(value) || (name.startsWith('by') && value === -1) ? '' : String(value);
        })
        .join(','),
    );
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
}
