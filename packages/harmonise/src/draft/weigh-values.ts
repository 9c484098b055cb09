import { prefectures, type Variable } from '@wavebook/schema';
import { provinceOf } from '../places.ts';
import { type ColumnProfile, quantileOf } from './column-profile.ts';
import type { CodesProposal } from './propose-codes.ts';
import { comparedQuantiles, type Spread } from './reference-values.ts';
import type { Witness } from './witness.ts';

/** How a column would be read as a variable, and what its values say for that. `undefined`: it cannot be that variable. */
export interface ReadAs {
  readonly read:
    | 'code'
    | 'number'
    | 'text'
    | 'province'
    | 'province_of_code'
    | 'prefecture'
    | 'year_of_yyyymm'
    | 'month_of_yyyymm';
  readonly witness: Witness | undefined;
}

const nearly = 0.97;
const values = (points: number, strong: boolean, reason: string): Witness => ({
  kind: 'values',
  points,
  strong,
  reason,
});

const shareOf = (column: ColumnProfile, holds: (text: string) => boolean): number => {
  const shown = column.levels.reduce((sum, { count }) => sum + count, 0);
  return column.levels.reduce((sum, { text, count }) => sum + (holds(text) ? count : 0), 0) / shown;
};

const prefectureNames = new Set(
  prefectures.flatMap(([code, name]) => [
    code,
    name,
    name.slice(0, 10),
    name.replace(/(市|地区|盟|自治州)$/, ''),
  ]),
);

/** From this share on, values that cannot all be read still speak for a column whose name or label does. */
const mostly = 0.5;

function readProvince(column: ColumnProfile): ReadAs | undefined {
  const readable = shareOf(column, (text) => provinceOf(text) !== undefined);
  if (readable >= nearly)
    return {
      read: 'province',
      witness:
        column.distinct >= 8
          ? values(3, true, 'its values are provinces')
          : values(0, false, 'its values could be provinces'),
    };
  const isPlaceCode = (text: string): boolean =>
    /^\d{6}$/.test(text) && provinceOf(text.slice(0, 2)) !== undefined;
  if (shareOf(column, isPlaceCode) >= nearly)
    return { read: 'province_of_code', witness: values(2, false, 'its values are six-digit place codes') };
  if (readable >= mostly)
    return {
      read: 'province',
      witness: values(0, false, `${Math.round(readable * 100)} % of its values could be provinces`),
    };
  return undefined;
}

function readText(column: ColumnProfile, variable: Variable): ReadAs | undefined {
  const { name } = variable;
  if (name.endsWith('_id')) {
    if (column.distinct < 0.98 * column.filled || column.filled < column.rows) return undefined;
    const written = column.numbers === undefined || column.levels.every(({ text }) => /^\d+$/.test(text));
    return written
      ? { read: 'text', witness: values(2, true, 'every record has a value of its own') }
      : undefined;
  }
  if (name === 'prefecture') {
    const share = shareOf(
      column,
      (text) => prefectureNames.has(text) || prefectureNames.has(text.slice(0, 10)),
    );
    return share >= 0.8
      ? { read: 'prefecture', witness: values(3, true, 'its values are prefectures') }
      : undefined;
  }
  const coded =
    shareOf(column, (text) => /^\d{6}$/.test(text) && provinceOf(text.slice(0, 2)) !== undefined) >= nearly;
  const named = shareOf(column, (text) => /[县区市旗]/u.test(text)) >= 0.8;
  return coded || named
    ? {
        read: 'text',
        witness: values(1.5, false, named ? 'its values are names of places' : 'its values are place codes'),
      }
    : undefined;
}

/** Years are compared as years before the wave, money by its logarithm. */
const scaled = (variable: Variable, value: number, year: number): number => {
  if (variable.unit === 'year') return value - year;
  return variable.unit?.startsWith('yuan') ? Math.log(value + 100) : value;
};

function spreadDistance(
  numbers: Float64Array,
  variable: Variable,
  spreads: readonly Spread[],
  year: number,
): number | undefined {
  const own = comparedQuantiles.map((p) => scaled(variable, quantileOf(numbers, p), year));
  const distances = spreads.flatMap(({ quantiles }) => {
    if (quantiles.some(Number.isNaN)) return [];
    const theirs = quantiles.map((q) => scaled(variable, q, 0));
    const width = Math.max((theirs.at(-1) as number) - (theirs[0] as number), 0.5);
    return [own.reduce((sum, q, i) => sum + Math.abs(q - (theirs[i] as number)), 0) / own.length / width];
  });
  return distances.length === 0 ? undefined : Math.min(...distances);
}

function isYearMonth(column: ColumnProfile): boolean {
  return (
    shareOf(column, (text) => /^(19|20)\d\d(0[1-9]|1[0-2])(\.0+)?$/.test(text)) >= 0.9 &&
    column.distinct >= 12
  );
}

/** How many of the sorted numbers `isBefore` holds for; it holds for the first ones alone. */
function countWhile(sorted: Float64Array, isBefore: (value: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(sorted[middle] as number)) from = middle + 1;
    else to = middle;
  }
  return from;
}

const countBelow = (sorted: Float64Array, limit: number): number =>
  countWhile(sorted, (value) => value < limit);
const countUpTo = (sorted: Float64Array, limit: number): number =>
  countWhile(sorted, (value) => value <= limit);

function readNumber(
  column: ColumnProfile,
  variable: Variable,
  spreads: readonly Spread[],
  year: number,
): ReadAs | undefined {
  if (variable.unit === 'year' && isYearMonth(column)) {
    const years = column.numbers?.map((value) => Math.floor(value / 100));
    const far = years ? spreadDistance(years, variable, spreads, year) : undefined;
    return far !== undefined && far > 0.4
      ? undefined
      : {
          read: 'year_of_yyyymm',
          witness: values(
            far !== undefined && far <= 0.12 ? 2 : 0.5,
            false,
            'its values are dates as YYYYMM',
          ),
        };
  }
  const { numbers } = column;
  if (!numbers || numbers.length === 0) return undefined;
  if (
    column.levels.some(({ label }) => label !== '') &&
    column.levels.filter(({ label }) => label !== '').length > 2
  )
    return undefined;
  const [low, high] = variable.range ?? [
    variable.name === 'survey_weight' ? 0 : Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ];
  const inside = countUpTo(numbers, high) - countBelow(numbers, low);
  if (inside < nearly * numbers.length) return undefined;
  if (variable.name === 'survey_weight') {
    const broken = shareOf(column, (text) => /[.,]/.test(text));
    return column.filled === column.rows && (numbers[0] as number) > 0 && broken > 0.5
      ? { read: 'number', witness: values(2, true, 'positive numbers with decimals in every record') }
      : { read: 'number', witness: values(-1, false, 'not positive with decimals in every record') };
  }
  const far = spreadDistance(numbers, variable, spreads, year);
  if (far === undefined) return { read: 'number', witness: undefined };
  const like = `${spreads[0]?.wave}`;
  if (far > 0.5)
    return { read: 'number', witness: values(-3, false, `its values lie elsewhere than in ${like}`) };
  const telling =
    variable.unit === 'year' || (variable.range !== undefined && variable.unit?.includes('hours'));
  if (far <= 0.08)
    return {
      read: 'number',
      witness: values(telling ? 2 : 1.5, Boolean(telling), 'its values spread as in a known wave'),
    };
  return {
    read: 'number',
    witness:
      far > 0.25
        ? values(-1, false, 'its values spread otherwise')
        : values(0.5, false, 'its values are of that kind'),
  };
}

/** How a category would be read, weighed by its codes: texts that name the answers, or shares as in a known wave. */
export function weighCodes(
  proposal: CodesProposal,
  column: ColumnProfile,
  sharedBy: number,
): ReadAs | undefined {
  const { codes, missing, byText, base, distance, open } = proposal;
  const shownOpen = open.reduce((sum, { count }) => sum + count, 0) / Math.max(1, column.filled);
  if (codes.size === 0 || codes.size + missing.size < 2 || (base === undefined && byText < 0.5))
    return undefined;
  if (byText >= 0.5) {
    const rare = sharedBy <= 3 && codes.size >= 2;
    const whole = byText >= 0.97;
    return {
      read: 'code',
      witness: {
        kind: 'answers',
        points: (rare ? 3 : 1.5) * byText,
        strong: rare && whole,
        reason: whole
          ? 'its answers are those of the question'
          : `${Math.round(byText * 100)} % of its answers are those of the question`,
      },
    };
  }
  if (shownOpen > 0.15) return undefined;
  const answers = new Set(codes.values()).size;
  if (distance === undefined) return { read: 'code', witness: undefined };
  if (distance > 0.35)
    return {
      read: 'code',
      witness: values(-3, false, 'its answers spread otherwise than in any known wave'),
    };
  if (distance > 0.15)
    return {
      read: 'code',
      witness: values(-0.5, false, 'its codes are known, its answers spread otherwise'),
    };
  const telling = answers >= 3 && distance <= 0.1 && shownOpen <= 0.02;
  return {
    read: 'code',
    witness: values(
      telling ? 2 : 0.5,
      telling,
      `codes and shares of the answers as in ${base?.codebook.name ?? 'a known wave'}`,
    ),
  };
}

/** How a column would be read as a number, a text or a place; undefined if it cannot be that variable. */
export function weighValues(
  column: ColumnProfile,
  variable: Variable,
  { spreads, year }: { spreads: readonly Spread[]; year: number },
): ReadAs | undefined {
  if (column.filled === 0) return undefined;
  if (variable.codes === 'province') return readProvince(column);
  if (variable.kind === 'text') return readText(column, variable);
  return readNumber(column, variable, spreads, year);
}
