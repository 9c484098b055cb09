import { parquetMetadata } from 'hyparquet';
import { codesOf, DataError, type ReadTable, readTable, type Table } from '../src/index.ts';
import { type Damage, damages, mutate, seededRandom } from './mutate.ts';
import { type Sample, samples } from './samples.ts';

const all = samples();
const whole = new Map<string, Promise<ReadTable>>();

/** Which sample and damage is the file of an index. */
export const caseOf = (index: number): { sample: Sample; damage: Damage } => ({
  sample: all[index % all.length] as Sample,
  damage: damages[Math.floor(index / all.length) % damages.length] as Damage,
});

/** The damaged file of a seed and index. */
export function damagedFile(seed: number, index: number): Uint8Array {
  const { sample, damage } = caseOf(index);
  return mutate(sample.bytes, damage, seededRandom(seed * 1_000_003 + index));
}

/**
 * Reads a damaged file: refused with a `DataError`, or a table of the shape that its header says, in which cells whose bytes are untouched are as
 * they were. Anything else is thrown.
 */
export async function readDamaged(seed: number, index: number): Promise<'refused' | 'table'> {
  const { sample, damage } = caseOf(index);
  const bytes = Buffer.from(damagedFile(seed, index));
  let read: ReadTable;
  try {
    read = await readTable({ name: sample.name, bytes });
  } catch (error) {
    if (error instanceof DataError) return 'refused';
    throw error;
  }
  checkShape(read);
  const before = whole.get(sample.name) ?? readTable({ name: sample.name, bytes: Buffer.from(sample.bytes) });
  whole.set(sample.name, before);
  const { table } = await before;
  if (sample.reach === 'sums') checkRows(table, read.table, () => true);
  else if (damage === 'flip' || damage === 'inflate') checkUntouched(sample, bytes, table, read.table);
  return 'table';
}

function checkShape({ table, info }: ReadTable): void {
  if (table.rows !== info.rows) throw new Error(`expected ${info.rows} rows; got ${table.rows}`);
  const names = info.variables.map(({ name }) => name);
  if (new Set(names).size !== names.length) throw new Error('two variables have one name');
  for (const { name, type } of info.variables) {
    const column = table.columns.get(name);
    const length = column?.kind === 'text' ? column.codes.length : column?.values.length;
    if (length !== table.rows || column?.kind !== type)
      throw new Error(`expected ${table.rows} rows of ${type} in ${name}; got ${length} of ${column?.kind}`);
    if (column.kind === 'text' && column.codes.some((code) => code < -1 || code >= column.levels.length))
      throw new Error(`a code of ${name} has no text`);
  }
}

/** Bytes that differ. */
const changes = (before: Uint8Array, after: Uint8Array): number[] =>
  [...before.keys()].filter((at) => before[at] !== after[at]);

function checkUntouched({ bytes, reach }: Sample, damaged: Uint8Array, before: Table, after: Table): void {
  const changed = changes(bytes, damaged);
  const sameHeader = [...before.columns.keys()].join() === [...after.columns.keys()].join();
  if (!sameHeader || before.rows !== after.rows || changed.length === 0) return;
  if (reach === 'lines') checkRows(before, after, (row) => !linesOf(bytes, changed).has(row + 1));
  if (reach === 'cells' || reach === 'stream') {
    const data = dataOf(bytes, reach, before.rows);
    // a change before the data is one of the header: it says what the table is
    if (!data || changed.some((at) => at < data.start || at >= data.end)) return;
    const first = Math.min(...changed);
    const touched = new Set(changed.map((at) => Math.floor((at - data.start) / data.rowBytes)));
    checkRows(before, after, (row) =>
      reach === 'cells'
        ? !touched.has(row)
        : data.start + row * data.mostRowBytes + data.mostRowBytes < first,
    );
  }
  if (reach === 'columns') {
    const touched = touchedColumns(bytes, changed);
    if (touched) checkColumns(before, after, touched);
  }
}

const linesOf = (bytes: Uint8Array, changed: readonly number[]): Set<number> => {
  const ends = [...bytes.keys()].filter((at) => bytes[at] === 0x0a);
  return new Set(
    changed.flatMap((at) => {
      const line = ends.findIndex((end) => end >= at);
      return bytes[at] === 0x0a ? [line, line + 1] : [line];
    }),
  );
};

interface DataPlace {
  readonly start: number;
  readonly end: number;
  readonly rowBytes: number;
  /** a row of a compressed file may take so many */
  readonly mostRowBytes: number;
}

/** Where the rows of our own .dta and .sav files stand. */
function dataOf(bytes: Uint8Array, reach: 'cells' | 'stream', rows: number): DataPlace | undefined {
  const buffer = Buffer.from(bytes);
  if (reach === 'cells') {
    const start = buffer.indexOf('<data>') + '<data>'.length;
    const end = buffer.indexOf('</data>');
    const rowBytes = (end - start) / rows;
    return start > 6 && end > start ? { start, end, rowBytes, mostRowBytes: rowBytes } : undefined;
  }
  const start = buffer.lastIndexOf(Buffer.from([0xe7, 0x03, 0, 0, 0, 0, 0, 0])) + 8;
  // nine bytes at most stand for eight of a slot
  const slots = buffer.readInt32LE(68);
  return { start, end: bytes.length, rowBytes: 8 * slots, mostRowBytes: 9 * slots + 8 };
}

/** The columns in whose chunk a byte changed; undefined where one changed outside all chunks. */
function touchedColumns(bytes: Uint8Array, changed: readonly number[]): Set<string> | undefined {
  const metadata = parquetMetadata(new Uint8Array(bytes).buffer);
  const chunks = metadata.row_groups.flatMap(({ columns }) =>
    columns.flatMap(({ meta_data: chunk }) => {
      if (!chunk) return [];
      const start = Number(chunk.dictionary_page_offset ?? chunk.data_page_offset);
      return [
        { name: chunk.path_in_schema.join('.'), start, end: start + Number(chunk.total_compressed_size) },
      ];
    }),
  );
  const touched = changed.map((at) => chunks.find(({ start, end }) => at >= start && at < end)?.name);
  return touched.includes(undefined) ? undefined : new Set(touched as string[]);
}

const cellsOf = (table: Table, name: string): (string | null)[] => {
  const { codes, levels } = codesOf(table, name);
  return Array.from(codes, (code) => levels[code] ?? null);
};

function checkRows(before: Table, after: Table, isUntouched: (row: number) => boolean): void {
  if (before.rows !== after.rows) throw new Error(`expected ${before.rows} rows; got ${after.rows}`);
  for (const name of before.columns.keys()) {
    const expected = cellsOf(before, name);
    const found = cellsOf(after, name);
    const wrong = expected.findIndex((cell, row) => cell !== found[row] && isUntouched(row));
    if (wrong >= 0)
      throw new Error(
        `row ${wrong + 1} of ${name} changed unseen: "${expected[wrong]}" to "${found[wrong]}"`,
      );
  }
}

function checkColumns(before: Table, after: Table, touched: ReadonlySet<string>): void {
  for (const name of before.columns.keys())
    if (!touched.has(name) && cellsOf(before, name).join('\0') !== cellsOf(after, name).join('\0'))
      throw new Error(`column ${name} changed unseen`);
}
