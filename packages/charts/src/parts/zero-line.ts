import { ink } from '../palette.ts';
import type { Layer } from '../vega-lite.ts';
import type { XEncoding } from './estimate-chart.ts';

/** An upright line where the axis is zero. */
export const zeroLine = (x: XEncoding, height: number): Layer => ({
  data: { values: [{}] },
  mark: { type: 'rule', color: ink.axis, strokeWidth: 1 },
  encoding: { x: { ...x, datum: 0 }, y: { value: 0 }, y2: { value: height } },
});
