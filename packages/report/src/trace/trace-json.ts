import { qualityVerdict } from '../words/verdict.ts';
import { shownComparison, shownEstimate } from './shown-estimate.ts';
import type { Trace } from './trace.ts';

/** A trace for a program: the same as `traceText` prints, as plain data. Withheld numbers are null unless they are asked for. */
export function traceData(trace: Trace, { showWithheld = false } = {}): Record<string, unknown> {
  const { id, figure, comparison, programme, status, indicator, counted, waves, chain } = trace;
  return {
    id,
    ...(figure ? { figure } : {}),
    ...(comparison ? { comparison: shownComparison(comparison, showWithheld) } : {}),
    ...(programme
      ? {
          programme: {
            ...shownEstimate(programme, showWithheld),
            verdict: { zh: qualityVerdict(programme, 'zh'), en: qualityVerdict(programme, 'en') },
          },
        }
      : {}),
    ...(status ? { status } : {}),
    ...(indicator ? { indicator } : {}),
    ...(counted ? { counted } : {}),
    waves: waves.map(({ wave, weights }) => ({
      ...{ instrument: wave.instrument, wave: wave.wave, title: wave.title, synthetic: wave.synthetic },
      ...{ design: wave.design, strata: weights.strata, psus: weights.psus },
      ...{ weight: 'final_weight', controls: wave.controls, kish_deff: weights.final_weight.kish_deff },
    })),
    estimates: trace.rows.map((row) => ({
      ...shownEstimate(row, showWithheld),
      verdict: { zh: qualityVerdict(row, 'zh'), en: qualityVerdict(row, 'en') },
    })),
    ...(trace.programmeRows
      ? { programme_figures: trace.programmeRows.map((row) => shownEstimate(row, showWithheld)) }
      : {}),
    chain,
  };
}
