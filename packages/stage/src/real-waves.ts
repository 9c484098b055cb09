import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The note beside the stage folders that real microdata went through them, and so may stand in turbo's cache. */
export const REAL_WAVES = 'data/.real-waves';

/** Leaves the note; `wavebook purge` takes it away last. It outlives the waves themselves: a wave removed by hand is still in the cache. */
export async function markRealWaves(root: string): Promise<void> {
  await mkdir(join(root, 'data'), { recursive: true });
  await writeFile(
    join(root, REAL_WAVES),
    'Real microdata went through this working copy; wavebook purge removes what was made from them.\n',
  );
}
