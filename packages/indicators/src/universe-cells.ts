import { type DomainCells, domainCells } from '@wavebook/survey-stats';
import { type Breakdown, breakdownOf } from './breakdown.ts';
import type { WeightedWave } from './weighted-wave.ts';

/** A breakdown of the people in a universe, and its cells in both designs. */
export interface BreakdownCells extends Breakdown {
  readonly weighted: DomainCells;
  readonly unweighted: DomainCells;
}

const wholeBreakdowns = new WeakMap<WeightedWave, Map<string, Breakdown | undefined>>();

/** A breakdown of all records, made once a wave. */
function wholeBreakdown(source: WeightedWave, id: string): Breakdown | undefined {
  const known = wholeBreakdowns.get(source) ?? new Map<string, Breakdown | undefined>();
  wholeBreakdowns.set(source, known);
  if (!known.has(id)) known.set(id, breakdownOf(source.records, id));
  return known.get(id);
}

/** Cells of the breakdowns of one universe, each made when it is first asked for. */
export class UniverseCells {
  private readonly known = new Map<string, BreakdownCells | undefined>();
  private readonly source: WeightedWave;
  private readonly mask: Uint8Array;

  constructor(source: WeightedWave, mask: Uint8Array) {
    this.source = source;
    this.mask = mask;
  }

  /** Undefined if the records lack a variable of the breakdown. */
  of(id: string): BreakdownCells | undefined {
    if (!this.known.has(id)) this.known.set(id, this.make(id));
    return this.known.get(id);
  }

  private make(id: string): BreakdownCells | undefined {
    const whole = wholeBreakdown(this.source, id);
    if (!whole) return undefined;
    const codes = new Int32Array(whole.codes.length).fill(-1);
    for (let row = 0; row < codes.length; row++) if (this.mask[row]) codes[row] = whole.codes[row] as number;
    const { design, unweighted } = this.source;
    const weighted = domainCells(design, codes, whole.levels.length);
    return {
      ...whole,
      codes,
      weighted,
      unweighted: domainCells(unweighted, codes, whole.levels.length, weighted),
    };
  }
}
