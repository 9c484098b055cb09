import type { Lang } from '../chart-text.ts';
import { ink } from '../palette.ts';
import { latinMarks } from '../text/latin-marks.ts';
import { textWidth } from '../text/text-width.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Layer } from '../vega-lite.ts';
import type { Measures } from '../widths.ts';
import { textLayer } from './text-layer.ts';

/** Longest head that stands upright, in pixels; a longer one is wrapped. */
const longest = 120;

/**
 * Heads over the columns of a table, bottom-aligned: level where they fit, otherwise upright; short Chinese heads
 * stand as Chinese does, one character under the other.
 */
export function columnHeads(
  labels: readonly string[],
  cell: number,
  sizes: Measures,
  lang: Lang,
): { height: number; layers: (top: number) => Layer[] } {
  const font = { ...sizes.small, lineHeight: sizes.small.size * 1.25 };
  const heads = labels.map((label) => latinMarks(label, lang));
  const level = heads.map((label) => wrapText(label, font, cell - 6, { balance: true }));
  const isLevel = heads.every((label, index) => {
    const lines = level[index] ?? [];
    const isWhole = label.split(' ').every((word) => textWidth(word, font) <= cell - 6 || isHan(word));
    return lines.length <= (cell < 40 ? 1 : 4) && isWhole;
  });
  if (isLevel) return stacked(level, cell, font);
  const smaller = { ...font, size: Math.min(font.size, cell - 4), lineHeight: Math.min(13, cell - 1) };
  const small = { ...smaller, weight: 400 as const };
  if (heads.every((label) => isHan(label) && [...label].length <= 6)) {
    return stacked(
      heads.map((label) => [...label]),
      cell,
      small,
    );
  }
  return upright(heads, cell, small);
}

const isHan = (text: string) => /^[\p{Script=Han}（）、：，“”/\d—-]+$/u.test(text);

function stacked(heads: string[][], cell: number, font: Measures['small']) {
  const height = Math.max(0, ...heads.map((lines) => lines.length)) * font.lineHeight + 4;
  return {
    height,
    layers: (top: number) =>
      heads.map((lines, index) =>
        textLayer({
          lines,
          x: (index + 0.5) * cell,
          top: top + height - 4 - lines.length * font.lineHeight,
          font,
          align: 'center',
          colour: ink.text,
        }),
      ),
  };
}

function upright(heads: string[], cell: number, font: Measures['small']) {
  const most = Math.max(1, Math.floor(cell / font.lineHeight));
  const lines = heads.map((label) => wrapped(label, font, most));
  const height = Math.ceil(Math.max(0, ...lines.flat().map((line) => textWidth(line, font)))) + 6;
  const data = lines.map((text_lines, index) => ({
    text_lines,
    head_x: (index + 0.5) * cell - ((text_lines.length - 1) * font.lineHeight) / 2,
  }));
  const layers = (top: number): Layer[] => [
    {
      data: { values: data },
      mark: {
        type: 'text',
        y: top + height - 4,
        angle: 270,
        align: 'left',
        baseline: 'middle',
        fontSize: font.size,
        lineHeight: font.lineHeight,
        color: ink.text,
      },
      encoding: {
        x: { field: 'head_x', type: 'quantitative', scale: null, axis: null },
        text: { field: 'text_lines', type: 'nominal' },
      },
    },
  ];
  return { height, layers };
}

/** On as many lines as a column holds; more than that is not cut but set longer. */
function wrapped(label: string, font: Measures['small'], most: number): string[] {
  for (let width = longest; ; width += 20) {
    const lines = wrapText(label, font, width, { balance: true });
    if (lines.length <= most) return lines;
  }
}
