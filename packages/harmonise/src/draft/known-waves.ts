import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Codebook, type Instrument, Snapshot } from '@wavebook/schema';
import { readTable, type Table } from '@wavebook/tables';

/** The committed synthetic waves of an instrument that have one of these codebooks, with their raw records. */
export async function knownWaves(
  root: string,
  instrument: Instrument,
  codebooks: Readonly<Record<string, Codebook>>,
): Promise<{ raw: Table; codebook: Codebook }[]> {
  const folder = join(root, 'data', 'synthetic', instrument);
  if (!existsSync(folder)) return [];
  const waves: { raw: Table; codebook: Codebook }[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const snapshot = Snapshot.parse(JSON.parse(await readFile(join(folder, name, 'snapshot.json'), 'utf8')));
    const codebook = codebooks[snapshot.codebook];
    if (!codebook) continue;
    const { encoding, files } = snapshot;
    const path = join(folder, name, files[0]?.name ?? '');
    const { table } = await readTable(path, encoding === undefined ? {} : { encoding });
    waves.push({ raw: table, codebook });
  }
  return waves;
}
