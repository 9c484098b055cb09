import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureSource } from '@wavebook/report';
import { type Indicator, Topic } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { listedFile, readManifest } from '@wavebook/stage';
import { readEstimates, readPublished } from '@wavebook/tables';
import { nearestNames } from '../nearest-names.ts';
import { UsageError } from '../usage-error.ts';

/** What the data folder holds of an indicator, waves in the order of time. */
export type FoundIndicator = Pick<FigureSource, 'indicator' | 'beside' | 'estimates' | 'waves' | 'published'>;

/** Reads the estimates of one indicator, or of several joined by commas, which share their waves. */
export async function findIndicators(root: string, ids: string): Promise<FoundIndicator> {
  const [first, ...others] = await Promise.all(ids.split(',').map((id) => findIndicator(root, id.trim())));
  if (!first) throw new UsageError('name an indicator, such as contract_signed');
  return {
    ...first,
    beside: others.map(({ indicator }) => indicator),
    estimates: [first, ...others].flatMap(({ estimates }) => estimates),
    waves: first.waves.filter(({ wave }) =>
      others.every((other) => other.estimates.some((row) => row.wave === wave)),
    ),
  };
}

/** Reads the estimates of one indicator; the topic's folder is found by its definition. */
async function findIndicator(root: string, id: string): Promise<FoundIndicator> {
  const all = Object.values(indicatorsByTopic).flat() as Indicator[];
  const indicator = all.find((one) => one.id === id);
  if (!indicator) {
    const near = nearestNames(
      id,
      all.map((one) => one.id),
    );
    throw new UsageError(`there is no indicator "${id}"; ${near}`);
  }
  const folder = join(root, 'data', 'estimates', Topic.parse(indicator.topic));
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw dataError(
      `data/estimates/${indicator.topic} is not there yet; run: wavebook run --topic ${indicator.topic}`,
    );
  }
  const manifest = await readManifest(folder);
  const rows = await readEstimates(await listedFile(folder, manifest, 'estimates.csv'));
  const estimates = rows.filter((row) => row.indicator === id);
  if (estimates.length === 0) throw dataError(`no wave in data/estimates/${indicator.topic} measured ${id}`);
  const instrument = estimates[0]?.instrument;
  const waves = manifest.waves
    .filter((wave) => wave.instrument === instrument)
    .sort((a, b) => (a.wave < b.wave ? -1 : 1));
  const published = join(root, 'data', 'published');
  const isThere = existsSync(published) && readdirSync(published).some((name) => name.endsWith('.csv'));
  return { indicator, estimates, waves, published: isThere ? await readPublished(published) : [] };
}

/** Estimates that are missing are a matter of the data, not of the call. */
function dataError(message: string): Error {
  const error = new Error(message);
  error.name = 'DataError';
  return error;
}
