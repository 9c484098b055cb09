import type { Lang } from '../chart-text.ts';
import { axisLabels, type NumberFormat } from '../number-format.ts';

/** The axis of the estimates. */
export interface NumberAxis {
  title: string;
  format: NumberFormat;
  /** Decimals of the printed numbers; by default 1, for yuan 0. */
  decimals?: number;
  /** First and last value of the axis; by default it follows the data. Give it to make charts comparable. */
  domain?: readonly [number, number];
  /** Largest absolute number to print; it decides how wide the columns of numbers are, and the unit of counts and sums. */
  largest?: number;
}

/** An x encoding on the axis that all layers share. */
export function numberEncoding(
  axis: NumberAxis,
  lang: Lang,
  zero: boolean,
  plotWidth: number,
  absolute = false,
) {
  const tickCount = Math.max(3, Math.min(7, Math.round(plotWidth / 75)));
  return {
    type: 'quantitative' as const,
    scale: axis.domain ? { domain: [...axis.domain], nice: false, zero } : { zero, nice: tickCount },
    axis: {
      title: null,
      grid: true,
      ...axisLabels({ ...axis, lang }, absolute),
      tickCount,
      labelFlush: false,
      labelOverlap: true,
    },
  };
}
