import * as vega from 'vega';
import { type NumberFormat, valuePattern } from '../number-format.ts';

/** What vega's types leave out. */
const { defaultLocale } = vega as unknown as {
  defaultLocale: () => { format: (pattern: string) => (value: number) => string };
};

/** Prints a number as the charts do. */
export const numberPrint = (format: NumberFormat, decimals?: number) =>
  defaultLocale().format(valuePattern(format, decimals));
