import { ink } from '../palette.ts';

/**
 * Slanting lines within a rectangle about the origin, as the path of a symbol of size 4, whose unit is a pixel.
 */
function hatchPath(width: number, height: number, step: number): string {
  const [right, bottom] = [width / 2, height / 2];
  const lines: string[] = [];
  for (let sum = -right - bottom + step; sum < right + bottom; sum += step) {
    const from = Math.min(right, sum + bottom);
    const to = Math.max(-right, sum - bottom);
    if (from - to < 1) continue;
    const round = (value: number) => Math.round(value * 100) / 100;
    lines.push(`M${round(from)},${round(sum - from)}L${round(to)},${round(sum - to)}`);
  }
  return lines.join('');
}

/** A hatched rectangle as a point mark. */
export const hatchMark = (width: number, height: number, step: number) =>
  ({
    type: 'point',
    shape: hatchPath(width, height, step),
    size: 4,
    opacity: 1,
    fill: 'transparent',
    stroke: ink.hatch,
    strokeWidth: 1,
  }) as const;
