import type { Codebook, Variable } from '@wavebook/schema';
import type { Table } from '@wavebook/tables';
import { type Cells, reasonCode } from '../cells.ts';
import { harmonise } from '../harmonise.ts';

/** How the answers to a variable spread in a wave that is known: shares of codes, or quantiles of numbers (years counted back from the wave). */
export interface Spread {
  readonly wave: string;
  readonly codebook: string;
  /** Share of the records that hold a value. */
  readonly filled: number;
  readonly shares: ReadonlyMap<string, number>;
  readonly quantiles: readonly number[];
}

/** The quantiles that spreads of numbers are compared by. */
export const comparedQuantiles = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Spreads by variable, one a wave; those of a roster over all persons under `member:` and the variable. */
export type ReferenceValues = ReadonlyMap<string, readonly Spread[]>;

const quantilesOf = (values: readonly number[]): number[] => {
  const sorted = Float64Array.from(values).sort();
  return comparedQuantiles.map(
    (p) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN,
  );
};

function spreadOf(parts: readonly Cells[], variable: Variable, codebook: Codebook): Spread | undefined {
  const counts = new Map<string, number>();
  const numbers: number[] = [];
  const notAsked = reasonCode('not_asked');
  let rows = 0;
  let filled = 0;
  const yearsBack = variable.unit === 'year' ? Number(codebook.wave.slice(0, 4)) : 0;
  for (const cells of parts)
    for (let row = 0; row < cells.reasons.length; row++) {
      if (cells.reasons[row] === notAsked) return undefined;
      rows += 1;
      if (cells.reasons[row] !== 0) continue;
      filled += 1;
      if (cells.kind === 'number') numbers.push((cells.values[row] as number) - yearsBack);
      else {
        const code = cells.levels[cells.codes[row] as number] ?? '';
        counts.set(code, (counts.get(code) ?? 0) + 1);
      }
    }
  if (filled === 0) return undefined;
  return {
    wave: codebook.wave,
    codebook: codebook.name,
    filled: filled / rows,
    shares: new Map([...counts].map(([code, count]) => [code, count / filled])),
    quantiles: quantilesOf(numbers),
  };
}

/** The spreads of every variable of waves whose layout is known. */
export function referenceValues(waves: readonly { raw: Table; codebook: Codebook }[]): ReferenceValues {
  const found = new Map<string, Spread[]>();
  const add = (key: string, spread: Spread | undefined): void => {
    if (spread) found.set(key, [...(found.get(key) ?? []), spread]);
  };
  for (const { raw, codebook } of waves) {
    const wave = harmonise(raw, codebook, { synthetic: true });
    for (const variable of wave.unit) {
      const cells = wave.respondents.get(variable.name);
      if (cells && variable.kind !== 'text') add(variable.name, spreadOf([cells], variable, codebook));
    }
    for (const variable of wave.members) {
      const parts = wave.roster.slots.flatMap((slot) => slot.get(variable.name) ?? []);
      if (parts.length > 0 && variable.kind !== 'text')
        add(`member:${variable.name}`, spreadOf(parts, variable, codebook));
    }
  }
  return found;
}
