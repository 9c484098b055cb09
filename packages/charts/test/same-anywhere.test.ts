import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { chartFiles } from '../src/index.ts';
import { samples } from './samples.ts';

const name = 'heat-zh';
const script = `
import { createHash } from 'node:crypto';
import { chartFiles } from '${new URL('../src/index.ts', import.meta.url)}';
import { samples } from '${new URL('./samples.ts', import.meta.url)}';
const files = await chartFiles(samples['${name}'].spec());
for (const [ending, content] of Object.entries(files)) console.log(ending, createHash('sha256').update(content).digest('hex'));
`;

it('gives the same bytes without the fonts, the language and the time of this machine', async () => {
  const files = await chartFiles(samples[name]?.spec() ?? expect.fail(name));
  const here = Object.entries(files).map(
    ([ending, content]) => `${ending} ${createHash('sha256').update(content).digest('hex')}`,
  );
  const there = execFileSync(
    process.execPath,
    [
      '--conditions=@wavebook/source',
      '--import',
      import.meta.resolve('tsx'),
      '--input-type=module',
      '-e',
      script,
    ],
    {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: '/nowhere',
        FONTCONFIG_FILE: '/dev/null',
        FONTCONFIG_PATH: '/nowhere',
        TZ: 'Asia/Shanghai',
        LC_ALL: 'zh_CN.UTF-8',
      },
    },
  );
  expect(there.trim().split('\n')).toEqual(here);
});
