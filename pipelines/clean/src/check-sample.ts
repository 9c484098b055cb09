import type { Table } from '@wavebook/tables';
import { DataError, textOf } from '@wavebook/tables';

const statuses = new Set(['responded', 'refused', 'not_found', 'left_site', 'unknown']);
const parts = new Set(['first', 'panel', 'new']);
const arms = new Set(['pilot', 'comparison']);

const few = (names: readonly string[]): string =>
  `${names.slice(0, 5).join(', ')}${names.length > 5 ? `, … (${names.length})` : ''}`;

/**
 * Checks the list of sampled units against the records of those that were interviewed: every code is known, no unit stands twice, every
 * record is a unit that responded, every unit that responded has a record, and no cluster lies in two arms.
 */
export function checkSample(file: string, sample: Table, raw: Table, key: string): void {
  const at = (name: string) => {
    const column = textOf(sample, name);
    return (row: number): string => column.levels[column.codes[row] as number] ?? '';
  };
  const [id, arm, part, status, psu] = [key, 'arm', 'part', 'status', 'psu'].map(at) as [
    (row: number) => string,
    ...((row: number) => string)[],
  ];
  const responded = new Set<string>();
  const seen = new Set<string>();
  const armOf = new Map<string, string>();
  for (let row = 0; row < sample.rows; row++) {
    const broken = (
      [
        ['arm', arm, arms],
        ['part', part, parts],
        ['status', status, statuses],
      ] as const
    ).find(([, get, known]) => !known.has(get?.(row) ?? ''));
    if (broken)
      throw new DataError(
        `${file}: line ${row + 2}: ${broken[0]} must be one of ${[...broken[2]].join(', ')}; got "${broken[1]?.(row)}"`,
      );
    if (seen.has(id(row))) throw new DataError(`${file}: line ${row + 2}: ${key} "${id(row)}" stands twice`);
    seen.add(id(row));
    const cluster = psu?.(row) ?? '';
    const own = arm?.(row) ?? '';
    if ((armOf.get(cluster) ?? own) !== own)
      throw new DataError(
        `${file}: line ${row + 2}: cluster "${cluster}" is in both arms; a cluster belongs to one arm`,
      );
    armOf.set(cluster, own);
    if (status?.(row) === 'responded') responded.add(id(row));
  }
  const column = textOf(raw, key);
  const records = new Set(Array.from(column.codes, (code) => column.levels[code] ?? ''));
  const strangers = [...records].filter((unit) => unit !== '' && !responded.has(unit));
  if (strangers.length > 0)
    throw new DataError(`${file}: records of units that are not listed as responded: ${few(strangers)}`);
  const absent = [...responded].filter((unit) => !records.has(unit));
  if (absent.length > 0)
    throw new DataError(`${file}: listed as responded, but without a record: ${few(absent)}`);
}
