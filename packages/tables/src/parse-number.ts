/**
 * The number that a text stands for (decimal point, optional exponent, blanks around it allowed), or undefined. Hexadecimal, infinite and
 * thousands-separated forms are not numbers; an empty text is NaN, an empty cell.
 */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return Number.NaN;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : undefined;
}

/** Whether a text is a number. */
export const isNumberText = (text: string): boolean => !Number.isNaN(parseNumber(text) ?? Number.NaN);
