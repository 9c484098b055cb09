/** A pivot below this, after scaling to unit diagonal: the matrix is singular to rounding. */
const SINGULAR = 1e-12;

/** V = S L L' S, S diagonal and L lower triangular. */
export interface ScaledCholesky {
  readonly scale: Float64Array;
  /** by rows */
  readonly lower: Float64Array;
}

/** Cholesky decomposition of a symmetric matrix (q × q by rows) on unit diagonal; undefined if it is singular. */
export function scaledCholesky(v: ArrayLike<number>, q: number): ScaledCholesky | undefined {
  const scale = Float64Array.from({ length: q }, (_, j) => Math.sqrt(v[j * q + j]!));
  const lower = new Float64Array(q * q);
  for (let i = 0; i < q; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = v[i * q + j]! / (scale[i]! * scale[j]!);
      for (let k = 0; k < j; k++) rest -= lower[i * q + k]! * lower[j * q + k]!;
      if (i !== j) lower[i * q + j] = rest / lower[j * q + j]!;
      else if (rest > SINGULAR) lower[i * q + i] = Math.sqrt(rest);
      else return undefined;
    }
  }
  return { scale, lower };
}

/** L⁻¹ S⁻¹ b: its squares add up to b' V⁻¹ b. */
export function whiten({ scale, lower }: ScaledCholesky, b: ArrayLike<number>): Float64Array {
  const q = scale.length;
  const white = new Float64Array(q);
  for (let i = 0; i < q; i++) {
    let rest = b[i]! / scale[i]!;
    for (let k = 0; k < i; k++) rest -= lower[i * q + k]! * white[k]!;
    white[i] = rest / lower[i * q + i]!;
  }
  return white;
}

/** b' V⁻¹ b; NaN if V is singular. */
export function quadraticForm(v: ArrayLike<number>, b: ArrayLike<number>): number {
  const decomposition = scaledCholesky(v, b.length);
  return decomposition ? whiten(decomposition, b).reduce((sum, own) => sum + own ** 2, 0) : Number.NaN;
}
