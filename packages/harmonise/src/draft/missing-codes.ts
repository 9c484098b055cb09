import type { MissingReason, Variable } from '@wavebook/schema';
import { parseNumber } from '@wavebook/tables';
import { missingReasonOf } from '../missing-words.ts';
import type { Certainty } from './assign.ts';
import { type ColumnProfile, type Level, quantileOf } from './column-profile.ts';
import type { KnownColumn } from './known-columns.ts';

/** A value of a number column that is taken to stand for no answer. */
export interface MissingCode {
  readonly raw: string;
  readonly reason: MissingReason;
  readonly certainty: Certainty;
  readonly why: string;
  /** The file itself says so, by a label, a word or a declaration; else a person has to decide. */
  readonly told: boolean;
}

/** -1 to -9, and 8, 88, 97, 98, 99, 998, 9999 …, also below 0: what questionnaires write for no answer. */
const codeForm = /^(?:-[1-9]|-?(?:7{2,}|8+|9+|9+[78]))$/;
/** Long enough that people do not say it by themselves. */
const longNines = /^9{2,}[789]$/;

const fewest = 3;
/** From this share of the answers on, a long nine inside the others is asked about. */
const oftenFrom = 0.002;

/** The values of a column that have the form of a code and stand in two rows or more, with their counts; and all other values. */
interface Repeated {
  readonly counts: ReadonlyMap<number, number>;
  readonly others: Float64Array;
}

function repeatedCodes(numbers: Float64Array, zeroToo: boolean): Repeated {
  const counts = new Map<number, number>();
  for (let from = 0, to = 0; from < numbers.length; from = to) {
    const value = numbers[from] as number;
    while (to < numbers.length && numbers[to] === value) to += 1;
    if (to - from >= 2 && (codeForm.test(String(value)) || (zeroToo && value === 0)))
      counts.set(value, to - from);
  }
  return { counts, others: counts.size === 0 ? numbers : numbers.filter((value) => !counts.has(value)) };
}

// A column is weighed as every variable, and these do not hang on which.
const repeatedOf = [new WeakMap<Float64Array, Repeated>(), new WeakMap<Float64Array, Repeated>()] as const;
const toldOf = new WeakMap<ColumnProfile, readonly MissingCode[]>();

function repeatedIn(numbers: Float64Array, zeroToo: boolean): Repeated {
  const cache = repeatedOf[zeroToo ? 1 : 0];
  const found = cache.get(numbers) ?? repeatedCodes(numbers, zeroToo);
  cache.set(numbers, found);
  return found;
}

/** What makes a repeated code stand out, and how surely; undefined if it lies among the others. */
function standsOut(
  value: number,
  count: number,
  others: Float64Array,
  { range, unit }: Variable,
): { certainty: Certainty; why: string } | undefined {
  const [lowest, highest] = [others[0] as number, others.at(-1) as number];
  const [low, high] = range ?? [
    quantileOf(others, 0.05) < 0 ? Number.NEGATIVE_INFINITY : 0,
    Number.POSITIVE_INFINITY,
  ];
  if (value < 0 && low >= 0)
    return { certainty: count >= fewest ? 'high' : 'medium', why: 'below 0, where no answer can be' };
  if (value < low) return { certainty: 'medium', why: `below ${low}, the lowest that can be` };
  if (value > high) return { certainty: 'medium', why: `above ${high}, the highest that can be` };
  if (count < fewest) return undefined;
  const far = Math.max(2, (quantileOf(others, 0.95) - quantileOf(others, 0.05)) / 2);
  if (value - highest >= far) return { certainty: 'low', why: 'far above all others' };
  if (lowest - value >= far) return { certainty: 'low', why: 'far below all others' };
  const isOften = count >= oftenFrom * (others.length + count);
  return unit?.startsWith('yuan') && longNines.test(String(value)) && isOften
    ? { certainty: 'low', why: 'an amount that people seldom name so often' }
    : undefined;
}

const rowsOf = (count: number): string => `${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}`;

const told = ({ text, label, count }: Level, reason: MissingReason, how: string): MissingCode => ({
  ...{ raw: text, reason, certainty: 'high', told: true },
  why: [label, rowsOf(count), how].filter((part) => part !== '').join(', '),
});

/** What the file says itself: codes declared missing, words and labels that tell why there is no answer to a question of a number. */
function toldByFile(column: ColumnProfile, variable: Variable): readonly MissingCode[] {
  const known = toldOf.get(column);
  if (known) return known;
  const found = [
    ...column.missing
      .filter(({ text, label }) => !/^\.[a-z]$/.test(text) || label !== '')
      .map((level) =>
        told(level, missingReasonOf(level.label, variable) ?? 'missing', 'declared missing in the file'),
      ),
    ...column.levels.flatMap((level) => {
      const word = level.label || (parseNumber(level.text) === undefined ? level.text : '');
      const reason = word === '' ? undefined : missingReasonOf(word, variable);
      return reason ? [told(level, reason, '')] : [];
    }),
  ];
  toldOf.set(column, found);
  return found;
}

/** What the layout says that the file has as a whole. */
const toldByLayout = (
  { levels }: ColumnProfile,
  said: Readonly<Record<string, MissingReason>>,
): MissingCode[] =>
  levels.flatMap((level) => {
    const reason = said[level.text];
    return reason ? [told(level, reason, 'so in the layout of the file')] : [];
  });

/**
 * The values of a column that stand for no answer to a question of a number: those that the file tells, and numbers in the form of a code that
 * stand repeated at the edge, far from the others or outside what can be. `known` are the mappings of known layouts, which may tell the reason,
 * `told` what the layout says that the file has as a whole.
 */
export function missingCodesOf(
  column: ColumnProfile,
  variable: Variable,
  {
    known = [],
    told: said,
  }: {
    readonly known?: readonly KnownColumn[];
    readonly told?: Readonly<Record<string, MissingReason>> | undefined;
  } = {},
): MissingCode[] {
  const byLayout = said ? toldByLayout(column, said) : [];
  const byFile = toldByFile(column, variable).filter(({ raw }) => byLayout.every((own) => own.raw !== raw));
  const sure = [...byFile, ...byLayout];
  const settled = new Set(sure.map(({ raw }) => raw));
  const { numbers } = column;
  if (!numbers || variable.name === 'survey_weight') return sure;
  const { counts, others } = repeatedIn(numbers, (variable.range?.[0] ?? 0) > 0);
  if (others.length === 0) return sure;
  const guessed = [...counts].flatMap(([value, count]): MissingCode[] => {
    const raw = String(value);
    const out = settled.has(raw) ? undefined : standsOut(value, count, others, variable);
    if (!out) return [];
    const source = known.find(({ mapping }) => mapping.missing?.[raw] !== undefined);
    const reason = source?.mapping.missing?.[raw];
    const { certainty, why } = out;
    return [
      {
        ...{ raw, reason: reason ?? 'missing', told: false },
        certainty: reason ? 'high' : certainty,
        why: `${rowsOf(count)}, ${why}${source && reason ? `; ${reason} in ${source.codebook.name}` : ''}`,
      },
    ];
  });
  return [...sure, ...guessed];
}

/** A column without the rows that hold a missing code. */
export function withoutCodes(column: ColumnProfile, codes: readonly MissingCode[]): ColumnProfile {
  if (codes.length === 0) return column;
  const texts = new Set(codes.map(({ raw }) => raw));
  const leaves = ({ text }: Level): boolean => texts.has(text) || texts.has(text.replace(/\.0+$/, ''));
  const values = new Set([...texts].map(parseNumber));
  const left = column.levels.filter(leaves);
  return {
    ...column,
    filled: column.filled - left.reduce((sum, { count }) => sum + count, 0),
    levels: column.levels.filter((level) => !leaves(level)),
    distinct: column.distinct - left.length,
    numbers: column.numbers?.filter((value) => !values.has(value)),
  };
}
