import { type Label, MissingReason, type Variable, weightedColumnLabels } from '@wavebook/schema';
import { type Column, type Table, textOf } from '@wavebook/tables';
import type { ExportWave } from './read-waves.ts';

/** A column of all waves, one after the other. */
export interface PooledColumn {
  readonly name: string;
  readonly label: Label;
  /** what the schema says of it; undefined for weights and design */
  readonly variable: Variable | undefined;
  readonly cells: Column;
  /** by row: 0 where the cell is filled, else 1 + the place of its reason in `MissingReason.options` */
  readonly reasons: Uint8Array;
  /** waves in which a cell is filled */
  readonly waves: readonly string[];
}

const reasonCode = (reason: MissingReason): number => 1 + MissingReason.options.indexOf(reason);

/** Pools a column; where a wave has not asked, or has no such column, its cells say so. */
export function pooledColumn(
  name: string,
  waves: readonly ExportWave[],
  variable: Variable | undefined,
): PooledColumn {
  const rows = waves.reduce((sum, { records }) => sum + records.rows, 0);
  const reasons = new Uint8Array(rows);
  const filled: string[] = [];
  const parts: Column[] = [];
  let start = 0;
  for (const { wave, records } of waves) {
    const column = records.columns.get(name);
    const end = start + records.rows;
    const whole = wave.not_asked.includes(name) ? 'not_asked' : 'missing';
    reasons.set(column ? reasonsOf(records, name, column) : filledWith(records.rows, whole), start);
    if (reasons.subarray(start, end).includes(0)) filled.push(wave.wave);
    parts.push(column ?? { kind: 'number', values: new Float64Array(records.rows).fill(Number.NaN) });
    start = end;
  }
  const kind = waves.some(({ records }) => records.columns.get(name)?.kind === 'text') ? 'text' : 'number';
  const labels: Readonly<Record<string, Label>> = weightedColumnLabels;
  const label = variable?.label ?? labels[name] ?? { zh: name, en: name };
  return {
    name,
    label,
    variable,
    cells: kind === 'text' ? joinedTexts(parts, rows) : joinedNumbers(parts, rows),
    reasons,
    waves: filled,
  };
}

const filledWith = (rows: number, reason: MissingReason): Uint8Array =>
  new Uint8Array(rows).fill(reasonCode(reason));

function reasonsOf(records: Table, name: string, column: Column): Uint8Array {
  const reasons = new Uint8Array(records.rows);
  const beside = records.columns.has(`${name}_missing`) ? textOf(records, `${name}_missing`) : undefined;
  const codes = beside?.levels.map((level) => reasonCode(MissingReason.parse(level)));
  const missing = reasonCode('missing');
  for (let row = 0; row < reasons.length; row++) {
    const isEmpty =
      column.kind === 'text' ? (column.codes[row] as number) < 0 : Number.isNaN(column.values[row]);
    if (isEmpty) reasons[row] = codes?.[beside?.codes[row] as number] ?? missing;
  }
  return reasons;
}

function joinedNumbers(parts: readonly Column[], rows: number): Column {
  const values = new Float64Array(rows);
  let start = 0;
  for (const part of parts) {
    if (part.kind === 'text') throw new Error('joinedNumbers: expected numbers');
    values.set(part.values, start);
    start += part.values.length;
  }
  return { kind: 'number', values };
}

function joinedTexts(parts: readonly Column[], rows: number): Column {
  const codes = new Int32Array(rows).fill(-1);
  const index = new Map<string, number>();
  let start = 0;
  for (const part of parts) {
    const length = part.kind === 'text' ? part.codes.length : part.values.length;
    if (part.kind === 'text') {
      const places = part.levels.map((level) => {
        const place = index.get(level) ?? index.size;
        index.set(level, place);
        return place;
      });
      for (let row = 0; row < length; row++) codes[start + row] = places[part.codes[row] as number] ?? -1;
    } else if (part.values.some((value) => !Number.isNaN(value)))
      throw new Error('joinedTexts: a column is text in one wave and numbers in another');
    start += length;
  }
  return { kind: 'text', codes, levels: [...index.keys()] };
}
