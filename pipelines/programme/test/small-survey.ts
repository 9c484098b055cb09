import type { ManifestWave } from '@wavebook/schema';
import { table, textColumn } from '@wavebook/tables';
import type { Round } from '../src/survey/round.ts';

/** A worker of a small survey: community, arm, and the answer on training. */
export interface SmallWorker {
  readonly id: string;
  readonly psu: string;
  readonly arm: 'pilot' | 'comparison';
  readonly trained: 'yes' | 'no' | '';
  readonly weight?: number;
  readonly sex?: string;
  readonly site?: string;
  readonly assigned?: string;
  readonly part?: string;
}

const waveOf = (name: string): ManifestWave => ({
  instrument: 'baseline-worker',
  wave: name,
  synthetic: true,
  codebook: `baseline-worker-${name}`,
  title: { zh: name, en: name },
  design: 'as_sampled',
  rows_in: 0,
  rows_out: 0,
  issues: {},
  unmapped: [],
  not_asked: [],
  recalled: [],
  questions: {},
  controls: null,
});

/** A round of a small survey in Tianjin. */
export function smallRound(name: string, workers: readonly SmallWorker[]): Round {
  const column = (get: (worker: SmallWorker) => string) => textColumn(workers.map(get));
  const numbers = (get: (worker: SmallWorker) => number) => ({
    kind: 'number' as const,
    values: Float64Array.from(workers, get),
  });
  return {
    wave: waveOf(name),
    key: 'respondent_id',
    units: table(workers.length, [
      ['respondent_id', column(({ id }) => id)],
      ['trained', column(({ trained }) => trained)],
      ['sex', column(({ sex = 'female' }) => sex)],
      ['age', numbers(() => 30)],
      ['age_group', column(() => '25-34')],
      ['industry', column(() => 'C')],
      ['education', column(() => 'junior_high')],
      ['employment_status', column(() => 'employee')],
      ['arm', column(({ arm }) => arm)],
      ['psu', column(({ psu }) => psu)],
      ['stratum', column(({ arm }) => `tianjin:${arm}`)],
      ['site', column(({ site = 'tianjin' }) => site)],
      ['site_assigned', column(({ assigned = 'tianjin' }) => assigned)],
      ['sample_part', column(({ part = name.endsWith('baseline') ? 'first' : 'panel' }) => part)],
      ['final_weight', numbers(({ weight = 1 }) => weight)],
      ['panel_weight', numbers(({ weight = 1, part }) => (part === 'new' ? Number.NaN : weight))],
    ]),
    side: table(0, []),
    response: { counts: [] },
    sample: table(workers.length, [
      ['psu', column(({ psu }) => psu)],
      ['site_assigned', column(({ assigned = 'tianjin' }) => assigned)],
    ]),
    sampleFile: `data/synthetic/baseline-worker/${name}/sample.csv`,
    fieldDates: [`${name.slice(0, 4)}-10-01`, `${name.slice(0, 4)}-10-31`],
    snapshotFile: `data/synthetic/baseline-worker/${name}/snapshot.json`,
  };
}

/** Workers of one community and arm with these answers, numbered from `first`. */
export const community = (psu: string, arm: SmallWorker['arm'], answers: string, first = 1): SmallWorker[] =>
  [...answers].map((answer, i) => ({
    id: `${psu}-${first + i}`,
    psu,
    arm,
    trained: answer === 'y' ? 'yes' : answer === 'n' ? 'no' : '',
  }));
