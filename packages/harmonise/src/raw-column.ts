import { codesOf, columnOf, type Table, type TextColumn } from '@wavebook/tables';

/** A raw column as its texts; the last levels are codes that the file itself declares missing, `declared` their labels there, if any. */
export interface RawColumn extends TextColumn {
  readonly declared?: readonly string[];
}

/**
 * A column of a raw table as it is read: its texts, and the codes that the file declares missing behind them. `room` is for the codes of a
 * column of numbers, which the next call with it overwrites.
 */
export function rawColumn(raw: Table, name: string, room?: Int32Array): RawColumn {
  const column = codesOf(raw, name, room);
  const declared = columnOf(raw, name).missing?.levels ?? [];
  if (declared.length === 0) return column;
  const labels = raw.variables?.get(name)?.valueLabels;
  return { ...column, declared: declared.map((code) => labels?.get(code) ?? '') };
}
