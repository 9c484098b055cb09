import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exportFiles } from '../../src/exports/index.ts';

/** The official XSD is not copied into the project. It is looked for beside the working copy, or where DDI_CODEBOOK_XSD says. */
const xsd =
  process.env.DDI_CODEBOOK_XSD ??
  join(import.meta.dirname, '../../../../../shared/reference/ddi-codebook-2.5/codebook.xsd');
const xmllint = process.env.XMLLINT ?? 'xmllint';
const isThere = existsSync(xsd);
if (!isThere)
  console.warn(
    `ddi.system.test: SKIPPED, no XSD of DDI-Codebook 2.5 at ${xsd}; set DDI_CODEBOOK_XSD to codebook.xsd to check the exports against it`,
  );

const folder = mkdtempSync(join(tmpdir(), 'ddi-'));
afterAll(() => rmSync(folder, { recursive: true }));

const validate = (text: string): { valid: boolean; said: string } => {
  const path = join(folder, 'codebook.xml');
  writeFileSync(path, text);
  try {
    const words = ['--nonet', '--noout', '--schema', xsd, path];
    return { valid: true, said: execFileSync(xmllint, words, { encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr: string };
    if (code === 'ENOENT') throw new Error('xmllint is not installed: apt-get install libxml2-utils');
    return { valid: false, said: stderr };
  }
};

describe.skipIf(!isThere)('DDI-Codebook 2.5 exports against the official XSD, with xmllint', () => {
  const files = exportFiles('ddi');

  test.each(files)('$path is valid', ({ text }) => {
    expect(validate(text)).toEqual({ valid: true, said: '' });
  });

  test('the check can fail: an element out of place is refused', () => {
    const text = files[0]?.text.replace('<dataDscr>', '<dataDscr><labl>x</labl>') ?? '';
    expect(validate(text)).toEqual({ valid: false, said: expect.stringMatching(/labl.*not expected/s) });
  });
});
