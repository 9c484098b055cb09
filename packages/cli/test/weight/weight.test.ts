import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../src/command-line.ts';

const FILE = '调查 [终].csv';
const DATA = `"省份",性别,w,"收入/月",备注
甲,女,10,3000,"a, ""b"""
甲,男,20,,
乙,女,30, ,"两
行"
乙,男,40,5000,c
乙,,0,1,重
`;
/** 调查 with its Chinese text in GB18030, byte by byte: 省,w / 甲,1 / 乙,3 */
const GB = Buffer.from('caa12c770abcd72c310ad2d22c330a', 'hex');
const CONTROLS = 'margin,level,total\n';

let folder = '';
const home = process.cwd();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '加权 '));
  process.chdir(folder);
  const files: Record<string, string | Buffer> = {
    [FILE]: DATA,
    'sex.csv': `${CONTROLS}性别,女,80\n性别,男,90\n`,
    'both.csv': `${CONTROLS}性别,女,80\n性别,男,90\n省份,甲,60\n省份,乙,110\n`,
    'crossed.csv': `${CONTROLS}省份:性别,甲:女,1\n省份:性别,甲:男,2\n省份:性别,乙:女,3\n省份:性别,乙:男,4\n`,
    'province.csv': `${CONTROLS}省,甲,5\n省,乙,9\n`,
    'missing.csv': `${CONTROLS}性别,女,80\n`,
    'extra.csv': `${CONTROLS}性别,女,80\n性别,男,90\n性别,其他,5\n`,
    'unequal.csv': `${CONTROLS}性别,女,80\n性别,男,90\n省份,甲,60\n省份,乙,111\n`,
    'misnamed.csv': `${CONTROLS}性別,女,80\n`,
    'gb.csv': GB,
    'semicolon.csv': '省;w;x\n甲;1;1,5\n乙;3;2\n',
    'blank.csv': 'w,性别\n1,女\n,男\n-2,男\n',
    'level.csv': 'w,性别\n1,女\n1,\n1,男\n',
    'named.csv': 'w,性别,g\n1,女,1\n1,男,1\n',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(name, content);
});
afterAll(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function call(...words: string[]): Promise<{ code: number; err: string }> {
  let err = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
  vi.spyOn(console, 'error').mockImplementation((text: string) => {
    err += `${text}\n`;
  });
  const code = await runCommandLine(['weight', ...words]);
  return { code, err };
}

/** The last cells of every data row of a result. */
async function addedTo(out: string, added = 2): Promise<string[][]> {
  const lines = (await readFile(out, 'utf8')).trimEnd().split('\n');
  return lines.slice(1).flatMap((line) => {
    const cells = line.split(',').slice(-added);
    return cells.length === added && cells.every((cell) => /^[\d.e-]*$/.test(cell)) ? [cells] : [];
  });
}

describe('wavebook weight', () => {
  it('post-stratifies: every row in order, every cell as it stands', async () => {
    const { code, err } = await call(
      FILE,
      '--weight',
      'w',
      '--margins',
      'sex.csv',
      '--method',
      'poststratify',
      '--out',
      '加 权.csv',
    );
    expect(err).toContain('g from 1.5 to 2');
    expect(code).toBe(0);
    expect(await readFile('加 权.csv', 'utf8')).toBe(`"省份",性别,w,"收入/月",备注,g,final_weight
甲,女,10,3000,"a, ""b""",2,20
甲,男,20,,,1.5,30
乙,女,30, ,"两
行",2,60
乙,男,40,5000,c,1.5,60
乙,,0,1,重,,0
`);
    expect(err).toMatch(/Kish design effect 1\.2 before/);
    expect(err).toMatch(/性别 女 +80 +47\.1 % +40 +40\.0 % +80/);
    expect(err).toContain('1 rows of weight 0 stay at 0');
    expect(err).toContain('5 rows written');
  });

  it('keeps --bounds and --trim at once', async () => {
    const words = [FILE, '--weight', 'w', '--margins', 'sex.csv', '--bounds', '0.5,4', '--trim', '0,55'];
    const { code } = await call(...words, '--out', 'trimmed.csv');
    expect(code).toBe(0);
    const weights = (await addedTo('trimmed.csv')).map(([, weight]) => Number(weight));
    [25, 35, 55, 55, 0].forEach((expected, row) => {
      expect(weights[row]).toBeCloseTo(expected, 8);
    });
  });

  it.each(['rake', 'linear', 'logit'])('meets several margins by %s', async (method) => {
    const { code } = await call(
      FILE,
      '--weight',
      'w',
      '--margins',
      'both.csv',
      '--method',
      method,
      '--out',
      'm.csv',
    );
    expect(code).toBe(0);
    const weights = (await addedTo('m.csv')).map(([, weight]) => Number(weight));
    const [a = 0, b = 0, c = 0, d = 0] = weights;
    expect(a + c).toBeCloseTo(80, 8);
    expect(b + d).toBeCloseTo(90, 8);
    expect(a + b).toBeCloseTo(60, 8);
    expect((await addedTo('m.csv')).map(([g], row) => Number(g) * [10, 20, 30, 40, 0][row]!)).toEqual(
      weights.map((w) => expect.closeTo(w, 8)),
    );
  });

  it('keeps limits of the final weight and of g, and still meets the margins', async () => {
    await call(FILE, '--weight', 'w', '--margins', 'both.csv', '--out', 'free.csv');
    const free = Math.max(...(await addedTo('free.csv')).map(([, weight]) => Number(weight)));
    const trim = ['--trim', `0,${free - 0.5}`];
    expect((await call(FILE, '--weight', 'w', '--margins', 'sex.csv', ...trim, '--out', 't.csv')).code).toBe(
      0,
    );
    const trimmed = (await addedTo('t.csv')).map(([, weight]) => Number(weight));
    expect(Math.max(...trimmed)).toBeLessThanOrEqual(free - 0.5 + 1e-9);
    expect(trimmed[0]! + trimmed[2]!).toBeCloseTo(80, 8);
    const bounded = await call(
      FILE,
      '--weight',
      'w',
      '--margins',
      'both.csv',
      '--bounds',
      '0.5,2.5',
      '--out',
      'b.csv',
    );
    expect(bounded.code).toBe(0);
  });

  it('tells of separators of thousands in the totals', async () => {
    await writeFile('thousands.csv', `${CONTROLS}性别,男,"1,080"\n性别,女,90\n`);
    const { code, err } = await call(FILE, '--weight', 'w', '--margins', 'thousands.csv', '--out', 'th.csv');
    expect(code).toBe(0);
    expect(err).toContain('column "total": 1 cell with commas between thousands (1,234), read as numbers');
  });

  it('takes crossed margins', async () => {
    const words = [
      FILE,
      '--weight',
      'w',
      '--margins',
      'crossed.csv',
      '--method',
      'poststratify',
      '--out',
      'c.csv',
    ];
    expect((await call(...words)).code).toBe(0);
    expect((await addedTo('c.csv')).map(([, weight]) => Number(weight))).toEqual(
      [1, 2, 3, 4, 0].map((w) => expect.closeTo(w, 12)),
    );
  });

  it('reads GB18030 and says that it writes UTF-8', async () => {
    const words = [
      '--weight',
      'w',
      '--margins',
      'province.csv',
      '--method',
      'poststratify',
      '--out',
      'u.csv',
    ];
    const { code, err } = await call('gb.csv', ...words);
    expect(code).toBe(0);
    expect(err).toContain('gb.csv is gb18030; u.csv is UTF-8');
    expect(await readFile('u.csv', 'utf8')).toBe('省,w,g,final_weight\n甲,1,5,5\n乙,3,3,9\n');
  });

  it('separates by commas whatever the file has', async () => {
    const words = [
      '--weight',
      'w',
      '--margins',
      'province.csv',
      '--method',
      'poststratify',
      '--out',
      's.csv',
    ];
    expect((await call('semicolon.csv', ...words)).code).toBe(0);
    expect(await readFile('s.csv', 'utf8')).toBe('省,w,x,g,final_weight\n甲,1,"1,5",5,5\n乙,3,2,3,9\n');
  });

  it('is in the help', async () => {
    let out = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += text;
      return true;
    });
    expect(await runCommandLine(['--help'])).toBe(0);
    expect(out).toMatch(/weight \[options\] <file>/);
  });
});

const good = [FILE, '--weight', 'w', '--margins', 'sex.csv', '--out', 'never.csv'];
const without = (option: string) => good.filter((_, i) => good[i] !== option && good[i - 1] !== option);
const failures: [string, string[], number, RegExp][] = [
  ['no weight', without('--weight'), 2, /expected --weight.*got none/],
  ['no margins', without('--margins'), 2, /expected --margins.*got none/],
  ['no out', without('--out'), 2, /expected --out.*got none/],
  [
    'an unknown method',
    [...good, '--method', 'raking'],
    2,
    /--method: expected rake, linear, logit, poststratify; got "raking"/,
  ],
  ['bounds beside 1', [...good, '--bounds', '2,3'], 2, /0 <= L < 1 < U/],
  ['trim the wrong way', [...good, '--trim', '9,1'], 2, /0 <= L < U/],
  [
    'bounds of post-strata',
    [...good, '--method', 'poststratify', '--bounds', '0.5,2'],
    2,
    /--method linear is the same/,
  ],
  [
    'an unknown column',
    [FILE, '--weight', 'ww', ...good.slice(3)],
    2,
    /no column "ww" in .*did you mean "w"\?/,
  ],
  ['out over the data', [...without('--out'), '--out', `./${FILE}`], 2, /another file/],
  ['out over the margins', [...without('--out'), '--out', 'sex.csv'], 2, /another file/],
  ['out in no folder', [...without('--out'), '--out', '没有/x.csv'], 2, /no folder/],
  [
    'bad weights',
    ['blank.csv', ...good.slice(1)],
    1,
    /blank\.csv: column "w".*2 of 3 rows are not, first a blank cell in data row 2/,
  ],
  [
    'a blank level',
    ['level.csv', ...good.slice(1)],
    1,
    /margin 性别.*1 of 3 rows are blank, first data row 2/,
  ],
  ['a taken name', ['named.csv', ...good.slice(1)], 1, /expected no column "g".*Rename/],
  [
    'a level without control',
    [FILE, '--weight', 'w', '--margins', 'missing.csv', '--out', 'never.csv'],
    1,
    /missing\.csv: margin 性别.*none for "男" \(2 rows\)/,
  ],
  [
    'a control without respondents',
    [FILE, '--weight', 'w', '--margins', 'extra.csv', '--out', 'never.csv'],
    1,
    /none in "其他"/,
  ],
  [
    'unequal margins',
    [FILE, '--weight', 'w', '--margins', 'unequal.csv', '--out', 'never.csv'],
    1,
    /性别 adds up to 170, 省份 to 171/,
  ],
  [
    'a misnamed margin',
    [FILE, '--weight', 'w', '--margins', 'misnamed.csv', '--out', 'never.csv'],
    1,
    /no column "性別" in the data; did you mean "性别"/,
  ],
  [
    'several post-strata',
    [FILE, '--weight', 'w', '--margins', 'both.csv', '--method', 'poststratify', '--out', 'never.csv'],
    1,
    /expected one margin.*got 2 \(性别, 省份\)/,
  ],
  [
    'limits that cannot be kept',
    [...good, '--trim', '0,42'],
    1,
    /No weights in \[0, 42\].*性别 "男" needs a mean of 45\.00.*tightest bounds that work: \[0, 45\]/,
  ],
  ['no such file', ['没有.csv', ...good.slice(1)], 1, /没有\.csv: expected a file/],
];

it.each(failures)('refuses, and writes nothing: %s', async (_name, words, code, reason) => {
  const before = await readdir('.');
  const failed = await call(...words);
  expect(failed.err).toMatch(reason);
  expect(failed.code).toBe(code);
  expect(failed.err).not.toMatch(/^ +at /m);
  expect(await readdir('.')).toEqual(before);
});
