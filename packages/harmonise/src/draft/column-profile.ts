import { type FormCounts, formCounts, numberForms, parseNumber, type Table, textOf } from '@wavebook/tables';
import { isNoAnswer } from '../missing-words.ts';

/** A value of a raw column: its text, in how many rows it stands, and its label where the file has one. */
export interface Level {
  readonly text: string;
  readonly count: number;
  readonly label: string;
}

/** What a raw column holds, summed up. */
export interface ColumnProfile {
  readonly name: string;
  /** The variable label of the file; empty if there is none. */
  readonly label: string;
  /** Cells that hold a value, of how many rows. */
  readonly filled: number;
  readonly rows: number;
  /** Values, the most frequent first; all of them if `distinct` is no more than `mostLevels`. */
  readonly levels: readonly Level[];
  readonly distinct: number;
  /** Values that the file declares missing, such as `.a`. */
  readonly missing: readonly Level[];
  /** The filled cells as sorted numbers; undefined if more than a few are none, but for words such as 拒答. */
  readonly numbers: Float64Array | undefined;
  /** Cells whose number is not written plainly. Values are plain where that is sure. */
  readonly forms?: FormCounts | undefined;
}

/** How many values of a column a profile keeps. */
const mostLevels = 400;

const byCount = (a: Level, b: Level): number => b.count - a.count || (a.text < b.text ? -1 : 1);

const counted = (
  codes: Int32Array,
  levels: readonly string[],
  labels: ReadonlyMap<string, string>,
): Level[] => {
  const counts = new Int32Array(levels.length);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] as number) + 1;
  const merged = new Map<string, Level>();
  levels.forEach((level, i) => {
    const count = counts[i] as number;
    const text = level.trim();
    if (count === 0 || text === '') return;
    const before = merged.get(text)?.count ?? 0;
    merged.set(text, { text, count: before + count, label: (labels.get(text) ?? '').trim() });
  });
  return [...merged.values()].sort(byCount);
};

/** Cells that are no number in fewer of the filled cells than this are taken for slips. */
const slipShare = 0.02;

/** A comma that may be a decimal mark is taken for one, to see what the column could be. */
const numbersOf = (
  levels: readonly Level[],
  filled: number,
  forms: FormCounts | undefined,
): Float64Array | undefined => {
  const values = new Float64Array(filled);
  let next = 0;
  let words = 0;
  for (const { text, count } of levels) {
    const value = parseNumber(forms?.doubtful ? text.replace(',', '.') : text);
    if (value === undefined && isNoAnswer(text)) words += count;
    if (value === undefined) continue;
    values.fill(value, next, next + count);
    next += count;
  }
  return next > 0 && next >= (1 - slipShare) * (filled - words) ? values.subarray(0, next).sort() : undefined;
};

/** The profile of values already counted. */
function profileOf(
  { name, label, rows }: Pick<ColumnProfile, 'name' | 'label' | 'rows'>,
  levels: readonly Level[],
  missing: readonly Level[],
  forms?: FormCounts,
): ColumnProfile {
  const filled = levels.reduce((sum, { count }) => sum + count, 0);
  return {
    name,
    label,
    filled,
    rows,
    levels: levels.slice(0, mostLevels),
    distinct: levels.length,
    missing,
    numbers: numbersOf(levels, filled, forms),
    forms,
  };
}

/** Sums up a column of a raw table: its values with counts and labels. */
export function profileColumn(raw: Table, name: string): ColumnProfile {
  const column = textOf(raw, name);
  const info = raw.variables?.get(name);
  const labels = info?.valueLabels ?? new Map<string, string>();
  const forms = formCounts(column);
  const plain = forms && numberForms(column.levels).plain;
  const levels = plain ? column.levels.map((level) => plain.get(level)?.text ?? level) : column.levels;
  return profileOf(
    { name, label: (info?.label ?? '').trim(), rows: raw.rows },
    counted(column.codes, levels, labels),
    column.missing ? counted(column.missing.codes, column.missing.levels, labels) : [],
    forms,
  );
}

/** Several columns as if they were one, such as those of all persons of a roster. */
export function profileTogether(name: string, parts: readonly ColumnProfile[]): ColumnProfile {
  const sum = (of: (part: ColumnProfile) => readonly Level[]): Level[] => {
    const merged = new Map<string, Level>();
    for (const level of parts.flatMap(of)) {
      const before = merged.get(level.text);
      merged.set(level.text, { ...level, count: level.count + (before?.count ?? 0) });
    }
    return [...merged.values()].sort(byCount);
  };
  const rows = parts.reduce((total, part) => total + part.rows, 0);
  return profileOf(
    { name, label: parts[0]?.label ?? '', rows },
    sum((p) => p.levels),
    sum((p) => p.missing),
  );
}

/** The number below which a share `p` of the sorted numbers lies. */
export const quantileOf = (sorted: Float64Array, p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
