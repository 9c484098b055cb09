import type { ChartSpec } from '../vega-lite.ts';

/**
 * The same spec with an axis that spans the numbers given. Vega would find the span itself, but warns of every
 * layer that has no row, such as that of marked estimates in a chart without marks.
 */
export function spanNumbers(spec: ChartSpec, numbers: readonly number[], whenEmpty: number): ChartSpec {
  const domain = numbers.length === 0 ? [0, whenEmpty] : [Math.min(...numbers), Math.max(...numbers)];
  const [first = 0, last = 0] = domain;
  if (first === last) {
    const margin = Math.abs(first) / 10 || 1;
    domain.splice(0, 2, first - margin, last + margin);
  }
  return JSON.parse(
    JSON.stringify(spec, (key, value) =>
      key === 'x' && value?.type === 'quantitative' && value.scale
        ? { ...value, scale: { ...value.scale, domain } }
        : value,
    ),
  );
}
