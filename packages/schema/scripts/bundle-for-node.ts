/**
 * Writes dist/node: the compiled modules in few files, because opening each of some eighty modules is half of what an import costs in
 * Node. Entries share their chunks, so that nothing exists twice. Bundlers take the single modules of dist and leave out what is unused.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = process.argv[2] ?? join(import.meta.dirname, '..');
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { node?: string; default: string }>;
};
const entries = Object.values(exports).flatMap((entry) =>
  typeof entry === 'string' || entry.node === undefined ? [] : [entry.default],
);

rmSync(join(root, 'dist/node'), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: entries,
  outbase: 'dist',
  outdir: 'dist/node',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.20',
  external: ['zod'],
  chunkNames: 'chunks/[hash]',
  legalComments: 'none',
});
