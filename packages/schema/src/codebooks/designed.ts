import { codeLists } from '../code-lists/index.ts';
import type { Codebook, Mapping } from '../codebook.ts';
import { instruments } from '../instruments/index.ts';
import type { Instrument } from '../snapshot.ts';
import type { Variable } from '../variable.ts';

/** How the designed questionnaires write why there is no answer; a blank is a missing one. */
export const baselineMissing = { '-8': 'refused', '-9': 'dont_know' } as const;

const readOf = (variable: Variable): Mapping['read'] =>
  variable.kind === 'category' ? 'code' : variable.kind === 'number' ? 'number' : 'text';

/** Columns of a questionnaire of ours are named as their variables; those of the residents' sample, whose names no source gives, are invented. */
type Naming = Pick<Mapping, 'confidence' | 'source'> & { readonly prefix: string };
const ours: Naming = { confidence: 'verified', source: 'designed', prefix: '' };
const invented: Naming = { confidence: 'placeholder', source: 'placeholder', prefix: 'x_' };

/** A column of a variable; answers are numbered as the questionnaire lists them. */
function mappingOf(variable: Variable, { confidence, source, prefix }: Naming): Mapping {
  const read =
    variable.codes === 'province'
      ? 'province'
      : variable.name === 'prefecture'
        ? 'prefecture'
        : readOf(variable);
  const list = read === 'code' ? (codeLists[variable.codes ?? '']?.codes ?? []) : [];
  return {
    variable: variable.name,
    raw: `${prefix}${variable.name}`,
    read,
    confidence,
    source,
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
  naming = ours,
): Codebook => {
  const [main, side] = instruments[instrument].records;
  const asked = (variables: readonly Variable[]): Mapping[] =>
    variables.filter(({ derived }) => derived === undefined).map((variable) => mappingOf(variable, naming));
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
 * Layouts of the surveys whose questionnaires were designed here, by name: the baseline surveys and their endlines, and the residents' sample
 * of 2017, of which no column name was seen. They stand apart from the layouts of the monitoring survey, which were found out: a file says by
 * its snapshot that it has one of these, and is recognised by nothing else. `respondent` are the columns of the first file, `member` those of
 * the second. Invented names are read from synthetic files alone.
 */
export const designedCodebooks: Readonly<Record<string, Codebook>> = Object.fromEntries(
  [
    ...rounds.flatMap(([wave, interview]) => [
      layout('baseline-worker', wave, interview, [15, 64]),
      layout('baseline-enterprise', wave, interview, [0, null]),
    ]),
    layout('monitoring-residents', '2017', { year: 2017, month: 5 }, [15, null], invented),
  ].map((codebook) => [codebook.name, codebook]),
);
