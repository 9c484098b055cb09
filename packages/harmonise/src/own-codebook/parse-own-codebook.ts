import { Codebook, type Mapping } from '@wavebook/schema';
import { DataError } from '@wavebook/tables';
import { LineCounter, parseDocument } from 'yaml';
import { meaningProblems, type OwnContext } from './check-meaning.ts';
import { OwnCodebook, type OwnMapping } from './own-codebook.ts';
import { type Problem, shapeProblems } from './problem.ts';
import { type Place, placeOf } from './yaml-place.ts';

const SHOWN = 20;

/** Problems as lines of one error, in the order of the file: `path:line:column: what`. */
function refuse(path: string, told: readonly { readonly place: Place; readonly message: string }[]): never {
  const lines = [...told]
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
    .map(({ place, message }) => `${path}:${place.line}:${place.column}: ${message}`);
  const more = lines.length > SHOWN ? [`… and ${lines.length - SHOWN} more`] : [];
  throw new DataError([`${path}: ${lines.length} to settle`, ...lines.slice(0, SHOWN), ...more].join('\n'));
}

const sectionKeys = (path: readonly PropertyKey[]): readonly string[] => {
  const { interview, age_window: ageWindow, respondent } = OwnCodebook.shape;
  if (path[0] === 'interview') return Object.keys(interview.shape);
  if (path[0] === 'age_window') return Object.keys(ageWindow.shape);
  return Object.keys(path.length >= 2 ? respondent.element.shape : OwnCodebook.shape);
};

const mappingOf = ({ decide: _, note, ...mapping }: OwnMapping): Mapping => ({
  ...mapping,
  source: 'codebook.yaml',
  ...(note === undefined ? {} : { note: { zh: note, en: note } }),
});

/**
 * Reads the codebook file of a wave: the draft that `wavebook new-wave` wrote and a person edited.
 *
 * @param text the file, YAML.
 * @param path how messages name it.
 * @param context where it lies and the columns of the file that it is about.
 * @throws DataError with every problem, each with line and column: what was expected, what stands there, the nearest right word.
 */
export function parseOwnCodebook(text: string, path: string, context: OwnContext): Codebook {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0)
    refuse(
      path,
      document.errors.slice(0, 1).map(({ pos, message }) => {
        const { line, col } = lines.linePos(pos[0]);
        return { place: { line, column: col }, message: `not YAML: ${message}` };
      }),
    );
  const told = (problems: readonly Problem[]): { place: Place; message: string }[] =>
    problems.map(({ path: at, key, message }) => ({ place: placeOf(document, lines, at, key), message }));
  const value: unknown = document.toJS();
  const parsed = OwnCodebook.safeParse(value);
  if (!parsed.success) refuse(path, told(shapeProblems(parsed.error.issues, value, sectionKeys)));
  const book = parsed.data;
  const problems = meaningProblems(book, context);
  if (problems.length > 0) refuse(path, told(problems));
  return Codebook.parse({
    name: book.name,
    instrument: book.instrument,
    wave: book.wave,
    interview: { year: book.interview.year, month: book.interview.month },
    age_window: [book.age_window.from, book.age_window.to],
    usual_rows: book.usual_rows,
    roster_slots: book.roster_slots,
    respondent: book.respondent.map(mappingOf),
    member: book.member.map(mappingOf),
    not_asked: book.not_asked.map((variable) => ({
      variable,
      confidence: 'verified',
      source: 'codebook.yaml',
    })),
    ...(book.left_out_second.length === 0
      ? {}
      : {
          other_columns: book.left_out_second.map((raw) => ({
            raw,
            meaning: { zh: '未读取', en: 'not read' },
            confidence: 'verified',
            source: 'codebook.yaml',
          })),
        }),
  });
}
