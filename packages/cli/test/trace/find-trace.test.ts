import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { traceData, traceText } from '@wavebook/report';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTrace } from '../../src/trace/find-trace.ts';
import { rows, secrets, smallPipeline } from './small-pipeline.ts';

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

  test.each([female, comparison, 'contract-signed-by-sex'])(
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
    rmSync(join(root, 'data/estimates'), { recursive: true });
    await expect(findTrace(root, male)).rejects.toThrow('make them first: npm run whitebook');
  });
});
