import { altText } from './parts/alt-text.ts';
import { type ChartContract, contractOf } from './parts/contract.ts';
import { finishSpec } from './parts/finish.ts';
import { fitSlide } from './parts/fit-slide.ts';
import { signLegend } from './parts/sign-legend.ts';
import { textWidth } from './text/text-width.ts';
import type { ChartSpec } from './vega-lite.ts';

export type ChartRow = Readonly<Record<string, string | number | null>>;

/**
 * Puts rows into a spec made by a chart builder, after checking that each row can be drawn: a category of the
 * order, once; an estimate within the axis, or a mark in its place.
 *
 * @returns a new spec; the spec and the rows stay as they were.
 * @throws if a row would be drawn wrongly or not at all; the message names the row.
 */
export function attachData(spec: ChartSpec, rows: readonly ChartRow[]): ChartSpec {
  const contract = contractOf(spec);
  const seen = new Set<string>();
  for (const row of rows) {
    checkKeys(row, contract, seen);
    checkNumbers(row, contract);
    checkMark(row, contract);
  }
  const drawn = new Set(rows.map((row) => row[contract.fields.category]));
  const without = contract.categories.find((category) => !drawn.has(category));
  if (without !== undefined && !contract.sparse) {
    throw new Error(
      `attachData: every category of categoryOrder needs a row; ${JSON.stringify(without)} has none. Leave it out of the order`,
    );
  }
  const { estimate, low, high } = contract.fields;
  const along = contract.curve === undefined ? [estimate, low, high] : [contract.fields.category];
  const numbers = rows
    .flatMap((row) => along.map((field) => row[field] ?? null))
    .concat(contract.reference ?? [])
    .filter((value) => typeof value === 'number');
  const signed = signLegend(finishSpec(spec, contract, rows, numbers), contract, rows);
  const drawable = contract.size === 'slide' ? fitSlide(signed) : signed;
  const attached = { ...drawable, data: { name: 'estimates', values: rows.map((row) => ({ ...row })) } };
  return { ...attached, description: spec.description ?? altText(contract, rows) };
}

/** 0.1 + 0.2 is still within an axis that ends at 0.3. */
const rounding = 1e-9;

const quote = (row: ChartRow) => JSON.stringify(row).slice(0, 200);

function checkKeys(row: ChartRow, contract: ChartContract, seen: Set<string>): void {
  const { fields, categories, groups } = contract;
  const category = row[fields.category];
  if (contract.curve !== undefined) checkPlace(category, row, contract);
  else if (typeof category !== 'string' || !categories.includes(category)) {
    throw new Error(
      `attachData: ${fields.category} must be one of categoryOrder (${categories.slice(0, 5).join(', ')}, …); got ${quote(row)}`,
    );
  }
  const group = fields.group === undefined ? null : row[fields.group];
  if (groups && (typeof group !== 'string' || !groups.includes(group))) {
    throw new Error(`attachData: ${fields.group} must be one of ${groups.join(', ')}; got ${quote(row)}`);
  }
  const key = JSON.stringify([category, group, contract.scattered ? row[fields.estimate] : null]);
  if (seen.has(key)) {
    throw new Error(`attachData: one row for each category and group; a second one came for ${quote(row)}`);
  }
  seen.add(key);
}

/** The place of a point along the axis of a curve. */
function checkPlace(
  place: ChartRow[string] | undefined,
  row: ChartRow,
  { fields, curve, widest }: ChartContract,
): void {
  const last = curve === 'unit' ? 1 : (widest ?? Infinity);
  if (typeof place !== 'number' || !(Math.abs(place) <= last + rounding) || (curve === 'unit' && place < 0)) {
    throw new Error(
      `attachData: ${fields.category} must be a number ${curve === 'unit' ? 'from 0 to 1' : `up to ${last}`}; got ${quote(row)}`,
    );
  }
}

function checkNumbers(row: ChartRow, contract: ChartContract): void {
  const { estimate, low, high } = contract.fields;
  for (const field of [estimate, low, high]) {
    const value = row[field];
    if (value === null) continue;
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new Error(
        `attachData: ${field} must be a finite number or null; got ${String(value)} in ${quote(row)}`,
      );
    }
    if (Math.abs(value) > contract.largest + rounding) {
      throw new Error(
        `attachData: ${field} is ${value}, larger than axis.largest ${contract.largest}; give the builder a larger one`,
      );
    }
    const [first, last] = contract.domain ?? [-Infinity, Infinity];
    if (value < first - rounding || value > last + rounding) {
      throw new Error(
        `attachData: ${field} is ${value}, outside axis.domain ${first} to ${last}; widen the domain`,
      );
    }
  }
  if (row[estimate] === null && (row[low] !== null || row[high] !== null)) {
    throw new Error(`attachData: a row without an estimate has no interval either; got ${quote(row)}`);
  }
  const isPublished = contract.published?.includes(String(row[contract.fields.category]));
  if (isPublished && (row[low] !== null || row[high] !== null)) {
    throw new Error(`attachData: a figure of another source has no interval of ours; got ${quote(row)}`);
  }
}

function checkMark(row: ChartRow, { fields, mark_size, mark_width, single_sign }: ChartContract): void {
  const mark = fields.mark === undefined ? null : row[fields.mark];
  const isMarked = typeof mark === 'string' && mark !== '';
  if (row[fields.estimate] === null && !isMarked) {
    throw new Error(`attachData: a row without an estimate needs a mark that says why; got ${quote(row)}`);
  }
  const width = isMarked ? textWidth(mark, { size: mark_size, weight: 400 }) : 0;
  if ((single_sign || row[fields.estimate] !== null) && width > mark_width) {
    throw new Error(`attachData: the mark of an estimate is a single sign such as †; got ${quote(row)}`);
  }
}
