import type { Lang } from '../chart-text.ts';
import { latinMarks } from '../text/latin-marks.ts';
import { textWidth } from '../text/text-width.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Layer } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';
import { type KeySymbol, symbolLayers, symbolWidth } from './key-symbol.ts';
import { textLayer } from './text-layer.ts';

export interface KeyItem {
  symbol: KeySymbol;
  label: string;
}

interface PlacedItem extends KeyItem {
  lines: string[];
  x: number;
  top: number;
}

export interface Key {
  height: number;
  draw: (left: number, top: number) => Layer[];
}

/** The key in reading order, on as many rows as the width asks for. */
export function key(items: readonly KeyItem[], width: number, sizes: Measures, lang: Lang): Key {
  const font = { ...sizes.small, lineHeight: sizes.small.lineHeight + 2 };
  const gap = sizes.small.size < 10.5 ? 12 : 20;
  const placed: PlacedItem[] = [];
  let x = 0;
  let top = 0;
  let rowHeight = 0;
  for (const item of items) {
    const indent = symbolWidth(item.symbol);
    const lines = wrapText(latinMarks(item.label, lang), font, width - indent);
    const itemWidth = indent + Math.max(0, ...lines.map((line) => textWidth(line, font)));
    if (x > 0 && x + itemWidth > width) {
      x = 0;
      top += rowHeight;
      rowHeight = 0;
    }
    placed.push({ ...item, lines, x, top });
    x += itemWidth + gap;
    rowHeight = Math.max(rowHeight, lines.length * font.lineHeight);
  }
  const draw = (left: number, above: number) =>
    placed.flatMap((item) => [
      ...symbolLayers(item.symbol, left + item.x, above + item.top + font.lineHeight / 2),
      textLayer({
        lines: item.lines,
        x: left + item.x + symbolWidth(item.symbol),
        top: above + item.top,
        font,
      }),
    ]);
  return { height: top + rowHeight, draw };
}
