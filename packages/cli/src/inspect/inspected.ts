import type { ColumnProfile, LayoutFit, Level } from '@wavebook/harmonise/draft';
import type { FileInfo, VariableInfo } from '@wavebook/tables';

/** A variable of an inspected file; `profile` where its cells were counted. */
export interface InspectedVariable {
  /** From 1, in the order of the file. */
  readonly position: number;
  readonly info: VariableInfo;
  readonly profile: ColumnProfile | undefined;
}

/** What was found in a file. */
export interface Inspected {
  readonly info: FileInfo;
  readonly fits: readonly LayoutFit[];
  readonly variables: readonly InspectedVariable[];
  /** Whether single columns were asked for. */
  readonly detailed: boolean;
}

const mostAnswers = 60;

/** An answer as it is listed; `count` undefined where cells were not counted. */
export interface Answer {
  readonly value: string;
  readonly label: string;
  readonly count: number | undefined;
  readonly declaredMissing: boolean;
}

const inOrder = (a: Level, b: Level): number =>
  Number(a.text) - Number(b.text) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);

/**
 * The answers of a variable that has a list of them: all that have a label, and all that occur where they are few. Values of single people, such as
 * names and numbers, are no answers and are not listed.
 */
export function answersOf({ info, profile }: InspectedVariable): Answer[] {
  const { valueLabels, userMissing } = info;
  const isMissing = (value: string): boolean =>
    /^\.[a-z]$/.test(value) ||
    userMissing.values.map(String).includes(value) ||
    (userMissing.range !== undefined &&
      Number(value) >= userMissing.range.low &&
      Number(value) <= userMissing.range.high);
  if (!profile)
    return [...valueLabels].map(([value, label]) => ({
      value,
      label,
      count: undefined,
      declaredMissing: isMissing(value),
    }));
  const few = profile.distinct <= 30 && (profile.distinct < 0.5 * profile.filled || valueLabels.size > 0);
  const present = [...profile.levels].sort(inOrder).filter(({ label }) => few || label !== '');
  const seen = new Set([...profile.levels, ...profile.missing].map(({ text }) => text));
  const unseen = [...valueLabels].filter(([value]) => !seen.has(value));
  return [
    ...present.map(({ text, label, count }) => ({ value: text, label, count, declaredMissing: false })),
    ...unseen.map(([value, label]) => ({ value, label, count: 0, declaredMissing: isMissing(value) })),
    ...[...profile.missing]
      .sort(inOrder)
      .map(({ text, label, count }) => ({ value: text, label, count, declaredMissing: true })),
  ].slice(0, mostAnswers);
}

/**
 * Smallest, middle and largest number of a variable of numbers; none of identifiers, whole numbers that hardly two records share, and none where
 * commas leave open what the numbers are.
 */
export function rangeOf({ profile, info }: InspectedVariable): readonly [number, number, number] | undefined {
  const numbers = profile?.numbers;
  if (!numbers || numbers.length === 0 || info.valueLabels.size > 0 || profile.forms?.doubtful)
    return undefined;
  if (profile.distinct > 0.9 * profile.filled && profile.filled > 20 && numbers.every(Number.isInteger))
    return undefined;
  const at = (i: number): number => numbers[i] as number;
  return [at(0), at((numbers.length - 1) >> 1), at(numbers.length - 1)];
}
