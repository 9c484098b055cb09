import type { Arm } from '@wavebook/schema';
import type { Random } from '../random/random.ts';
import { simpleRandomSample } from '../sample/simple-random.ts';
import type { Fate, ResponseGroup } from './people.ts';

/** Workers drawn in a community at the first round, and newly drawn at the second. */
const PERSONS_DRAWN = 9;
const PERSONS_NEW = 3;

export type SampleStatus = 'responded' | 'refused' | 'not_found' | 'left_site';

/** What of a person decides whether there is an interview. */
export interface Drawable {
  readonly fate: Fate;
  readonly group: ResponseGroup;
}

/** A drawn worker, why there is or is no interview, and one over the probability inside the community. */
export interface DrawnWorker<P extends Drawable> {
  readonly worker: P;
  readonly part: 'first' | 'panel' | 'new';
  readonly status: SampleStatus;
  readonly within: number;
}

/** Chances of an interview: they differ by sex, age and arm, and not by what is measured. */
function responds(group: ResponseGroup, arm: Arm, round: 'first' | 'second'): number {
  const usual = round === 'first' ? 0.92 : arm === 'pilot' ? 0.88 : 0.82;
  return usual - (group.endsWith('under_25') ? 0.08 : 0) - (group.startsWith('male') ? 0.03 : 0);
}

const noInterview = (random: Random): SampleStatus => (random.chance(0.4) ? 'refused' : 'not_found');

export interface DrawnCommunity<P extends Drawable> {
  readonly first: readonly DrawnWorker<P>[];
  readonly second: readonly DrawnWorker<P>[];
}

/**
 * Draws both rounds in a community: workers by simple random at the first; at the second those who were interviewed are followed, and a few
 * who still live there and were not drawn before are drawn anew.
 */
export function drawWorkers<P extends Drawable>(
  workers: readonly P[],
  arm: Arm,
  random: Random,
): DrawnCommunity<P> {
  const size = Math.min(PERSONS_DRAWN, workers.length);
  const places = simpleRandomSample(workers.length, size, random);
  const within = workers.length / size;
  const first = places.map((place): DrawnWorker<P> => {
    const worker = workers[place] as P;
    const status = random.chance(responds(worker.group, arm, 'first')) ? 'responded' : noInterview(random);
    return { worker, part: 'first', status, within };
  });
  const again = (worker: P): SampleStatus =>
    worker.fate === 'leaves'
      ? 'left_site'
      : random.chance(responds(worker.group, arm, 'second'))
        ? 'responded'
        : noInterview(random);
  const panel = first
    .filter(({ status }) => status === 'responded')
    .map(({ worker }): DrawnWorker<P> => ({ worker, part: 'panel', status: again(worker), within }));
  const drawn = new Set(places);
  const staying = workers.filter(({ fate }, place) => fate === 'stays' && !drawn.has(place));
  const fresh = Math.min(PERSONS_NEW, staying.length);
  const stayers = workers.filter(({ fate }) => fate === 'stays').length;
  const added = simpleRandomSample(staying.length, fresh, random).map((place): DrawnWorker<P> => {
    const worker = staying[place] as P;
    return { worker, part: 'new', status: again(worker), within: stayers / fresh };
  });
  return { first, second: [...panel, ...added] };
}
