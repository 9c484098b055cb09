import { describe, expect, it } from 'vitest';
import {
  calibrate,
  domainCells,
  independenceTest,
  jointMeans,
  poststratify,
  type SurveyDesign,
  surveyDesign,
  surveyMean,
  surveyProportion,
  surveyRatio,
  surveyRegression,
  surveyTotal,
} from '../src/index.ts';

// The eighteen traps of survey estimation, in the order of the reference page, each shown handled.

const NONE = Number.NaN;
/** sums of a dozen numbers */
const ROUNDING = 1e-12;

const weight = [3, 1, 2, 2, 5, 1, 4, 2, 1, 3, 2, 6];
const strata = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2];
const psu = [1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3];
const y = Float64Array.of(4, 7, 1, 9, 3, 5, 8, 2, 6, 6, 1, 4);
const design = surveyDesign({ weight, strata, psu });
/** no row in the second PSU of the first stratum */
const inside = Int32Array.of(0, 0, -1, -1, 0, -1, 0, -1, 0, 0, -1, 0);

function relative(actual: number, expected: number): number {
  return Math.abs(actual / expected - 1);
}

/** SE of Σ z by strata and PSUs, written out: n/(n − 1) Σ (T − T̄)². */
function standardError(z: readonly number[]): number {
  const totals = new Map<string, number[]>();
  z.forEach((value, row) => {
    const own = totals.get(`${strata[row]}`) ?? [0, 0, 0];
    own[psu[row]! - 1]! += value;
    totals.set(`${strata[row]}`, own);
  });
  let variance = 0;
  for (const own of totals.values()) {
    const mean = own.reduce((a, b) => a + b) / own.length;
    variance += (own.length / (own.length - 1)) * own.reduce((sum, t) => sum + (t - mean) ** 2, 0);
  }
  return Math.sqrt(variance);
}

function meanInfluence(values: Float64Array, enters: (row: number) => boolean): number[] {
  const w = weight.map((own, row) => (enters(row) ? own : 0));
  const all = w.reduce((a, b) => a + b);
  const mean = w.reduce((sum, own, row) => sum + (own === 0 ? 0 : own * values[row]!), 0) / all;
  return w.map((own, row) => (own === 0 ? 0 : (own * (values[row]! - mean)) / all));
}

it('1. a domain is a flag, never a filter: PSUs without its rows count', () => {
  const [own] = surveyMean(design, y, { domains: domainCells(design, inside, 1) });
  const kept = [...inside.keys()].filter((row) => inside[row] === 0);
  const filtered = surveyDesign({
    weight: kept.map((row) => weight[row]!),
    strata: kept.map((row) => strata[row]!),
    psu: kept.map((row) => psu[row]!),
  });
  const [wrong] = surveyMean(
    filtered,
    Float64Array.from(kept, (row) => y[row]!),
  );
  expect(own!.estimate).toBe(wrong!.estimate);
  expect(relative(own!.se, standardError(meanInfluence(y, (row) => inside[row] === 0)))).toBeLessThan(
    ROUNDING,
  );
  expect(relative(own!.se, wrong!.se)).toBeGreaterThan(0.01);
});

it('2. two variables at once: each on its own answers, or both on the rows that have both', () => {
  const a = y.with(0, NONE);
  const b = y.map((value) => value ** 2).with(5, NONE);
  const each = jointMeans(design, [a, b]);
  const together = jointMeans(design, [a, b], { missing: 'together' });
  expect([...each.n]).toEqual([11, 11]);
  expect([...together.n]).toEqual([10, 10]);
  expect(relative(each.se[0]!, surveyMean(design, a)[0]!.se)).toBeLessThan(ROUNDING);
  expect(relative(together.se[0]!, surveyMean(design, a.with(5, NONE))[0]!.se)).toBeLessThan(ROUNDING);
  expect(relative(together.se[0]!, each.se[0]!)).toBeGreaterThan(0.001);
});

describe('3. missing', () => {
  it('answers make a domain, not another design', () => {
    const gaps = y.map((value, row) => (inside[row] === 0 ? value : NONE));
    const [missing] = surveyMean(design, gaps);
    const [flagged] = surveyMean(design, y, { domains: domainCells(design, inside, 1) });
    expect(missing!.se).toBe(flagged!.se);
  });

  it.each([
    ['weight', { weight: weight.with(3, NONE), strata, psu }, /weight/],
    ['stratum', { weight, strata: strata.with(3, NONE), psu }, /stratum/],
    ['PSU', { weight, strata, psu: psu.with(3, NONE) }, /PSU/],
  ])('a missing %s is an error', (_, input, message) => {
    expect(() => surveyDesign(input)).toThrow(message);
  });
});

it('4. degrees of freedom: the domain’s own, before missing answers, by name', () => {
  const one = Int32Array.from(strata, (h) => h - 1);
  const domains = domainCells(design, one, 2);
  const [first] = surveyMean(design, y.with(0, NONE).with(1, NONE), { domains });
  expect([first!.df, first!.dfRule]).toEqual([2, 'domain_psus_minus_strata']);
  const [normal] = surveyMean(design, y, { domains, df: Number.POSITIVE_INFINITY });
  expect(normal!.dfRule).toBe('given');
  expect(relative((normal!.ciHigh - normal!.estimate) / normal!.se, 1.9599639845400536)).toBeLessThan(
    ROUNDING,
  );
});

it('5. PSU numbers that restart in strata: nested and said, or refused', () => {
  expect([design.psus, design.nested]).toEqual([6, true]);
  expect(() => surveyDesign({ weight, strata, psu, nest: false })).toThrow(/unique over strata/);
});

describe('6. finite populations', () => {
  const sizes: readonly number[] = strata.map((h) => (h === 1 ? 12 : 6));
  const fractions = strata.map((h) => (h === 1 ? 3 / 12 : 3 / 6));

  it('sizes and fractions say the same', () => {
    const [bySize] = surveyTotal(surveyDesign({ weight, strata, psu, fpc: sizes }), y);
    const [byFraction] = surveyTotal(surveyDesign({ weight, strata, psu, fpc: fractions }), y);
    expect(relative(bySize!.se, byFraction!.se)).toBeLessThan(ROUNDING);
    expect(bySize!.se).toBeLessThan(surveyTotal(design, y)[0]!.se);
  });

  it.each([
    ['a mixture', sizes.map((size, row) => (row < 6 ? size : 0.5))],
    ['fewer than the sample', sizes.map(() => 2)],
    ['several sizes in one stratum', sizes.with(0, 13)],
  ])('%s is an error', (_, fpc) => {
    expect(() => surveyDesign({ weight, strata, psu, fpc })).toThrow(/fpc/);
  });
});

it('7. weights are not frequencies: a thousand times the weight is no more knowledge', () => {
  const heavy = surveyDesign({ weight: weight.map((w) => 1000 * w), strata, psu });
  const [light, same] = [surveyMean(design, y)[0]!, surveyMean(heavy, y)[0]!];
  expect([same.n, same.nWeighted]).toEqual([12, 1000 * light.nWeighted]);
  expect(relative(same.se, light.se)).toBeLessThan(ROUNDING);
  const table = (of: SurveyDesign) =>
    independenceTest(of, {
      rows: { name: 'a', codes: Int32Array.from(y, (value) => (value > 4 ? 1 : 0)), levels: ['low', 'high'] },
      columns: { name: 'b', codes: Int32Array.from(y, (_, row) => row % 2), levels: ['even', 'odd'] },
    });
  expect(relative(table(heavy).pValue, table(design).pValue)).toBeLessThan(1e-10);
});

it('8. a code of 1 and 2 is not a share', () => {
  expect(() => surveyProportion(design, Float64Array.from(strata))).toThrow(/must be 0, 1 or NaN/);
});

it('9. design effects with and without replacement, and none without where weights are scaled', () => {
  const [without] = surveyMean(design, y);
  const [withReplacement] = surveyMean(design, y, { deff: 'with_replacement' });
  const all = without!.nWeighted;
  expect(relative((without!.deff * (all - 12)) / all, withReplacement!.deff)).toBeLessThan(ROUNDING);
  const scaled = surveyDesign({ weight: weight.map((w) => (w * 12) / all), strata, psu });
  expect(surveyMean(scaled, y)[0]!.deff).toBeNaN();
  const [again] = surveyMean(scaled, y, { deff: 'with_replacement' });
  expect(relative(again!.deff, withReplacement!.deff)).toBeLessThan(ROUNDING);
});

it('10. calibrated errors: residuals from fits by the weights before, over all rows, in a domain too', () => {
  const group = Int32Array.from(y, (_, row) => (row % 3 === 0 ? 1 : 0));
  const totals = [30, 10];
  const weighted = poststratify(design, { name: 'group', codes: group, levels: ['a', 'b'], totals });
  const [own] = surveyTotal(weighted.design, y, { domains: domainCells(weighted.design, inside, 1) });
  const fit = [0, 1].map((g) => {
    let sum = 0;
    let all = 0;
    weight.forEach((w, row) => {
      if (group[row] !== g) return;
      all += w;
      if (inside[row] === 0) sum += w * y[row]!;
    });
    return sum / all;
  });
  const z = weight.map(
    (w, row) => w * weighted.g[row]! * ((inside[row] === 0 ? y[row]! : 0) - fit[group[row]!]!),
  );
  expect(relative(own!.se, standardError(z))).toBeLessThan(ROUNDING);
});

describe('11. stop rules', () => {
  it('a logistic fit solves its equations to rounding', () => {
    const outcome = Float64Array.from(y, (value) => (value > 4 ? 1 : 0));
    const x = Float64Array.from(y, (_, row) => row % 5);
    const model = surveyRegression(design, {
      y: outcome,
      x: [{ name: 'x', values: x }],
      family: 'logistic',
    });
    const [intercept, slope] = model.coefficients.map(({ estimate }) => estimate);
    const misfit = [0, 0];
    weight.forEach((w, row) => {
      const residual = w * (outcome[row]! - 1 / (1 + Math.exp(-intercept! - slope! * x[row]!)));
      misfit[0]! += residual;
      misfit[1]! += residual * x[row]!;
    });
    for (const own of misfit) expect(Math.abs(own)).toBeLessThan(1e-11);
  });

  it('a calibration meets its totals to 1e-10', () => {
    const ones = new Float64Array(12).fill(1);
    const after = calibrate(design, { x: [ones, y], totals: [40, 170], kind: 'raking' });
    const [total] = surveyTotal(after, y);
    expect(relative(total!.estimate, 170)).toBeLessThan(1e-10);
    expect(total!.se).toBeLessThan(170e-9);
  });
});

describe('12. sums', () => {
  const order = [7, 2, 11, 0, 5, 9, 3, 10, 1, 8, 6, 4];

  it('the same rows give the same bytes, shuffled rows the same to 1e-12', () => {
    expect(surveyMean(design, y)).toEqual(surveyMean(surveyDesign({ weight, strata, psu }), y.slice()));
    const pick = (column: readonly number[]) => order.map((row) => column[row]!);
    const shuffled = surveyDesign({ weight: pick(weight), strata: pick(strata), psu: pick(psu) });
    const [own] = surveyMean(
      shuffled,
      Float64Array.from(order, (row) => y[row]!),
    );
    expect(relative(own!.se, surveyMean(design, y)[0]!.se)).toBeLessThan(ROUNDING);
  });

  it('squares are centred: 2^40 more on every answer leaves the standard error', () => {
    const [far] = surveyMean(
      design,
      y.map((value) => value + 2 ** 40),
    );
    expect(relative(far!.se, surveyMean(design, y)[0]!.se)).toBeLessThan(1e-9);
  });
});

it('13. an empty category has n = 0 and no estimate', () => {
  const [, empty] = surveyMean(design, y, { domains: domainCells(design, new Int32Array(12), 2) });
  expect([empty!.n, empty!.nWeighted]).toEqual([0, 0]);
  for (const own of [empty!.estimate, empty!.se, empty!.ciLow, empty!.ciHigh]) expect(own).toBeNaN();
});

it('14. negative weights come of unbounded linear calibration alone, and bounds keep them out', () => {
  const group = Int32Array.from(y, (_, row) => (row < 2 ? 0 : 1));
  const x = [new Float64Array(12).fill(1), Float64Array.from(y, (_, row) => (row === 0 ? 5 : group[row]!))];
  const totals = [34, 9];
  const linear = calibrate(design, { x, totals, kind: 'linear' });
  expect(Math.min(...linear.weight)).toBeLessThan(0);
  const raked = calibrate(design, { x, totals, kind: 'raking' });
  expect(Math.min(...raked.weight)).toBeGreaterThan(0);
  const bounded = calibrate(design, { x, totals, kind: 'linear', bounds: [0.01, 30] });
  expect(Math.min(...bounded.weight)).toBeGreaterThan(0);
});

it('15. a share has an interval of its own, not the quotient of the limits of two totals', () => {
  const part = y.map((value, row) => (inside[row] === 0 ? value : 0));
  const [share] = surveyRatio(design, part, y);
  const [above, below] = [surveyTotal(design, part)[0]!, surveyTotal(design, y)[0]!];
  expect(relative(share!.estimate, above.estimate / below.estimate)).toBeLessThan(ROUNDING);
  const residual = weight.map((w, row) => (w * (part[row]! - share!.estimate * y[row]!)) / below.estimate);
  expect(relative(share!.se, standardError(residual))).toBeLessThan(ROUNDING);
  expect(relative(share!.ciLow, above.ciLow / below.ciLow)).toBeGreaterThan(0.1);
});

it('16. “don’t know” is NaN before it comes here: as a number it would enter the mean', () => {
  const coded = y.with(4, 99);
  const declared = coded.map((value) => (value === 99 ? NONE : value));
  expect(surveyMean(design, coded)[0]!.estimate).toBeGreaterThan(15);
  const [own] = surveyMean(design, declared);
  expect(own!.n).toBe(11);
  expect(own!.estimate).toBeLessThan(9);
  expect(relative(own!.missingShare, 5 / 32)).toBeLessThan(ROUNDING);
});

describe('17. one PSU', () => {
  const alone = Int32Array.from(y, (_, row) => (row < 2 || row >= 6 ? 0 : -1));

  it('of the domain in a stratum of several is no lonely PSU', () => {
    const [own] = surveyMean(design, y, { domains: domainCells(design, alone, 1) });
    expect(relative(own!.se, standardError(meanInfluence(y, (row) => alone[row] === 0)))).toBeLessThan(
      ROUNDING,
    );
  });

  it('can be treated as one, if asked', () => {
    const asked = surveyDesign({ weight, strata, psu, lonelyPsu: 'average', adjustDomainLonely: true });
    const se = (of: SurveyDesign) => surveyMean(of, y, { domains: domainCells(of, alone, 1) })[0]!.se;
    expect(relative(se(asked), se(design))).toBeGreaterThan(0.01);
  });

  it('of the full design stops the estimate, by name', () => {
    const lonely = surveyDesign({ weight, strata: strata.with(10, 3).with(11, 3), psu });
    expect(() => surveyMean(lonely, y)).toThrow(/"3"/);
  });
});

it('18. weights divided by 10: totals change, the rest does not', () => {
  const tenth = surveyDesign({ weight: weight.map((w) => w / 10), strata, psu });
  const [before, after] = [design, tenth].map((of) => ({
    mean: surveyMean(of, y, { deff: 'with_replacement' })[0]!,
    total: surveyTotal(of, y)[0]!,
  }));
  expect(relative(10 * after!.total.estimate, before!.total.estimate)).toBeLessThan(ROUNDING);
  expect(relative(10 * after!.total.se, before!.total.se)).toBeLessThan(ROUNDING);
  for (const field of ['estimate', 'se', 'ciLow', 'ciHigh', 'df', 'n', 'cv', 'deff'] as const) {
    expect(relative(after!.mean[field], before!.mean[field])).toBeLessThan(ROUNDING);
  }
});
