import { afterAll, expect, it } from 'vitest';
import {
  calibrate,
  calibrateReplicates,
  domainCells,
  givenReplicates,
  nonresponseClasses,
  poststratify,
  type ReplicateWeights,
  replicateWeights,
  reweight,
  type SurveyDesign,
  surveyDesign,
  surveyMean,
  surveyProportion,
  surveyRatio,
  surveyTotal,
} from '../../src/index.ts';
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

const r: Golden = golden('replicates');
const data = r.apiclus1;
afterAll(reportWorst);

const clus1Fpc = surveyDesign({ weight: data.pw, psu: data.dnum, fpc: data.fpc });
const flat = surveyDesign({ weight: data.pw });
const jackknife = replicateWeights(clus1Fpc, { method: 'jackknife' });
const ready = givenReplicates(flat, { type: 'bootstrap', weights: r.ready, combined: true });
const levels = ['E', 'H', 'M'];
const codes = codesOf(data.stype, levels);
const is = (level: string) => Float64Array.from(data.stype, (value) => (value === level ? 1 : 0));
const x = [new Float64Array(data.pw.length).fill(1), is('H'), is('M'), numbers(data.api99)];
const byCalibration = (kind: 'linear' | 'raking') => (design: SurveyDesign) =>
  calibrate(design, { x, totals: [6194, 755, 1018, 3914069], kind });
const byGroups = (design: SurveyDesign) =>
  poststratify(design, { name: 'stype', codes, levels, totals: [4421, 755, 1018] }).design;

it.each([
  ['linear', jackknife, byCalibration('linear')],
  ['raking', jackknife, byCalibration('raking')],
  ['boot_linear', ready, byCalibration('linear')],
  ['poststratified', jackknife, byGroups],
] as [string, ReplicateWeights, (design: SurveyDesign) => SurveyDesign][])(
  '%s repeated on every replicate',
  (name, base, adjust) => {
    const replicates = calibrateReplicates(base, adjust);
    const { design } = replicates;
    const domains = domainCells(design, codesOf(data.stype, ['E']), 1);
    const want = r.calibrated[name];
    const order = [...new Set<number>(data.dnum)].sort((a, b) => a - b);
    // R's third jackknife replicate leaves out the third PSU in the order of the rows
    const third = base === jackknife ? order.indexOf([...new Set<number>(data.dnum)][2]!) : 2;
    replicates.weights[third]!.forEach((w, row) => {
      expectClose(w, want.last[row], CALIBRATED_WEIGHT, 'replicate weights');
    });
    const pairs = [
      [surveyMean(design, numbers(data.api00), { replicates }), want.mean],
      [surveyTotal(design, numbers(data.enroll), { replicates }), want.total],
      [surveyRatio(design, numbers(data['api.stu']), numbers(data.enroll), { replicates }), want.ratio],
      [surveyMean(design, numbers(data.api00), { replicates, domains }), want.domain_mean],
      [surveyTotal(design, numbers(data.enroll), { replicates, domains }), want.domain_total],
    ] as const;
    for (const [actual, expected] of pairs) {
      expectClose(actual[0]!.estimate, expected.estimate, CALIBRATED_WEIGHT, 'calibrated');
      expectClose(actual[0]!.se, expected.se, CALIBRATED_SE, 'calibrated se');
    }
    const share = surveyProportion(design, is('H'), { replicates })[0]!;
    expect(share.se).toBeLessThan(1e-8);
  },
);

it('the calibrated jackknife of api00 is 3.94, not the uncalibrated 26.33', () => {
  const y = numbers(data.api00);
  const replicates = calibrateReplicates(jackknife, byCalibration('linear'));
  expect(surveyMean(replicates.design, y, { replicates })[0]!.se).toBeCloseTo(3.94, 2);
  expect(surveyMean(clus1Fpc, y, { replicates: jackknife })[0]!.se).toBeCloseTo(26.33, 2);
});

it('non-response by classes, repeated on every replicate', () => {
  const { responds, estimate, se } = r.nonresponse;
  const status = responds.map((answer: number) => (answer === 1 ? 'respondent' : 'nonrespondent'));
  const replicates = calibrateReplicates(jackknife, (base) =>
    reweight(base, nonresponseClasses(base.weight, { status, classes: { codes, levels } }).weight),
  );
  const { design } = replicates;
  const found = [
    surveyMean(design, numbers(data.api00), { replicates }),
    surveyTotal(design, numbers(data.enroll), { replicates }),
    surveyTotal(design, new Float64Array(design.rows).fill(1), { replicates }),
  ];
  found.forEach(([actual], i) => {
    expectClose(actual!.estimate, estimate[i], CLOSED_FORM, 'non-response');
    expectClose(actual!.se, se[i], CLOSED_FORM, 'non-response se');
  });
  expect(surveyMean(design, numbers(data.api00))[0]!.se).not.toBeCloseTo(se[0], 3);
});

it('jackknife with strata', () => {
  const { apistrat, calibrated } = r;
  const design = surveyDesign({ weight: apistrat.pw, strata: apistrat.stype, fpc: apistrat.fpc });
  const columns = [new Float64Array(200).fill(1), numbers(apistrat.api99)];
  const replicates = calibrateReplicates(replicateWeights(design, { method: 'jackknife' }), (base) =>
    calibrate(base, { x: columns, totals: [6194, 3914069], kind: 'linear' }),
  );
  const mean = surveyMean(replicates.design, numbers(apistrat.api00), { replicates })[0]!;
  const total = surveyTotal(replicates.design, numbers(apistrat.enroll), { replicates })[0]!;
  expectClose(mean.se, calibrated.jkn.mean.se, CALIBRATED_SE, 'calibrated, strata');
  expectClose(total.se, calibrated.jkn.total.se, CALIBRATED_SE, 'calibrated, strata');
});
