import { describe, expect, it } from 'vitest';
import { changeBetween, domainCells, surveyDesign, surveyMean, type WaveEstimate } from '../../src/index.ts';

const psu = [1, 1, 2, 2, 3, 3, 4, 4];
const strata = ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b'];
const weight = [1, 1, 1, 1, 1, 1, 1, 1];
const y = Float64Array.of(1, 2, 5, 4, 3, 3, 9, 8);

function wave(values: Float64Array, ids: readonly number[] = psu): WaveEstimate {
  const design = surveyDesign({ weight, strata, psu });
  return { design, statistic: { kind: 'mean', y: values }, psu: ids };
}
const later = y.map((value) => value + 2);

describe('same PSUs', () => {
  it('the same people, all two higher: 2, without error', () => {
    const [found] = changeBetween(wave(y), wave(later), { overlap: 'same_psus' });
    expect(found).toMatchObject({ estimate: 2, se: 0, df: 2, dfRule: 'psus_minus_strata', nBefore: 8 });
    expect(found!.correlation).toBeCloseTo(1, 12);
  });

  it('order of the rows of a wave does not matter', () => {
    const order = [7, 0, 3, 5, 2, 6, 1, 4];
    const pick = <T>(column: ArrayLike<T>) => order.map((row) => column[row]!);
    const design = surveyDesign({ weight, strata: pick(strata), psu: pick(psu) });
    const mixed: WaveEstimate = {
      design,
      statistic: { kind: 'mean', y: Float64Array.from(pick(later)) },
      psu: pick(psu),
    };
    expect(changeBetween(wave(y), mixed, { overlap: 'same_psus' })[0]!.se).toBeCloseTo(0, 14);
  });

  it('PSUs are matched by id, whatever their numbers inside a wave', () => {
    const renumbered = surveyDesign({ weight, strata, psu: psu.map((own) => -own) });
    const after: WaveEstimate = { design: renumbered, statistic: { kind: 'mean', y: later }, psu };
    expect(changeBetween(wave(y), after, { overlap: 'same_psus' })[0]!.se).toBeCloseTo(0, 14);
  });

  it('other PSUs, moved PSUs and ids that do not tell PSUs apart throw', () => {
    const others = [1, 1, 2, 2, 3, 3, 5, 5];
    expect(() => changeBetween(wave(y), wave(y, others), { overlap: 'same_psus' })).toThrow(
      '"4" is not in the second',
    );
    const moved = [1, 1, 3, 3, 2, 2, 4, 4];
    expect(() => changeBetween(wave(y), wave(y, moved), { overlap: 'same_psus' })).toThrow('moved');
    const repeated = [1, 1, 2, 2, 1, 1, 2, 2];
    expect(() => changeBetween(wave(y, repeated), wave(y), { overlap: 'same_psus' })).toThrow(
      'before.psu must tell the PSUs of the design apart',
    );
    const { psu: _, ...without } = wave(y);
    expect(() => changeBetween(wave(y), without, { overlap: 'partial_overlap' })).toThrow(
      "say overlap: 'independent'",
    );
  });
});

describe('independent and partly shared samples', () => {
  it('V1 + V2', () => {
    const [mean] = surveyMean(surveyDesign({ weight, strata, psu }), y);
    const [found] = changeBetween(wave(y), wave(later), { overlap: 'independent' });
    expect(found!.se).toBeCloseTo(Math.sqrt(2) * mean!.se, 14);
    expect(found).toMatchObject({ estimate: 2, df: 4, dfRule: 'sum_of_waves', correlation: 0 });
  });

  it('partial overlap without a shared PSU is independent', () => {
    const fresh = psu.map((id) => id + 100);
    const partial = changeBetween(wave(y), wave(later, fresh), { overlap: 'partial_overlap' })[0]!;
    const independent = changeBetween(wave(y), wave(later), { overlap: 'independent' })[0]!;
    expect(partial.se).toBeCloseTo(independent.se, 14);
    expect(partial).toMatchObject({ correlation: 0, df: 2, dfRule: 'smaller_of_waves' });
  });

  it('with all PSUs shared and as many in every stratum it is the paired analysis', () => {
    const other = Float64Array.of(3, 1, 4, 6, 2, 5, 7, 9);
    const partial = changeBetween(wave(y), wave(other), { overlap: 'partial_overlap' })[0]!;
    const paired = changeBetween(wave(y), wave(other), { overlap: 'same_psus' })[0]!;
    expect(partial.se).toBeCloseTo(paired.se, 12);
    expect(partial.correlation).toBeCloseTo(paired.correlation, 12);
  });

  it('the other way round is the same change with the other sign', () => {
    const options = { overlap: 'partial_overlap' } as const;
    const there = changeBetween(wave(y), wave(later.toReversed()), options)[0]!;
    const back = changeBetween(wave(later.toReversed()), wave(y), options)[0]!;
    expect(back.estimate).toBeCloseTo(-there.estimate, 14);
    expect([back.se, back.pValue]).toEqual([expect.closeTo(there.se, 14), expect.closeTo(there.pValue, 14)]);
  });
});

describe('domains, missing, and bad calls', () => {
  it('a domain that one wave has not is NaN', () => {
    const first = wave(y);
    const second = wave(later.map((value, row) => (row < 4 ? Number.NaN : value)));
    const codes = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1);
    const found = changeBetween(
      { ...first, domains: domainCells(first.design, codes, 3) },
      { ...second, domains: domainCells(second.design, codes, 3) },
      { overlap: 'same_psus' },
    );
    expect(found.map(({ estimate }) => estimate)).toEqual([Number.NaN, 2, Number.NaN]);
    expect(found.map(({ nAfter }) => nAfter)).toEqual([0, 4, 0]);
    expect(found[2]!.pValue).toBeNaN();
  });

  it('df given, and relative change', () => {
    const options = { overlap: 'independent', kind: 'relative', df: Number.POSITIVE_INFINITY } as const;
    const [found] = changeBetween(wave(y), wave(y.map((value) => 2 * value)), options);
    expect(found).toMatchObject({ estimate: 1, dfRule: 'given' });
    expect((found!.ciHigh - found!.ciLow) / found!.se).toBeCloseTo(2 * 1.95996398454, 9);
  });

  it('waves of different kinds or domains, and an unknown overlap, throw', () => {
    const total: WaveEstimate = { ...wave(y), statistic: { kind: 'total', y } };
    expect(() => changeBetween(wave(y), total, { overlap: 'independent' })).toThrow('of one kind');
    expect(() => changeBetween(wave(y), wave(y), { overlap: 'some' as 'independent' })).toThrow('got "some"');
  });
});
