/** Writes the file that a thread starts, with all that it needs: opening some forty modules would be most of its start. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { PACKAGE_FOLDER } from './public-api.ts';

export async function bundleThread(folder: string): Promise<void> {
  await build({
    entryPoints: [join(PACKAGE_FOLDER, 'src/threads/thread.ts')],
    outfile: join(folder, 'thread.mjs'),
    bundle: true,
    minifyWhitespace: true,
    minifySyntax: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.20',
    legalComments: 'none',
  });
}

if (process.argv[1] === import.meta.filename) await bundleThread(join(PACKAGE_FOLDER, 'dist/threads'));
