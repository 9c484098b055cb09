import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { announcedBump, bumpBetween } from '../../scripts/announced-bump.ts';
import { changesSinceRelease, lastContract, releasedContracts } from '../../scripts/last-contract.ts';
import { isEnough, type Rename, renames, requiredBump, withCurrentNames } from '../../src/contract/index.ts';

const root = join(import.meta.dirname, '../../../..');
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

describe('the contract of this copy', () => {
  test('the changesets, or the version number, announce what changed since the last release', () => {
    const { name, version } = readJson('packages/schema/package.json') as { name: string; version: string };
    const texts = readdirSync(join(root, '.changeset'))
      .filter((file) => file.endsWith('.md'))
      .map((file) => readFileSync(join(root, '.changeset', file), 'utf8'));
    const last = lastContract();
    const changes = changesSinceRelease(last);
    const announced = announcedBump(texts, name) ?? bumpBetween(last.version, version);
    const greatest = requiredBump(changes);
    expect(
      isEnough(announced, greatest),
      `${greatest} needed, ${announced} announced: ${JSON.stringify(changes.filter((c) => c.bump === greatest))}`,
    ).toBe(true);
  });

  test('every release is there under its own number', () => {
    const files = readdirSync(join(root, 'packages/schema/contract')).sort();
    expect(
      releasedContracts()
        .map(({ version }) => `${version}.json`)
        .sort(),
    ).toEqual(files);
    expect(files).toContain('0.1.0.json');
  });

  test('the command says the same, with exit code 0', () => {
    const words = ['--conditions=@wavebook/source', '--import', import.meta.resolve('tsx')];
    const script = join(root, 'packages/schema/scripts/check-contract.ts');
    expect(execFileSync(process.execPath, [...words, script], { encoding: 'utf8' })).toMatch(
      /\d+ changes since \d+\.\d+\.\d+: .* needed, .* announced\n$/,
    );
  });
});

describe('what changesets announce', () => {
  const set = (bump: string, name = '@wavebook/schema') => `---\n"${name}": ${bump}\n---\n\nText: minor\n`;

  test('the largest bump of the package, in the head only', () => {
    expect(announcedBump([], '@wavebook/schema')).toBeUndefined();
    expect(announcedBump([set('patch'), set('minor')], '@wavebook/schema')).toBe('minor');
    expect(announcedBump([set('major', '@wavebook/survey-stats')], '@wavebook/schema')).toBeUndefined();
    expect(announcedBump(["---\r\n'@wavebook/schema': major\r\n---\r\n"], '@wavebook/schema')).toBe('major');
  });

  test('a raised version number announces too', () => {
    expect(bumpBetween('0.1.0', '0.2.0')).toBe('minor');
    expect(bumpBetween('0.9.4', '1.0.0')).toBe('major');
    expect(bumpBetween('1.2.3', '1.2.4')).toBe('patch');
    expect(bumpBetween('1.2.3', '1.2.3')).toBeUndefined();
    expect(bumpBetween('1.2.3', '1.1.9')).toBeUndefined();
  });
});

describe('renames', () => {
  const rename: Rename = {
    instrument: 'monitoring',
    record: 'respondent',
    from: 'wage',
    to: 'income',
    since: '2.0.0',
  };

  test('old names stay readable; the present name wins', () => {
    expect(withCurrentNames({ wage: 1, sex: 2 }, [rename])).toEqual({ income: 1, sex: 2 });
    expect(withCurrentNames({ income: 3, wage: 1 }, [rename])).toEqual({ income: 3 });
    expect(withCurrentNames({ wage: 1, income: 3 }, [rename])).toEqual({ income: 3 });
    expect(withCurrentNames({}, [rename])).toEqual({});
  });

  test('a rename is honoured until the next major version, and no longer', () => {
    const { version } = readJson('packages/schema/package.json') as { version: string };
    const major = (text: string) => Number(text.split('.')[0]);
    for (const { since } of renames) expect(major(version)).toBeLessThanOrEqual(major(since));
  });
});
