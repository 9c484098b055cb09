import { referenceStroke } from '../palette.ts';
import type { Layer } from '../vega-lite.ts';
import type { KeyItem } from './key.ts';
import type { numberEncoding } from './number-axis.ts';

/** A value to compare with, such as the national average. */
export interface Reference {
  value: number;
  /** What it is and how much, as it should be read: `全国 41.2%`. */
  label: string;
}

export function referenceKey(reference: Reference | undefined): KeyItem[] {
  return reference ? [{ symbol: { kind: 'reference' }, label: reference.label }] : [];
}

export function referenceLayers(
  reference: Reference | undefined,
  x: ReturnType<typeof numberEncoding>,
  plotHeight: number,
): Layer[] {
  if (!reference) return [];
  const { colour: color, ...stroke } = referenceStroke;
  return [
    {
      data: { values: [{}] },
      mark: { type: 'rule', color, ...stroke },
      encoding: {
        x: { ...x, datum: reference.value },
        y: { value: 0 },
        y2: { value: plotHeight },
        yOffset: { value: 0 },
      },
    },
  ];
}
