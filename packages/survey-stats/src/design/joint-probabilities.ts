import type { EncodedIds } from './encode-ids.ts';
import type { SamplingStage, StageUnits } from './sampling-stage.ts';

/** Joint inclusion probabilities of PSUs: of all of them, or of those of one stratum. */
export interface JointProbabilities {
  /** stratum id; absent: the matrix holds the PSUs of the whole design */
  readonly stratum?: number | string | undefined;
  /** PSU ids in the order of the rows and columns; absent, only where every row is its own PSU: the rows in order */
  readonly psu?: ArrayLike<number | string> | undefined;
  /** row by row: the probability that both PSUs are drawn; on the diagonal that of each PSU */
  readonly matrix: ArrayLike<ArrayLike<number>>;
}

/** PSUs whose joint probabilities are known, and D = (p_ij − p_i p_j)/p_ij by rows, 1 − p_i on the diagonal. */
export interface JointBlock {
  /** ascending */
  readonly psus: Int32Array;
  readonly d: Float64Array;
  /** Σ of each row of D */
  readonly rowSum: Float64Array;
}

/** The diagonal and the first stage's fpc are two copies of one number, possibly rounded in a file. */
const SAME_PROBABILITY = 1e-6;

export function jointBlocks(
  given: JointProbabilities | readonly JointProbabilities[],
  stage: SamplingStage,
  units: StageUnits,
  strata: EncodedIds,
  ids: EncodedIds | undefined,
): JointBlock[] {
  const blocks: readonly JointProbabilities[] = 'matrix' in given ? [given] : given;
  const seen = new Uint8Array(units.units);
  const made = blocks.map((block) => {
    const h = block.stratum === undefined ? -1 : strata.labels.indexOf(block.stratum);
    if (block.stratum !== undefined && h < 0) {
      throw new RangeError(
        `surveyDesign: joint probabilities are given for stratum "${block.stratum}", which the sample does not have`,
      );
    }
    const psus = psusOf(block, h, units, ids);
    for (const psu of psus) seen[psu]!++;
    return oneBlock(block, psus, stage);
  });
  const without = seen.findIndex((times) => times !== 1);
  if (without >= 0) {
    const label = strata.labels[units.group[without]!];
    throw new RangeError(
      `surveyDesign: every sampled PSU must be in exactly one matrix of joint probabilities; PSU ${without + 1}${label === '' ? '' : ` (stratum "${label}")`} is in ${seen[without]}`,
    );
  }
  return made;
}

/** PSU of each row of the matrix. */
function psusOf(
  block: JointProbabilities,
  h: number,
  units: StageUnits,
  ids: EncodedIds | undefined,
): Int32Array {
  const candidates = new Map<number | string, number>();
  const order: number[] = [];
  for (let row = 0; row < units.unit.length; row++) {
    const psu = units.unit[row]!;
    if (h >= 0 && units.group[psu] !== h) continue;
    if (!ids) {
      order.push(psu);
      continue;
    }
    const id = ids.labels[ids.codes[row]!]!;
    const known = candidates.get(id);
    if (known !== undefined && known !== psu) {
      throw new RangeError(
        `surveyDesign: PSU "${id}" occurs in more than one stratum; give the joint probabilities of each stratum by its own matrix with stratum`,
      );
    }
    candidates.set(id, psu);
  }
  const expected = ids ? candidates.size : order.length;
  const size = block.matrix.length;
  if (size !== expected) {
    throw new RangeError(
      `surveyDesign: a matrix of joint probabilities must have one row for each PSU${h < 0 ? '' : ` of stratum "${block.stratum}"`}; expected ${expected}, got ${size}`,
    );
  }
  if (!ids) return Int32Array.from(order);
  const { psu } = block;
  if (psu === undefined || psu.length !== size) {
    throw new RangeError(
      `surveyDesign: joint probabilities need the PSU ids of their rows, psu; expected ${size}, got ${psu?.length ?? 'none'}`,
    );
  }
  return Int32Array.from({ length: size }, (_, i) => {
    const found = candidates.get(psu[i]!);
    if (found === undefined) {
      throw new RangeError(
        `surveyDesign: joint probabilities name PSU "${psu[i]}", which the sample does not have`,
      );
    }
    return found;
  });
}

function oneBlock({ matrix }: JointProbabilities, psus: Int32Array, stage: SamplingStage): JointBlock {
  const n = psus.length;
  const place = Int32Array.from(psus, (_, i) => i).sort((a, b) => psus[a]! - psus[b]!);
  const d = new Float64Array(n * n);
  const rowSum = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const from = place[i]!;
    const p = matrix[from]![from]!;
    const known = stage.probability?.[psus[from]!] ?? Number.NaN;
    if (!(Math.abs(p - known) <= SAME_PROBABILITY * known)) {
      throw new RangeError(
        `surveyDesign: the diagonal of the joint probabilities must be the PSUs' own probabilities (fpc); row ${from + 1} has ${p}, fpc says ${known}`,
      );
    }
    for (let j = 0; j < n; j++) {
      const to = place[j]!;
      const both = matrix[from]![to]!;
      if (!(both > 0 && both <= 1) || Math.abs(both - matrix[to]![from]!) > SAME_PROBABILITY * both) {
        throw new RangeError(
          `surveyDesign: joint probabilities must be above 0, at most 1 and symmetric; row ${from + 1}, column ${to + 1} has ${both}. Pairs that can never be drawn together leave the variance without an unbiased estimate: take 'brewer'`,
        );
      }
      const value = i === j ? 1 - p : (both - p * matrix[to]![to]!) / both;
      d[i * n + j] = value;
      rowSum[i]! += value;
    }
  }
  return { psus: psus.slice().sort(), d, rowSum };
}
