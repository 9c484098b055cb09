import type { EstimateRow, Indicator, ManifestWave } from '@wavebook/schema';
import { measuredVariables } from '@wavebook/schema/indicators';
import { pt, qt } from '@wavebook/survey-stats';
import { type Comparison, figure } from './comparison.ts';

/** The question of an indicator in a wave: a trend breaks where it differs. */
const questionOf = ({ measure }: Indicator, wave: ManifestWave): string =>
  measuredVariables(measure)
    .map((variable) => wave.questions[variable] ?? '')
    .join('/');

/**
 * The change of every indicator from the earliest wave that asked the same question to the latest, on the trend variant. The samples are
 * drawn anew in each wave, so the variance is V1 + V2; degrees of freedom are the smaller of the two. Structures are left out, and so
 * is a change whose error is zero, such as that of a share that is 0 in both waves: there is nothing to test.
 */
export function compareWaves(
  estimates: readonly EstimateRow[],
  indicators: readonly Indicator[],
  waves: readonly ManifestWave[],
): Comparison[] {
  const ordered = [...waves].sort((a, b) => (a.wave < b.wave ? -1 : 1));
  return indicators.flatMap((indicator) => {
    if (indicator.measure.kind === 'structure') return [];
    const measured = ordered.flatMap((wave) => {
      const row = estimates.find(
        (r) =>
          r.indicator === indicator.id &&
          r.wave === wave.wave &&
          r.variant === 'trend' &&
          r.domain === 'all' &&
          r.weighting === 'weighted',
      );
      return row && row.estimate !== null && row.se !== null && row.df !== null
        ? [{ wave, row, estimate: row.estimate, se: row.se, df: row.df }]
        : [];
    });
    const last = measured.at(-1);
    const first =
      last && measured.find(({ wave }) => questionOf(indicator, wave) === questionOf(indicator, last.wave));
    if (!first || !last || first === last) return [];
    const difference = last.estimate - first.estimate;
    const se = Math.hypot(first.se, last.se);
    if (!(se > 0)) return [];
    const df = Math.min(first.df, last.df);
    const half = qt(0.975, df) * se;
    return [
      {
        id: [
          indicator.id,
          'trend',
          last.wave.instrument,
          last.wave.wave,
          'wave',
          `${first.wave.wave}-${last.wave.wave}`,
        ].join('.'),
        indicator: indicator.id,
        instrument: last.wave.instrument,
        wave: last.wave.wave,
        domain: 'wave',
        from: first.wave.wave,
        to: last.wave.wave,
        unit: indicator.unit,
        difference: figure(difference),
        se: figure(se),
        ci_low: figure(difference - half),
        ci_high: figure(difference + half),
        df,
        p_value: figure(2 * pt(-Math.abs(difference / se), df)),
        confidential: first.row.confidential || last.row.confidential,
        synthetic: first.row.synthetic || last.row.synthetic,
      },
    ];
  });
}
