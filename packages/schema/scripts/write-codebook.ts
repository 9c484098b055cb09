import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codebookFiles } from '../src/exports/codebook/index.ts';

const folder = join(import.meta.dirname, '../codebook');
rmSync(folder, { recursive: true, force: true });
const files = codebookFiles();
for (const { path, text } of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
console.log(
  `codebook: ${files.length} files, ${files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)} bytes`,
);
