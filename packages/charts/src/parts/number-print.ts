import * as vega from 'vega';
import { type NumberStyle, valueParts } from '../number-format.ts';

/** What vega's types leave out. */
const { defaultLocale } = vega as unknown as {
  defaultLocale: () => { format: (pattern: string) => (value: number) => string };
};

/** Prints a number as the charts do. */
export function numberPrint(style: NumberStyle): (value: number) => string {
  const { pattern, divisor, suffix } = valueParts(style);
  const print = defaultLocale().format(pattern);
  return (value) => `${print(value / divisor)}${suffix}`;
}
