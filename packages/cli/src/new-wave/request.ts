import { basename } from 'node:path';
import { Instrument, Snapshot } from '@wavebook/schema';
import { nearestNames } from '../nearest-names.ts';
import { UsageError } from '../usage-error.ts';

/** What `wavebook new-wave` was asked to do. */
export interface NewWaveRequest {
  readonly file: string;
  readonly instrument: Instrument;
  readonly wave: string;
  readonly replace: boolean;
  readonly draft: boolean;
  readonly interview?: { readonly year: number; readonly month: number };
  readonly ages?: readonly [from: number, to: number | null];
  readonly encoding?: string;
  readonly sheet?: string;
  readonly member?: string;
  /** A second file whose rows belong to the records: children of workers, vacancies of enterprises. */
  readonly second?: string;
  /** The list of sampled units of a baseline, on which its design rests too. */
  readonly sample?: string;
  /** A side file with stratum and sample point of each record. */
  readonly design?: string;
}

/** The files that a call takes in, the records first, then what lies beside them. */
export const filesOf = ({ file, second, sample, design }: NewWaveRequest): readonly string[] =>
  [file, second, sample, design].filter((name) => name !== undefined);

function instrumentOf(text: string): Instrument {
  const found = Instrument.options.find((name) => name === text);
  if (found) return found;
  throw new UsageError(
    `--instrument: expected one of ${Instrument.options.join(', ')}; got "${text}"; ${nearestNames(text, Instrument.options)}`,
  );
}

function waveOf(text: string): string {
  if (Snapshot.shape.wave.safeParse(text).success) return text;
  throw new UsageError(`--wave: expected a year, or for a baseline such as 2009-baseline; got "${text}"`);
}

function interviewOf(text: string): { year: number; month: number } {
  const [, year, month] = /^((?:19|20)\d\d)-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (year && month) return { year: Number(year), month: Number(month) };
  throw new UsageError(`--interview: expected a month such as 2019-05; got "${text}"`);
}

function agesOf(text: string): readonly [number, number | null] {
  const [, from, to] = /^(\d{1,2})(?:\+|-(\d{1,3}))$/.exec(text) ?? [];
  if (from === undefined || (to !== undefined && Number(to) < Number(from)))
    throw new UsageError(`--ages: expected ages such as 15-59 or 15+; got "${text}"`);
  return [Number(from), to === undefined ? null : Number(to)];
}

/** Instruments of which a second file holds what belongs to a unit, one row each. */
const withSecond: readonly Instrument[] = ['baseline-worker', 'baseline-enterprise'];

function secondOf(second: string, instrument: Instrument): string {
  if (!withSecond.includes(instrument))
    throw new UsageError(
      `--second: ${instrument} has no second file (its household roster stands in the file itself, one column a person); ${withSecond.join(' and ')} have one`,
    );
  return second;
}

function sampleOf(sample: string, instrument: Instrument): string {
  if (withSecond.includes(instrument)) return sample;
  throw new UsageError(
    `--sample: a list of sampled units with pilot and comparison arms belongs to ${withSecond.join(' or ')}; for stratum and sample point of ${instrument} give --design`,
  );
}

function designOf(design: string, sample: string | undefined): string {
  if (sample === undefined) return design;
  throw new UsageError(
    '--design: the list of --sample tells stratum and psu already; leave one of the two out',
  );
}

function checkNames(request: NewWaveRequest): NewWaveRequest {
  const names = filesOf(request).map((file) => basename(file));
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice === undefined) return request;
  throw new UsageError(
    `${names.length === 2 ? 'both' : 'two'} files are called "${twice}"; they come to lie in one folder, so rename one`,
  );
}

/** Checks the options of `wavebook new-wave`. @throws UsageError that shows the right form */
export function newWaveRequest(
  file: string,
  options: Readonly<Record<string, string | boolean | undefined>>,
): NewWaveRequest {
  const { interview, ages, encoding, sheet, member, second, sample, design } = options;
  const instrument = instrumentOf(String(options.instrument));
  return checkNames({
    file,
    instrument,
    wave: waveOf(String(options.wave)),
    replace: options.replace === true,
    draft: options.draft === true,
    ...(typeof interview === 'string' ? { interview: interviewOf(interview) } : {}),
    ...(typeof ages === 'string' ? { ages: agesOf(ages) } : {}),
    ...(typeof encoding === 'string' ? { encoding } : {}),
    ...(typeof sheet === 'string' ? { sheet } : {}),
    ...(typeof member === 'string' ? { member } : {}),
    ...(typeof second === 'string' ? { second: secondOf(second, instrument) } : {}),
    ...(typeof sample === 'string' ? { sample: sampleOf(sample, instrument) } : {}),
    ...(typeof design === 'string'
      ? { design: designOf(design, typeof sample === 'string' ? sample : undefined) }
      : {}),
  });
}
