import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the packaged fonts are what make-fonts.ts makes', () => {
  const out = mkdtempSync(join(tmpdir(), 'fonts-'));
  const script = join(import.meta.dirname, '..', 'scripts', 'make-fonts.ts');
  execFileSync(process.execPath, ['--import', import.meta.resolve('tsx'), script, '--out', out]);
  const committed = join(import.meta.dirname, '..', 'fonts');
  expect(readdirSync(out).sort()).toEqual(readdirSync(committed).sort());
  for (const name of readdirSync(out))
    expect(readFileSync(join(out, name)).equals(readFileSync(join(committed, name))), name).toBe(true);
});
