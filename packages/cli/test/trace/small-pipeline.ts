import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChapterFile } from '@wavebook/report';
import { comparisonColumns, type EstimateRow, type ManifestWave, WeightDiagnostics } from '@wavebook/schema';
import { runStage } from '@wavebook/stage';
import { formatCsv, formatEstimates } from '@wavebook/tables';

const wave: ManifestWave = {
  ...{ instrument: 'monitoring', wave: '2017', synthetic: true, codebook: 'monitoring-2017' },
  ...{ title: { zh: '合成', en: 'Synthetic' }, design: 'as_sampled', rows_in: 500, rows_out: 490 },
  ...{ issues: {}, unmapped: [], not_asked: [], recalled: [], questions: {} },
  controls: 'data/controls/monitoring/2017.csv',
};

const row = (level: string, more: Partial<EstimateRow> = {}): EstimateRow => ({
  id: `contract_signed.level.monitoring.2017.sex.${level}.weighted`,
  ...{ indicator: 'contract_signed', variant: 'level', instrument: 'monitoring', wave: '2017' },
  ...{ domain: 'sex', level, statistic: 'proportion', category: '', unit: 'share', weighting: 'weighted' },
  ...{ estimate: 0.65375, se: 0.0125, ci_low: 0.63, ci_high: 0.675, ci_method: 'logit', ci_level: 0.95 },
  ...{
    cv: 0.02,
    deff: 1.25,
    df: 366,
    n: 1204,
    n_weighted: 50_000,
    missing_share: 0.01,
    design: 'as_sampled',
  },
  ...{
    quality: 'reliable',
    quality_rule: 'nchs_2_175',
    confidential: false,
    suppressed: false,
    synthetic: true,
  },
  ...more,
});

export const rows = [
  row('male'),
  row('female', {
    ...{ estimate: 0.0713579, se: 0.0335577, ci_low: 0.0112233, ci_high: 0.1998877, n: 7 },
    ...{ quality: 'unreliable', confidential: true, suppressed: true },
  }),
];
export const secrets = ['0713579', '7.1', '0335577', '3.36', '0112233', '1998877', '20.0'];

const summary = { sum: 490, min: 0.5, max: 2, kish_deff: 1.43, effective_n: 343 };
const diagnostics = WeightDiagnostics.parse({
  ...{ respondents: 490, base_weight: summary, final_weight: summary, g: { min: 0.9, max: 1.1 } },
  ...{ largest_discrepancy: null, strata: 32, psus: 398, unknown_psu: 0, lonely_strata: 0 },
});

const chapter = ChapterFile.parse({
  ...{ topic: 'employment', instrument: 'monitoring' },
  ...{ title: { zh: '就业', en: 'Employment' }, introduction: { zh: '。', en: '.' } },
  findings: [],
  charts: [
    {
      ...{ name: 'contract-signed-by-sex', indicator: 'contract_signed', domain: 'sex', mark: 'bars' },
      ...{ wave: '2017', headline: { zh: '合同', en: 'Contracts' } },
      description: { zh: '合同', en: 'Contracts' },
    },
  ],
});

/** A repository with one raw file and the stages that lead from it to two numbers, one withheld, and a chart of them. */
export async function smallPipeline(): Promise<{ root: string; rawHash: string }> {
  const root = mkdtempSync(join(tmpdir(), 'wavebook-trace-'));
  const raw = join(root, 'data/synthetic/monitoring/2017');
  mkdirSync(raw, { recursive: true });
  writeFileSync(join(raw, '问卷.csv'), 'a,b\n1,2\n');
  const stage = (name: string, output: string, files: Record<string, string>, inputs: readonly string[]) =>
    runStage({ name, root, output }, async (context) => {
      for (const path of inputs) await context.input(join(root, path));
      for (const [path, text] of Object.entries(files)) await context.write(path, text);
      return { waves: [wave], notes: [] };
    });
  const comparison = {
    ...{ id: 'contract_signed.level.monitoring.2017.sex.female-male', indicator: 'contract_signed' },
    ...{ instrument: 'monitoring', wave: '2017', domain: 'sex', from: 'male', to: 'female', unit: 'share' },
    ...{ difference: -0.0335577, se: 0.0335577, ci_low: -0.1998877, ci_high: 0.0112233, df: 366 },
    ...{ p_value: 0.3, p_holm: 0.6, confidential: true, synthetic: true },
  };
  await stage('clean', 'data/clean', { 'monitoring/2017/x.csv': 'x\n' }, [
    'data/synthetic/monitoring/2017/问卷.csv',
  ]);
  await stage(
    'weight',
    'data/weighted',
    { 'monitoring/2017/diagnostics.json': JSON.stringify(diagnostics) },
    ['data/clean/manifest.json'],
  );
  await stage(
    'employment',
    'data/estimates/employment',
    { 'estimates.csv': formatEstimates(rows), 'comparisons.csv': formatCsv(comparisonColumns, [comparison]) },
    ['data/weighted/manifest.json'],
  );
  const usermeta = { indicator: 'contract_signed', estimates: rows.map(({ id }) => id) };
  await stage(
    'employment',
    'data/charts/employment',
    {
      'chapter.json': JSON.stringify(chapter),
      'contract-signed-by-sex.en.vl.json': JSON.stringify({ usermeta }),
      'contract-signed-by-sex.zh.svg': '<svg/>',
    },
    ['data/estimates/employment/manifest.json'],
  );
  return { root, rawHash: createHash('sha256').update('a,b\n1,2\n').digest('hex') };
}
