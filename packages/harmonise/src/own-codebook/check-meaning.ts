import { codeLists, type Instrument, type Variable } from '@wavebook/schema';
import { nearestNames } from '../nearest-names.ts';
import { recordsOf } from '../records-of.ts';
import type { OwnCodebook, OwnMapping } from './own-codebook.ts';
import type { Problem } from './problem.ts';

/** What a codebook file is held against: where it lies, and the columns of the file beside it. */
export interface OwnContext {
  readonly instrument: Instrument;
  readonly wave: string;
  readonly fieldDates: readonly [from: string, to: string];
  readonly columns: readonly string[];
  /** Columns of the second file, whose rows belong to the records, if the wave has one. */
  readonly second?: readonly string[];
}

type Section = 'respondent' | 'member';

const readsOf: Readonly<Record<Variable['kind'], readonly string[]>> = {
  category: ['code', 'province', 'province_of_code'],
  number: ['number', 'year_of_yyyymm', 'month_of_yyyymm'],
  text: ['text', 'prefecture'],
};

/** The variables that a section of a codebook can map: those of the instrument's records that no rule derives. */
export function mappableVariables(instrument: Instrument, section: Section): readonly Variable[] {
  const { unit, members } = recordsOf(instrument);
  return (section === 'respondent' ? unit : members).filter(
    (v) => v.derived === undefined && v.name !== 'member_number',
  );
}

/** The variables of an instrument without which nothing can be estimated. */
export const neededVariables = (instrument: Instrument): readonly string[] =>
  instrument.startsWith('monitoring') ? ['province', 'survey_weight'] : [];

/** Every `decide` that still stands in the file. */
function undecided(value: unknown, path: readonly PropertyKey[] = []): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    if (key === 'decide')
      return [{ path, key, message: `not decided yet: ${String(inner)} (decide, then delete this line)` }];
    return undecided(inner, [...path, step]);
  });
}

function codeProblems(mapping: OwnMapping, variable: Variable, path: readonly PropertyKey[]): Problem[] {
  const codes = codeLists[variable.codes ?? '']?.codes.map(({ code }) => code) ?? [];
  const told = (['codes', 'texts'] as const).flatMap((key) =>
    Object.entries(mapping[key] ?? {}).flatMap(([raw, code]): Problem[] => {
      if (codes.includes(code)) return [];
      const got = code === '' || code === '~' ? 'nothing' : `"${code}"; ${nearestNames(code, codes)}`;
      return [
        {
          path: [...path, key],
          key: raw,
          message: `raw code "${raw}" of ${variable.name}: expected one of ${codes.join(', ')}; got ${got} (a code that stands for no answer goes under missing)`,
        },
      ];
    }),
  );
  if (mapping.read === 'code' && mapping.codes === undefined && mapping.texts === undefined)
    told.push({ path, message: `${variable.name} is read as codes, but the entry has no codes` });
  return told;
}

function mappingProblems(
  book: OwnCodebook,
  section: Section,
  { instrument, columns: main, second }: OwnContext,
): Problem[] {
  const variables = mappableVariables(instrument, section);
  const inSecond = section === 'member' && second !== undefined;
  const columns = inSecond ? second : main;
  const there = new Set(columns);
  const file = inSecond ? 'the second file' : 'the file';
  const seen = new Map<string, number>();
  return book[section].flatMap((mapping, i): Problem[] => {
    const path = [section, i];
    const problems: Problem[] = [];
    const say = (key: string, message: string): void => void problems.push({ path, key, message });
    const first = seen.get(mapping.variable);
    if (first !== undefined) say('variable', `${mapping.variable} is mapped twice; keep one of the two`);
    seen.set(mapping.variable, i);
    for (const key of ['raw', 'times', 'plus'] as const) {
      const raw = mapping[key];
      if (raw === undefined) continue;
      if (section === 'member' && !inSecond && !raw.includes('{n}'))
        say(
          key,
          `${key}: a column of the roster has {n} where the number of the person stands; got "${raw}" (snapshot.json lists no second file; one comes in by wavebook new-wave … --second FILE)`,
        );
      else if (!there.has(inSecond ? raw : raw.replace('{n}', '1')))
        say(
          key,
          `${file} has no column "${inSecond ? raw : raw.replace('{n}', '1')}"; ${nearestNames(raw, columns)}`,
        );
    }
    const variable = variables.find(({ name }) => name === mapping.variable);
    if (!variable) {
      const names = variables.map(({ name }) => name);
      say(
        'variable',
        `no variable "${mapping.variable}" can be read from a file; ${nearestNames(mapping.variable, names)}`,
      );
      return problems;
    }
    const reads = readsOf[variable.kind];
    if (!reads.includes(mapping.read) && mapping.read !== 'not_known')
      say(
        'read',
        `${variable.name} is a ${variable.kind}, read as one of ${reads.join(', ')}; got "${mapping.read}"`,
      );
    return [...problems, ...codeProblems(mapping, variable, path)];
  });
}

const slotNames = (raw: string, slots: number): string[] =>
  raw.includes('{n}') ? Array.from({ length: slots }, (_, k) => raw.replace('{n}', String(k + 1))) : [raw];

/** Columns of one file, what of it is mapped, and the list of what is not read. */
interface Coverage {
  readonly file: string;
  readonly columns: readonly string[];
  readonly mappings: readonly OwnMapping[];
  readonly list: 'left_out' | 'left_out_second';
}

/** Columns of a file that the codebook says nothing of, and entries of its list that are in no file or mapped as well. */
function coverageProblems(book: OwnCodebook, { file, columns, mappings, list }: Coverage): Problem[] {
  const mapped = new Set(
    mappings
      .flatMap(({ raw, times, plus }) => [raw, times, plus].filter((name) => name !== undefined))
      .flatMap((raw) => slotNames(raw, book.roster_slots)),
  );
  const leftOut = new Set(book[list].flatMap((raw) => slotNames(raw, book.roster_slots)));
  const there = new Set(columns);
  const untold = columns.filter((name) => !mapped.has(name) && !leftOut.has(name));
  return [
    ...book[list].flatMap((raw, i): Problem[] => {
      const names = slotNames(raw, book.roster_slots);
      if (names.every((name) => mapped.has(name)))
        return [
          {
            path: [list, i],
            message: `"${raw}" is mapped above and left out here; keep one of the two`,
          },
        ];
      if (names.some((name) => there.has(name))) return [];
      return [{ path: [list, i], message: `${file} has no column "${raw}"; ${nearestNames(raw, columns)}` }];
    }),
    ...(untold.length === 0
      ? []
      : [
          {
            path: [],
            key: list,
            message: `${untold.length} ${untold.length === 1 ? 'column' : 'columns'} of ${file} ${untold.length === 1 ? 'is' : 'are'} neither mapped nor left out: ${untold.slice(0, 8).join(', ')}${untold.length > 8 ? ', …' : ''}`,
          },
        ]),
  ];
}

function waveProblems(book: OwnCodebook, { instrument, wave, fieldDates }: OwnContext): Problem[] {
  const problems: Problem[] = [];
  const say = (path: readonly PropertyKey[], key: string, message: string): void =>
    void problems.push({ path, key, message });
  if (book.instrument !== instrument)
    say([], 'instrument', `says ${book.instrument}, but lies in the folder of ${instrument}`);
  if (book.wave !== wave) say([], 'wave', `says ${book.wave}, but lies in the folder of ${wave}`);
  const { year, month } = book.interview;
  const interview = `${year}-${String(month).padStart(2, '0')}`;
  if (month < 1 || month > 12) say(['interview'], 'month', `a month is 1 to 12; got ${month}`);
  else if (interview < fieldDates[0].slice(0, 7) || interview > fieldDates[1].slice(0, 7))
    say(
      ['interview'],
      'year',
      `interviews in ${interview}, but snapshot.json says that the field dates were ${fieldDates.join(' to ')}; make the two agree`,
    );
  if (book.roster_slots < 1) say([], 'roster_slots', 'expected 1 or more');
  if (book.age_window.to !== null && book.age_window.to < book.age_window.from)
    say(['age_window'], 'to', `expected ${book.age_window.from} or more, or nothing for no upper limit`);
  for (const needed of neededVariables(instrument))
    if (!book.respondent.some(({ variable }) => variable === needed))
      say([], 'respondent', `no column is mapped to ${needed}; no estimate can be made without it`);
  const mappable = mappableVariables(instrument, 'respondent').map(({ name }) => name);
  book.not_asked.forEach((name, i) => {
    if (!mappable.includes(name))
      problems.push({
        path: ['not_asked', i],
        message: `no variable "${name}"; ${nearestNames(name, mappable)}`,
      });
    else if (book.respondent.some(({ variable }) => variable === name))
      problems.push({
        path: ['not_asked', i],
        message: `${name} is mapped above and said not to be asked; keep one of the two`,
      });
  });
  return problems;
}

/** What is said of the second file that cannot be: nothing that tells whose its rows are, or a list of its columns where there is none. */
function secondProblems(book: OwnCodebook, { instrument, second }: OwnContext): Problem[] {
  const { key } = recordsOf(instrument);
  if (second === undefined)
    return book.left_out_second.length === 0
      ? []
      : [{ path: [], key: 'left_out_second', message: 'snapshot.json lists no second file' }];
  const files = [
    ['respondent', 'the file'],
    ['member', 'the second file'],
  ] as const;
  return files
    .filter(([section]) => !book[section].some(({ variable }) => variable === key))
    .map(([section, file]) => ({
      path: [],
      key: section,
      message: `no column of ${file} is mapped to ${key}; without it nobody knows whose the rows of the second file are`,
    }));
}

/** What a codebook file says that cannot be: undecided points, unknown words, columns that the file has not or that it is silent on. */
export function meaningProblems(book: OwnCodebook, context: OwnContext): Problem[] {
  return [
    ...undecided(book),
    ...waveProblems(book, context),
    ...mappingProblems(book, 'respondent', context),
    ...mappingProblems(book, 'member', context),
    ...coverageProblems(book, {
      ...{ file: 'the file', columns: context.columns, list: 'left_out' },
      mappings: context.second ? book.respondent : [...book.respondent, ...book.member],
    }),
    ...secondProblems(book, context),
    ...(context.second
      ? coverageProblems(book, {
          ...{ file: 'the second file', columns: context.second, list: 'left_out_second' },
          mappings: book.member,
        })
      : []),
  ];
}
