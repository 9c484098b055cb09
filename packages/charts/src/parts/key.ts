import type { Lang } from '../chart-text.ts';
import { ink, referenceStroke } from '../palette.ts';
import { latinMarks } from '../text/latin-marks.ts';
import { textWidth } from '../text/text-width.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Layer } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';
import { ruleLayer } from './rule-layer.ts';
import { textLayer } from './text-layer.ts';

type KeySymbol =
  | { kind: 'point'; colour: string; shape: string; hollow?: boolean }
  | { kind: 'interval'; colour: string; caps: boolean; dot?: boolean }
  | { kind: 'whisker'; colour: string }
  | { kind: 'reference' };

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

const gap = 20;
const symbolWidth = (symbol: KeySymbol) =>
  symbol.kind === 'interval' ? 28 : symbol.kind === 'reference' ? 14 : 16;

/** The key in reading order, on as many rows as the width asks for. */
export function key(items: KeyItem[], width: number, sizes: Measures, lang: Lang): Key {
  const font = { ...sizes.small, lineHeight: sizes.small.lineHeight + 2 };
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

function symbolLayers(symbol: KeySymbol, x: number, y: number): Layer[] {
  if (symbol.kind === 'point') {
    const { colour, shape, hollow } = symbol;
    const paint = hollow
      ? { fill: ink.paper, stroke: colour, strokeWidth: 1.5 }
      : { fill: colour, stroke: colour, strokeWidth: 0 };
    return [
      {
        data: { values: [{}] },
        encoding: {},
        mark: { type: 'point', x: x + 5, y, size: 55, opacity: 1, shape, ...paint },
      },
    ];
  }
  if (symbol.kind === 'whisker') {
    const dot: KeySymbol = { kind: 'point', colour: symbol.colour, shape: 'circle' };
    return [
      ruleLayer({ x: x + 5, x2: x + 5, y: y - 8, y2: y + 8, colour: symbol.colour, strokeWidth: 2 }),
      ...symbolLayers(dot, x, y),
    ];
  }
  if (symbol.kind === 'reference') {
    return [ruleLayer({ x: x + 4, x2: x + 4, y: y - 8, y2: y + 8, ...referenceStroke })];
  }
  const line = { colour: symbol.colour, strokeWidth: symbol.caps ? 1.25 : 2 };
  const caps = symbol.caps ? [x, x + 22] : [];
  const dot: KeySymbol = { kind: 'point', colour: symbol.colour, shape: 'circle' };
  return [
    ruleLayer({ x, x2: x + 22, y, y2: y, ...line }),
    ...(symbol.dot ? symbolLayers(dot, x + 6, y) : []),
    ...caps.map((end) => ruleLayer({ x: end, x2: end, y: y - 3.5, y2: y + 3.5, ...line })),
  ];
}
