import type { Lang } from './chart-text.ts';

/** How the numbers of a chart are read: shares 0 to 1, plain numbers, yuan, hours, counts of people, sums of money. */
export type NumberFormat = 'percent' | 'number' | 'yuan' | 'hours' | 'count' | 'money';

/** How the numbers of one chart are printed. @internal */
export interface NumberStyle {
  format: NumberFormat;
  /** By default 1; 0 for yuan, and for counts and sums that are printed in full. */
  decimals?: number | undefined;
  /** Largest absolute number of the chart. Counts and sums take their unit from it: 万 and 亿, million and billion. */
  largest?: number | undefined;
  lang: Lang;
}

/** @internal */
export const defaultLargest: Record<NumberFormat, number> = {
  percent: 1,
  number: 9999,
  yuan: 99_999,
  hours: 999,
  count: 99_999_999,
  money: 9_999_999_999,
};

/** What a number is divided by before it is printed, and what stands behind it. */
interface Unit {
  divisor: number;
  suffix: string;
}

const units: Record<Lang, readonly [from: number, Unit][]> = {
  zh: [
    [1e8, { divisor: 1e8, suffix: '亿' }],
    [1e5, { divisor: 1e4, suffix: '万' }],
  ],
  en: [
    [1e9, { divisor: 1e9, suffix: ' bn' }],
    [1e6, { divisor: 1e6, suffix: ' m' }],
  ],
  both: [],
};

const plain: Unit = { divisor: 1, suffix: '' };

function unitOf({ format, largest = defaultLargest[format], lang }: NumberStyle): Unit {
  if (format !== 'count' && format !== 'money') return plain;
  return units[lang].find(([from]) => largest >= from)?.[1] ?? plain;
}

function decimalsOf(style: NumberStyle): number {
  if (style.decimals !== undefined) return style.decimals;
  if (style.format === 'yuan') return 0;
  return style.format === 'percent' || style.format === 'number' || style.format === 'hours'
    ? 1
    : Number(unitOf(style) !== plain);
}

/** d3-format pattern of a value, to be applied after division by the unit. */
const valuePattern = (style: NumberStyle) =>
  style.format === 'percent' ? `.${decimalsOf(style)}%` : `,.${decimalsOf(style)}f`;

const divided = (datum: string, { divisor }: Unit) => (divisor === 1 ? datum : `${datum} / ${divisor}`);
const followed = (expression: string, { suffix }: Unit) =>
  suffix === '' ? expression : `${expression} + ${JSON.stringify(suffix)}`;

/** A vega expression: the value of a column as it is printed. @internal */
export function valueExpression(field: string, style: NumberStyle): string {
  const unit = unitOf(style);
  const value = divided(`datum[${JSON.stringify(field)}]`, unit);
  return followed(`format(${value}, ${JSON.stringify(valuePattern(style))})`, unit);
}

/** Pattern, divisor and suffix of a value, for printing outside of vega. @internal */
export const valueParts = (style: NumberStyle) => ({ pattern: valuePattern(style), ...unitOf(style) });

/** How an axis prints its numbers; `absolute` leaves signs away. @internal */
export function axisLabels(style: NumberStyle, absolute = false): { format: string } | { labelExpr: string } {
  const unit = unitOf(style);
  if (unit === plain && !absolute) return { format: style.format === 'percent' ? '%' : ',f' };
  const pattern = style.format === 'percent' ? '.1~%' : ',.4~f';
  const value = divided(absolute ? 'abs(datum.value)' : 'datum.value', unit);
  const number = `format(${value}, ${JSON.stringify(pattern)})`;
  return { labelExpr: unit === plain ? number : `datum.value === 0 ? '0' : ${followed(number, unit)}` };
}

/** Interval bounds, which carry no percent sign and no unit of their own. @internal */
export function boundParts(style: NumberStyle): { pattern: string; factor: number; decimals: number } {
  const decimals = decimalsOf(style);
  const factor = style.format === 'percent' ? 100 : 1 / unitOf(style).divisor;
  return { pattern: `,.${decimals}f`, factor, decimals };
}
