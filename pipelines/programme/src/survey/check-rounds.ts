import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataError } from '@wavebook/tables';
import { texts } from './columns.ts';
import type { Round } from './round.ts';

const few = (names: readonly string[]): string =>
  `${names.slice(0, 4).join(', ')}${names.length > 4 ? `, … (${names.length})` : ''}`;

/** Makes sure that the round called baseline was in the field first; `rounds` are in the order of their dates, `root` is that of the files. */
export async function checkOrder(
  rounds: readonly Pick<Round, 'wave' | 'fieldDates' | 'snapshotFile'>[],
  root: string,
): Promise<void> {
  const late = rounds.findIndex(({ wave }, i) => i > 0 && wave.wave.endsWith('-baseline'));
  const [first, baseline] = [rounds[0], rounds[late]];
  if (!first || !baseline) return;
  const lines = (await readFile(join(root, baseline.snapshotFile), 'utf8')).split('\n');
  const line = lines.findIndex((text) => text.includes('"field_dates"')) + 1;
  throw new DataError(
    `${baseline.snapshotFile}: line ${line}: the baseline (${baseline.wave.wave}, from ${baseline.fieldDates[0]}) lies after ${first.wave.wave} (from ${first.fieldDates[0]}, ${first.snapshotFile}); correct field_dates, or the name of the wave`,
  );
}

/**
 * Makes sure that both rounds sampled the same sites and clusters: without them a change cannot be told from a change of the sample. An
 * enterprise is its own cluster and may be lost.
 */
export function checkRounds(before: Round, after: Round): void {
  for (const [column, words] of [
    ['site_assigned', 'site'],
    ['psu', 'cluster'],
  ] as const) {
    if (column === 'psu' && before.key === 'enterprise_id') continue;
    for (const [one, other] of [
      [before, after],
      [after, before],
    ] as const) {
      const own = texts(one.sample, column);
      const known = new Set(texts(other.sample, column));
      const gone = [...new Set(own)].filter((value) => !known.has(value));
      if (gone.length > 0)
        throw new DataError(
          `${one.sampleFile}: data row ${own.indexOf(gone[0] as string) + 1}: ${words} ${few(gone)} is missing in ${other.sampleFile}; both rounds need the same ${words}s`,
        );
    }
  }
}
