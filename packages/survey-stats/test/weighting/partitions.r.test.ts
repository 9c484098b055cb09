import { afterAll, expect, it } from 'vitest';
import {
  type CalibrationOptions,
  calibrate,
  domainCells,
  surveyDesign,
  surveyMean,
  surveyTotal,
} from '../../src/index.ts';
import type { CalibrationKind } from '../../src/weighting/calibration-function.ts';
import {
  CALIBRATED_SE,
  CALIBRATED_WEIGHT,
  CLOSED_FORM,
  codesOf,
  expectClose,
  type Golden,
  golden,
  numbers,
  reportWorst,
} from '../golden.ts';

const r: Golden = golden('partitions');
afterAll(reportWorst);

const { data } = r;
const levels = ['east', 'west'];
const design = surveyDesign({
  weight: data.w,
  strata: data.h,
  psu: [data.psu, data.household],
  fpc: [data.psus, data.households],
});
const constantWithin = data.household;
const { q } = data;

const ways: Record<string, CalibrationOptions & { kind: CalibrationKind }> = {
  linear: { kind: 'linear' },
  linear_q: { kind: 'linear', q },
  linear_bounded: { kind: 'linear', bounds: [0.86, 1.24] },
  linear_household: { kind: 'linear', constantWithin },
  raking_q: { kind: 'raking', q },
  raking_weight: { kind: 'raking', bounds: [26, 160], boundsOn: 'weight' },
  logit: { kind: 'logit', bounds: [0.8, 1.32] },
  logit_household_q: { kind: 'logit', bounds: [0.4, 2.2], constantWithin, q },
  sinh: { kind: 'sinh', bounds: [0.1, 10] },
};

it('every way of the runner is tried', () => {
  expect(Object.keys(ways)).toEqual(Object.keys(r.results));
});

it.each(Object.keys(ways))('each part as if alone, residuals inside the parts: %s', (way) => {
  const made = calibrate(design, {
    x: [new Float64Array(design.rows).fill(1), numbers(data.woman), numbers(data.age)],
    totals: levels.map((part) => r.totals[part]),
    partition: { codes: codesOf(data.part, levels), levels },
    ...ways[way]!,
  });
  const want = r.results[way];
  want.weight.forEach((weight: number, row: number) => {
    expectClose(made.weight[row]!, weight, CALIBRATED_WEIGHT, 'weight');
  });
  const y = numbers(data.y);
  const domains = domainCells(made, Int32Array.from(data.domain), 2);
  const found = {
    mean: surveyMean(made, y)[0]!,
    domain_mean: surveyMean(made, y, { domains })[1]!,
    total: surveyTotal(made, y)[0]!,
  };
  for (const [name, { estimate, se }] of Object.entries(found)) {
    expectClose(estimate, want[name].estimate, CLOSED_FORM, name);
    expectClose(se, want[name].se, CALIBRATED_SE, `${name} se`);
  }
});
