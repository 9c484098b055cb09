import { afterAll, describe, expect, it } from 'vitest';
import {
  calibrate,
  domainCells,
  type LonelyPsu,
  type PpsInput,
  type SurveyDesign,
  type SurveyEstimate,
  surveyDesign,
  surveyMean,
  surveyRatio,
  surveyTotal,
} from '../../src/index.ts';
import {
  CALIBRATED_SE,
  CLOSED_FORM,
  codesOf,
  expectClose,
  type Golden,
  golden,
  numbers,
  reportWorst,
} from '../golden.ts';

const r: Golden = golden('designs');
const e = r.election;
const weight = e.wt as number[];
const bush = numbers(e.Bush);
afterAll(reportWorst);

function close(actual: SurveyEstimate[], want: Golden, kind: string, tolerance = CLOSED_FORM): void {
  expectClose(actual[0]!.estimate, want.estimate, CLOSED_FORM, `${kind} estimate`);
  expectClose(actual[0]!.se, want.se, tolerance, `${kind} se`);
}

function expectEstimates(design: SurveyDesign, want: Golden, kind: string): void {
  const small = { domains: domainCells(design, codesOf(e.small, [1]), 1) };
  close(surveyTotal(design, bush), want.total, kind);
  close(surveyRatio(design, numbers(e.Kerry), numbers(e.votes)), want.ratio, kind);
  close(surveyMean(design, bush), want.mean, kind);
  close(surveyTotal(design, bush, small), want.domain, kind);
  close(surveyMean(design, bush, small), want.domain_mean, kind);
  const calibrated = calibrate(design, {
    x: [new Float64Array(40).fill(1), numbers(e.votes)],
    totals: [4600, 115978988],
    kind: 'linear',
  });
  expectClose(surveyTotal(calibrated, bush)[0]!.se, want.calibrated.se, CALIBRATED_SE, `${kind} calibrated`);
}

const frameSquares: number = r.frame;
const joint = { method: 'joint', probabilities: { matrix: r.joint } } as const;

it.each([
  ['brewer', 'brewer'],
  ['overton', 'overton'],
  ['hartley_rao', { method: 'hartley-rao', frameSquares }],
  ['hartley_rao_estimated', 'hartley-rao'],
  ['joint', joint],
  ['overton_yg', { method: 'overton', estimator: 'yates-grundy' }],
  ['hartley_rao_yg', { method: 'hartley-rao', frameSquares, estimator: 'yates-grundy' }],
  ['joint_yg', { ...joint, estimator: 'yates-grundy' }],
] as [string, PpsInput][])('one stratum: %s', (name, pps) => {
  expectEstimates(surveyDesign({ weight, fpc: e.p, pps }), r.one[name], name);
});

const psusOf = (area: string): number[] =>
  e.area.flatMap((a: string, row: number) => (a === area ? [row] : []));
const blocks = ['a', 'b', 'c'].map((stratum) => {
  const rows = psusOf(stratum).reverse();
  return {
    stratum,
    psu: rows.map((row) => e.id[row]),
    matrix: rows.map((i) => rows.map((j) => r.joint[i][j])),
  };
});

it.each([
  ['brewer', 'brewer'],
  ['overton', 'overton'],
  [
    'hartley_rao',
    { method: 'hartley-rao', frameSquares: new Map(['a', 'b', 'c'].map((h, i) => [h, r.frames[i]])) },
  ],
  ['joint', { method: 'joint', probabilities: blocks }],
] as [string, PpsInput][])('strata: %s', (name, pps) => {
  const design = surveyDesign({ weight, strata: e.area, psu: e.id, fpc: e.p, pps });
  expectEstimates(design, r.strat[name], `strata ${name}`);
});

it('a whole matrix with PSU ids in any order gives the same as one matrix a stratum', () => {
  const order = e.id.map((_: number, i: number) => (i * 7) % 40);
  const matrix = order.map((i: number) =>
    order.map((j: number) => (e.area[i] === e.area[j] ? r.joint[i][j] : e.p[i] * e.p[j])),
  );
  const psu = order.map((i: number) => e.id[i]);
  const pps: PpsInput = { method: 'joint', probabilities: { psu, matrix } };
  expectEstimates(
    surveyDesign({ weight, strata: e.area, psu: e.id, fpc: e.p, pps }),
    r.strat.joint,
    'whole matrix',
  );
});

describe.each(['remove', 'average', 'adjust'] as LonelyPsu[])('a lonely PSU by %s', (lonelyPsu) => {
  const strata = (e.area as string[]).map((area, row) => (row === 6 ? 'lone' : area));
  const design = surveyDesign({ weight, strata, fpc: e.p, pps: 'brewer', lonelyPsu });
  it('under Brewer', () => {
    close(surveyMean(design, bush), r.lonely[lonelyPsu].mean, 'lonely');
    // totals under adjust: 4.1-1 centres at 0
    if (lonelyPsu !== 'adjust') close(surveyTotal(design, bush), r.lonely[lonelyPsu].total, 'lonely');
  });
});

describe('stages', () => {
  const { d } = r;
  const [y, x] = [numbers(d.y), numbers(d.x)];
  const expectStages = (design: SurveyDesign, want: Golden, kind: string, domain = false) => {
    const options = domain ? { domains: domainCells(design, codesOf(d.domain, [1]), 1) } : {};
    close(surveyTotal(design, y, options), want.total, kind);
    close(surveyMean(design, y, options), want.mean, kind);
    close(surveyRatio(design, x, y, options), want.ratio, kind);
  };
  const lonelyPsu = 'remove';
  it('three, each with its fpc', () => {
    const psu = [d.psu, d.ssu, d.tsu];
    const design = surveyDesign({ weight: d.w3, strata: d.stratum, psu, fpc: [d.N1, d.N2, d.N3], lonelyPsu });
    expectStages(design, r.three, 'three stages');
    expectStages(design, r.three.domain, 'three stages, domain', true);
  });
  const two = {
    weight: d.w3,
    strata: d.stratum,
    psu: [d.psu, d.ssu],
    fpc: [d.p1, d.p2],
    lonelyPsu,
  } as const;
  it('two, the first by Brewer', () => {
    expectStages(surveyDesign({ ...two, pps: 'brewer' }), r.two_brewer, 'Brewer, two stages');
  });
  it('two, the first by Overton', () => {
    const { se } = surveyTotal(surveyDesign({ ...two, pps: 'overton' }), y)[0]!;
    expectClose(se, r.overton_two, CLOSED_FORM, 'Overton, two stages');
    expect(se).not.toBe(r.two_brewer.total.se);
  });
});
