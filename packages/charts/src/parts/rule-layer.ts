import type { Layer } from '../vega-lite.ts';

export interface PlacedRule {
  /** Pixels from the top left of the plot. */
  x: number;
  x2: number;
  y: number;
  y2: number;
  colour: string;
  strokeWidth: number;
  strokeDash?: number[];
}

/** A straight line at a fixed place. */
export function ruleLayer({ x, x2, y, y2, colour, ...stroke }: PlacedRule): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'rule', color: colour, ...stroke },
    encoding: { x: { value: x }, x2: { value: x2 }, y: { value: y }, y2: { value: y2 } },
  };
}
