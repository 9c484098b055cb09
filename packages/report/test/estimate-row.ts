import type { EstimateRow } from '@wavebook/schema';

/** A reliable estimate of a share for everybody, with what a test changes in it. */
export function estimateRow(more: Partial<EstimateRow> = {}): EstimateRow {
  const { domain = 'all', level = 'all' } = more;
  return {
    id: `contract_signed.level.monitoring.2017.${domain}.${level}.weighted`,
    indicator: 'contract_signed',
    variant: 'level',
    instrument: 'monitoring',
    wave: '2017',
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
    deff: 1.2,
    df: 100,
    n: 490,
    n_weighted: 10_000,
    missing_share: 0.01,
    design: 'as_sampled',
    quality: 'reliable',
    quality_rule: 'nchs_2_175',
    confidential: false,
    suppressed: false,
    synthetic: true,
    ...more,
  };
}
