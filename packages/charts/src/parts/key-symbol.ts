import { ink, referenceStroke } from '../palette.ts';
import type { Layer } from '../vega-lite.ts';
import { hatchMark } from './hatch.ts';
import { ruleLayer } from './rule-layer.ts';

export type KeySymbol =
  | { kind: 'none' }
  | { kind: 'point'; colour: string; shape: string; hollow?: boolean }
  | { kind: 'interval'; colour: string; caps: boolean; dot?: boolean }
  | { kind: 'whisker'; colour: string }
  | { kind: 'ribbon'; colour: string }
  | { kind: 'line'; colour: string; dash: readonly number[] }
  | { kind: 'link' }
  | { kind: 'tick' }
  | { kind: 'swatch'; fill: string; stroke: string; hatched?: boolean; dashed?: boolean }
  | { kind: 'reference' };

const swatch = { width: 18, height: 11 };

const widths: Record<KeySymbol['kind'], number> = {
  none: 0,
  point: 16,
  interval: 28,
  whisker: 16,
  ribbon: 26,
  line: 30,
  link: 28,
  tick: 12,
  swatch: 24,
  reference: 14,
};

export const symbolWidth = ({ kind }: KeySymbol) => widths[kind];

const shape = (x: number, y: number, mark: object): Layer =>
  ({ data: { values: [{}] }, encoding: {}, mark: { x, y, opacity: 1, ...mark } }) as Layer;

const point = (x: number, y: number, colour: string, kind: string, hollow = false) =>
  shape(x, y, {
    type: 'point',
    size: 55,
    shape: kind,
    ...(hollow
      ? { fill: ink.paper, stroke: colour, strokeWidth: 1.5 }
      : { fill: colour, stroke: colour, strokeWidth: 0 }),
  });

const level = (x: number, x2: number, y: number, colour: string, strokeWidth: number) =>
  ruleLayer({ x, x2, y, y2: y, colour, strokeWidth });

const upright = (x: number, y: number, half: number, colour: string, strokeWidth: number) =>
  ruleLayer({ x, x2: x, y: y - half, y2: y + half, colour, strokeWidth });

/** A sign of the key, its left end at `x` and its middle at `y`. */
export function symbolLayers(symbol: KeySymbol, x: number, y: number): Layer[] {
  switch (symbol.kind) {
    case 'none':
      return [];
    case 'point':
      return [point(x + 5, y, symbol.colour, symbol.shape, symbol.hollow)];
    case 'interval': {
      const strokeWidth = symbol.caps ? 1.25 : 2;
      return [
        level(x, x + 22, y, symbol.colour, strokeWidth),
        ...(symbol.dot ? [point(x + 11, y, symbol.colour, 'circle')] : []),
        ...(symbol.caps ? [x, x + 22] : []).map((end) => upright(end, y, 3.5, symbol.colour, strokeWidth)),
      ];
    }
    case 'whisker':
      return [upright(x + 5, y, 8, symbol.colour, 2), point(x + 5, y, symbol.colour, 'circle')];
    case 'ribbon':
      return [
        shape(x + 10, y, { type: 'rect', width: 20, height: 11, fill: symbol.colour, opacity: 0.2 }),
        level(x, x + 20, y, symbol.colour, 2),
      ];
    case 'line':
      return [
        ruleLayer({
          x,
          x2: x + 24,
          y,
          y2: y,
          colour: symbol.colour,
          strokeWidth: 2,
          strokeDash: [...symbol.dash],
        }),
      ];
    case 'link':
      return [level(x, x + 22, y, ink.link, 2.5)];
    case 'tick':
      return [upright(x + 3, y, 6, ink.title, 2)];
    case 'swatch':
      return [
        shape(x + swatch.width / 2, y, {
          type: 'rect',
          ...swatch,
          fill: symbol.fill,
          stroke: symbol.stroke,
          strokeWidth: symbol.dashed ? 1.25 : 0.75,
          ...(symbol.dashed && { strokeDash: [3, 2] }),
        }),
        ...(symbol.hatched
          ? [shape(x + swatch.width / 2, y, hatchMark(swatch.width, swatch.height, 6))]
          : []),
      ];
    case 'reference': {
      const { colour, ...stroke } = referenceStroke;
      return [ruleLayer({ x: x + 4, x2: x + 4, y: y - 8, y2: y + 8, colour, ...stroke })];
    }
  }
}
