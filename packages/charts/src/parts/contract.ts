import type { ChartSpec } from '../vega-lite.ts';
import type { EstimateFields } from './estimate-fields.ts';
import type { TrendPlot } from './trend-plot.ts';

/** What a builder asks of the rows; it travels in `usermeta.chart`, where `attachData` reads it. */
export interface ChartContract {
  kind: 'bar-with-intervals' | 'dot-whisker' | 'comparator' | 'line-trend' | 'province-tile-grid';
  lang: string;
  fields: EstimateFields & { group?: string };
  categories: string[];
  groups?: string[];
  largest: number;
  domain?: [number, number];
  reference?: number;
  mark_width: number;
  mark_size: number;
  /** Categories may be without a row. */
  sparse?: boolean;
  /** Categories whose figures were published elsewhere and carry no interval. */
  published?: string[];
  /** A withheld estimate, too, has room for a single sign only. */
  single_sign?: boolean;
  trend?: TrendPlot;
}

export function contractOf(spec: ChartSpec): ChartContract {
  const contract = spec.usermeta?.chart as ChartContract | undefined;
  if (contract === undefined) {
    throw new Error('attachData: expected a spec made by a chart builder; usermeta.chart is missing');
  }
  return contract;
}
