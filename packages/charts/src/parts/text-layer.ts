import { ink } from '../palette.ts';
import type { Layer } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';

export interface PlacedText {
  lines: string[];
  /** Pixels from the left of the plot. */
  x: number;
  /** Top of the first line, in pixels from the top of the plot. */
  top: number;
  font: Measures['label'];
  colour?: string;
  align?: 'left' | 'center' | 'right';
}

/** Lines of text at a fixed place. The text is a constant of the mark, so nothing in it is ever evaluated. */
export function textLayer({ lines, x, top, font, colour = ink.text, align = 'left' }: PlacedText): Layer {
  return {
    data: { values: [{}] },
    encoding: {},
    mark: {
      type: 'text',
      text: lines,
      x,
      y: top + (font.lineHeight + font.size * 0.74) / 2,
      align,
      baseline: 'alphabetic',
      color: colour,
      fontSize: font.size,
      fontWeight: font.weight,
      lineHeight: font.lineHeight,
    },
  };
}
