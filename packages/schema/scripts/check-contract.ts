/**
 * Compares the package with its last released contract (`contract/<version>.json`) and fails when the changesets, or the version number, announce
 * less than the changes ask for: `npm run check:contract -w @wavebook/schema`. With `--write`, once the version number is raised, writes the
 * contract of this version.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentContract, isEnough, requiredBump } from '../src/contract/index.ts';
import { announcedBump, bumpBetween } from './announced-bump.ts';
import { changesSinceRelease, lastContract } from './last-contract.ts';

const folder = join(import.meta.dirname, '..');
const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};

if (process.argv.includes('--write')) {
  writeFileSync(
    join(folder, 'contract', `${version}.json`),
    `${JSON.stringify(currentContract(version), null, 2)}\n`,
  );
  console.log(`contract/${version}.json is written; npm run fix formats it`);
} else {
  const last = lastContract();
  const changes = changesSinceRelease(last);
  const changesets = join(folder, '../../.changeset');
  const texts = readdirSync(changesets)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort()
    .map((file) => readFileSync(join(changesets, file), 'utf8'));
  const announced = announcedBump(texts, name) ?? bumpBetween(last.version, version);
  const required = requiredBump(changes);
  for (const { bump, path, what } of changes) console.log(`${bump.padEnd(5)}  ${path} ${what}`);
  console.log(
    `${changes.length} changes since ${last.version}: ${required ?? 'no bump'} needed, ${announced ?? 'nothing'} announced`,
  );
  if (!isEnough(announced, required)) {
    console.error(
      `check-contract: expected a changeset for ${name} of at least "${required}"; got ${announced ? `"${announced}"` : 'none'}; run npm run changeset`,
    );
    process.exitCode = 1;
  }
}
