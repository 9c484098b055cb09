import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE_FOLDER } from '../../scripts/public-api.ts';
import { DOCS_FOLDER } from '../../scripts/reference.ts';
import { blocksOf } from './markdown-blocks.ts';

const root = join(PACKAGE_FOLDER, '..', '..');

test('the examples of every page are TypeScript without an error, under `strict`', () => {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  const pages = [
    join(PACKAGE_FOLDER, 'README.md'),
    ...readdirSync(DOCS_FOLDER).map((file) => join(DOCS_FOLDER, file)),
  ];
  pages.forEach((page, i) => {
    const blocks = blocksOf(readFileSync(page, 'utf8'), 'ts');
    // what stands above the first import is a signature or a type
    const code = blocks.slice(blocks.findIndex(([first = '']) => first.startsWith('import '))).flat();
    if (code[0]?.startsWith('import ')) writeFileSync(join(folder, `page-${i}.ts`), code.join('\n'));
  });
  const options = {
    noEmit: true,
    noUncheckedIndexedAccess: false,
    module: 'ESNext',
    moduleResolution: 'Bundler',
    typeRoots: [join(root, 'node_modules/@types')],
    paths: {
      '@wavebook/survey-stats': [join(PACKAGE_FOLDER, 'src/index.ts')],
      '@wavebook/survey-stats/threads': [join(PACKAGE_FOLDER, 'src/threads/index.ts')],
    },
  };
  const config = { extends: join(root, 'tsconfig.base.json'), compilerOptions: options, include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  expect(readdirSync(folder).length).toBeGreaterThan(60);
  const made = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
  expect(made.stdout).toBe('');
  expect(made.status).toBe(0);
  rmSync(folder, { recursive: true });
});
