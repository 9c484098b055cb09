import { type Table, type TextColumn, textOf } from '@wavebook/tables';
import type { EditLog } from './log.ts';

/** Stratum and PSU of every record, from the design side file. */
export const designColumns = (
  design: Table,
  key: string,
  { codes, levels }: TextColumn,
  log: EditLog,
): Map<string, TextColumn> => {
  const ids = textOf(design, key);
  const place = new Map<string, number>();
  for (let i = 0; i < design.rows; i++) place.set(ids.levels[ids.codes[i] as number] ?? '', i);
  const placeOf = Int32Array.from(levels, (id) => place.get(id) ?? -1);
  const columns = ['stratum', 'psu'].map((name): [string, TextColumn] => {
    const column = textOf(design, name);
    return [name, { ...column, codes: codes.map((id) => column.codes[placeOf[id] as number] ?? -1) }];
  });
  for (let row = 0; row < codes.length; row++) {
    if (columns.every(([, own]) => (own.codes[row] as number) >= 0)) continue;
    log.report({
      row,
      code: 'missing_design',
      variable: columns.flatMap(([name, own]) => ((own.codes[row] as number) < 0 ? [name] : [])).join(),
      value: '',
      message: 'not in the design side file',
    });
  }
  return new Map(columns);
};
