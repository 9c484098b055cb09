/** How the numbers of a chart are read: shares 0 to 1, plain numbers, yuan, hours. */
export type NumberFormat = 'percent' | 'number' | 'yuan' | 'hours';

const defaultDecimals: Record<NumberFormat, number> = { percent: 1, number: 1, yuan: 0, hours: 1 };

/** d3-format pattern of a value label. @internal */
export function valuePattern(format: NumberFormat, decimals = defaultDecimals[format]): string {
  return format === 'percent' ? `.${decimals}%` : `,.${decimals}f`;
}

/** d3-format pattern of an axis label. @internal */
export function axisPattern(format: NumberFormat): string {
  return format === 'percent' ? '.1~%' : ',.2~f';
}

/** Pattern and factor of interval bounds, which carry no percent sign of their own. @internal */
export function boundPattern(format: NumberFormat, decimals = defaultDecimals[format]) {
  return { pattern: `,.${decimals}f`, factor: format === 'percent' ? 100 : 1 };
}
