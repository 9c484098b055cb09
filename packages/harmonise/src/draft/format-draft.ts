import { Document, isMap, isScalar, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { ColumnProfile } from './column-profile.ts';
import type { DraftEntry } from './draft-entry.ts';
import type { CodebookProposal, LeftOut } from './propose-codebook.ts';

/** What the wave itself is: told on the command line, or taken from the nearest layout and left to be decided. */
export interface WaveFacts {
  readonly fileName: string;
  readonly interview: { readonly year: number; readonly month: number; readonly told: boolean };
  readonly ages: { readonly from: number; readonly to: number | null; readonly told: boolean };
}

const shownAnswers = 8;

/** One line of a comment: what a file says may hold line breaks and control characters. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
const comment = (...lines: readonly string[]): string => lines.map((line) => ` ${oneLine(line)}`).join('\n');

const quoted = (text: string): Scalar => {
  const scalar = new Scalar(text);
  scalar.type = 'QUOTE_DOUBLE';
  return scalar;
};

function codesNode(codes: NonNullable<DraftEntry['codes']>): YAMLMap {
  const map = new YAMLMap();
  for (const { raw, code, remark } of codes) {
    const value = new Scalar(code ?? '');
    if (code === null) value.type = 'PLAIN';
    if (remark !== '') value.comment = comment(remark);
    map.items.push(new Pair(quoted(raw), value));
  }
  return map;
}

function entryNode(entry: DraftEntry): YAMLMap {
  const map = new YAMLMap();
  const add = (key: string, value: unknown): void => void map.items.push(new Pair(new Scalar(key), value));
  add('raw', quoted(entry.raw));
  if (entry.times !== undefined) add('times', quoted(entry.times));
  add('variable', new Scalar(entry.variable));
  add('read', new Scalar(entry.read));
  if (entry.codes && entry.codes.length > 0) add('codes', codesNode(entry.codes));
  if (entry.missing && entry.missing.length > 0) add('missing', codesNode(entry.missing));
  if (entry.decide === undefined) add('confidence', new Scalar('inferred'));
  else add('decide', quoted(oneLine(entry.decide)));
  map.commentBefore = comment(
    `${entry.label} | ${entry.certainty}: ${entry.reason}`,
    ...entry.changes.map((change) => `changed: ${change}`),
    ...(entry.written ?? []).map((sentence) => `written: ${sentence}`),
  );
  return map;
}

/** What stands in a column that is left out, in a few words; single values only where they are answers of a short list. */
function summary({ label, filled, rows, distinct, levels }: ColumnProfile): string {
  const share = `${Math.round((100 * filled) / Math.max(1, rows))} % filled`;
  const isList =
    distinct > 0 &&
    distinct <= 30 &&
    levels.every(({ label: text, text: raw }) => text !== '' || raw.length <= 8);
  const answers = isList
    ? [...levels]
        .sort((a, b) => Number(a.text) - Number(b.text))
        .slice(0, shownAnswers)
        .map(({ text, label: answer, count }) => `${text}${answer ? ` ${answer}` : ''} (${count})`)
        .join(', ')
    : `${distinct} values`;
  return [label, share, answers + (isList && distinct > shownAnswers ? ', …' : '')]
    .filter(Boolean)
    .join('; ');
}

function leftOutNode(columns: readonly LeftOut[]): YAMLSeq {
  const seq = new YAMLSeq();
  for (const { raw, column, guess } of columns) {
    const node = quoted(raw);
    node.comment = comment(
      `${summary(column)}${guess ? ` — perhaps ${guess.variable.name}: ${guess.witnesses.map(({ reason }) => reason).join('; ')}` : ''}`,
    );
    seq.items.push(node);
  }
  return seq;
}

const heading = (
  proposal: CodebookProposal,
  entries: readonly DraftEntry[],
  { fileName }: WaveFacts,
): string => {
  const { instrument, wave, rows, nearest, nearestByName, leftOut, unmapped } = proposal;
  const open = entries.filter(({ decide }) => decide !== undefined).length;
  const near = nearest
    ? `Nearest known layout: ${nearest.name}${nearestByName >= 0.05 ? ` (${Math.round(nearestByName * 100)} % of its column names)` : ' (by its answers)'}.`
    : 'No known layout is near.';
  return comment(
    `Codebook of ${instrument} ${wave}, drafted by wavebook new-wave from ${fileName} (${rows.toLocaleString('en-US')} rows).`,
    `${near} ${entries.length} mappings, of which ${open} to decide; ${leftOut.length} columns left out; ${unmapped.length} variables without a column.`,
    '',
    'How to finish it:',
    '1. Every "decide" is a question for you. Put its entry right, then delete the line. wavebook run refuses the file, with the line, while one is left.',
    '2. codes: raw answer to code of the variable. An answer that is none goes under missing: refused, dont_know, not_applicable, not_asked, missing; so does a number that stands for none, such as -9 or 9999.',
    '3. A column that no variable is read from stands under left_out. Every column of the file stands somewhere, once; {n} is the number of a person.',
    '4. "confidence: inferred" says that a program found it. Delete the line where you held it against the questionnaire.',
    'The variables and their codes, in both languages: packages/schema/codebook/index.html.',
  );
};

/** Writes a draft codebook as YAML with a reason beside every mapping. */
export function formatDraft(
  proposal: CodebookProposal,
  entries: readonly DraftEntry[],
  facts: WaveFacts,
): string {
  const { instrument, wave, nearest, rows, rosterSlots } = proposal;
  const document = new Document(new YAMLMap());
  document.commentBefore = heading(proposal, entries, facts);
  const root = document.contents as YAMLMap;
  const add = (key: string, value: unknown, before?: string): void => {
    const name = new Scalar(key);
    if (before !== undefined) name.commentBefore = before;
    if (root.items.length > 0 && (before !== undefined || isMap(value))) name.spaceBefore = true;
    root.items.push(new Pair(name, value));
  };
  const fact = (values: Readonly<Record<string, number | null>>, decide: string | undefined): YAMLMap => {
    const map = new YAMLMap();
    for (const [key, value] of Object.entries(values))
      map.items.push(new Pair(new Scalar(key), new Scalar(value)));
    if (decide !== undefined) map.items.push(new Pair(new Scalar('decide'), quoted(decide)));
    return map;
  };
  add('name', new Scalar(`${instrument}-${wave}`));
  add('instrument', new Scalar(instrument));
  add('wave', quoted(wave));
  if (nearest) add('nearest', new Scalar(nearest.name));
  const { interview, ages } = facts;
  add(
    'interview',
    fact(
      { year: interview.year, month: interview.month },
      interview.told
        ? undefined
        : 'in which year and month were the interviews? Ages and lengths of stay are counted to it; field_dates in snapshot.json must agree',
    ),
  );
  add(
    'age_window',
    fact(
      { from: ages.from, to: ages.to },
      ages.told ? undefined : 'which ages does the survey cover? (to: null is no upper limit)',
    ),
  );
  add('usual_rows', new Scalar(rows));
  add('roster_slots', new Scalar(rosterSlots));
  for (const section of ['respondent', 'member'] as const) {
    const seq = new YAMLSeq();
    for (const entry of entries) if (entry.section === section) seq.items.push(entryNode(entry));
    for (const [i, item] of seq.items.entries()) if (i > 0 && isMap(item)) item.spaceBefore = true;
    add(
      section,
      seq,
      comment(
        section === 'respondent'
          ? 'What each column is.'
          : proposal.leftOutSecond
            ? 'The second file: what each of its columns is. Its rows belong to the record with the same identifier.'
            : 'The roster: one column for each person, {n} their number.',
      ),
    );
  }
  add(
    'not_asked',
    new YAMLSeq(),
    comment(
      'Variables that the questionnaire did not ask: their cells become "not_asked", in place of "not known".',
      `Without a column: ${proposal.unmapped.join(', ')}`,
    ),
  );
  add('left_out', leftOutNode(proposal.leftOut), comment('Columns that nothing is read from.'));
  if (proposal.leftOutSecond)
    add(
      'left_out_second',
      leftOutNode(proposal.leftOutSecond),
      comment('Columns of the second file that nothing is read from.'),
    );
  for (const { value } of root.items) if (isScalar(value) && value.value === '') value.type = 'PLAIN';
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
