import type { ChartWidth } from '../widths.ts';

/** What `finishTrend` needs to place the labels of a trend, in pixels from the top left of the plot. */
export interface TrendPlot {
  size: ChartWidth;
  width: number;
  height: number;
  /** Right end of the room for the names of the series. */
  right: number;
  zero: boolean;
  ticks: number;
  waves: { wave: string; x: number }[];
  series: TrendSeries[];
  breaks: number[];
  published: { x: number; value: number }[];
}

export interface TrendSeries {
  /** Value of the group column; null in a trend of one series. */
  value: string | null;
  /** Its name, wrapped; none in a trend of one series. */
  lines: string[];
  /** How far its points stand from the year, so that whiskers do not cover each other. */
  offset: number;
}
