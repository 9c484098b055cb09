import { expect, it } from 'vitest';
import { columnQr, dot } from '../../src/models/column-qr.ts';

/** Läuchli's matrix: columns that differ by 1e-7 only, where one pass of Gram-Schmidt leaves angles of 1e-9. */
it('is orthonormal to rounding for columns that are nearly the same', () => {
  const size = 6;
  const columns = Array.from({ length: size }, (_, j) =>
    Float64Array.from({ length: size + 1 }, (__, k) => (k === 0 ? 1 : k === j + 1 ? 1e-7 : 0)),
  );
  const qr = columnQr(columns);
  if (!('q' in qr)) throw new Error(`column ${qr.dependent} is taken as dependent`);
  qr.q.forEach((a, i) => {
    qr.q.forEach((b, j) => {
      expect(Math.abs(dot(a, b) - (i === j ? 1 : 0))).toBeLessThan(1e-14);
    });
  });
});

it('names the first column that depends on those before it, even to rounding', () => {
  const a = Float64Array.of(1, 2, 3, 5);
  const b = Float64Array.of(0.1, 0.7, 0.3, 0.2);
  const sum = a.map((own, k) => own / 3 + b[k]! / 7);
  expect(columnQr([a, b, sum, a])).toEqual({ dependent: 2 });
  expect(columnQr([new Float64Array(4)])).toEqual({ dependent: 0 });
});
