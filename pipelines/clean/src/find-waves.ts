import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { readText } from '@wavebook/harmonise';
import { Snapshot } from '@wavebook/schema';
import { DataError } from '@wavebook/tables';

/** A raw wave found on disk: its folder and what its snapshot says. */
export interface FoundWave {
  readonly folder: string;
  readonly snapshot: Snapshot;
}

const foldersIn = async (path: string): Promise<string[]> => {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
    .sort();
};

/** Reads and checks `snapshot.json` of a wave folder. */
export async function readSnapshot(root: string, folder: string): Promise<Snapshot> {
  const path = join(folder, 'snapshot.json');
  const shown = relative(root, path);
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readText(path, shown));
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(
      `${shown}: ${error instanceof SyntaxError ? `not JSON (${error.message})` : 'not found'}`,
    );
  }
  const result = Snapshot.safeParse(parsed);
  if (!result.success) {
    const problems = result.error.issues.map(
      (issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`,
    );
    throw new DataError(`${shown}: ${problems.join('; ')}`);
  }
  const [instrument, wave] = relative(root, folder).split(/[\\/]/).slice(-2);
  if (result.data.instrument !== instrument || result.data.wave !== wave)
    throw new DataError(
      `${shown}: says ${result.data.instrument} ${result.data.wave}, but lies in the folder of ${instrument} ${wave}`,
    );
  return result.data;
}

/**
 * Every raw wave under `data/raw` and `data/synthetic`, in order of instrument and wave. An instrument with a real wave leaves its
 * synthetic ones out; `leftOut` lists them.
 */
export async function findWaves(root: string): Promise<{ waves: FoundWave[]; leftOut: Snapshot[] }> {
  const found: FoundWave[] = [];
  for (const kind of ['raw', 'synthetic']) {
    for (const instrument of await foldersIn(join(root, 'data', kind))) {
      for (const wave of await foldersIn(join(root, 'data', kind, instrument))) {
        const folder = join(root, 'data', kind, instrument, wave);
        found.push({ folder, snapshot: await readSnapshot(root, folder) });
      }
    }
  }
  const real = new Set(found.filter((w) => !w.snapshot.synthetic).map((w) => w.snapshot.instrument));
  const isLeftOut = (w: FoundWave): boolean => w.snapshot.synthetic && real.has(w.snapshot.instrument);
  const key = (w: FoundWave): string => `${w.snapshot.instrument} ${w.snapshot.wave}`;
  const waves = found.filter((w) => !isLeftOut(w)).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  for (const [i, wave] of waves.entries()) {
    const previous = waves[i - 1];
    if (previous && key(previous) === key(wave))
      throw new DataError(
        `${key(wave)}: two folders hold this wave: ${[previous, wave].map((w) => relative(root, w.folder)).join(' and ')}`,
      );
  }
  return { waves, leftOut: found.filter(isLeftOut).map((w) => w.snapshot) };
}
