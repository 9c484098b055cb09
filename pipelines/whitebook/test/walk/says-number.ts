/** Whether a text says a number, rounded to the decimals that the text has, shares in per cent, whatever unit stands beside it. */
export function saysNumber(text: string, value: number, unit: string): boolean {
  const found = /-?\d[\d,]*(?:\.\d+)?/.exec(text)?.[0];
  if (found === undefined) return false;
  const places = found.split('.')[1]?.length ?? 0;
  const scaled = unit === 'share' ? value * 100 : value;
  return Math.abs(Number(found.replaceAll(',', '')) - scaled) <= 0.50000001 * 10 ** -places;
}
