import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { traceData, traceText } from '@wavebook/report';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTrace } from '../../src/trace/find-trace.ts';
import { figures, rows, secrets, smallPipeline } from './small-pipeline.ts';

const [male, female] = rows.map(({ id }) => id) as [string, string];
const comparison = 'contract_signed.level.monitoring.2017.sex.female-male';

describe('findTrace', () => {
  let root: string;
  let rawHash: string;
  beforeAll(async () => {
    ({ root, rawHash } = await smallPipeline());
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test('leads from a number to its definition, wave, weight, design and error, and to the raw file', async () => {
    const trace = await findTrace(root, male);
    expect(trace.chain.map(({ what, path, state }) => [what, path, state])).toEqual([
      ['estimates', 'data/estimates/employment/estimates.csv', 'unchanged'],
      ['manifest', 'data/estimates/employment/manifest.json', 'unchanged'],
      ['manifest', 'data/weighted/manifest.json', 'unchanged'],
      ['manifest', 'data/clean/manifest.json', 'unchanged'],
      ['raw', 'data/synthetic/monitoring/2017/问卷.csv', 'unchanged'],
    ]);
    expect(trace.chain.at(-1)?.sha256).toBe(rawHash);
    const text = traceText(trace, { lang: 'en' });
    for (const part of [
      'Labour contract signed (contract_signed; Per cent)',
      'monitoring 2017: Synthetic (synthetic data)',
      'calibrated to data/controls/monitoring/2017.csv, g 0.900 to 1.100; Kish deff 1.43',
      'as_sampled: the design as sampled',
      '32 strata, 398 PSUs',
      '65.4% (0.65375)',
      '1.25 (0.0125)',
      '63.0–67.5 (logit)',
      'reliable (nchs_2_175)',
      rawHash,
    ])
      expect(text).toContain(part);
    expect(traceText(trace, { lang: 'zh' })).toContain('签订劳动合同比例');
  });

  const baselineFiles = [
    'data/synthetic/baseline-worker/2009-baseline/workers.csv',
    'data/synthetic/baseline-worker/2011-endline/workers.csv',
  ];

  test.each(Object.entries(figures).flatMap(([file, own]) => own.map((row) => ({ file, row }))))(
    '$row.id of the programme leads to what it is of, its waves, error and verdict, and to the raw files',
    async ({ file, row }) => {
      const trace = await findTrace(root, row.id);
      expect(trace.programme).toEqual(row);
      expect(trace.indicator?.id ?? trace.counted?.name).toBe(row.indicator || row.id.split('.')[0]);
      const paths = trace.chain.map(({ path, state }) => `${path} ${state}`);
      for (const path of [`data/programme/${file}`, 'data/programme/manifest.json', ...baselineFiles])
        expect(paths).toContain(`${path} unchanged`);
      expect(paths.join()).not.toContain('monitoring');
      for (const lang of ['zh', 'en'] as const) {
        const text = traceText(trace, { lang });
        expect(text).toContain(lang === 'zh' ? row.of_zh : row.of_en);
        expect(text).toContain('nchs_2_175');
        expect(text).toContain('32 strata, 398 PSUs');
        expect(text.includes(String(row.estimate))).toBe(!row.suppressed);
        expect(text.includes(String(row.n))).toBe(!row.suppressed);
        expect(text.match(lang === 'zh' ? /^内容 /gm : /^What /gm)).toHaveLength(1);
      }
      expect(traceData(trace).programme).toMatchObject({
        id: row.id,
        estimate: row.suppressed ? null : row.estimate,
      });
    },
  );

  test('an estimate in a group of the programme, and the answers to a question', async () => {
    const text = traceText(
      await findTrace(
        root,
        'work_injury_insured.level.baseline-worker.2011-endline.programme:arm.undp:pilot.weighted',
      ),
      { lang: 'en' },
    );
    expect(text).toContain('programme:arm: undp:pilot');
    expect(text).toContain('In work-injury insurance');
    const answers = await findTrace(
      root,
      'job_channel.level.baseline-worker.2009-baseline.all.all.online.weighted',
    );
    expect(answers.counted?.name).toBe('job_channel');
    expect(traceText(answers, { lang: 'zh' })).toContain('(job_channel)');
  });

  test('a status leads to its rule, the line of its target and the estimate that it rests on', async () => {
    const trace = await findTrace(root, 'status.illustrative.3.f');
    const text = traceText(trace, { lang: 'en' });
    for (const part of [
      'met (ILLUSTRATIVE: the target is in no programme document)',
      '65.4% (63.0–67.5), 2011-Q4',
      '45.0%, 2011-Q4',
      'framework/illustrative.yaml line 254',
      'work_injury_insured.level.baseline-worker.2011-endline.programme:arm.undp:pilot.weighted  65.4%',
    ])
      expect(text).toContain(part);
    expect(trace.chain.map(({ path }) => path)).toContain(baselineFiles[1]);
    expect(traceData(trace).status).toMatchObject({ status: 'met', line: 254 });
  });

  test('a chart of the programme lists its numbers of both kinds and its files', async () => {
    const trace = await findTrace(root, 'data/programme/charts/gaps-x.zh.svg');
    expect(trace.figure).toMatchObject({ topic: 'programme', headline: { en: 'Gaps' } });
    const text = traceText(trace, { lang: 'en' });
    expect(text).toContain('gap.x.raw  10.7%');
    expect(text).toContain('undp:pilot.weighted  65.4%');
    expect(text).toContain('data/programme/charts/gaps-x.csv');
  });

  test.each([female, comparison, 'contract-signed-by-sex', 'change.x.panel.pilot'])(
    '%s: a withheld number is a reason, unless it is asked for',
    async (id) => {
      const trace = await findTrace(root, id);
      const shown = [
        ...(['zh', 'en'] as const).map((lang) => traceText(trace, { lang })),
        JSON.stringify(traceData(trace)),
      ];
      for (const text of shown) {
        expect(text).toContain('confidential');
        for (const secret of secrets) expect(text).not.toContain(secret);
      }
      expect(traceText(trace, { lang: 'en', showWithheld: true })).toMatch(/7\.1%|-0\.0335577/);
      expect(JSON.stringify(traceData(trace, { showWithheld: true }))).toContain('0.0335577');
    },
  );

  test('a chart is found by its name, with or without folder, language and ending, and lists its files', async () => {
    for (const id of ['contract-signed-by-sex', 'data/charts/employment/contract-signed-by-sex.zh.svg']) {
      const trace = await findTrace(root, id);
      expect(trace.figure).toMatchObject({ topic: 'employment', estimates: [male, female] });
      expect(trace.chain.map(({ path }) => path)).toEqual(
        expect.arrayContaining([
          'data/charts/employment/contract-signed-by-sex.zh.svg',
          'data/charts/employment/manifest.json',
          'data/estimates/employment/manifest.json',
          'data/synthetic/monitoring/2017/问卷.csv',
        ]),
      );
    }
  });

  test('an id that does not exist is refused with the nearest ones', async () => {
    const wrong = 'contract_signed.level.monitoring.2017.sex.femal.weighted';
    await expect(findTrace(root, wrong)).rejects.toMatchObject({ name: 'UsageError' });
    await expect(findTrace(root, wrong)).rejects.toThrow(`the nearest ids:\n  ${female}`);
    await expect(findTrace(root, 'contract-signed-by-sx')).rejects.toThrow('contract-signed-by-sex');
    await expect(findTrace(root, 'gap.x.row')).rejects.toThrow('gap.x.raw');
    await expect(findTrace(root, 'status.illustrative.3.x')).rejects.toThrow('status.illustrative.3.f');
    await expect(findTrace(root, '§')).rejects.toThrow('ids stand in data-id of the page');
  });

  test('a raw file changed since is said to be; changed estimates are refused', async () => {
    appendFileSync(join(root, 'data/synthetic/monitoring/2017/问卷.csv'), '3,4\n');
    const { chain } = await findTrace(root, male);
    expect(chain.at(-1)).toMatchObject({ what: 'raw', sha256: rawHash, state: 'changed' });
    rmSync(join(root, 'data/synthetic'), { recursive: true });
    expect((await findTrace(root, male)).chain.at(-1)).toMatchObject({ state: 'absent' });
    appendFileSync(join(root, 'data/estimates/employment/estimates.csv'), '\n');
    await expect(findTrace(root, male)).rejects.toThrow('differs from its manifest');
    for (const made of ['estimates', 'programme']) rmSync(join(root, 'data', made), { recursive: true });
    await expect(findTrace(root, male)).rejects.toThrow('make them first: npm run whitebook');
  });
});
