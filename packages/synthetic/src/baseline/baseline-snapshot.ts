import { createHash } from 'node:crypto';
import { Snapshot } from '@wavebook/schema';

export type BaselineInstrument = 'baseline-worker' | 'baseline-enterprise';
export const baselineWaves = ['2009-baseline', '2011-endline'] as const;
export type BaselineWave = (typeof baselineWaves)[number];

const words = {
  'baseline-worker': {
    title: { zh: '农民工', en: 'migrant workers' },
    population: {
      zh: '合成人口：项目地区社区内的外来务工人员（15-64岁）',
      en: 'Synthetic population: migrant workers aged 15 to 64 in the communities of the programme sites',
    },
    sampling: {
      zh: '合成样本：各地区的试点社区与对照社区分别为层，层内简单随机抽取社区，社区内简单随机抽取务工人员；第二轮追踪第一轮受访者，另在社区内新抽少量人员',
      en: 'Synthetic sample: pilot and comparison communities of each site are strata; communities by simple random, workers in them by simple random; the second round follows those interviewed at the first and draws a few new ones in the communities',
    },
  },
  'baseline-enterprise': {
    title: { zh: '企业', en: 'enterprises' },
    population: {
      zh: '合成企业名录：项目地区雇用外来务工人员的企业',
      en: 'Synthetic register: enterprises of the programme sites that employ migrant workers',
    },
    sampling: {
      zh: '合成样本：各地区试点片区与对照片区分别为层，层内按职工人数成比例概率抽取企业；第二轮追踪第一轮受访企业',
      en: 'Synthetic sample: pilot and comparison zones of each site are strata; enterprises with probability proportional to staff; the second round follows those interviewed at the first',
    },
  },
} as const;

/** What `snapshot.json` of a synthetic baseline survey says. */
export function baselineSnapshot(
  instrument: BaselineInstrument,
  wave: BaselineWave,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Snapshot {
  const { title, population, sampling } = words[instrument];
  const [year] = wave.split('-') as [string];
  const [zh, en] = wave.endsWith('baseline') ? ['基线', 'baseline'] : ['终期', 'endline'];
  return Snapshot.parse({
    instrument,
    wave,
    codebook: `${instrument}-${wave}`,
    synthetic: true,
    title: {
      zh: `合成数据：${title.zh}${zh}调查（${year}年，非真实调查数据）`,
      en: `Synthetic data: ${en} survey of ${title.en}, ${year} (no real respondents)`,
    },
    producer: { zh: 'wavebook 合成数据生成器', en: 'wavebook synthetic population' },
    field_dates: [`${year}-10-01`, `${year}-10-31`],
    population,
    sampling,
    licence: 'CC0-1.0; synthetic, made by packages/synthetic',
    access: 'in the repository or made again by packages/synthetic; synthetic, no confidential content',
    encoding: 'utf-8',
    files: files.map(({ name, bytes }) => ({
      name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
    })),
    design: {
      name: 'sites_as_sampled',
      weight: 'survey_weight',
      strata: ['stratum'],
      psu: ['psu'],
      lonely_psu: 'average',
      side_file: 'sample.csv',
    },
    sample_file: 'sample.csv',
  });
}
