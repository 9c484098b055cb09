import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDta, readSav, type StatTable, writeDta, writeSav } from '../../src/index.ts';
import { fixture, fixtures, type HavenVariable, havenDescription } from '../fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'stat-files-'));
const fromDta = fixtures(/dta$/).filter((name) => name !== 'pandas-strl-119.dta');
const fromSav = fixtures(/sav$/);

const tableOf = (name: string): StatTable => {
  const file = name.endsWith('dta') ? readDta(fixture(name)) : readSav(fixture(name));
  return { ...file, columns: file.columns() };
};

beforeAll(() => {
  for (const name of fromDta) {
    writeFileSync(join(folder, `118-${name}`), writeDta(tableOf(name), { compress: false }));
    writeFileSync(join(folder, `117-gb18030-${name}`), writeDta(tableOf(name), { release: 117 }));
    writeFileSync(
      join(folder, `117-utf8-${name}`),
      writeDta(tableOf(name), { release: 117, encoding: 'utf-8' }),
    );
  }
  for (const name of fromSav) {
    writeFileSync(join(folder, `utf8-${name}.sav`), writeSav(tableOf(name)));
    writeFileSync(join(folder, `gb18030-${name}.sav`), writeSav(tableOf(name), { encoding: 'gb18030' }));
  }
  execFileSync('Rscript', [fileURLToPath(new URL('../fixtures/describe.R', import.meta.url)), folder]);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What both files must agree on; formats of texts follow their widths. */
const compared = ({
  name,
  label,
  values,
  tags,
  labelValues,
  labelTags,
  labelTexts,
  naValues,
  naRange,
}: HavenVariable) => {
  const labels = labelValues
    .map((value, i) => [String(value).trimEnd(), labelTags[i] ?? null, labelTexts[i]?.[0]])
    .sort();
  const missing = naValues.map(([value]) => String(value).trimEnd());
  // haven drops blanks at the end of texts that it has to convert
  const trimmed = values.map((value) => (typeof value === 'string' ? value.trimEnd() : value));
  return { name, label, values: trimmed, tags, labels, missing, naRange };
};

const written = (name: string): HavenVariable[] =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')).variables;

describe.each([
  ...fromDta.flatMap((name) =>
    ['118', '117-gb18030', '117-utf8'].map((way) => [`${way}-${name}`, name] as const),
  ),
  ...fromSav.flatMap((name) => ['utf8', 'gb18030'].map((way) => [`${way}-${name}.sav`, name] as const)),
])('%s, which we wrote, is to haven what it reads from %s', (ours, theirs) => {
  it('variable by variable', () => {
    // haven does not convert long strings
    const converted = ({ name }: HavenVariable) =>
      !(name[0] === 'words' && ours.startsWith('117-gb18030-haven'));
    expect(written(ours).filter(converted).map(compared)).toEqual(
      havenDescription(theirs).variables.filter(converted).map(compared),
    );
  });
});

it('PSPP reads our .sav files and finds the sets, weight and measures', () => {
  const path = join(folder, 'utf8-pspp-byte.sav.sav');
  const program = join(folder, 'show.sps');
  writeFileSync(program, `GET FILE='${path}'.\nDISPLAY DICTIONARY.\nMRSETS /DISPLAY NAME=ALL.\nLIST.\n`);
  const shown = execFileSync('pspp', ['-O', 'format=csv', program], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  expect(shown).toMatch(/\$insured,参加的保险,Dichotomies,1,/);
  expect(shown).toMatch(/克孜勒苏柯尔克孜自治州/);
  expect(shown).toMatch(/Answer,2,您的回答,Nominal/);
  expect(shown).not.toMatch(/warning|error/i);
});

it('pandas reads our .dta files', () => {
  const program = `
import pandas, sys
for name in sys.argv[1:]:
    frame = pandas.read_stata(name, convert_categoricals=False)
    print(len(frame), len(frame.columns), frame.iloc[0, 0])
`;
  const paths = ['118-haven-14.dta', '117-utf8-haven-14.dta', '118-pandas-strl-118.dta'].map((name) =>
    join(folder, name),
  );
  const shown = execFileSync('/usr/bin/python3', ['-c', program, ...paths], { encoding: 'utf8' });
  expect(shown.trim().split('\n')).toEqual(['12 9 1.0', '12 9 1.0', '25 3 0']);
});
