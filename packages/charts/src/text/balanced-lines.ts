import { type Font, textWidth } from './text-width.ts';

/** The end of a clause. */
export const clauseEnd = /[，；：。！？、,;:.!?]$/u;
const opening = /^[（《〈【〔「『“‘(["']/u;

/**
 * What a break inside Chinese text costs, on the scale of squared relative deviations from the even width. At 0.7
 * a break at the end of a clause wins unless one of two lines becomes a quarter of the other.
 */
const breakWithinClause = 0.7;

function breakCost(before: string, after: string): number {
  return before.endsWith(' ') || clauseEnd.test(before) || opening.test(after) ? 0 : breakWithinClause;
}

interface Layout {
  cost: number;
  lines: string[];
}

/**
 * Sets unbreakable pieces in a given number of lines, about equally long; breaks at the end of a clause, before an
 * opening bracket and at spaces come before breaks inside Chinese text.
 *
 * @returns undefined if no such setting fits the width.
 */
export function balancedLines(
  pieces: readonly string[],
  count: number,
  font: Font,
  width: number,
): string[] | undefined {
  const even = textWidth(pieces.join('').trimEnd(), font) / count;
  /** The best setting of the first `end` pieces in the lines so far. */
  let settings = new Map<number, Layout>([[0, { cost: 0, lines: [] }]]);
  for (let line = 1; line <= count; line++) {
    const next = new Map<number, Layout>();
    for (const [start, { cost, lines }] of settings) {
      for (let end = start + 1; end <= pieces.length; end++) {
        const text = pieces.slice(start, end).join('').trim();
        const wide = textWidth(text, font);
        if (wide > width) break;
        if (text === '') continue;
        const total =
          cost +
          ((wide - even) / even) ** 2 +
          (end < pieces.length ? breakCost(pieces[end - 1] ?? '', pieces[end] ?? '') : 0);
        const known = next.get(end);
        if (known === undefined || total < known.cost)
          next.set(end, { cost: total, lines: [...lines, text] });
      }
    }
    settings = next;
  }
  return settings.get(pieces.length)?.lines;
}
