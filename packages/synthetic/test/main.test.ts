import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--conditions=@wavebook/source', '--import', 'tsx', main, ...args], {
    encoding: 'utf8',
  });

test('a wrong call ends with 2 and says what was expected', () => {
  for (const [args, message] of [
    [['--wave', '2019'], /--wave: expected one of 2011, 2012, (?:\d{4}, )*2018, got "2019"/],
    [['--scale', 'many', '--out', '/nowhere'], /--scale: expected a whole number/],
    [['--twin'], /need --out DIR/],
    [['--wrong'], /wrong/],
  ] as const) {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/usage:/);
  }
});
