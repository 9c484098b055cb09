import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copiedRepository } from './copied-repository.ts';

export const sourceFlags = ['--conditions=@wavebook/source', '--import', import.meta.resolve('tsx')];

/** A copied repository whose synthetic waves are replaced by small ones, so that its pipeline runs in seconds. */
export function smallRepository(waves: readonly string[], scale = 1200): string {
  const root = copiedRepository();
  for (const folder of ['synthetic', 'controls']) rmSync(join(root, 'data', folder), { recursive: true });
  for (const wave of waves) writeSmallWave(root, 'data/synthetic', wave, scale);
  return root;
}

/** Writes a small synthetic wave into `<root>/<folder>/monitoring/<wave>`, its control totals into `data/controls`. */
export function writeSmallWave(root: string, folder: string, wave: string, scale = 1200): void {
  const out = join(root, folder);
  execFileSync(
    process.execPath,
    [
      ...sourceFlags,
      join(root, 'packages/synthetic/src/main.ts'),
      ...['--out', out, '--wave', wave, '--scale', String(scale)],
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  cpSync(join(out, 'controls'), join(root, 'data/controls'), { recursive: true });
  rmSync(join(out, 'controls'), { recursive: true });
}
