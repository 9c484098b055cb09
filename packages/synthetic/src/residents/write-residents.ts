import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Codebook, Snapshot } from '@wavebook/schema';
import { designedCodebooks } from '@wavebook/schema/codebooks';
import type { Cells } from '../baseline/answers/worker-context.ts';
import { rawTable } from '../baseline/raw-cells.ts';
import type { WriteBaselineOptions, WrittenBaseline } from '../baseline/write-baseline.ts';
import { injectedCsv } from '../inject/entries.ts';
import { injectDesigned } from '../inject/inject-designed.ts';
import type { Answers } from '../population/answers.ts';
import { buildFrame } from '../population/frame.ts';
import { generatePoint } from '../population/point.ts';
import { Random } from '../random/random.ts';
import { csvText } from '../raw/csv.ts';
import { simpleRandomSample } from '../sample/simple-random.ts';
import { residentAnswers } from './resident-answers.ts';

/** The seed of the committed sample. */
const RESIDENTS_SEED = 20170502;

/** Eight cities: no source names those of 2017, so these are invented. */
const residentCities = ['1101', '1201', '3101', '3201', '3301', '4401', '5001', '5101'] as const;

const COMMUNITIES_DRAWN = 10;
const PERSONS_DRAWN = 10;

interface Drawn {
  readonly id: string;
  readonly city: string;
  readonly psu: string;
  readonly weight: number;
  readonly base: Answers;
}

function drawCity(city: string, seed: number): Drawn[] {
  const frame = buildFrame({ wave: '2017', seed, provinces: [city.slice(0, 2)] });
  const points = frame.points.filter(({ prefecture }) => prefecture === city);
  const random = new Random(seed, 'residents', city);
  return simpleRandomSample(points.length, COMMUNITIES_DRAWN, random).flatMap((place) => {
    const point = points[place] as (typeof points)[number];
    const people = generatePoint(frame, point).flatMap(({ answers }) => answers);
    const weight = (points.length / COMMUNITIES_DRAWN) * (people.length / PERSONS_DRAWN);
    return simpleRandomSample(people.length, PERSONS_DRAWN, random).map((who, i) => ({
      id: `${point.id}-${String(i + 1).padStart(2, '0')}`,
      city,
      psu: point.id,
      weight: Math.round(weight * 1000) / 1000,
      base: people[who] as Answers,
    }));
  });
}

const snapshotOf = (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Snapshot =>
  Snapshot.parse({
    instrument: 'monitoring-residents',
    wave: '2017',
    codebook: 'monitoring-residents-2017',
    synthetic: true,
    title: {
      zh: '合成数据：2017年8城市户籍人口对比样本（非真实调查数据）',
      en: 'Synthetic data: sample of local residents in eight cities, 2017 (no real respondents)',
    },
    producer: { zh: 'wavebook 合成数据生成器', en: 'wavebook synthetic population' },
    field_dates: ['2017-05-01', '2017-05-31'],
    population: {
      zh: '合成人口：8个城市15岁及以上户籍居民（资料未列出城市，此处为设定）',
      en: 'Synthetic population: local residents aged 15 and over in eight cities (no source names them: these are invented)',
    },
    sampling: {
      zh: '合成样本：城市为层，每城简单随机抽取10个社区，每社区10人',
      en: 'Synthetic sample: cities are strata; ten communities a city and ten people a community by simple random',
    },
    licence: 'CC0-1.0; synthetic, made by packages/synthetic',
    access: 'in the repository or made again by packages/synthetic; synthetic, no confidential content',
    encoding: 'utf-8',
    files: files.map(({ name, bytes }) => ({
      name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
    })),
    design: {
      name: 'cities_as_sampled',
      weight: 'survey_weight',
      strata: ['stratum'],
      psu: ['psu'],
      lonely_psu: 'average',
      side_file: 'design.csv',
    },
  });

/** Writes the sample of local residents of 2017 into `<out>/monitoring-residents/2017/`. The same options give the same bytes. */
export function writeResidents({
  out,
  seed = RESIDENTS_SEED,
  defects = true,
}: Pick<WriteBaselineOptions, 'defects' | 'out' | 'seed'>): WrittenBaseline {
  const drawn = residentCities.flatMap((city) => drawCity(city, seed));
  const records = drawn.map(({ id, weight, base }) => {
    const random = new Random(seed, 'resident', id);
    const cells: Cells = { respondent_id: id, survey_weight: weight, ...residentAnswers(base, random) };
    return { cells, random };
  });
  const design = {
    columns: ['respondent_id', 'stratum', 'psu'],
    rows: drawn.map(({ id, city, psu }) => [id, city, psu]),
  };
  const clean = rawTable('monitoring-residents', 'respondent', records);
  const codebook = designedCodebooks['monitoring-residents-2017'] as Codebook;
  const hurt = defects ? injectDesigned(clean, undefined, codebook, { seed }).unit : undefined;
  const files = [
    {
      name: 'residents.csv',
      bytes: Buffer.from(csvText(hurt?.table ?? clean)),
    },
    { name: 'design.csv', bytes: Buffer.from(csvText(design)) },
  ];
  const folder = join(out, 'monitoring-residents', '2017');
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  if (hurt) writeFileSync(join(folder, 'injected.csv'), injectedCsv(hurt));
  writeFileSync(join(folder, 'snapshot.json'), `${JSON.stringify(snapshotOf(files), null, 2)}\n`);
  return {
    folder,
    sampled: drawn.length,
    interviewed: drawn.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}
