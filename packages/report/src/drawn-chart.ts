import type { ChartRow, ChartSpec } from '@wavebook/charts';

/** A chart in one language, with the numbers behind it; suppressed rows hold the mark and the reason only. */
export interface DrawnChart {
  readonly spec: ChartSpec;
  readonly headline: string;
  readonly data: ChartRow[];
}
