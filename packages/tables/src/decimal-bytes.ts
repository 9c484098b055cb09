// Bytes of a decimal number, and how many of its digits a number holds without rounding.

export const ZERO = 0x30;
export const NINE = 0x39;
export const MINUS = 0x2d;
export const POINT = 0x2e;

/** So many digits always make a whole number without rounding, and so does the power of ten under it. */
export const EXACT_DIGITS = 15;
export const POWERS = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);
