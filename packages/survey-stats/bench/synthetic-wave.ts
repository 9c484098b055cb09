/**
 * A synthetic wave for the benchmark: unequal weights, PSUs in strata in provinces, 0 to 15 % without an answer. Columns stand on
 * shared memory, so that threads need no copies.
 */
export interface SyntheticWave {
  readonly rows: number;
  readonly weight: Float64Array;
  readonly strata: Int32Array;
  readonly psu: Int32Array;
  /** name → codes from 0, −1 for none */
  readonly breakdowns: readonly {
    readonly name: string;
    readonly levels: number;
    readonly codes: Int32Array;
  }[];
  /** alternately shares (0 or 1) and values */
  readonly indicators: readonly {
    readonly name: string;
    readonly isShare: boolean;
    readonly y: Float64Array;
  }[];
  /** complete variables to calibrate to, about 80 levels in all */
  readonly margins: readonly { readonly name: string; readonly levels: number; readonly codes: Int32Array }[];
}

const ROWS_PER_PSU = 20;
const PSUS_PER_STRATUM = 24.3;
const PROVINCES = 32;
const LEVELS = [2, 10, 6, 20, 64, 3, 8, 12, 16, 24, 40];
const MARGIN_LEVELS = [32, 2, 10, 6, 20, 12];

export function syntheticWave(rows: number, breakdowns: number, indicators: number): SyntheticWave {
  let seed = 20180501;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
  };
  const integers = (value: (row: number) => number): Int32Array => {
    const column = new Int32Array(new SharedArrayBuffer(rows * 4));
    for (let row = 0; row < rows; row++) column[row] = value(row);
    return column;
  };
  const numbers = (value: (row: number) => number): Float64Array => {
    const column = new Float64Array(new SharedArrayBuffer(rows * 8));
    for (let row = 0; row < rows; row++) column[row] = value(row);
    return column;
  };
  const psus = rows / ROWS_PER_PSU;
  const strataCount = Math.round(psus / PSUS_PER_STRATUM);
  const psu = integers((row) => Math.floor(row / ROWS_PER_PSU));
  const strata = integers((row) => Math.floor(((psu[row] ?? 0) * strataCount) / psus));
  const province = integers((row) => Math.floor(((strata[row] ?? 0) * PROVINCES) / strataCount));
  return {
    rows,
    weight: numbers(() => 500 + 2000 * random() ** 2),
    strata,
    psu,
    breakdowns: [
      { name: 'province', levels: PROVINCES, codes: province },
      ...LEVELS.slice(0, breakdowns - 1).map((levels, i) => ({
        name: `by${i + 1}`,
        levels,
        codes: integers(() => (random() < 0.02 ? -1 : Math.floor(random() * levels))),
      })),
    ],
    indicators: Array.from({ length: indicators }, (_, i) => {
      const isShare = i % 2 === 0;
      const missing = (0.15 * (i % 20)) / 19;
      const answer = isShare ? () => (random() < 0.3 ? 1 : 0) : () => 2000 + Math.floor(4000 * random());
      return {
        name: `${isShare ? 'share' : 'value'}${i + 1}`,
        isShare,
        y: numbers(() => (random() < missing ? Number.NaN : answer())),
      };
    }),
    margins: MARGIN_LEVELS.map((levels, i) => ({
      name: `margin${i + 1}`,
      levels,
      codes: i === 0 ? province : integers(() => Math.floor(random() ** 1.1 * levels)),
    })),
  };
}
