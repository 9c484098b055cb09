const ZERO = 0x30;

/** The powers of ten that are doubles, in two parts of 26 bits, whose products with such parts are exact. */
const POWERS = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
const SPLITTER = 2 ** 27 + 1;
const HIGH_PARTS = POWERS.map((power) => power * SPLITTER - (power * SPLITTER - power));
/** So much of a number, added to it, takes it to the next. */
const NUDGE = 0.51 * 2 ** -52;
/** Nearer to a limit than this share of it, a distance is not believed. */
const DOUBT = 1e-9;

/**
 * The number of a decimal text of 16 or 17 digits, if the text is its shortest form; NaN if it is not; undefined where doubles cannot tell. The
 * quotient of the digits and their power of ten is worked out to twice the precision of a double: its rest says on which side of all limits the text lies.
 *
 * @param first where the digits begin, behind the sign. @param point where the point stands among them. @param end where they end, not with 0.
 */
export function longDecimal(bytes: Buffer, first: number, point: number, end: number): number | undefined {
  const places = end - point - 1;
  const power = POWERS[places];
  let high = 0;
  let low = 0;
  let left = end - first - 1;
  for (let at = first; at < end; at++) {
    if (at === point) continue;
    const digit = (bytes[at] as number) - ZERO;
    if (left-- > 8) high = high * 10 + digit;
    else low = low * 10 + digit;
  }
  if (power === undefined || high >= 1e9) return undefined;
  // the digits as a sum of two doubles: nine digits times 5⁸ fit in 53 bits
  const upper = high * 1e8;
  const digits = upper + low;
  const rest = low - (digits - upper);
  const quotient = digits / power;
  const product = quotient * power;
  const remainder = digits - product - lostIn(product, quotient, places) + rest;
  const correction = remainder / power;
  const value = quotient + correction;
  const off = correction - (value - quotient);
  const nudge = value * NUDGE;
  const step = value + nudge - value;
  // below a power of two numbers lie closer
  if (value - (value - nudge) !== step) return undefined;
  const last = (bytes[end - 1] as number) - ZERO;
  const isRounded = compared(Math.abs(off), step / 2);
  const isClosest = compared(Math.abs(off), 0.5 / power);
  const isBelow = compared(step / 2, Math.abs(off - last / power));
  const isAbove = compared(step / 2, Math.abs(off + (10 - last) / power));
  if (isRounded !== true || isClosest === undefined || isBelow === undefined || isAbove === undefined)
    return undefined;
  return isClosest && isBelow && isAbove ? value : Number.NaN;
}

/** What rounding lost of a product with a power of ten (Dekker). */
function lostIn(product: number, factor: number, places: number): number {
  const power = POWERS[places] as number;
  const powerHigh = HIGH_PARTS[places] as number;
  const powerLow = power - powerHigh;
  const scaled = factor * SPLITTER;
  const high = scaled - (scaled - factor);
  const low = factor - high;
  return high * powerHigh - product + high * powerLow + low * powerHigh + low * powerLow;
}

/** Whether a distance is less than a limit; undefined where they are all but equal. */
const compared = (distance: number, limit: number): boolean | undefined =>
  Math.abs(distance - limit) <= DOUBT * limit ? undefined : distance < limit;
