import { EXACT_DIGITS, MINUS, NINE, POINT, POWERS, ZERO } from './decimal-bytes.ts';
import { longDecimal } from './long-decimal.ts';

/** Below this `String` writes an exponent. */
const LEAST_PLAIN = 1e-6;

/**
 * The number that a cell holds in its shortest form, the one in which `String` writes it back, so that nothing is lost by reading it as a
 * number; NaN for any other cell, such as 01, 1.0, +1, -0 or a text.
 */
export function exactNumber(bytes: Buffer, start: number, end: number): number {
  const negative = bytes[start] === MINUS;
  const first = negative ? start + 1 : start;
  const leading = bytes[first] as number;
  if (first >= end || leading < ZERO || leading > NINE) return Number.NaN;
  let whole = leading - ZERO;
  let point = -1;
  for (let at = first + 1; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= ZERO && byte <= NINE) whole = whole * 10 + (byte - ZERO);
    else if (byte === POINT && point < 0) point = at;
    else return writtenBack(bytes, start, end);
  }
  const places = point < 0 ? 0 : end - point - 1;
  const digits = end - first - (point < 0 ? 0 : 1);
  const last = bytes[end - 1] as number;
  if (leading === ZERO && point !== first + 1 && (digits > 1 || negative)) return Number.NaN;
  if (point >= 0 && (last === ZERO || last === POINT)) return Number.NaN;
  // a whole number over a power of ten is rounded once, as the decimal text is, and no shorter text means the same
  const value =
    digits <= EXACT_DIGITS
      ? whole / (POWERS[places] as number)
      : point < 0
        ? undefined
        : longDecimal(bytes, first, point, end);
  if (value === undefined) return writtenBack(bytes, start, end);
  if (places > 6 && value < LEAST_PLAIN) return Number.NaN;
  return negative ? -value : value;
}

function writtenBack(bytes: Buffer, start: number, end: number): number {
  const text = bytes.toString('latin1', start, end);
  const value = Number(text);
  return Number.isFinite(value) && String(value) === text ? value : Number.NaN;
}
