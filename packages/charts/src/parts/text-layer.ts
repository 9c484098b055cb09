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

/**
 * Lines of text at a fixed place. The text comes as data, so nothing in it is ever evaluated; as a constant of the
 * mark it would be compiled, and vega fails at a text such as `constructor`.
 */
export function textLayer({ lines, x, top, font, colour = ink.text, align = 'left' }: PlacedText): Layer {
  return {
    data: { values: [{ text_lines: lines }] },
    encoding: { text: { field: 'text_lines', type: 'nominal' } },
    mark: {
      type: 'text',
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
