import type { Lang } from '../chart-text.ts';
import { latinMarks } from '../text/latin-marks.ts';
import { textWidth } from '../text/text-width.ts';
import { wrapText } from '../text/wrap-text.ts';
import { provinceTiles } from './province-tiles.ts';

export interface TileName {
  lines: string[];
  size: number;
}

const padding = 2;

/** The names of all units, each as large as its tile allows: on one line or two, no word cut. */
export function tileNames(
  labels: Readonly<Record<string, string>>,
  side: number,
  sizes: { largest: number; smallest: number },
  lang: Lang,
  caller = 'provinceTileGrid',
): Record<string, TileName> {
  return Object.fromEntries(
    provinceTiles.map(({ unit }) => {
      const label = Object.hasOwn(labels, unit) ? (labels[unit] ?? '') : '';
      const name = fitted(latinMarks(label, lang), side - 2 * padding, sizes);
      if (label.trim() === '' || name === undefined) {
        throw new Error(
          `${caller}: labels must name unit ${unit} so shortly that it fits a tile of ${side} pixels; got ${JSON.stringify(label)}`,
        );
      }
      return [unit, name];
    }),
  );
}

function fitted(label: string, width: number, sizes: { largest: number; smallest: number }) {
  for (let size = sizes.largest; size >= sizes.smallest; size -= 0.5) {
    const font = { size, weight: 400 } as const;
    const lines = wrapText(label, font, width, { balance: true });
    const isWhole = label
      .split(' ')
      .every((word) => textWidth(word, font) <= width || !/^\p{ASCII}+$/u.test(word));
    if (lines.length <= 2 && isWhole) return { lines, size };
  }
  return undefined;
}
