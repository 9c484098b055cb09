import type { DomainCells } from '../design/domain-cells.ts';

/** PSUs minus strata that hold rows of non-zero weight of the domains that enter. */
export function combinedDf(cells: DomainCells, enters: (level: number) => boolean): number {
  const { design } = cells;
  const psuSeen = new Uint8Array(design.psus);
  const stratumSeen = new Uint8Array(design.strata);
  let df = 0;
  for (let row = 0; row < design.rows; row++) {
    const level = cells.levelOfRow[row]!;
    if (level === cells.levels || !enters(level)) continue;
    const psu = design.psu[row]!;
    if (psuSeen[psu] === 1) continue;
    psuSeen[psu] = 1;
    df++;
    const h = design.psuStratum[psu]!;
    if (stratumSeen[h] === 1) continue;
    stratumSeen[h] = 1;
    df--;
  }
  return df;
}
