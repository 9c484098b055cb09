import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChapterFile } from '@wavebook/report';
import {
  comparisonColumns,
  type EstimateRow,
  type ManifestWave,
  type ProgrammeFigure,
  type ProgrammeStatus,
  programmeFigureColumns,
  programmeStatusColumns,
  WeightDiagnostics,
} from '@wavebook/schema';
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

const baseline = (name: string): ManifestWave => ({
  ...wave,
  ...{ instrument: 'baseline-worker', wave: name, codebook: `baseline-worker-${name}`, controls: null },
  ...{ title: { zh: name, en: name }, design: 'sites_as_sampled' },
});

const figure = (id: string, more: Partial<ProgrammeFigure> = {}): ProgrammeFigure => ({
  ...{ id, of_zh: `${id}是什么`, of_en: `what ${id} is`, indicator: 'work_injury_insured', unit: 'share' },
  ...{ waves: 'baseline-worker/2009-baseline baseline-worker/2011-endline', estimate: 0.107, se: 0.0421 },
  ...{ ci_low: -0.0123, ci_high: 0.1998, df: 56, p_value: 0.0123, n: 842, design: 'sites_as_sampled' },
  ...{
    quality: 'reliable',
    quality_rule: 'nchs_2_175',
    confidential: false,
    suppressed: false,
    synthetic: true,
  },
  ...more,
});

/** A number of each kind that the programme's pages show, and one of them that may not be shown. */
export const figures: Readonly<Record<string, readonly ProgrammeFigure[]>> = {
  'changes.csv': [
    figure('change.x.panel.difference'),
    figure('change.x.panel.pilot', {
      estimate: 0.0713579,
      se: 0.0335577,
      suppressed: true,
      confidential: true,
    }),
  ],
  'gaps.csv': [figure('gap.x.raw')],
  'types.csv': [figure('type_difference.x')],
  'cost.csv': [
    figure('uninsured.work_injury.x', { indicator: 'cost_of_cover', unit: 'people', estimate: 444_612.4 }),
    figure('cost.work_injury.x', { indicator: 'cost_of_cover', unit: 'million_yuan', estimate: 118.76 }),
  ],
  'heads.csv': [figure('heads.index.x', { indicator: '', unit: 'index_100', estimate: 104.25 })],
  'per-head.csv': [figure('per_head.x')],
  'response.csv': [
    figure('response.x.refused', {
      ...{ indicator: '', unit: 'people', estimate: 38, se: null, ci_low: null, ci_high: null, df: null },
      ...{ p_value: null, n: 38 },
    }),
  ],
};

const programmeRows: readonly EstimateRow[] = [
  row('', {
    ...{ id: 'work_injury_insured.level.baseline-worker.2011-endline.programme:arm.undp:pilot.weighted' },
    ...{ indicator: 'work_injury_insured', instrument: 'baseline-worker', wave: '2011-endline' },
    ...{ domain: 'programme:arm', level: 'undp:pilot' },
  }),
  row('', {
    ...{ id: 'job_channel.level.baseline-worker.2009-baseline.all.all.online.weighted' },
    ...{ indicator: 'job_channel', instrument: 'baseline-worker', wave: '2009-baseline', domain: 'all' },
    ...{ level: 'all', category: 'online' },
  }),
];

const status: ProgrammeStatus = {
  ...{ id: 'status.illustrative.3.f', framework: 'illustrative', indicator: '3.f' },
  ...{ statement_zh: '参加工伤保险', statement_en: 'In work-injury insurance', unit: 'share' },
  ...{ measured_by: 'work_injury_insured', baseline: 0.3, target: 0.45, due: '2011-Q4', latest: 0.65375 },
  ...{ date: '2011-Q4', ci_low: 0.63, ci_high: 0.675, n: 1204, planned: 0.45, status: 'met' },
  ...{ estimate: programmeRows[0]?.id ?? '', source: 'made up', file: 'framework/illustrative.yaml' },
  ...{ line: 254, illustrative: true },
};

/** A repository with one raw file and the stages that lead from it to two numbers, one withheld, and a chart of them. */
export async function smallPipeline(): Promise<{ root: string; rawHash: string }> {
  const root = mkdtempSync(join(tmpdir(), 'wavebook-trace-'));
  const raw = join(root, 'data/synthetic/monitoring/2017');
  mkdirSync(raw, { recursive: true });
  writeFileSync(join(raw, '问卷.csv'), 'a,b\n1,2\n');
  const rounds = ['2009-baseline', '2011-endline'];
  for (const name of rounds) {
    const folder = join(root, 'data/synthetic/baseline-worker', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'workers.csv'), `respondent_id\n${name}\n`);
  }
  const waves = [wave, ...rounds.map(baseline)];
  const stage = (name: string, output: string, files: Record<string, string>, inputs: readonly string[]) =>
    runStage({ name, root, output }, async (context) => {
      for (const path of inputs) await context.input(join(root, path));
      for (const [path, text] of Object.entries(files)) await context.write(path, text);
      return { waves, notes: [] };
    });
  const comparison = {
    ...{ id: 'contract_signed.level.monitoring.2017.sex.female-male', indicator: 'contract_signed' },
    ...{ instrument: 'monitoring', wave: '2017', domain: 'sex', from: 'male', to: 'female', unit: 'share' },
    ...{ difference: -0.0335577, se: 0.0335577, ci_low: -0.1998877, ci_high: 0.0112233, df: 366 },
    ...{ p_value: 0.3, p_holm: 0.6, confidential: true, synthetic: true },
  };
  await stage('clean', 'data/clean', { 'monitoring/2017/x.csv': 'x\n' }, [
    'data/synthetic/monitoring/2017/问卷.csv',
    ...rounds.map((name) => `data/synthetic/baseline-worker/${name}/workers.csv`),
  ]);
  await stage(
    'weight',
    'data/weighted',
    Object.fromEntries(
      waves.map(({ instrument, wave: name }) => [
        `${instrument}/${name}/diagnostics.json`,
        JSON.stringify(diagnostics),
      ]),
    ),
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
  const shown = figures['gaps.csv']?.map(({ id }) => id) ?? [];
  await stage(
    'programme',
    'data/programme',
    {
      'estimates.csv': formatEstimates(programmeRows),
      ...Object.fromEntries(
        Object.entries(figures).map(([name, own]) => [name, formatCsv(programmeFigureColumns, own)]),
      ),
      'status.csv': formatCsv(programmeStatusColumns, [status]),
      'charts/gaps-x.csv': 'id\n',
      'charts/gaps-x.en.vl.json': JSON.stringify({
        usermeta: { headline: { zh: '差距', en: 'Gaps' }, estimates: [...shown, status.estimate] },
      }),
    },
    ['data/clean/manifest.json', 'data/weighted/manifest.json'],
  );
  return { root, rawHash: createHash('sha256').update('a,b\n1,2\n').digest('hex') };
}
