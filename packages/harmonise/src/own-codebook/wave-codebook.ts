import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Codebook, Snapshot } from '@wavebook/schema';
import { designedCodebooks } from '@wavebook/schema/codebooks';
import { checkLayout } from '../check-layout.ts';
import { readText } from '../read-text.ts';
import { parseOwnCodebook } from './parse-own-codebook.ts';

/** The file in a wave folder that holds the wave's own codebook, where no known one serves. */
export const OWN_CODEBOOK = 'codebook.yaml';

/**
 * The codebook of a raw wave: its own `codebook.yaml` if the folder holds one, else the designed or known one that its snapshot names, the known
 * one after the columns were held against it. `second` are the columns of the second file, if there is one.
 *
 * @throws DataError with file, line and column of everything that its own codebook leaves open; else as `checkLayout`.
 */
export async function waveCodebook(
  { root, folder, snapshot }: { root: string; folder: string; snapshot: Snapshot },
  recordsPath: string,
  columns: Iterable<string>,
  second?: Iterable<string>,
): Promise<Codebook> {
  const path = join(folder, OWN_CODEBOOK);
  const { instrument, wave, field_dates: fieldDates } = snapshot;
  if (!existsSync(path))
    return designedCodebooks[snapshot.codebook] ?? checkLayout(recordsPath, columns, wave, snapshot.codebook);
  const shown = relative(root, path);
  return parseOwnCodebook(await readText(path, shown), shown, {
    instrument,
    wave,
    fieldDates,
    columns: [...columns],
    ...(second ? { second: [...second] } : {}),
  });
}
