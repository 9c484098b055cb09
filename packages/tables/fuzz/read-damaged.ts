import { readDta, readSav, type StatColumn, type StatFile } from '@wavebook/stat-files';
import { codesOf, DataError, type ReadTable, readTable, type Table } from '../src/index.ts';
import { agreesWithReadStat } from './against-readstat.ts';
import { type Damage, damages, mutate, seededRandom } from './mutate.ts';
import { changesOf, isTouched, packed } from './places.ts';
import { type Sample, samples } from './samples.ts';

const all = samples();
const whole = new Map<string, Promise<ReadTable>>();

/** Which sample and damage is the file of an index. */
export const caseOf = (index: number): { sample: Sample; damage: Damage } => ({
  sample: all[index % all.length] as Sample,
  damage: damages[Math.floor(index / all.length) % damages.length] as Damage,
});

export interface Outcome {
  readonly outcome: 'refused' | 'table';
  /** of a table from a Stata or SPSS file, if ReadStat was asked */
  readonly readstat?: 'refused' | 'same';
}

/**
 * Reads the damaged file of a seed and index: refused with a `DataError`, or a table of the shape that its header says, in which cells whose bytes are
 * untouched are as they were, and which ReadStat, if it is asked and reads the file, reads with the same values. Anything else is thrown.
 */
export async function readDamaged(
  seed: number,
  index: number,
  options: { readstat?: boolean } = {},
): Promise<Outcome> {
  const { sample, damage } = caseOf(index);
  const { name, kind, wrap } = sample;
  const damaged = mutate(sample.bytes, damage, seededRandom(seed * 1_000_003 + index));
  const bytes = Buffer.from(wrap ? wrap(damaged) : damaged);
  let read: ReadTable;
  try {
    read = await readTable({ name, bytes });
  } catch (error) {
    if (error instanceof DataError) return { outcome: 'refused' };
    throw error;
  }
  checkShape(read);
  const undamaged = Buffer.from(wrap ? wrap(sample.bytes) : sample.bytes);
  const before = whole.get(name) ?? readTable({ name, bytes: undamaged });
  whole.set(name, before);
  checkCells(sample, damaged, await before, read);
  if (kind !== 'dta' && kind !== 'sav' && kind !== 'zsav') return { outcome: 'table' };
  const file = (kind === 'dta' ? readDta : readSav)(bytes);
  checkBlocks(file);
  return {
    outcome: 'table',
    ...(options.readstat ? { readstat: agreesWithReadStat(file, kind, bytes) } : {}),
  };
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

/** What the header says of the cells; rows that are counted and not declared stand in no header. */
const headerOf = ({ info }: ReadTable): string =>
  JSON.stringify([
    info.version,
    info.delimiter,
    info.format === 'csv' || info.format === 'xlsx' ? [] : info.rows,
    info.variables.map(({ name, storage, userMissing }) => [name, storage, userMissing]),
  ]);

/** Cells whose bytes are untouched are as they were, where the header says what it said. */
function checkCells(
  { bytes, places }: Sample,
  damaged: Uint8Array,
  before: ReadTable,
  after: ReadTable,
): void {
  const changes = changesOf(bytes, damaged, places.steers);
  const isSame = places === packed || headerOf(before) === headerOf(after);
  if (!isSame || places.shared.some((span) => isTouched(span, changes))) return;
  const { rows } = before.table;
  const mayEndEarly = places !== packed && Number.isFinite(changes.from);
  if (after.table.rows !== rows && !mayEndEarly)
    throw new Error(`expected ${rows} rows; got ${after.table.rows}`);
  const sameEncoding = before.info.encoding?.name === after.info.encoding?.name;
  for (const [name, { kind }] of before.table.columns) {
    // another encoding is told, and makes other texts of the same bytes
    if (kind === 'text' && !sameEncoding) continue;
    const [expected, found] = [cellsOf(before.table, name), cellsOf(after.table, name)];
    for (let row = 0; row < Math.min(rows, found.length); row++)
      if (expected[row] !== found[row] && !places.cell(row, name).some((span) => isTouched(span, changes)))
        throw new Error(`row ${row + 1} of ${name} changed unseen: "${expected[row]}" to "${found[row]}"`);
  }
}

const cellsOf = (table: Table, name: string): (string | null)[] => {
  const { codes, levels } = codesOf(table, name);
  return Array.from(codes, (code) => levels[code] ?? null);
};

/** Read by blocks, a file holds what it holds as a whole. */
function checkBlocks(file: StatFile): void {
  const columns = file.columns();
  const blocks = [...file.blocks({ blockRows: Math.max(1, Math.ceil(file.rows / 3)) })];
  const shown = (column: StatColumn | undefined): string[] =>
    column?.kind === 'text'
      ? Array.from(column.codes, (code, row) => `${column.levels[code]} ${column.missing[row]}`)
      : Array.from(
          column?.values ?? [],
          (value, row) => `${column?.missing[row] === 0 ? value : ''} ${column?.missing[row]}`,
        );
  for (const [name, column] of columns)
    if (shown(column).join() !== blocks.flatMap((block) => shown(block.columns.get(name))).join())
      throw new Error(`${name} is another when it is read by blocks`);
}
