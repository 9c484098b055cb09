import { LANES } from '../estimation/prepared-columns.ts';
import type { BatchStatistic } from '../estimation/survey-batch.ts';

/** A statistic without its columns in ordinary memory, which have numbers in their place and are sent block by block. */
export type SentStatistic = Readonly<Record<string, unknown>>;

export interface Sent {
  readonly statistics: readonly SentStatistic[];
  /** number → column in ordinary memory */
  readonly columns: readonly Float64Array[];
}

const COLUMNS = ['y', 'numerator', 'denominator'];

/** @param rows of the design: what is no column of that length stays, and is found by the thread that works with it. */
export function withoutColumns(statistics: readonly BatchStatistic[], rows: number): Sent {
  const numbers = new Map<Float64Array, number>();
  const sent = (name: string, value: unknown): unknown => {
    if (!COLUMNS.includes(name) || !isOrdinary(value, rows)) return value;
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  };
  return {
    statistics: statistics.map((asked) => mapped(asked, sent)),
    columns: [...numbers.keys()],
  };
}

/** Columns of a block in ordinary memory, by their numbers: where each of them stands in a slot. At most `LANES`. */
export function columnsOf(statistics: readonly SentStatistic[], block: readonly number[]): number[] {
  const numbers = block.flatMap((index) => COLUMNS.map((name) => statistics[index]![name]));
  return [...new Set(numbers.filter((value) => typeof value === 'number'))];
}

/** Room for the columns of a block. */
export function slotColumns(rows: number): Float64Array[] {
  return Array.from({ length: LANES }, () => new Float64Array(new SharedArrayBuffer(rows * 8)));
}

/** The statistic again, with the columns of a slot. */
export function withColumns(
  statistic: SentStatistic,
  numbers: readonly number[],
  columns: readonly Float64Array[],
): BatchStatistic {
  const received = (name: string, value: unknown): unknown =>
    COLUMNS.includes(name) && typeof value === 'number' ? columns[numbers.indexOf(value)] : value;
  return mapped(statistic, received) as unknown as BatchStatistic;
}

function isOrdinary(value: unknown, rows: number): value is Float64Array {
  return (
    value instanceof Float64Array && value.length === rows && !(value.buffer instanceof SharedArrayBuffer)
  );
}

function mapped(statistic: object, map: (name: string, value: unknown) => unknown): SentStatistic {
  return Object.fromEntries(Object.entries(statistic).map(([name, value]) => [name, map(name, value)]));
}
