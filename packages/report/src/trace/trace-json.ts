import { qualityVerdict } from '../words/verdict.ts';
import { shownComparison, shownEstimate } from './shown-estimate.ts';
import type { Trace } from './trace.ts';

/** A trace for a program: the same as `traceText` prints, as plain data. Withheld numbers are null unless they are asked for. */
export function traceData(trace: Trace, { showWithheld = false } = {}): Record<string, unknown> {
  const { id, figure, comparison, indicator, waves, chain } = trace;
  return {
    id,
    ...(figure ? { figure } : {}),
    ...(comparison ? { comparison: shownComparison(comparison, showWithheld) } : {}),
    indicator,
    waves: waves.map(({ wave, weights }) => ({
      ...{ instrument: wave.instrument, wave: wave.wave, title: wave.title, synthetic: wave.synthetic },
      ...{ design: wave.design, strata: weights.strata, psus: weights.psus },
      ...{ weight: 'final_weight', controls: wave.controls, kish_deff: weights.final_weight.kish_deff },
    })),
    estimates: trace.rows.map((row) => ({
      ...shownEstimate(row, showWithheld),
      verdict: { zh: qualityVerdict(row, 'zh'), en: qualityVerdict(row, 'en') },
    })),
    chain,
  };
}
