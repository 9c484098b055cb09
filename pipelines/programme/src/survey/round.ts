import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Manifest, type ManifestWave, Snapshot } from '@wavebook/schema';
import { instruments } from '@wavebook/schema/instruments';
import { listedFile } from '@wavebook/stage';
import { DataError, readArrow, type Table } from '@wavebook/tables';
import { checkOrder, checkRounds } from './check-rounds.ts';

/** What became of the sampled units of an arm, as the weighting stage counted them. */
interface ResponseCount {
  readonly arm: string;
  readonly part: string;
  readonly status: string;
  readonly units: number;
}

/** One round of a baseline survey: its units, what belongs to them (children, vacancies), its sample, and how the sample answered. */
export interface Round {
  readonly wave: ManifestWave;
  readonly key: string;
  readonly units: Table;
  readonly side: Table;
  readonly response: { readonly counts: readonly ResponseCount[] };
  /** Every sampled unit, in the order of the file, and the file, as it lies beside the raw file. */
  readonly sample: Table;
  readonly sampleFile: string;
  /** First and last day in the field, and the file that says so. */
  readonly fieldDates: readonly [string, string];
  readonly snapshotFile: string;
}

/** The quarter in which a round left the field: 2009-Q4. */
export function quarterOf({ fieldDates: [, last] }: Pick<Round, 'fieldDates'>): string {
  return `${last.slice(0, 4)}-Q${Math.ceil(Number(last.slice(5, 7)) / 3)}`;
}

/** Folders of the stages before, with their manifests. */
export interface Stages {
  readonly clean: { readonly folder: string; readonly manifest: Manifest };
  readonly weighted: { readonly folder: string; readonly manifest: Manifest };
}

async function readRound({ clean, weighted }: Stages, wave: ManifestWave): Promise<Round> {
  const name = `${wave.instrument}/${wave.wave}`;
  const open = (file: string): Promise<string> =>
    listedFile(weighted.folder, weighted.manifest, `${name}/${file}`);
  const snapshot = Snapshot.parse(JSON.parse(await readFile(await open('snapshot.json'), 'utf8')));
  const { sample_file: sampleFile, field_dates: fieldDates } = snapshot;
  if (sampleFile === undefined)
    throw new DataError(
      `${wave.instrument} ${wave.wave}: no list of sampled units; name it as sample_file in snapshot.json`,
    );
  const key = instruments[snapshot.instrument].records[0]?.key[0];
  if (key === undefined) throw new DataError(`${wave.instrument}: the schema knows no such survey`);
  const raw = join('data', wave.synthetic ? 'synthetic' : 'raw', wave.instrument, wave.wave);
  return {
    wave,
    key,
    units: await readArrow(await open('respondents.arrow')),
    side: await readArrow(await open('members.arrow')),
    response: JSON.parse(await readFile(await open('response.json'), 'utf8')),
    sample: await readArrow(await listedFile(clean.folder, clean.manifest, `${name}/sample.arrow`)),
    sampleFile: join(raw, sampleFile),
    fieldDates,
    snapshotFile: join(raw, 'snapshot.json'),
  };
}

/** First and last round of a survey; the last is absent while it was not held. */
export interface Rounds {
  readonly before: Round;
  readonly after: Round | undefined;
  /** Rounds between them, which no page shows. */
  readonly between: readonly ManifestWave[];
}

/** The rounds of a baseline survey in `data/weighted`, in the order in which they were in the field; undefined if there is none. */
export async function readRounds(stages: Stages, instrument: string): Promise<Rounds | undefined> {
  const waves = stages.weighted.manifest.waves.filter((wave) => wave.instrument === instrument);
  const rounds = await Promise.all(waves.map((wave) => readRound(stages, wave)));
  rounds.sort((a, b) => (a.fieldDates[0] < b.fieldDates[0] ? -1 : 1));
  const [before] = rounds;
  if (!before) return undefined;
  await checkOrder(rounds, join(stages.weighted.folder, '../..'));
  const after = rounds.length > 1 ? rounds.at(-1) : undefined;
  if (after) checkRounds(before, after);
  return { before, after, between: rounds.slice(1, -1).map(({ wave }) => wave) };
}
