/** Writes `generated/`: what is committed, or with `--all` (before packing) also the formats that are published only. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { committedFiles, packedFiles } from './generated-files.ts';

const folder = join(import.meta.dirname, '../generated');
rmSync(folder, { recursive: true, force: true });
const files = process.argv.includes('--all') ? packedFiles() : committedFiles();
for (const { path, text } of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
console.log(
  `generated: ${files.length} files, ${files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)} bytes`,
);
