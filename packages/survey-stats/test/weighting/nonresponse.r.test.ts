import { describe, expect, it } from 'vitest';
import {
  domainCells,
  nonresponseClasses,
  type ResponseStatus,
  responsePropensity,
  rIndicator,
  standardisedDifference,
  surveyDesign,
  surveyMean,
} from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, golden, numbers } from '../golden.ts';

const r: Golden = golden('nonresponse');
const status: ResponseStatus[] = r.status;
const levels = ['E', 'H', 'M'];
const classes = { codes: codesOf(r.stype, levels), levels };
/** Propensities of two fits to the last digit: glm stops at a relative change of the deviance. */
const FITTED = 1e-8;

/** Weights, and the mean of the respondents on the design with all rows. */
function expectAnswer(weight: Float64Array, want: Golden, tolerance: number): void {
  want.weight.forEach((w: number, row: number) => {
    expectClose(weight[row]!, w, tolerance, 'adjusted weight');
  });
  const design = surveyDesign({ weight, strata: r.stype });
  const domains = domainCells(
    design,
    Int32Array.from(status, (s) => (s === 'respondent' ? 0 : -1)),
    1,
  );
  const [mean] = surveyMean(design, numbers(r.api00), { domains });
  expectClose(mean?.estimate ?? Number.NaN, want.mean, tolerance, 'mean of respondents');
  expectClose(mean?.se ?? Number.NaN, want.se, tolerance, 'se of respondents');
}

describe('nonresponseClasses', () => {
  it('shares out unknown eligibility, then non-response', () => {
    const made = nonresponseClasses(r.pw, { status, classes });
    expectAnswer(made.weight, r.classes, CLOSED_FORM);
    expect(made.classes.map(({ level }) => level)).toEqual(levels);
  });
  it('takes unknown eligibility as eligible', () => {
    const made = nonresponseClasses(r.pw, { status, classes, unknownTo: 'respondents' });
    expectAnswer(made.weight, r.as_eligible, CLOSED_FORM);
  });
});

describe('responsePropensity', () => {
  const settled = status.map((s) => (s === 'unknown' ? 'nonrespondent' : s));
  const covariates = [
    { name: 'H', values: Float64Array.from(r.stype, (s) => (s === 'H' ? 1 : 0)) },
    { name: 'M', values: Float64Array.from(r.stype, (s) => (s === 'M' ? 1 : 0)) },
    { name: 'api99', values: numbers(r.api99) },
  ];
  const input = { status: settled, covariates };

  it('weighted, by inverse propensity, with its indicator and balance', () => {
    const made = responsePropensity(r.pw, input);
    made.coefficients.forEach(({ estimate }, j) => {
      expectClose(estimate, r.coefficients.weighted[j], FITTED, 'coefficient');
    });
    r.propensity.forEach((p: number | null, row: number) => {
      expectClose(made.propensity[row]!, p, FITTED, 'propensity');
    });
    expectAnswer(made.weight, r.inverse, FITTED);
    expectClose(rIndicator(made.propensity, r.pw), r.r_indicator, FITTED, 'R-indicator');
    const eligible = r.pw.map((w: number, row: number) => (settled[row] === 'ineligible' ? 0 : w));
    const own = (weight: ArrayLike<number>) =>
      Array.from(weight, (w, row) => (settled[row] === 'respondent' ? w : 0));
    const api99 = numbers(r.api99);
    expectClose(standardisedDifference(api99, own(r.pw), eligible), r.asmd.before, FITTED, 'asmd');
    const after = standardisedDifference(api99, own(made.weight), eligible);
    expect(Math.abs(after - r.asmd.after)).toBeLessThan(FITTED);
  });

  it('unweighted', () => {
    const made = responsePropensity(r.pw, { ...input, weighted: false });
    made.coefficients.forEach(({ estimate }, j) => {
      expectClose(estimate, r.coefficients.unweighted[j], FITTED, 'coefficient');
    });
    expectAnswer(made.weight, r.inverse_unweighted, FITTED);
  });

  it('in quintile classes', () => {
    const made = responsePropensity(r.pw, { ...input, adjust: 'classes' });
    expect(made.classes).toHaveLength(5);
    expectAnswer(made.weight, r.quintile, CLOSED_FORM);
  });
});
