import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { runCommandLine } from '../src/command-line.ts';
import { DESIGN, FILE, writeSamples } from './samples.ts';

let folder = '';
const home = process.cwd();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '浪书 '));
  await writeSamples(folder);
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Words, exit code, and what standard error must say. */
const failures: [string, string[], number, RegExp][] = [
  [
    'unknown column',
    ['estimate', FILE, '--weight', 'ww', '--mean', '工时', '--by', 'zz'],
    2,
    /--weight: no column "ww".*did you mean "w"\?[\s\S]*--by: no column "zz"/,
  ],
  [
    'unknown column in where',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--where', 'constructor == 1'],
    2,
    /--where: no column "constructor"/,
  ],
  [
    'proto in where',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--where', '__proto__ is missing'],
    2,
    /no column "__proto__"/,
  ],
  [
    'proto as a column',
    ['estimate', FILE, '--weight', 'w', '--mean', '__proto__', '--by', 'toString'],
    2,
    /no column "__proto__"/,
  ],
  [
    'hostile where',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--where', 'w == process.exit()'],
    2,
    /position 18\)\n {2}w == process.exit\(\)\n {19}\^/,
  ],
  [
    'number against text',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--where', '性别 == 1'],
    2,
    /holds text such as "女"/,
  ],
  ['no statistic', ['estimate', FILE, '--weight', 'w'], 2, /at least one of --mean/],
  ['no weight', ['estimate', FILE, '--mean', '工时'], 2, /--unweighted/],
  [
    'method that does not fit',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--ci-method', 'beta'],
    2,
    /fits what is asked \(mean: mean\)/,
  ],
  [
    'unknown option',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--replicate', 'jackknife'],
    2,
    /unknown option '--replicate'/,
  ],
  [
    'replicates of no known form',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--replicates', 'bootstrap:1'],
    2,
    /--replicates: expected a whole number of replicates of at least 2/,
  ],
  [
    'quantile by jackknife',
    ['estimate', FILE, '--weight', 'w', '--quantile', '工时@0.5', '--replicates', 'jackknife'],
    2,
    /no valid standard error of a quantile/,
  ],
  [
    'half-samples of strata that are not pairs',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--replicates', 'brr'],
    1,
    /need strata of two PSUs; the design has 8/,
  ],
  ['option twice', ['estimate', FILE, '--weight', 'w', '--weight', '点', '--mean', '工时'], 2, /once only/],
  ['bad ci-level', ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--ci-level', '95'], 2, /0\.95/],
  [
    'method without margins',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--method', 'rake'],
    2,
    /--margins/,
  ],
  [
    'more fpc than stages',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--fpc', 'w,点'],
    2,
    /at most one column a stage/,
  ],
  [
    'out over the data',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--out', `./${FILE}`],
    2,
    /another file/,
  ],
  [
    'out in no folder',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--out', '没有/x.csv'],
    2,
    /no folder/,
  ],
  ['unknown command', ['estimat', FILE], 2, /Did you mean estimate/],
  ['unknown topic', ['run', '--topic', 'insurence'], 2, /employment, insurance,.* services; got "insurence"/],
  ['no file', ['estimate', '没有.csv', '--weight', 'w', '--mean', 'y'], 1, /没有\.csv: expected a file/],
  [
    'a folder',
    ['estimate', 'folder', '--weight', 'w', '--mean', 'y'],
    1,
    /folder: expected a file, got a folder/,
  ],
  [
    'an SPSS file',
    ['estimate', 'file.sav', '--weight', 'w', '--mean', 'y'],
    1,
    /expected 64 bytes of file header/,
  ],
  [
    'bad weights',
    ['estimate', 'blank.csv', '--weight', 'w', '--mean', 'w'],
    1,
    /"w".*2 of 3 rows are not, first a blank cell in data row 2/,
  ],
  [
    'blank stratum',
    ['estimate', 'blank.csv', '--unweighted', '--strata', 's', '--mean', 'w'],
    1,
    /stratum; 1 of 3 rows have none, first data row 3/,
  ],
  [
    'text in a mean',
    ['estimate', 'text.csv', '--weight', 'w', '--mean', 'y'],
    1,
    /2 of 3 cells are not numbers, first "七" in data row 2/,
  ],
  [
    'lonely PSU',
    ['estimate', 'text.csv', '--weight', 'w', '--strata', 'h', '--psu', 'p', '--mean', 'p'],
    1,
    /text\.csv: column "h": stratum "b" has only one PSU, so[\s\S]*remove/,
  ],
  [
    'no nest',
    ['estimate', FILE, ...DESIGN, '--no-nest', '--mean', '工时'],
    1,
    /column "\S+": PSU ids must differ between strata under --no-nest; \d of \d ids occur in more than one stratum, first "1"\. Leave --no-nest out/,
  ],
  [
    'fpc of both kinds',
    ['estimate', 'fpc.csv', '--weight', 'w', '--strata', 'h', '--psu', 'p', '--fpc', 'f', '--mean', 'y'],
    1,
    /fpc\.csv: fpc must be all population counts.*2 below 1, first 0\.5 at data row 1 of the column "f" \(fpc of stage 1\), and 2 above, first 9 at data row 3/,
  ],
  [
    'weights of 0',
    ['estimate', 'fpc.csv', '--weight', 'z', '--mean', 'y'],
    1,
    /column "z": a weight must be above 0 in some rows; it is 0 in all 4/,
  ],
  [
    'margin of blanks',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--margins', 'M.csv'],
    1,
    /M\.csv: margin 性别.*1 of 8 rows are blank/,
  ],
  [
    'control without respondents',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--margins', 'M3.csv'],
    1,
    /none in "丙"/,
  ],
  [
    'weights in words',
    ['estimate', 'text.csv', '--weight', 'h', '--mean', 'w'],
    1,
    /column "h": 3 of 3 cells are not numbers, first "a" in data row 1; expected weights, with a decimal point/,
  ],
  [
    'weights with a decimal comma',
    ['estimate', 'comma.csv', '--weight', 'w', '--mean', 'y'],
    1,
    /comma\.csv: column "w": 2 of 3 cells are not numbers, first "1,25" in data row 1; the comma may be a decimal mark; write a decimal point, and no separator of thousands, in the file; expected weights/,
  ],
  [
    'weights with a decimal comma to be calibrated',
    ['weight', 'comma.csv', '--weight', 'w', '--margins', 'M.csv', '--method', 'rake', '--out', 'x.csv'],
    1,
    /column "w": 2 of 3 cells are not numbers, first "1,25" in data row 1; the comma may be a decimal mark/,
  ],
  [
    'fpc smaller than the sample',
    ['estimate', 'fpc.csv', '--weight', 'w', '--strata', 'h', '--psu', 'p', '--fpc', 'N', '--mean', 'y'],
    1,
    /column "N" \(fpc of stage 1\) says that stratum "a" holds 1 units, but 2 were sampled \(2 rows\); expected the number of units in the population/,
  ],
  [
    'a control without respondents in a replicate',
    [
      'estimate',
      'fpc.csv',
      '--weight',
      'w',
      '--mean',
      'y',
      '--margins',
      'M5.csv',
      '--replicates',
      'jackknife',
    ],
    1,
    /estimate: M5\.csv: replicate 1 of 4 cannot be calibrated: rake:.*y "2" has no respondents.*Without --replicates/,
  ],
  [
    'unequal margins',
    ['estimate', FILE, '--weight', 'w', '--mean', '工时', '--margins', 'M4.csv'],
    1,
    /省 adds up to 120, 点 to 121/,
  ],
];

it.each(failures)('refuses, with a code and a reason: %s', async (_name, words, code, reason) => {
  let out = '';
  let err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
  vi.spyOn(console, 'error').mockImplementation((text: string) => {
    err += `${text}\n`;
  });
  expect(await runCommandLine(words)).toBe(code);
  expect(err).toMatch(reason);
  expect(err).not.toMatch(/^ +at /m);
  expect(out).toBe('');
});
