import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Snapshot } from '@wavebook/schema';
import { codebooks, designedCodebooks } from '@wavebook/schema/codebooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newWave } from '../../src/new-wave/new-wave.ts';
import { newWaveRequest } from '../../src/new-wave/request.ts';

const repository = join(import.meta.dirname, '../../../..');
const name = '2017年 个人【全】 a (1).csv';
let root = '';
let known = '';

const call = (file: string, options: Record<string, string | boolean>) =>
  newWave(root, newWaveRequest(file, { instrument: 'monitoring', ...options }));
const inRoot = (path: string): string => join(root, path);
const entries = (): string[] =>
  existsSync(inRoot('data'))
    ? readdirSync(inRoot('data'), { recursive: true, encoding: 'utf8' })
        .filter((path) => !path.startsWith('synthetic'))
        .sort()
    : [];
const snapshotOf = (wave: string): Snapshot =>
  Snapshot.parse(JSON.parse(readFileSync(inRoot(`data/raw/monitoring/${wave}/snapshot.json`), 'utf8')));

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'new wave 新 '));
  execFileSync('git', ['init', '-q'], { cwd: root });
  cpSync(join(repository, '.gitignore'), inRoot('.gitignore'));
  mkdirSync(inRoot('data'));
  const { respondent } = codebooks['monitoring-2017'] as (typeof codebooks)[string];
  const columns = [
    ...new Set(respondent.filter((m) => !m.raw.startsWith('x_')).map(({ raw }) => raw)),
    'q101a1',
    'q101k1',
    'extra',
  ];
  const cells = columns.map(
    (column) => ({ C1: '广东省', C2: '深圳市', w_l: '1.5', q101j1a: '430102' })[column] ?? '1',
  );
  known = inRoot(name);
  writeFileSync(known, `${columns.join(',')}\n${cells.join(',')}\n`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('wavebook new-wave', () => {
  it('refuses a file of 2017 under the name of 2018, naming its layout, and leaves nothing', async () => {
    await expect(call(known, { wave: '2018' })).rejects.toThrow(
      /came in as monitoring 2018, but its columns are those of monitoring-2017 \(100 %.*--wave 2017.*--draft/,
    );
    expect(entries()).toEqual([]);
  });

  it('takes a known layout in by its codebook, where git never sees it', async () => {
    const said = await call(known, { wave: '2017' });
    expect(said.join('\n')).toMatch(
      /layout: monitoring-2017, a known one; its codebook is used\nunmapped: \d+ variables .*contract/,
    );
    expect(entries()).toEqual([
      'raw',
      'raw/monitoring',
      'raw/monitoring/2017',
      `raw/monitoring/2017/${name}`,
      'raw/monitoring/2017/snapshot.json',
    ]);
    const snapshot = snapshotOf('2017');
    expect(snapshot).toMatchObject({
      synthetic: false,
      codebook: 'monitoring-2017',
      encoding: 'utf-8',
      field_dates: ['2017-05-01', '2017-05-31'],
      design: {
        name: 'province_county',
        weight: 'survey_weight',
        strata: ['province'],
        psu: ['prefecture', 'county'],
        lonely_psu: 'average',
      },
    });
    const seen = execFileSync('git', ['status', '--porcelain', '--untracked-files=all'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(seen).not.toContain('raw');
    expect(seen).not.toContain('snapshot');
  });

  it('says which numbers of a known layout may stand for no answer', async () => {
    const [header = '', record = ''] = readFileSync(known, 'utf8').split('\n');
    const at = header.split(',').indexOf('Q104');
    const incomes = Array.from({ length: 60 }, (_, i) =>
      i < 3 ? '99999' : i < 8 ? '-9' : `${2000 + 50 * i}`,
    );
    const rows = incomes.map((income) => record.split(',').with(at, income).join(','));
    const file = inRoot('收入.csv');
    writeFileSync(file, `${header}\n${rows.join('\n')}\n`);
    const said = (await call(file, { wave: '2017', replace: true })).join('\n');
    expect(said).toMatch(
      /numbers that may stand for no answer, read as numbers \(1\):\n {2}Q104 \(household_income\): 99999, 3 rows, far above all others\n.*--replace --draft/,
    );
  });

  it('refuses a wave that is there, and to replace one that is not', async () => {
    await expect(call(known, { wave: '2017' })).rejects.toThrow(
      /is there already; .* --wave 2017 --replace$/,
    );
    await expect(call(known, { wave: '2019', replace: true })).rejects.toThrow(
      /there is no data.raw.monitoring.2019 yet/,
    );
  });

  it('replaces the file by a corrected one and keeps what a person wrote', async () => {
    const folder = inRoot('data/raw/monitoring/2017');
    const before = snapshotOf('2017');
    writeFileSync(join(folder, 'corrections.csv'), 'row,variable,old,new\n');
    writeFileSync(
      join(folder, 'snapshot.json'),
      JSON.stringify({ ...before, title: { zh: '我的', en: 'Mine' } }),
    );
    const corrected = inRoot('更正.csv');
    writeFileSync(corrected, readFileSync(known, 'utf8').replace('1.5', '2.5'));
    await call(corrected, { wave: '2017', replace: true });
    expect(readdirSync(folder).sort()).toEqual(['corrections.csv', 'snapshot.json', '更正.csv']);
    const after = snapshotOf('2017');
    expect(after.title.en).toBe('Mine');
    expect(after.files[0]?.sha256).not.toBe(before.files[0]?.sha256);
    // as the clean stage advises, the file in the folder itself
    writeFileSync(join(folder, '更正.csv'), readFileSync(known, 'utf8').replace('1.5', '3.5'));
    await call(join(folder, '更正.csv'), { wave: '2017', replace: true });
    expect(snapshotOf('2017').files[0]?.sha256).not.toBe(after.files[0]?.sha256);
  });

  it('drafts a codebook for an unknown layout, and asks what is not known', async () => {
    const file = inRoot('县调查.csv');
    const rows = Array.from(
      { length: 60 },
      (_, i) =>
        `${i + 1},${['广东省', '北京市', '四川省', '湖南省', '河南省', '江苏省', '浙江省', '山东省', '福建省'][i % 9]},${1.5 + i / 7},${i % 2 ? '男' : '女'}`,
    );
    writeFileSync(file, `编号,省份,权重,性别\n${rows.join('\n')}\n`);
    const said = (await call(file, { wave: '2019' })).join('\n');
    expect(said).toMatch(/layout: no known one is near/);
    expect(said).toMatch(/to decide \(\d+\), marked "decide:" there:\n {2}line \d+: in which year and month/);
    const text = readFileSync(inRoot('data/raw/monitoring/2019/codebook.yaml'), 'utf8');
    expect(text).toContain(
      'raw: "性别"\n    variable: sex\n    read: code\n    codes:\n      "女": female # 30 rows\n      "男": male # 30 rows',
    );
    const asked = [...said.matchAll(/^ {2}line (\d+): (.*)$/gm)];
    expect(asked.length).toBeGreaterThanOrEqual(3);
    for (const [, line, question = ''] of asked)
      expect(text.split('\n')[Number(line) - 1]).toContain(`decide: ${JSON.stringify(question)}`);
    expect(snapshotOf('2019').codebook).toBe('monitoring-2019');
  });

  it('says what nothing can be estimated without, and asks of provinces that it cannot all read', async () => {
    const file = inRoot('半懂.csv');
    const places = ['广东省', '广東', '四川', '浙江省'];
    const rows = Array.from({ length: 60 }, (_, i) => `${i + 1},${places[i % 4]},${i % 2 ? '男' : '女'}`);
    writeFileSync(file, `编号,省份,性别\n${rows.join('\n')}\n`);
    const said = (await call(file, { wave: '2022', interview: '2022-05', ages: '15+' })).join('\n');
    expect(said).toMatch(/\n {2}line \d+: is “省份” province/);
    expect(said).toMatch(
      /\nneeded, and found in no column: survey_weight; nothing can be estimated without it, /,
    );
  });

  it('tells how numbers are written, in what it says and in the draft, and asks about decimal commas', async () => {
    const file = inRoot('写法.csv');
    const rows = Array.from(
      { length: 60 },
      (_, i) =>
        `${i + 1};广东省;${(1.25 + i / 8).toString().replace('.', ',')};${i % 2 ? '１' : '２'};${i ? `${i + 1},500` : '800'};${i % 4 ? `${40 + i},500` : '8,000'}`,
    );
    writeFileSync(file, `编号;省份;权重;性别;月收入;周工作小时\n${rows.join('\n')}\n`);
    const said = (await call(file, { wave: '2023', interview: '2023-05', ages: '15+' })).join('\n');
    expect(said).toContain('note: column "性别": 60 cells in full-width digits (１２), read as numbers');
    expect(said).toContain(
      'note: column "月收入": 59 cells with commas between thousands (1,234), read as numbers',
    );
    expect(said).toMatch(
      /note: column "权重": 5\d cells not read as numbers, first "1,25" in data row 1; the comma/,
    );
    expect(said).toMatch(
      /line \d+: In 5\d rows a comma may be a decimal mark, as in 1,25: write a decimal point/,
    );
    const text = readFileSync(inRoot('data/raw/monitoring/2023/codebook.yaml'), 'utf8');
    expect(text).toMatch(
      /# written: 59 cells with commas between thousands \(1,234\), read as numbers\n {2}- raw: "月收入"/,
    );
    expect(text).toContain('"1": male # 30 rows');
    expect(text).toMatch(/# 发布的个体权重 .*positive numbers with decimals in every record/);
    expect(text).toContain('a number like the others. In 60 rows a comma');
  });

  it('takes a baseline in its designed layout in, though it asked a part of the questions', async () => {
    const { respondent } = designedCodebooks[
      'baseline-worker-2009-baseline'
    ] as (typeof designedCodebooks)[string];
    const columns = respondent
      .map(({ raw }) => raw)
      .filter((raw, i) => i % 5 > 0 || raw === 'survey_weight' || raw === 'province');
    const file = inRoot('工人.csv');
    writeFileSync(file, `${columns.join(',')}\n${columns.map(() => '1').join(',')}\n`);
    const said = await newWave(
      root,
      newWaveRequest(file, { instrument: 'baseline-worker', wave: '2009-baseline' }),
    );
    expect(said[1]).toBe('layout: baseline-worker-2009-baseline, a known one; its codebook is used');
    expect(existsSync(inRoot('data/raw/baseline-worker/2009-baseline/snapshot.json'))).toBe(true);
  });

  it('drafts a baseline in the designed layout for a round of its own, sure of every column', async () => {
    const synthetic = join(repository, 'data/synthetic/baseline-worker/2009-baseline');
    const start = (name: string, lines: number): string => {
      const path = inRoot(name);
      const text = readFileSync(join(synthetic, name), 'utf8');
      writeFileSync(path, text.split('\n').slice(0, lines).join('\n'));
      return path;
    };
    const options = {
      instrument: 'baseline-worker',
      wave: '2015-baseline',
      interview: '2015-10',
      ages: '15-64',
    };
    const said = await newWave(
      root,
      newWaveRequest(start('workers.csv', 400), { ...options, second: start('children.csv', 200) }),
    );
    // of so few rows two with a code that is none are asked about
    const asked = said.filter((line) => /^ {2}line \d+: /.test(line));
    expect(asked.every((line) => line.includes('What do the answers'))).toBe(true);
    expect(asked.length).toBeLessThan(4);
    expect(said.join('\n')).toMatch(/; 0 columns left out\n/);
    const text = readFileSync(inRoot('data/raw/baseline-worker/2015-baseline/codebook.yaml'), 'utf8');
    expect(text).toMatch(/"-9": dont_know # \d+ rows?, so in the layout of the file\n/);
    expect(text).toMatch(/- raw: "site"\n {4}variable: site\n {4}read: text\n/);
  });

  it('takes a second file in beside the first, and drafts what its columns are', async () => {
    const folder = inRoot('read only');
    mkdirSync(folder);
    const [workers, children] = [join(folder, '2011年 工人【全】.csv'), join(folder, '子女 表.csv')];
    writeFileSync(workers, '编号,权重,性别,出生年,教育\na,1,1,1980,3\nb,2,2,1975,2\nc,1,1,1990,4\n');
    writeFileSync(children, '编号,序号,性别,年龄,记事\na,1,2,7,x\na,2,1,4,y\nc,1,1,2,z\n');
    chmodSync(folder, 0o555);
    const options = { instrument: 'baseline-worker', wave: '2011-endline', draft: true } as const;
    const said = await newWave(root, newWaveRequest(workers, { ...options, second: children }));
    chmodSync(folder, 0o755);
    expect(said.slice(0, 2).join('\n')).toMatch(
      /工人【全】\.csv, 3 rows, 5 columns.*\n.*子女 表\.csv, 3 rows, 5 columns/,
    );
    const wave = inRoot('data/raw/baseline-worker/2011-endline');
    const text = readFileSync(join(wave, 'codebook.yaml'), 'utf8');
    const [, member = '', leftOut = ''] = text.split(/^member:|^left_out_second:/m);
    expect(member).toMatch(/raw: "年龄"\n {4}variable: age\n/);
    expect(member).toMatch(
      /100 % of its values are identifiers of the first file\n {2}- raw: "编号"\n {4}variable: respondent_id\n/,
    );
    expect(leftOut).toContain('"记事"');
    const snapshot = (): Snapshot =>
      Snapshot.parse(JSON.parse(readFileSync(join(wave, 'snapshot.json'), 'utf8')));
    expect(snapshot().files.map(({ name: of }) => of)).toEqual(['2011年 工人【全】.csv', '子女 表.csv']);

    const better = inRoot('子女 更正.csv');
    writeFileSync(better, '编号,序号,性别,年龄,记事\na,1,2,7,x\n');
    await newWave(root, newWaveRequest(workers, { ...options, draft: false, second: better, replace: true }));
    expect(snapshot().files.map(({ name: of }) => of)).toEqual(['2011年 工人【全】.csv', '子女 更正.csv']);
    expect(existsSync(join(wave, '子女 表.csv'))).toBe(false);
    expect(readFileSync(join(wave, 'codebook.yaml'), 'utf8')).toBe(text);
  });

  it('takes the list of sampled units in, on which the design then rests, and a better one later', async () => {
    const wave = inRoot('data/raw/baseline-worker/2011-endline');
    const list = inRoot('样本 名单.csv');
    const header = 'respondent_id,arm,part,status,psu,stratum,site_assigned,group,weight';
    writeFileSync(list, `${header}\na,pilot,first,responded,p1,s1,lhasa,all,2\n`);
    const options = { instrument: 'baseline-worker', wave: '2011-endline', replace: true } as const;
    const workers = join(wave, '2011年 工人【全】.csv');
    const before = readFileSync(join(wave, 'snapshot.json'), 'utf8');
    const take = (more: Record<string, string>) =>
      newWave(root, newWaveRequest(workers, { ...options, ...more }));
    await expect(take({ sample: list })).rejects.toThrow(
      /样本 名单\.csv: line 2: site_assigned must be one of tianjin, .*; got "lhasa"/,
    );
    expect(readFileSync(join(wave, 'snapshot.json'), 'utf8')).toBe(before);
    expect((await take({})).join('\n')).toMatch(/note: no list of sampled units; .* --sample FILE/);

    writeFileSync(list, `${header}\na,pilot,first,responded,p1,s1,tianjin,all,2\n`);
    expect((await take({ sample: list })).join('\n')).toMatch(/样本 名单\.csv, 1 rows, 9 columns/);
    const snapshot = (): Snapshot =>
      Snapshot.parse(JSON.parse(readFileSync(join(wave, 'snapshot.json'), 'utf8')));
    expect(snapshot()).toMatchObject({
      sample_file: '样本 名单.csv',
      design: { name: 'sites_as_sampled', strata: ['stratum'], psu: ['psu'], side_file: '样本 名单.csv' },
      files: [{ name: '2011年 工人【全】.csv' }, { name: '样本 名单.csv' }, { name: '子女 更正.csv' }],
    });
    const points = inRoot('design.csv');
    writeFileSync(points, 'respondent_id,stratum,psu\na,s1,p1\n');
    await take({ design: points });
    expect(snapshot().sample_file).toBeUndefined();
    expect(snapshot()).toMatchObject({
      design: { name: 'as_sampled', side_file: 'design.csv' },
      files: [{ name: '2011年 工人【全】.csv' }, { name: 'design.csv' }, { name: '子女 更正.csv' }],
    });
    expect(existsSync(join(wave, '样本 名单.csv'))).toBe(false);
  });

  it('says calmly that a file is of no survey it knows, and takes nothing in', async () => {
    const file = inRoot('weather.csv');
    writeFileSync(file, 'station,rain\nA,1\nA,2\n');
    await expect(call(file, { wave: '2020' })).rejects.toThrow(
      /none of its 2 columns could be told .* wavebook inspect/,
    );
    expect(existsSync(inRoot('data/raw/monitoring/2020'))).toBe(false);
  });

  it.each([
    ['no file', 'nowhere.csv', /no such file/],
    ['a folder', 'data', /folder/],
    ['a file that is no data', 'picture.png', /picture\.png/],
    ['a file of its own', 'snapshot.json', /wavebook keeps for its own file/],
  ])('refuses %s', async (_, file, expected) => {
    if (file.includes('.') && file !== 'nowhere.csv')
      writeFileSync(inRoot(file), Buffer.from('89504e470d0a1a0a0000000d', 'hex'));
    await expect(call(inRoot(file), { wave: '2021' })).rejects.toThrow(expected);
    expect(existsSync(inRoot('data/raw/monitoring/2021'))).toBe(false);
  });

  it.each([
    [{ instrument: 'monitorin', wave: '2017' }, /did you mean "monitoring"/],
    [{ instrument: 'monitoring', wave: '17' }, /expected a year/],
    [{ instrument: 'monitoring', wave: '2019', interview: '2019/5' }, /such as 2019-05/],
    [{ instrument: 'monitoring', wave: '2019', ages: '59-15' }, /such as 15-59 or 15\+/],
    [{ instrument: 'monitoring', wave: '2019', second: 'b.csv' }, /monitoring has no second file/],
    [{ instrument: 'baseline-worker', wave: '2009-baseline', second: 'a/x.csv' }, /both files are called/],
    [{ instrument: 'monitoring', wave: '2019', sample: 'b.csv' }, /--sample: .* of monitoring give --design/],
    [
      { instrument: 'baseline-worker', wave: '2009-baseline', sample: 'b.csv', design: 'c.csv' },
      /--design: the list of --sample tells stratum and psu already/,
    ],
  ])('explains a wrong call: %o', (options, expected) => {
    expect(() => newWaveRequest('x.csv', options)).toThrow(expected);
  });

  it('brings a wave back that a call was killed over, and clears away what it left', async () => {
    const left = inRoot('data/.new-wave-monitoring-2017-4194304');
    mkdirSync(join(left, 'new'), { recursive: true });
    renameSync(inRoot('data/raw/monitoring/2017'), join(left, 'old'));
    writeFileSync(join(left, 'old', 'corrections.csv'), 'kept');
    await expect(call(known, { wave: '2017', replace: true })).resolves.toBeDefined();
    expect(existsSync(left)).toBe(false);
    expect(readFileSync(inRoot('data/raw/monitoring/2017/corrections.csv'), 'utf8')).toBe('kept');
  });

  it('leaves no half-made folder when the disk refuses', async () => {
    const other = mkdtempSync(join(tmpdir(), 'refusing '));
    mkdirSync(join(other, 'data'));
    writeFileSync(join(other, 'data/raw'), 'a file where a folder should be');
    const request = newWaveRequest(known, { instrument: 'monitoring', wave: '2017' });
    await expect(newWave(other, request)).rejects.toThrow(
      /^data.raw.monitoring.2017: .*; nothing was changed$/,
    );
    expect(readdirSync(join(other, 'data'))).toEqual(['raw']);
    rmSync(other, { recursive: true });
  });
});
