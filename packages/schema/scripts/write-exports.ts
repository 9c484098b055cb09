import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles } from './generated-files.ts';

const folder = join(import.meta.dirname, '../generated');
rmSync(folder, { recursive: true, force: true });
const files = generatedFiles();
for (const { path, text } of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
console.log(
  `generated: ${files.length} files, ${files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)} bytes`,
);
