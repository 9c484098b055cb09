/** One column of a model's right-hand side. */
export interface Covariate {
  readonly name: string;
  /** row → value; NaN: missing */
  readonly values: Float64Array;
  /** set on the columns that together stand for one categorical variable */
  readonly factor?: FactorLevel | undefined;
}

/** Which level of which categorical variable a column marks. */
export interface FactorLevel {
  readonly name: string;
  readonly level: string;
  /** the level that has no column */
  readonly reference: string;
}

/** A categorical variable: row → level, −1 where missing. */
export interface CodedVariable {
  readonly name: string;
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/**
 * Dummy variables: a categorical variable as 0/1 columns, one a level but for the reference.
 *
 * @param reference the level without a column; default the first.
 * @returns columns named "name: level", in the order of the levels; NaN where the code is −1.
 * @throws on a reference that is no level, fewer than two levels, or a code outside −1 … levels − 1.
 *
 * R equivalent: `model.matrix(~ factor(x))` with `contr.treatment`, without the intercept. Source: treatment coding, no
 * formula.
 * @example
 * dummyVariables({ name: 'sex', codes: Int32Array.of(0, 1, -1), levels: ['men', 'women'] });
 * // [{ name: 'sex: women', values: Float64Array [0, 1, NaN], factor: … }]
 */
export function dummyVariables(variable: CodedVariable, reference = variable.levels[0]): Covariate[] {
  const { name, codes, levels } = variable;
  if (levels.length < 2) {
    throw new RangeError(`dummyVariables: "${name}" must have two levels or more; got ${levels.length}`);
  }
  if (reference === undefined || !levels.includes(reference)) {
    throw new RangeError(
      `dummyVariables: the reference of "${name}" must be one of its levels ${levels.join(', ')}; got "${reference}"`,
    );
  }
  checkCodes('dummyVariables', variable, codes.length);
  return levels.flatMap((level, code) =>
    level === reference
      ? []
      : [
          {
            name: `${name}: ${level}`,
            values: levelColumn(codes, code),
            factor: { name, level, reference },
          },
        ],
  );
}

/** 1 where a row has the code, 0 where it has another, NaN where it has none. */
function levelColumn(codes: Int32Array, code: number): Float64Array {
  const column = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const own = codes[row]!;
    column[row] = own === -1 ? Number.NaN : own === code ? 1 : 0;
  }
  return column;
}

export function checkCodes(caller: string, { name, codes, levels }: CodedVariable, rows: number): void {
  if (codes.length !== rows) {
    throw new RangeError(
      `${caller}: "${name}" must have one code a row of the design; expected ${rows}, got ${codes.length}`,
    );
  }
  const bad = codes.findIndex((code) => code < -1 || code >= levels.length);
  if (bad >= 0) {
    throw new RangeError(
      `${caller}: codes of "${name}" must be −1 (missing) or 0 to ${levels.length - 1}; row index ${bad} has ${codes[bad]}`,
    );
  }
}
