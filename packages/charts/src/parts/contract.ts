import type { Lang } from '../chart-text.ts';
import type { NumberFormat } from '../number-format.ts';
import type { ChartSpec } from '../vega-lite.ts';
import type { ChartWidth } from '../widths.ts';
import type { EstimateFields } from './estimate-fields.ts';
import type { Finish } from './finish.ts';

export type ChartKind =
  | 'bar-with-intervals'
  | 'dot-whisker'
  | 'comparator'
  | 'line-trend'
  | 'province-tile-grid'
  | 'heat-table'
  | 'origin-destination-matrix'
  | 'dumbbell'
  | 'slope'
  | 'pyramid'
  | 'bar-stacked'
  | 'bar-diverging'
  | 'tornado'
  | 'small-multiples'
  | 'tile-multiples'
  | 'line-ecdf'
  | 'line-lorenz'
  | 'dot-funnel';

/** What a builder asks of the rows; it travels in `usermeta.chart`, where `attachData` reads it. */
export interface ChartContract {
  kind: ChartKind;
  lang: Lang;
  title: string;
  subtitle: string;
  size: ChartWidth;
  fields: EstimateFields & { group?: string };
  categories: string[];
  groups?: string[];
  /** Labels of the categories and groups whose label is not the value in the rows. */
  labels?: Record<string, string>;
  group_labels?: Record<string, string>;
  measure: { title: string; format: NumberFormat; decimals?: number; largest?: number };
  largest: number;
  domain?: [number, number];
  reference?: number;
  mark_width: number;
  mark_size: number;
  /** The category is a number along an axis: a share of people, or a quantity up to `widest`. */
  curve?: 'unit' | 'quantity';
  widest?: number;
  /** Several rows may stand at one place of the axis, each with a share of its own. */
  scattered?: boolean;
  /** Categories may be without a row. */
  sparse?: boolean;
  /** Categories whose figures were published elsewhere and carry no interval. */
  published?: string[];
  /** A withheld estimate, too, has room for a single sign only. */
  single_sign?: boolean;
  /** The axis spans as much on one side of zero as on the other. */
  symmetric?: boolean;
  /** How estimates to be used with caution are drawn; charts without it explain signs in their own key. */
  signs?: 'bar' | 'stack' | 'point' | 'cell';
  /** What a cell without a row means. */
  absent?: string;
  /** What is added to the spec once the numbers are known. */
  finish?: Finish;
}

export function contractOf(spec: ChartSpec): ChartContract {
  const contract = spec.usermeta?.chart as ChartContract | undefined;
  if (contract === undefined) {
    throw new Error('attachData: expected a spec made by a chart builder; usermeta.chart is missing');
  }
  return contract;
}
