import type { Lang } from '../chart-text.ts';
import type { NumberStyle } from '../number-format.ts';
import { sequentialColours } from '../palette.ts';
import { words } from '../words.ts';
import { type Bins, binLabels, printedUnits } from './bins.ts';
import { cellStroke } from './cell-layers.ts';
import type { KeyItem } from './key.ts';
import { numberPrint } from './number-print.ts';

/** The classes of a measure from low to high, after its name. */
export function classKey(title: string, bins: Bins, style: NumberStyle, lang: Lang): KeyItem[] {
  const labels = binLabels(bins, numberPrint(style), printedUnits(style), words[lang]);
  return [
    { symbol: { kind: 'none' }, label: title },
    ...labels.map((label, index) => {
      const fill = sequentialColours[index] ?? sequentialColours[0];
      return { symbol: { kind: 'swatch' as const, fill, stroke: index === 0 ? cellStroke(0) : fill }, label };
    }),
  ];
}

export function checkBins(caller: string, bins: Bins): void {
  const isRising = bins.every((bound, index) => index === 0 || bound > (bins[index - 1] ?? bound));
  if (bins.length !== 4 || !bins.every(Number.isFinite) || !isRising) {
    throw new Error(`${caller}: bins must be four rising numbers; got ${bins.join(', ')}`);
  }
}
