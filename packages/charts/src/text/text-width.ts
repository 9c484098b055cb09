import { advanceOf, type FontWeight } from './font-data.ts';

export interface Font {
  /** Size in pixels. */
  size: number;
  weight: FontWeight;
}

/**
 * Width of a line of text in pixels, from the advances of the chart fonts: no canvas, no system fonts, the same
 * number everywhere.
 *
 * @example textWidth('北京', { size: 12, weight: 400 }) // 24
 */
export function textWidth(text: string, font: Font): number {
  let advance = 0;
  for (const char of text) advance += advanceOf(char.codePointAt(0) ?? 0, font.weight);
  return (advance * font.size) / 1000;
}
