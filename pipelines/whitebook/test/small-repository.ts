import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copiedRepository } from './copied-repository.ts';

export const sourceFlags = ['--conditions=@wavebook/source', '--import', import.meta.resolve('tsx')];

/** A copied repository with small synthetic waves and a few charts a chapter, so that its pipeline runs in seconds. */
export function smallRepository(waves: readonly string[], charts = 2, scale = 1200): string {
  const root = copiedRepository();
  for (const folder of ['synthetic', 'controls']) rmSync(join(root, 'data', folder), { recursive: true });
  for (const wave of waves) writeSmallWave(root, 'data/synthetic', wave, scale);
  for (const name of readdirSync(join(root, 'pipelines')))
    shortenChapter(join(root, 'pipelines', name, 'src/chapter.ts'), charts);
  return root;
}

function shortenChapter(path: string, most: number): void {
  if (!existsSync(path)) return;
  let charts = 0;
  const lines = readFileSync(path, 'utf8').split('\n');
  const kept = lines.filter((line) => !/^ {4}\{ indicator: .*\},$/.test(line) || ++charts <= most);
  writeFileSync(path, kept.join('\n'));
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
