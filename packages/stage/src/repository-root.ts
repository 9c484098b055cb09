import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds `turbo.json`, searched upwards from `from`. */
export function repositoryRoot(from = process.cwd()): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'turbo.json'))) return folder;
    if (dirname(folder) === folder) throw new Error(`repositoryRoot: no turbo.json above ${from}`);
  }
}
