import { missingCharacters } from '@wavebook/charts';
import { codeLists, type EstimateRow, languages, type ManifestWave } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { describe, expect, test } from 'vitest';
import { bookPage, type ChapterFile, drawBreakdown, drawChapter } from '../src/index.ts';
import { estimateRow } from './estimate-row.ts';

const wave: ManifestWave = {
  instrument: 'monitoring',
  wave: '2017',
  synthetic: true,
  codebook: 'monitoring-2017',
  title: { zh: '合成数据', en: 'Synthetic data <b>&' },
  design: 'as_sampled',
  rows_in: 500,
  rows_out: 490,
  issues: { unknown_code: 2 },
  unmapped: [],
  not_asked: ['family_doctor'],
  recalled: [],
  questions: {},
  controls: 'data/controls/monitoring/2017.csv',
};

const row = (domain: string, level: string, more: Partial<EstimateRow> = {}): EstimateRow =>
  estimateRow({ domain, level, ...more });
const secret = {
  estimate: 0.0713579,
  ci_low: 0.0112233,
  ci_high: 0.1998877,
  n: 7,
  quality: 'unreliable',
  quality_rule: 'nchs_2_175:n_below_30',
  confidential: true,
  suppressed: true,
} as const;
const rows = [
  row('all', 'all'),
  row('education', 'primary', { estimate: 0.4, ci_low: 0.3, ci_high: 0.5, quality: 'use_with_caution' }),
  row('education', 'lower_secondary', { estimate: 0.5, ci_low: 0.45, ci_high: 0.55 }),
  row('education', 'bachelor', { estimate: 0.8, ci_low: 0.75, ci_high: 0.85 }),
  row('education', 'postgraduate', secret),
];
const plan = { indicator: 'contract_signed', domain: 'education', mark: 'bars' } as const;
const contract = indicatorsByTopic.employment.find((i) => i.id === 'contract_signed');
const secrets = ['0.0713579', '7.1', '0.0112233', '1.1', '0.1998877', '20.0'];
const chapter = {
  topic: 'employment',
  instrument: 'monitoring',
  title: { zh: '就业', en: 'Employment' },
  introduction: { zh: '说明。', en: 'Words.' },
  findings: [],
  charts: [plan],
} as const;

const drawn = async () => {
  const files = new Map<string, string>();
  await drawChapter(
    chapter,
    { rows, comparisons: [], waves: [wave], published: [] },
    async (path, content) => void files.set(path, typeof content === 'string' ? content : ''),
    (columns, data) => data.map((d) => columns.map((c) => d[c] ?? '').join(',')).join('\n'),
  );
  return files;
};

describe('what is shown', () => {
  test('a suppressed number is in no file made to be shown; its mark and reason are', async () => {
    const files = await drawn();
    expect([...files.keys()].sort()).toEqual([
      'chapter.json',
      'contract-signed-by-education.csv',
      ...languages
        .flatMap((l) =>
          ['alt.txt', 'pdf', 'png', 'svg', 'vl.json'].map(
            (kind) => `contract-signed-by-education.${l}.${kind}`,
          ),
        )
        .sort(),
    ]);
    for (const [path, content] of files) {
      expect(content, path).not.toContain('0.0713579');
      expect(content, path).not.toContain('0.1998877');
    }
    expect(files.get('contract-signed-by-education.csv')).toMatch(
      /2017,postgraduate,研究生,Postgraduate,,,,,×,confidential/,
    );
    expect(files.get('contract-signed-by-education.zh.svg')).toContain('×');
  });

  test('the book shows only the mark, escapes what it prints, and says that data are synthetic', async () => {
    const files = await drawn();
    const file = JSON.parse(files.get('chapter.json') as string) as ChapterFile;
    for (const lang of languages) {
      const page = bookPage(
        {
          chapters: [
            {
              file,
              rows,
              comparisons: [],
              designs: [],
              published: [],
              png: new Map(),
              manifests: [],
              svg: new Map([
                [file.charts[0]?.name ?? '', files.get(`contract-signed-by-education.${lang}.svg`) as string],
              ]),
            },
          ],
          waves: [
            {
              wave,
              population: { zh: '人', en: 'people' },
              sampling: { zh: '抽', en: 'sampled' },
              fieldDates: ['2017-05-01', '2017-05-31'],
              rawFiles: [],
              weights: { kishDeff: 1.1, effectiveN: 400, strata: 32, psus: 400, g: [0.9, 1.1], margins: [] },
            },
          ],
          notes: [],
          indicators: [],
          manifests: [],
        },
        lang,
      );
      for (const number of secrets.slice(0, 1)) expect(page).not.toContain(number);
      expect(page).toContain(
        'data-id="contract_signed.level.monitoring.2017.education.postgraduate.weighted"><a href="#t:contract_signed.level.monitoring.2017.education.postgraduate.weighted">×',
      );
      expect(page).not.toContain('data <b>&');
      expect(page).toMatch(lang === 'zh' ? /合成数据：仅用于演示/ : /Synthetic data: for demonstration only/);
    }
  });

  test('the headline gives the overall figure and the range of reliable estimates', () => {
    if (!contract) throw new Error('no indicator');
    expect(drawBreakdown(plan, contract, { rows, comparisons: [] }, wave, 'en')?.headline).toBe(
      'Labour contract signed: 65.0% overall, estimates from 50.0% (lower secondary) to 80.0% (bachelor)',
    );
    expect(drawBreakdown(plan, contract, { rows, comparisons: [] }, wave, 'zh')?.headline).toBe(
      '签订劳动合同比例：总体65.0%，各组估计值在50.0%（初中）与80.0%（大学本科）之间',
    );
    expect(
      drawBreakdown({ ...plan, domain: 'industry' }, contract, { rows, comparisons: [] }, wave, 'en'),
    ).toBeUndefined();
  });

  test('every label that a chart can print is in the chart fonts', () => {
    const labels = [
      ...Object.values(codeLists).flatMap((list) => [list.label, ...list.codes.map((c) => c.label)]),
      ...Object.values(indicatorsByTopic)
        .flat()
        .flatMap((i) => [i.label, i.definition, i.universe_label]),
    ];
    expect(missingCharacters(labels.flatMap((l) => [l.zh, l.en]).join(''))).toEqual([]);
  });
});
