/**
 * Hadamard matrix of the smallest order that can be built and is not below `least`: rows of 1 and −1, every two of them
 * orthogonal, the first row all 1.
 *
 * Built by doubling (Sylvester) from orders 1, q + 1 for a prime q ≡ 3 (mod 4) and 2(q + 1) for a prime q ≡ 1 (mod 4)
 * (Paley): every multiple of 4 up to 100 but 52, 92 and 100.
 *
 * @param least a whole number of at least 1.
 * @returns the rows.
 * @throws on anything else.
 *
 * R equivalent: `survey::hadamard(n)`, which has the order above n. Source: Paley 1933.
 * @example hadamard(2) // [Int8Array [1, 1], Int8Array [1, -1]]
 */
export function hadamard(least: number): Int8Array[] {
  if (!(Number.isInteger(least) && least >= 1)) {
    throw new RangeError(`hadamard: least must be a whole number of at least 1; got ${least}`);
  }
  let order = least;
  while (!canBuild(order)) order++;
  const rows = build(order);
  const first = rows[0]!.slice();
  return rows.map((row) => row.map((entry, column) => entry * first[column]!));
}

const canBuild = (order: number): boolean =>
  order === 1 || (order % 2 === 0 && (paleyPrime(order) > 0 || canBuild(order / 2)));

/** The prime that Paley's first or second construction of an order needs; 0: there is none. */
function paleyPrime(order: number): number {
  if (order % 4 !== 0) return 0;
  if (isPrime(order - 1)) return order - 1;
  const q = order / 2 - 1;
  return q % 4 === 1 && isPrime(q) ? q : 0;
}

function build(order: number): Int8Array[] {
  if (order === 1) return [Int8Array.of(1)];
  if (order % 2 === 0 && canBuild(order / 2)) return doubled(build(order / 2), false);
  const q = paleyPrime(order);
  if (q === order - 1) return bordered(q, 1).map((row, i) => row.map((s, j) => (i === j ? 1 : s)));
  return doubled(bordered(q, -1), true);
}

/** Rows H ⊗ [1 1; 1 −1]; where an entry is 0 (Paley's second construction) its block is [1 −1; −1 −1]. */
function doubled(core: readonly Int8Array[], zeros: boolean): Int8Array[] {
  const n = core.length;
  const rows = Array.from({ length: 2 * n }, () => new Int8Array(2 * n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const s = core[i]![j]!;
      const zero = zeros && s === 0;
      rows[i]![j] = zero ? 1 : s;
      rows[i]![n + j] = zero ? -1 : s;
      rows[n + i]![j] = zero ? -1 : s;
      rows[n + i]![n + j] = zero ? -1 : -s;
    }
  }
  return rows;
}

/** Quadratic characters of i − j modulo q, bordered by a row of 1 and a column of −1 (`sign` 1: skew) or 1; 0 on the diagonal. */
function bordered(q: number, sign: 1 | -1): Int8Array[] {
  const character = new Int8Array(q).fill(-1);
  character[0] = 0;
  for (let x = 1; x < q; x++) character[(x * x) % q] = 1;
  return Array.from({ length: q + 1 }, (_, i) =>
    Int8Array.from({ length: q + 1 }, (_, j) => {
      if (i === 0) return j === 0 ? 0 : 1;
      if (j === 0) return -sign;
      return character[(i - j + q) % q]!;
    }),
  );
}

function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
}
