import type { ComparisonRow, EstimateRow, ManifestWave } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { describe, expect, test } from 'vitest';
import { composeFinding } from '../../src/words/findings/compose.ts';
import type { FindingPlan, SentencePlan } from '../../src/words/findings/plan.ts';

const row = (more: Partial<EstimateRow>): EstimateRow => {
  const {
    indicator = 'contract_signed',
    variant = 'level',
    wave = '2017',
    domain = 'all',
    level = 'all',
  } = more;
  return {
    indicator,
    variant,
    instrument: 'monitoring',
    wave,
    domain,
    level,
    statistic: 'proportion',
    category: '',
    unit: 'share',
    weighting: 'weighted',
    estimate: 0.65,
    se: 0.01,
    ci_low: 0.63,
    ci_high: 0.67,
    ci_method: 'logit',
    ci_level: 0.95,
    cv: 0.015,
    deff: 1.4,
    df: 300,
    n: 3000,
    n_weighted: 3000,
    missing_share: 0,
    design: 'as_sampled',
    quality: 'reliable',
    quality_rule: 'nchs_175',
    confidential: false,
    suppressed: false,
    synthetic: true,
    ...more,
    id: [indicator, variant, 'monitoring', wave, domain, level, 'weighted'].join('.'),
  };
};
const comparison = (more: Partial<ComparisonRow>): ComparisonRow => ({
  id: 'c',
  indicator: 'contract_signed',
  instrument: 'monitoring',
  wave: '2017',
  domain: 'wave',
  from: '2011',
  to: '2017',
  unit: 'share',
  difference: 0.1,
  se: 0.02,
  ci_low: 0.06,
  ci_high: 0.14,
  df: 300,
  p_value: 0.001,
  p_holm: 0.01,
  confidential: false,
  synthetic: true,
  ...more,
});
const waves = ['2011', '2017'].map((wave) => ({ instrument: 'monitoring', wave })) as ManifestWave[];
const trend = [
  row({ variant: 'trend', wave: '2011', estimate: 0.55 }),
  row({ variant: 'trend', wave: '2017', estimate: 0.65 }),
];
const bySex = [
  row({ domain: 'sex', level: 'male', estimate: 0.62 }),
  row({ domain: 'sex', level: 'female', estimate: 0.68 }),
];
const says = { zh: '雇员中签订劳动合同的占{value}', en: '{value} of employees had signed a contract' };
const level: SentencePlan = { kind: 'level', indicator: 'contract_signed', says };
const change: SentencePlan = {
  kind: 'change',
  indicator: 'contract_signed',
  subject: { zh: '签订率', en: 'the share with a contract' },
};
const sexes: SentencePlan = {
  kind: 'contrast',
  indicator: 'contract_signed',
  domain: 'sex',
  from: 'male',
  to: 'female',
  subject: { zh: '签订率', en: 'The share' },
};
const textOf = (
  sentences: SentencePlan[],
  rows: EstimateRow[],
  comparisons: ComparisonRow[],
  lang: 'zh' | 'en',
): string | undefined => {
  const plan: FindingPlan = { title: { zh: '合同', en: 'Contracts' }, sentences };
  return composeFinding(plan, indicatorsByTopic.employment, { rows, comparisons, waves, lang })
    ?.runs.map((run) => (typeof run === 'string' ? run : run.text))
    .join('')
    .trim();
};

describe('a level', () => {
  test('is told with its wave and interval', () => {
    expect(textOf([level], [row({})], [], 'zh')).toBe(
      '2017年，雇员中签订劳动合同的占65.0%（95%置信区间63.0%～67.0%）。',
    );
    expect(textOf([level], [row({})], [], 'en')).toBe(
      'In 2017, 65.0% of employees had signed a contract (95% interval 63.0 to 67.0%).',
    );
  });

  test('of few respondents or limited precision says so', () => {
    const few = row({ n: 64, quality: 'use_with_caution' });
    expect(textOf([level], [few], [], 'zh')).toContain('样本量较小，n = 64；精度有限，慎用');
    expect(textOf([level], [few], [], 'en')).toContain('a small sample, n = 64; of limited precision');
  });

  test('whose interval is narrower than the last digit says so', () => {
    const narrow = row({ ci_low: 0.6499, ci_high: 0.6501 });
    expect(textOf([level], [narrow], [], 'zh')).toContain('（95%置信区间窄于末位数字）');
    expect(textOf([level], [narrow], [], 'en')).toContain('(95% interval narrower than the last digit)');
  });

  test('that may not be shown is not mentioned', () => {
    expect(textOf([level], [row({ suppressed: true })], [], 'en')).toBeUndefined();
    expect(
      textOf([level, change], [row({ suppressed: true }), ...trend], [comparison({})], 'en'),
    ).not.toContain('employees');
  });
});

describe('a change', () => {
  test('rose where Holm’s p-value is below 5 %', () => {
    expect(textOf([change], trend, [comparison({})], 'zh')).toBe(
      '按可比口径，签订率由2011年的55.0%升至2017年的65.0%，上升10.0个百分点（95%置信区间6.0～14.0个百分点）。',
    );
    expect(textOf([change], trend, [comparison({})], 'en')).toBe(
      'On a comparable basis, the share with a contract rose from 55.0% in 2011 to 65.0% in 2017, by 10.0 percentage points (95% interval 6.0 to 14.0).',
    );
  });

  test('is no significant change from 5 % on, and nothing where it is confidential or not compared', () => {
    expect(textOf([change], trend, [comparison({ p_holm: 0.05 })], 'zh')).toContain('之间无显著变化');
    expect(textOf([change], trend, [comparison({ p_holm: 0.05 })], 'en')).toContain('no significant change');
    expect(textOf([change], trend, [comparison({ confidential: true })], 'en')).toBeUndefined();
    expect(textOf([change], trend, [], 'en')).toBeUndefined();
  });
});

describe('two groups', () => {
  const found = comparison({
    ...{ domain: 'sex', from: 'male', to: 'female' },
    ...{ difference: 0.06, ci_low: 0.02, ci_high: 0.1 },
  });

  test('are higher and lower where Holm’s p-value is below 5 %, else not significantly different', () => {
    expect(textOf([sexes], bySex, [found], 'zh')).toBe(
      '2017年，女性的签订率为68.0%，比男性（62.0%）高6.0个百分点（95%置信区间2.0～10.0个百分点）。',
    );
    expect(textOf([sexes], bySex, [found], 'en')).toBe(
      'In 2017, the share stood at 68.0% for women, 6.0 percentage points (95% interval 2.0 to 10.0) above men (62.0%).',
    );
    expect(textOf([sexes], bySex, [{ ...found, p_holm: 0.2 }], 'zh')).toContain('差异不显著');
    expect(textOf([sexes], bySex, [{ ...found, p_holm: 0.2 }], 'en')).toContain(
      'did not differ significantly',
    );
  });

  test('lie apart by a size without a sign, also where the second is lower', () => {
    const lower = { ...found, difference: -0.06, ci_low: -0.1, ci_high: -0.02 };
    expect(textOf([sexes], bySex, [lower], 'zh')).toContain('低6.0个百分点（95%置信区间2.0～10.0个百分点）');
    expect(textOf([sexes], bySex, [lower], 'en')).toContain('points (95% interval 2.0 to 10.0) below men');
  });

  test('of which one is small or of limited precision, or all are, are told with that', () => {
    const [men, women] = bySex as [EstimateRow, EstimateRow];
    const few = [men, { ...women, n: 64 }];
    expect(textOf([sexes], few, [found], 'zh')).toMatch(/（女性：样本量较小，n = 64）。$/);
    expect(textOf([sexes], few, [{ ...found, p_holm: 0.2 }], 'en')).toMatch(
      /\(women: a small sample, n = 64\)\.$/,
    );
    const both = bySex.map((one) => ({ ...one, quality: 'review' as const }));
    expect(textOf([sexes], both, [found], 'en')).toMatch(/\(women, men: for review by a statistician\)\.$/);
  });

  test('of another wave than the latest are not compared', () => {
    expect(textOf([sexes], bySex, [{ ...found, wave: '2014' }], 'en')).toBeUndefined();
  });
});

test('highest and lowest are picked among reliable estimates, and told only where they differ', () => {
  const plan: SentencePlan = {
    kind: 'extremes',
    indicator: 'contract_signed',
    domain: 'industry',
    subject: { zh: '签订率', en: 'the share' },
  };
  const rows = [
    row({ domain: 'industry', level: 'B', estimate: 0.95, quality: 'use_with_caution' }),
    row({ domain: 'industry', level: 'C', estimate: 0.8 }),
    row({ domain: 'industry', level: 'E', estimate: 0.35 }),
    row({ domain: 'industry', level: 'J', estimate: 0.1, suppressed: true }),
  ];
  const found = comparison({ domain: 'industry', from: 'E', to: 'C' });
  expect(textOf([plan], rows, [found], 'zh')).toMatch(/制造.*最高（80\.0%），建筑.*最低（35\.0%）/);
  expect(textOf([plan], rows, [{ ...found, p_holm: 0.5 }], 'en')).toContain(
    'the share did not differ significantly',
  );
  expect(textOf([plan], rows, [], 'en')).toBeUndefined();
});

test('an indicator that the chapter lacks is refused by name', () => {
  expect(() => textOf([{ ...level, indicator: 'health_record' }], [], [], 'en')).toThrow('"health_record"');
});
