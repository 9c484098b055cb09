import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DesignSettings, type Instrument, Snapshot } from '@wavebook/schema';
import { instruments } from '@wavebook/schema/instruments';
import type { FileInfo } from '@wavebook/tables';

/** What a snapshot is made from. */
export interface SnapshotFacts {
  readonly instrument: Instrument;
  readonly wave: string;
  readonly codebook: string;
  readonly interview: { readonly year: number; readonly month: number };
  readonly ages: readonly [from: number, to: number | null];
  /** Variables that a column of the file is read as. */
  readonly mapped: ReadonlySet<string>;
  readonly info: FileInfo;
  readonly controls: DesignSettings['controls'];
  /** Name of the list of sampled units, or of another side file that tells stratum and sample point. */
  readonly sample?: string;
  readonly sideFile?: string;
}

const two = (value: number): string => String(value).padStart(2, '0');
const Encoding = Snapshot.shape.encoding.unwrap();

/** How a file has to be read again: what its bytes alone do not say. */
export function readAgain({
  encoding,
  sheet,
  container,
}: FileInfo): Pick<Snapshot, 'encoding' | 'sheet' | 'member'> {
  const known = Encoding.safeParse(encoding?.name).data;
  return {
    ...(known === undefined ? {} : { encoding: known }),
    ...(sheet === undefined ? {} : { sheet: sheet.name }),
    ...(container?.kind === 'zip' ? { member: container.member } : {}),
  };
}

/**
 * The design as sampled where a list tells it; else the fallback of a file without stratum and sample point: provinces as strata, counties as clusters where the file has them, else
 * prefectures; for the baselines their sites.
 */
function designOf({ instrument, mapped, controls, sample, sideFile }: SnapshotFacts): DesignSettings {
  const common = {
    weight: 'survey_weight',
    lonely_psu: 'average' as const,
    ...(controls === undefined ? {} : { controls }),
  };
  const list = sample ?? sideFile;
  if (list !== undefined)
    return {
      name: sample === undefined ? 'as_sampled' : 'sites_as_sampled',
      ...{ ...common, strata: ['stratum'], psu: ['psu'], side_file: list },
    };
  const psu = ['prefecture', 'county'].filter((name) => mapped.has(name));
  if (!instrument.startsWith('monitoring') && mapped.has('site'))
    return {
      name: 'site_county',
      ...common,
      strata: ['site'],
      psu: [mapped.has('county') ? 'county' : 'site'],
    };
  const cluster = mapped.has('county') ? 'county' : 'prefecture';
  return {
    name: `province_${cluster}`,
    ...common,
    strata: ['province'],
    psu: psu.length > 0 ? psu : ['province'],
  };
}

/** The control totals of a real wave, if data/controls has any. */
export async function realControls(
  root: string,
  instrument: Instrument,
  wave: string,
): Promise<DesignSettings['controls']> {
  const file = `${wave}.csv`;
  const path = join(root, 'data', 'controls', instrument, file);
  if (!existsSync(path)) return undefined;
  const [header = '', ...rows] = (await readFile(path, 'utf8')).trimEnd().split(/\r?\n/);
  const columns = header.split(',');
  if (rows.length === 0 || !rows.every((row) => row.split(',').at(columns.indexOf('synthetic')) === 'false'))
    return undefined;
  const margins = [...new Set(rows.map((row) => row.split(',')[columns.indexOf('margin')] ?? ''))];
  return { file, margins, method: 'rake' };
}

function samplingOf({ sample, sideFile }: SnapshotFacts): Snapshot['sampling'] {
  if (sample !== undefined)
    return {
      zh: `概率抽样，试点与对照分组；层、样本点与应答情况见 ${sample}`,
      en: `probability sample with pilot and comparison arms; strata, clusters and who responded stand in ${sample}`,
    };
  if (sideFile !== undefined)
    return {
      zh: `分层、多阶段概率抽样；层与样本点见 ${sideFile}`,
      en: `stratified multistage probability sample; strata and sample points stand in ${sideFile}`,
    };
  return {
    zh: '分层、多阶段、与规模成比例的概率抽样；文件中没有层与样本点',
    en: 'stratified multistage sample with probability proportional to size; the file has neither stratum nor sample point',
  };
}

/** The snapshot of a real wave. What a program cannot know of it is worded in general and for a person to put right. */
export function newSnapshot(facts: SnapshotFacts, copies: Snapshot['files']): Snapshot {
  const { instrument, wave, codebook, interview, ages, info } = facts;
  const { label, description } = instruments[instrument];
  const month = `${interview.year}-${two(interview.month)}`;
  const lastDay = new Date(Date.UTC(interview.year, interview.month, 0)).getUTCDate();
  const [from, to] = ages;
  const [zh, en] =
    to === null ? [`${from}岁及以上`, `aged ${from} and over`] : [`${from}-${to}岁`, `aged ${from} to ${to}`];
  const monitoring = instrument === 'monitoring';
  return Snapshot.parse({
    instrument,
    wave,
    codebook,
    synthetic: false,
    title: { zh: `${wave}年${label.zh}`, en: `${label.en}, ${wave}` },
    producer: monitoring
      ? {
          zh: '国家卫生健康委员会（及其前身）',
          en: 'National Health Commission of China and its predecessors',
        }
      : { zh: '见数据提供单位', en: 'as named by whoever provided the file' },
    field_dates: [`${month}-01`, `${month}-${two(lastDay)}`],
    population: monitoring
      ? {
          zh: `在流入地居住一个月及以上、非本区（县、市）户口的${zh}流动人口`,
          en: `migrants ${en}, without local hukou, present for a month or more`,
        }
      : { zh: `${description.zh}（${zh}）`, en: `${description.en} (${en})` },
    sampling: samplingOf(facts),
    licence: 'confidential; as agreed with the data holder',
    access: 'on this machine alone; never in git',
    ...readAgain(info),
    files: [...copies],
    design: designOf(facts),
    ...(facts.sample === undefined ? {} : { sample_file: facts.sample }),
  });
}
