import { Snapshot } from '@wavebook/schema';
import { controlMargins } from './controls.ts';
import { codebookOf, type Wave } from './population/waves.ts';
import type { RawEncoding, RawFormat } from './raw/raw-format.ts';
import type { HashedFile } from './write-hashed.ts';

export const DESIGN_FILE = 'design.csv';

const two = (n: number): string => String(n).padStart(2, '0');

/** What `snapshot.json` of a synthetic wave says; everything in it says that no person stands behind the records. */
export function waveSnapshot(
  wave: Wave,
  files: readonly HashedFile[],
  { format, encoding }: { readonly format: RawFormat; readonly encoding: RawEncoding },
): Snapshot {
  const {
    interview: { year, month },
    age_window: [youngest, oldest],
    name,
  } = codebookOf(wave);
  const ages = oldest === null ? `${youngest}+` : `${youngest}-${oldest}`;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Snapshot.parse({
    instrument: 'monitoring',
    wave,
    codebook: name,
    synthetic: true,
    title: {
      zh: `合成数据：${wave}年全国流动人口动态监测调查版式（非真实调查数据）`,
      en: `Synthetic data in the layout of the ${wave} China Migrants Dynamic Survey (no real respondents)`,
    },
    producer: { zh: 'wavebook 合成数据生成器', en: 'wavebook synthetic population' },
    field_dates: [`${year}-${two(month)}-01`, `${year}-${two(month)}-${lastDay}`],
    population: {
      zh: `合成人口：在流入地居住一个月及以上、非本区（县、市）户口的${ages}岁流动人口（${year}年${month}月）`,
      en: `Synthetic population: migrants aged ${ages}, without local hukou, present for a month or more in ${year}-${two(month)}`,
    },
    sampling: {
      zh: '合成样本：32个省级单位分层，样本点按规模成比例概率不放回抽取（枢轴法），每点简单随机抽20户，每户随机抽1名合格者；权重为三级入样概率之积的倒数',
      en: 'Synthetic sample: 32 provincial strata; sample points with probability proportional to size without replacement (pivotal method); 20 households a point and one eligible person a household by simple random; the weight is one over the product of the three probabilities',
    },
    licence: 'CC0-1.0; synthetic, made by packages/synthetic',
    access: 'in the repository or made again by packages/synthetic; synthetic, no confidential content',
    // the other formats declare it
    ...(format === 'csv' || (format === 'dta' && encoding === 'gb18030') ? { encoding } : {}),
    files: files.map(({ name: file, sha256, bytes }) => ({ name: file, sha256, bytes })),
    design: {
      name: 'as_sampled',
      weight: 'survey_weight',
      strata: ['stratum'],
      psu: ['psu'],
      lonely_psu: 'average',
      side_file: DESIGN_FILE,
      controls: { file: `${wave}.csv`, margins: [...controlMargins], method: 'rake' },
    },
  });
}
