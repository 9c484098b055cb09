import { pilotSites } from '@wavebook/schema';
import type { Table } from '@wavebook/tables';
import { DataError, parseNumber, textOf } from '@wavebook/tables';
import type { ReadFile } from './read-wave.ts';

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

/**
 * Checks the list of sampled units against the records of those that were interviewed: it has its columns, every code is known, every weight
 * is above 0, no unit stands twice, every record is a unit that responded, every unit that responded has a record, and no cluster lies in two
 * arms. What is wrong is told with its line.
 */
export function checkSample(
  { path: file, table: sample }: Pick<ReadFile, 'path' | 'table'>,
  records: Pick<ReadFile, 'table' | 'key'>,
  key: string,
): void {
  const absent = [key, ...columns].filter((name) => !sample.columns.has(name));
  if (absent.length > 0)
    throw new DataError(
      `${file}: line 1: no column ${few(absent)}; it needs ${[key, ...columns].join(', ')}`,
    );
  const textsOf = (table: Table, name: string): string[] => {
    const column = textOf(table, name);
    return Array.from(column.codes, (code) => column.levels[code] ?? '');
  };
  const fail = (row: number, message: string): never => {
    throw new DataError(`${file}: line ${row + 2}: ${message}`);
  };
  const cells = new Map([key, ...columns].map((name) => [name, textsOf(sample, name)]));
  const at = (name: string, row: number): string => cells.get(name)?.[row] ?? '';
  const lineOf = new Map<string, number>();
  const armOf = new Map<string, string>();
  for (let row = 0; row < sample.rows; row++) {
    for (const [name, codes] of known)
      if (!codes.has(at(name, row)))
        fail(row, `${name} must be one of ${[...codes].join(', ')}; got "${at(name, row)}"`);
    const weight = parseNumber(at('weight', row));
    if (weight === undefined || !(weight > 0))
      fail(row, `weight must be a number above 0; got "${at('weight', row)}"`);
    const unit = at(key, row);
    if (unit === '') fail(row, `${key} is empty`);
    if (lineOf.has(unit))
      fail(row, `${key} "${unit}" stands twice, first in line ${Number(lineOf.get(unit)) + 2}`);
    lineOf.set(unit, row);
    const [cluster, arm] = [at('psu', row), at('arm', row)];
    if ((armOf.get(cluster) ?? arm) !== arm)
      fail(row, `cluster "${cluster}" is in both arms; a cluster belongs to one arm`);
    armOf.set(cluster, arm);
  }
  const interviewed = new Set(textsOf(records.table, records.key).map((unit) => unit.trim()));
  const responded = (unit: string): boolean => at('status', lineOf.get(unit) ?? -1) === 'responded';
  const strangers = [...interviewed].filter((unit) => unit !== '' && !responded(unit));
  const [stranger] = strangers;
  if (stranger !== undefined) {
    const line = lineOf.get(stranger);
    const message = `records of units that are not listed as responded: ${few(strangers)}`;
    if (line !== undefined) fail(line, message);
    throw new DataError(`${file}: ${message}; the list has no line for the first`);
  }
  const missing = [...lineOf.keys()].filter((unit) => responded(unit) && !interviewed.has(unit));
  const [first] = missing;
  if (first !== undefined)
    fail(lineOf.get(first) as number, `listed as responded, but without a record: ${few(missing)}`);
}
