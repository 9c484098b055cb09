import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EstimateRow, Manifest, type ManifestWave } from '@wavebook/schema';
import { formatEstimates } from '@wavebook/tables';
import { afterAll, describe, expect, it } from 'vitest';
import { type ChartRequest, chart } from '../../src/chart/chart.ts';

const secret = 0.0713579;

const row = (wave: string, domain: string, level: string, more: Partial<EstimateRow> = {}): EstimateRow => {
  const variant = more.variant ?? 'level';
  return {
    id: `contract_signed.${variant}.monitoring.${wave}.${domain}.${level}.weighted`,
    indicator: 'contract_signed',
    variant,
    instrument: 'monitoring',
    wave,
    domain,
    level,
    statistic: 'proportion',
    category: '',
    unit: 'share',
    weighting: 'weighted',
    estimate: 0.6,
    se: 0.01,
    ci_low: 0.58,
    ci_high: 0.62,
    ci_method: 'logit',
    ci_level: 0.95,
    cv: 0.02,
    deff: 1.2,
    df: 90,
    n: 400,
    n_weighted: 9000,
    missing_share: 0,
    design: 'as_sampled',
    quality: 'reliable',
    quality_rule: 'nchs_2_175',
    confidential: false,
    suppressed: false,
    synthetic: true,
    ...more,
  };
};

const wave = (name: string): ManifestWave => ({
  instrument: 'monitoring',
  wave: name,
  synthetic: true,
  codebook: `monitoring-${name}`,
  title: { zh: `${name}年合成数据`, en: `Synthetic data ${name}` },
  design: 'as_sampled',
  rows_in: 500,
  rows_out: 490,
  issues: {},
  unmapped: [],
  not_asked: [],
  recalled: [],
  questions: {},
  controls: null,
});

const rows = ['2011', '2017'].flatMap((year) =>
  (['level', 'trend'] as const).flatMap((variant) => [
    row(year, 'all', 'all', { variant }),
    row(year, 'sex', 'male', { variant, estimate: 0.62 }),
    row(year, 'sex', 'female', { variant, estimate: secret, quality: 'unreliable', suppressed: true }),
    ...['male:15-24', 'male:25-34', 'female:15-24', 'female:25-34'].map((level) =>
      row(year, 'sex:age_group', level, { variant }),
    ),
  ]),
);

const folder = mkdtempSync(join(tmpdir(), 'wavebook chart 图-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const estimates = join(folder, 'data', 'estimates', 'employment');
mkdirSync(estimates, { recursive: true });
const informal = rows.map((one) => ({
  ...one,
  id: one.id.replace('contract_signed', 'informal_employment'),
  indicator: 'informal_employment',
}));
const csv = formatEstimates([...rows, ...informal]);
writeFileSync(join(estimates, 'estimates.csv'), csv);
const manifest = Manifest.parse({
  stage: 'employment',
  files: [
    {
      path: 'estimates.csv',
      sha256: createHash('sha256').update(csv).digest('hex'),
      bytes: Buffer.byteLength(csv),
    },
  ],
  inputs: [],
  waves: [wave('2011'), wave('2017')],
  notes: [],
});
writeFileSync(join(estimates, 'manifest.json'), JSON.stringify(manifest));

const call = (more: Partial<ChartRequest> = {}) =>
  chart(folder, {
    indicator: 'contract_signed',
    by: 'sex',
    lang: 'both',
    out: join(folder, '图 out'),
    ...more,
  });

describe('wavebook chart', () => {
  it('writes every format in both languages, and shows no suppressed number', async () => {
    const paths = await call();
    expect(paths.map((path) => path.replace(/.*contract-signed-by-sex\./, '')).sort()).toEqual(
      [
        'csv',
        ...['en', 'zh'].flatMap((lang) =>
          ['alt.txt', 'pdf', 'png', 'svg', 'vl.json'].map((end) => `${lang}.${end}`),
        ),
      ].sort(),
    );
    for (const path of paths) {
      const content = readFileSync(path, 'latin1');
      expect(content.length, path).toBeGreaterThan(20);
      expect(content, path).not.toContain(String(secret));
    }
    const alt = readFileSync(paths.find((path) => path.endsWith('en.alt.txt')) ?? '', 'utf8');
    expect(alt).toMatch(/^Bar chart.*Men at 62\.0%\. 1 value is not published\.\n$/s);
  });

  it.each([
    ['sex', 'dumbbell', 'en', 'contract-signed-dumbbell-by-sex.en.svg'],
    ['age_group,sex', undefined, 'zh', 'contract-signed-by-sex-age-group.zh.svg'],
    ['sex:age_group', 'heat', 'zh', 'contract-signed-heat-by-sex-age-group.zh.svg'],
    ['all', undefined, 'en', 'contract-signed-trend.en.svg'],
  ] as const)('draws by %s as %s in %s', async (by, type, lang, name) => {
    const out = join(folder, 'one');
    await call({ by, lang, out, ...(type && { type }) });
    expect(readdirSync(out)).toContain(name);
    rmSync(out, { recursive: true });
  });

  it.each([
    ['sex', 'contract-signed-profile-by-sex.en.svg'],
    ['all', 'contract-signed-indicators.en.svg'],
  ])('draws several indicators by %s', async (by, name) => {
    const out = join(folder, 'several');
    await call({ indicator: 'contract_signed,informal_employment', by, lang: 'en', out });
    expect(readdirSync(out)).toContain(name);
    expect(readFileSync(join(out, name), 'utf8')).not.toContain('7.1%');
    rmSync(out, { recursive: true });
  });

  it.each([
    [{ indicator: 'contract_signd' }, /did you mean "contract_signed"/],
    [{ by: 'sexx' }, /did you mean "sex"\?\nit is estimated by: all, sex, sex:age_group$/],
    [{ wave: '2016' }, /no wave "2016"; there are 2011, 2017$/],
    [{ type: 'lorenz' }, /lorenz is drawn from the points of a Lorenz curve.*--type can be bars, dots/],
    [{ type: 'tornado' }, /tornado is drawn from assumptions/],
    [{ indicator: 'contract_signed,informal_employment', type: 'bars' }, /--type can be profile$/],
    [{ type: 'pie' }, /no type "pie"; --type can be bars, dots, trend, ribbon, dumbbell/],
    [{ type: 'tiles' }, /tiles does not fit contract_signed by sex/],
    [{ type: 'trend', wave: '2017' }, /trend does not fit.*in these waves; --type can be bars, dots$/],
    [
      { indicator: 'pension_insured' },
      /data\/estimates\/insurance is not there yet; run: wavebook run --topic insurance/,
    ],
  ] as const)('refuses %o', async (more, message) => {
    await expect(call(more)).rejects.toThrow(message);
  });
});
