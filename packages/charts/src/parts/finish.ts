import type { ChartRow } from '../attach-data.ts';
import type { ChartSpec } from '../vega-lite.ts';
import type { ChartContract } from './contract.ts';
import { finishPanels, type PanelsPlot } from './finish-panels.ts';
import { finishSlope, type SlopePlot } from './finish-slope.ts';
import { finishStack, type StackPlot } from './finish-stack.ts';
import { finishTrend } from './finish-trend.ts';
import { spanNumbers } from './span-numbers.ts';
import type { TrendPlot } from './trend-plot.ts';

/** What is left to do once the numbers are known, for the kinds of chart whose labels hang on them. */
export type Finish =
  | { kind: 'trend'; plot: TrendPlot }
  | { kind: 'slope'; plot: SlopePlot }
  | { kind: 'stack'; plot: StackPlot }
  | { kind: 'panels'; plot: PanelsPlot };

/** The spec with its axis fitted to the numbers, and with the labels whose place hangs on them. */
export function finishSpec(
  spec: ChartSpec,
  contract: ChartContract,
  rows: readonly ChartRow[],
  numbers: readonly number[],
): ChartSpec {
  const { finish } = contract;
  switch (finish?.kind) {
    case 'trend':
      return finishTrend(spec, contract, finish.plot, rows, numbers);
    case 'slope':
      return finishSlope(spec, contract, finish.plot, rows, numbers);
    case 'stack':
      return finishStack(spec, contract, finish.plot, rows);
    case 'panels':
      return finishPanels(spec, contract, finish.plot, numbers, rows);
  }
  if (contract.domain || contract.curve === 'unit') return structuredClone(spec);
  if (!contract.symmetric) return spanNumbers(spec, numbers, contract.widest ?? contract.largest);
  return spanNumbers(spec, [...numbers, ...numbers.map((value) => -value)], contract.largest);
}
