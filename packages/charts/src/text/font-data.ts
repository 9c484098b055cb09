import data from '../../fonts/advances.json' with { type: 'json' };

/** The weights that the fonts folder holds. */
export type FontWeight = 400 | 700;

function advancesOf(weight: FontWeight): Map<number, number> {
  return new Map(Object.entries(data.advances[weight]).map(([code, advance]) => [Number(code), advance]));
}

const advances: Record<FontWeight, Map<number, number>> = { 400: advancesOf(400), 700: advancesOf(700) };
const coverage = data.coverage as [number, number][];

/** Advance width of a character in thousandths of the font size. */
export function advanceOf(codePoint: number, weight: FontWeight): number {
  return advances[weight].get(codePoint) ?? data.defaultAdvance;
}

/** Whether the fonts of the charts can draw a character. */
export function isCovered(codePoint: number): boolean {
  let low = 0;
  let high = coverage.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = coverage[middle] as [number, number];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}
