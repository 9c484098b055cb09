import type { DomainCells } from '../design/domain-cells.ts';
import { type LayerFits, subtractFits } from './calibration-fit.ts';
import { unitVariance } from './domain-variance.ts';
import { LANES } from './prepared-columns.ts';

/**
 * Variance in every domain of a calibrated design. Outside the domain the residual is −xB, not 0, so every unit has one.
 *
 * @param total cell → Σ w u of the statistic of its domain. @param fitOf its fit in every layer; undefined: no variance (NaN).
 */
export function residualVariances(
  cells: DomainCells,
  total: Float64Array,
  fitOf: (level: number) => LayerFits | undefined,
): Float64Array {
  const { design, levels, start, unit } = cells;
  const variance = new Float64Array(levels).fill(Number.NaN);
  const units = design.stages.at(-1)?.units ?? 0;
  const unitTotals = Array.from({ length: LANES }, () => new Float64Array(units));
  const fitted = Array.from(variance.keys()).flatMap((level) => {
    const fit = fitOf(level);
    return fit ? [{ level, fit }] : [];
  });
  for (let i = 0; i < fitted.length; i += LANES) {
    const together = fitted.slice(i, i + LANES);
    subtractFits(
      design,
      together.map(({ fit }) => fit),
      unitTotals,
    );
    together.forEach(({ level }, place) => {
      const own = unitTotals[place]!;
      for (let c = start[level]!; c < start[level + 1]!; c++) own[unit[c]!]! += total[c]!;
      variance[level] = unitVariance(design, own);
    });
  }
  return variance;
}
