import { readFile } from 'node:fs/promises';
import type { Manifest, ManifestWave } from '@wavebook/schema';
import { instruments } from '@wavebook/schema/instruments';
import { listedFile } from '@wavebook/stage';
import { DataError, numbersOf, readArrow, type Table, textOf } from '@wavebook/tables';

/** What became of the sampled units of an arm, as the weighting stage counted them. */
interface ResponseCount {
  readonly arm: string;
  readonly part: string;
  readonly status: string;
  readonly units: number;
}

/** One round of a baseline survey: its units, what belongs to them (children, vacancies), and how the sample answered. */
export interface Round {
  readonly wave: ManifestWave;
  readonly key: string;
  readonly units: Table;
  readonly side: Table;
  readonly response: { readonly counts: readonly ResponseCount[] };
  /** The list of sampled units, as it lies beside the raw file. */
  readonly sampleFile: string;
}

/** The text of every row, empty where there is none. */
export function texts(records: Table, name: string): string[] {
  const column = textOf(records, name);
  return Array.from(column.codes, (code) => column.levels[code] ?? '');
}

async function readRound(folder: string, manifest: Manifest, wave: ManifestWave): Promise<Round> {
  const open = (name: string): Promise<string> =>
    listedFile(folder, manifest, `${wave.instrument}/${wave.wave}/${name}`);
  const definition = Object.values(instruments).find(({ id }) => id === wave.instrument);
  const key = definition?.records[0]?.key[0];
  if (key === undefined) throw new DataError(`${wave.instrument}: the schema knows no such survey`);
  const units = await readArrow(await open('respondents.arrow'));
  if (!units.columns.has('arm'))
    throw new DataError(
      `${wave.instrument} ${wave.wave}: no list of sampled units; name it as sample_file in snapshot.json`,
    );
  return {
    wave,
    key,
    units,
    side: await readArrow(await open('members.arrow')),
    response: JSON.parse(await readFile(await open('response.json'), 'utf8')),
    sampleFile: `data/${wave.synthetic ? 'synthetic' : 'raw'}/${wave.instrument}/${wave.wave}/sample.csv`,
  };
}

/** First and second round of a survey; the second is absent while it was not held. */
export interface Rounds {
  readonly before: Round;
  readonly after: Round | undefined;
}

/** The rounds of a baseline survey in `data/weighted`; undefined if there is none. */
export async function readRounds(
  folder: string,
  manifest: Manifest,
  instrument: string,
): Promise<Rounds | undefined> {
  const waves = manifest.waves
    .filter((wave) => wave.instrument === instrument)
    .sort((a, b) => (a.wave < b.wave ? -1 : 1));
  const [first, second] = waves;
  if (!first) return undefined;
  const before = await readRound(folder, manifest, first);
  const after = second && (await readRound(folder, manifest, second));
  if (after) checkRounds(before, after);
  return { before, after };
}

const few = (names: readonly string[]): string =>
  `${names.slice(0, 4).join(', ')}${names.length > 4 ? `, … (${names.length})` : ''}`;

/** The line of the list of sampled units in which a record of a cluster or site first stands; records keep the order of the list. */
function lineOf(round: Round, column: string, value: string): number {
  return texts(round.units, column).indexOf(value) + 2;
}

/** Makes sure that both rounds have the same sites and clusters: without them a change cannot be told from a change of the sample. */
export function checkRounds(before: Round, after: Round): void {
  for (const [column, words] of [
    ['site_assigned', 'site'],
    ['psu', 'cluster'],
  ] as const) {
    if (column === 'psu' && before.key === 'enterprise_id') continue;
    const [one, two] = [before, after].map((round) => new Set(texts(round.units, column)));
    const gone = [...(one as Set<string>)].filter((value) => !two?.has(value));
    if (gone.length > 0)
      throw new DataError(
        `${before.sampleFile}: line ${lineOf(before, column, gone[0] as string)}: ${words} ${few(gone)} is missing in ${after.sampleFile}; both rounds need the same ${words}s`,
      );
    const added = [...(two as Set<string>)].filter((value) => !one?.has(value));
    if (added.length > 0)
      throw new DataError(
        `${after.sampleFile}: line ${lineOf(after, column, added[0] as string)}: ${words} ${few(added)} is missing in ${before.sampleFile}; both rounds need the same ${words}s`,
      );
  }
}

/** Numbers of a column, NaN throughout where the records have it not. */
export function numbersOr(records: Table, name: string): Float64Array {
  return records.columns.has(name)
    ? numbersOf(records, name)
    : new Float64Array(records.rows).fill(Number.NaN);
}
