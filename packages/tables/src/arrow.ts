import { readFile } from 'node:fs/promises';
import {
  type Column as ArrowColumn,
  type Table as ArrowTable,
  columnFromValues,
  dictionary,
  float64,
  int32,
  Type,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import { type Column, type Table, table } from './table.ts';

const arrowColumn = (column: Column): ArrowColumn<unknown> =>
  column.kind === 'number'
    ? columnFromValues((push) => {
        for (const v of column.values) push(Number.isNaN(v) ? null : v);
      }, float64())
    : columnFromValues(
        (push) => {
          for (const code of column.codes) push(code < 0 ? null : column.levels[code]);
        },
        dictionary(utf8(), int32()),
      );

/** The table as Arrow IPC file bytes: text as dictionaries, empty cells as nulls, labels as field metadata. Same table, same bytes. */
export function formatArrow(input: Table): Uint8Array {
  const arrow = tableFromColumns([...input.columns].map(([name, column]) => [name, arrowColumn(column)]));
  for (const field of arrow.schema.fields) {
    const label = input.labels?.get(field.name);
    if (label) field.metadata = new Map(Object.entries({ label_zh: label.zh, label_en: label.en }));
  }
  const bytes = tableToIPC(arrow, { format: 'file' });
  if (!bytes) throw new Error('formatArrow: the encoder gave no bytes');
  return bytes;
}

/** The part of flechette's dictionary batch that its type list leaves out. */
interface DictionaryKeys {
  readonly dictionary: ArrowColumn<string>;
  key(index: number): number;
}

const isDictionary = (batch: object): batch is DictionaryKeys => 'dictionary' in batch && 'key' in batch;

const fromArrow = (column: ArrowColumn<unknown>, rows: number): Column => {
  if (column.type.typeId !== Type.Dictionary) {
    const values = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      const value = column.at(i);
      values[i] = value === null || value === undefined ? Number.NaN : Number(value);
    }
    return { kind: 'number', values };
  }
  const codes = new Int32Array(rows);
  let levels: string[] = [];
  let start = 0;
  for (const batch of column.data) {
    if (!isDictionary(batch)) throw new Error('readArrow: a dictionary column without its dictionary');
    levels = Array.from(batch.dictionary, (level) => level ?? '');
    for (let i = 0; i < batch.length; i++)
      codes[start + i] = batch.nullCount === 0 || batch.isValid(i) ? batch.key(i) : -1;
    start += batch.length;
  }
  return { kind: 'text', codes, levels };
};

/** Reads an Arrow IPC file that `formatArrow` wrote; `names` selects columns. */
export async function readArrow(path: string, names?: readonly string[]): Promise<Table> {
  const arrow: ArrowTable = tableFromIPC(new Uint8Array(await readFile(path)));
  const wanted = arrow.schema.fields.filter((f) => !names || names.includes(f.name));
  const labels = new Map<string, { zh: string; en: string }>();
  for (const field of wanted) {
    const zh = field.metadata?.get('label_zh');
    const en = field.metadata?.get('label_en');
    if (zh && en) labels.set(field.name, { zh, en });
  }
  return table(
    arrow.numRows,
    wanted.map((f) => [f.name, fromArrow(arrow.getChild(f.name), arrow.numRows)]),
    labels,
  );
}
