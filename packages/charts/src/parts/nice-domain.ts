import * as vega from 'vega';

/** What vega's types leave out. */
const linear = vega.scale('linear') as () => {
  domain: (ends: number[]) => {
    nice: (count: number) => { domain: () => [number, number] };
    ticks: (count: number) => number[];
  };
};

/** Round ends of an axis that spans the numbers. */
export function niceDomain(
  numbers: readonly number[],
  whenEmpty: number,
  { zero, ticks }: { zero: boolean; ticks: number },
): [number, number] {
  const all = zero ? [...numbers, 0] : numbers;
  let first = all.length === 0 ? 0 : Math.min(...all);
  let last = all.length === 0 ? whenEmpty : Math.max(...all);
  if (first === last) {
    const margin = Math.abs(first) / 10 || 1;
    first -= margin;
    last += margin;
  }
  return linear().domain([first, last]).nice(ticks).domain();
}

/** Round values within an axis. */
export const niceTicks = (domain: readonly [number, number], count: number): number[] =>
  linear()
    .domain([...domain])
    .ticks(count);
