import fc from 'fast-check';

/** A small sample: strata with at least two PSUs each, unequal weights, answers with gaps, three domains and −1. */
export interface Sample {
  readonly weight: number[];
  readonly strata: number[];
  readonly psu: number[];
  readonly y: number[];
  readonly x: number[];
  readonly domain: number[];
}

interface Row {
  readonly weight: number;
  readonly y: number;
  readonly x: number;
  readonly domain: number;
}

const row = (missing: number): fc.Arbitrary<Row> =>
  fc.record({
    weight: fc.integer({ min: 1, max: 400 }).map((w) => w / 8),
    y: fc.option(fc.integer({ min: -50, max: 50 }), { nil: Number.NaN, freq: missing === 0 ? 1e9 : missing }),
    x: fc.integer({ min: 1, max: 9 }),
    domain: fc.integer({ min: -1, max: 2 }),
  });

export const sample = (missing = 5): fc.Arbitrary<Sample> =>
  fc
    .array(fc.array(fc.array(row(missing), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((strata) => {
      const rows = strata.flatMap((psus, h) =>
        psus.flatMap((members, i) => members.map((m) => ({ ...m, h, i }))),
      );
      return {
        weight: rows.map((r) => r.weight),
        strata: rows.map((r) => r.h),
        psu: rows.map((r) => r.i),
        y: rows.map((r) => r.y),
        x: rows.map((r) => r.x),
        domain: rows.map((r) => r.domain),
      };
    });

/** The rows of a sample in another order. */
function permuted(s: Sample, order: readonly number[]): Sample {
  const pick = (column: readonly number[]) => order.map((at) => column[at]!);
  return {
    weight: pick(s.weight),
    strata: pick(s.strata),
    psu: pick(s.psu),
    y: pick(s.y),
    x: pick(s.x),
    domain: pick(s.domain),
  };
}

export const shuffled = (missing = 5): fc.Arbitrary<{ before: Sample; after: Sample }> =>
  sample(missing).chain((before) =>
    fc
      .shuffledSubarray(
        before.weight.map((_, index) => index),
        { minLength: before.weight.length },
      )
      .map((order) => ({ before, after: permuted(before, order) })),
  );
