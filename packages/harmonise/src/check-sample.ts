import { pilotSites } from '@wavebook/schema';
import { DataError, numberReader, type Table, textOf } from '@wavebook/tables';
import { checkListColumns, type ListFile, tellingPlaces, WrongRow } from './list-file.ts';

const statuses = new Set(['responded', 'refused', 'not_found', 'left_site', 'unknown']);
const parts = new Set(['first', 'panel', 'new']);
const arms = new Set(['pilot', 'comparison']);

const few = (names: readonly string[]): string =>
  `${names.slice(0, 5).join(', ')}${names.length > 5 ? `, … (${names.length})` : ''}`;

const columns = ['arm', 'part', 'status', 'psu', 'stratum', 'site_assigned', 'group', 'weight'] as const;
const sites = new Set(pilotSites.map(({ code }) => code));

/** What the cells of a line must be. */
const known: readonly (readonly [column: (typeof columns)[number], codes: ReadonlySet<string>])[] = [
  ['arm', arms],
  ['part', parts],
  ['status', statuses],
  ['site_assigned', sites],
];

/** Records of those who were interviewed, and the column of their identifier. */
export interface Interviewed {
  readonly table: Table;
  readonly key: string;
}

/** The texts of a column; empty where a cell is blank. */
function textsIn(table: Table, name: string): string[] {
  const column = textOf(table, name);
  return Array.from(column.codes, (code) => (column.levels[code] ?? '').trim());
}

/**
 * Checks the list of sampled units: it has its columns, every code is known, every weight is above 0, no unit stands twice, and no cluster lies in
 * two arms. With `records` also that every record is a unit that responded, and every unit that responded has a record. What is wrong is told with
 * its place.
 */
export const checkSample = (list: ListFile, key: string, records?: Interviewed): Promise<void> =>
  tellingPlaces(list, () => checkUnits(list, key, records));

function checkUnits(list: ListFile, key: string, records: Interviewed | undefined): void {
  checkListColumns(list, [key, ...columns]);
  const { path: file, table: sample } = list;
  const fail = (row: number, tell: ConstructorParameters<typeof WrongRow>[1]): never => {
    throw new WrongRow(row, tell);
  };
  const cells = new Map([key, ...columns].map((name) => [name, textsIn(sample, name)]));
  const at = (name: string, row: number): string => cells.get(name)?.[row] ?? '';
  const weightOf = numberReader(cells.get('weight') ?? []);
  const rowOf = new Map<string, number>();
  const armOf = new Map<string, string>();
  for (let row = 0; row < sample.rows; row++) {
    for (const [name, codes] of known)
      if (!codes.has(at(name, row)))
        fail(row, `${name} must be one of ${[...codes].join(', ')}; got "${at(name, row)}"`);
    const weight = weightOf(at('weight', row));
    if (weight === undefined || !(weight > 0))
      fail(row, `weight must be a number above 0; got "${at('weight', row)}"`);
    const unit = at(key, row);
    if (unit === '') fail(row, `${key} is empty`);
    const first = rowOf.get(unit);
    if (first !== undefined)
      fail(row, (placeOf) => `${key} "${unit}" stands twice, first in ${placeOf(first)}`);
    rowOf.set(unit, row);
    const [cluster, arm] = [at('psu', row), at('arm', row)];
    if ((armOf.get(cluster) ?? arm) !== arm)
      fail(row, `cluster "${cluster}" is in both arms; a cluster belongs to one arm`);
    armOf.set(cluster, arm);
  }
  if (!records) return;
  const interviewed = new Set(textsIn(records.table, records.key));
  const responded = (unit: string): boolean => at('status', rowOf.get(unit) ?? -1) === 'responded';
  const strangers = [...interviewed].filter((unit) => unit !== '' && !responded(unit));
  const [stranger] = strangers;
  if (stranger !== undefined) {
    const row = rowOf.get(stranger);
    const message = `records of units that are not listed as responded: ${few(strangers)}`;
    if (row !== undefined) fail(row, message);
    throw new DataError(`${file}: ${message}; the list has no line for the first`);
  }
  const missing = [...rowOf.keys()].filter((unit) => responded(unit) && !interviewed.has(unit));
  const [first] = missing;
  if (first !== undefined)
    fail(rowOf.get(first) as number, `listed as responded, but without a record: ${few(missing)}`);
}
