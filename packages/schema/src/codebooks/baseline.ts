import { codeLists } from '../code-lists/index.ts';
import type { Codebook, Mapping } from '../codebook.ts';
import { instruments } from '../instruments/index.ts';
import type { Instrument } from '../snapshot.ts';
import type { Variable } from '../variable.ts';

/** How the designed questionnaires write why there is no answer; a blank is a missing one. */
export const baselineMissing = { '-8': 'refused', '-9': 'dont_know' } as const;

const readOf = (variable: Variable): Mapping['read'] =>
  variable.kind === 'category' ? 'code' : variable.kind === 'number' ? 'number' : 'text';

/** A column named as its variable; answers are numbered as the questionnaire lists them. */
function mappingOf(variable: Variable): Mapping {
  const read = variable.codes === 'province' ? 'province' : readOf(variable);
  const list = read === 'code' ? (codeLists[variable.codes ?? '']?.codes ?? []) : [];
  return {
    variable: variable.name,
    raw: variable.name,
    read,
    confidence: 'verified',
    source: 'designed',
    ...(read === 'code'
      ? { codes: Object.fromEntries(list.map(({ code }, i) => [String(i + 1), code])) }
      : {}),
    missing: baselineMissing,
  };
}

const layout = (
  instrument: Instrument,
  wave: string,
  interview: Codebook['interview'],
  [youngest, oldest]: readonly [number, number | null],
): Codebook => {
  const [main, side] = instruments[instrument].records;
  const asked = (variables: readonly Variable[]): Mapping[] =>
    variables.filter(({ derived }) => derived === undefined).map(mappingOf);
  return {
    name: `${instrument}-${wave}`,
    instrument,
    wave,
    interview,
    age_window: [youngest, oldest],
    usual_rows: 0,
    roster_slots: 1,
    respondent: asked(main?.variables ?? []),
    member: asked(side?.variables ?? []),
    not_asked: [],
  };
};

const rounds = [
  ['2009-baseline', { year: 2009, month: 10 }],
  ['2011-endline', { year: 2011, month: 10 }],
] as const;

/**
 * Layouts of the baseline surveys and their endlines, by name. They are ours, as the questionnaires are, so that they stand apart from the
 * layouts of the monitoring survey, which were found out: a file of a baseline survey says by its snapshot what it is, and is recognised
 * by nothing else. `respondent` are the columns of the first file, `member` those of the second.
 */
export const baselineCodebooks: Readonly<Record<string, Codebook>> = Object.fromEntries(
  rounds
    .flatMap(([wave, interview]) => [
      layout('baseline-worker', wave, interview, [15, 64]),
      layout('baseline-enterprise', wave, interview, [0, null]),
    ])
    .map((codebook) => [codebook.name, codebook]),
);
