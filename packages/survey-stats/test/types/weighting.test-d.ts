import { expectTypeOf } from 'vitest';
import {
  calibrate,
  calibrateReplicates,
  givenReplicates,
  nonresponseClasses,
  type RakeResult,
  type ReplicateWeights,
  rake,
  replicateWeights,
  surveyDesign,
  trimAndCalibrate,
  trimLimits,
} from '../../src/index.ts';

const design = surveyDesign({ weight: [1, 1, 1, 1] });
const sex = { name: 'sex', codes: Int32Array.of(0, 0, 1, 1), levels: ['female', 'male'], totals: [5, 5] };
const ones = Float64Array.of(1, 1, 1, 1);
const weight = Float64Array.of(1, 2, 3, 4);

expectTypeOf(rake(design, [sex])).toEqualTypeOf<RakeResult>();
expectTypeOf(replicateWeights(design, { method: 'jackknife' })).toExtend<ReplicateWeights>();

rake(design, [sex], { method: 'logit', bounds: [0.5, 2] });
calibrate(design, { x: [ones], totals: [8], kind: 'linear' });
trimLimits(weight, { rule: 'design_effect', target: 1.2 });

// @ts-expect-error margins are a list, also one
rake(design, sex);
// @ts-expect-error population totals are missing
rake(design, [{ name: 'sex', codes: sex.codes, levels: sex.levels }]);
// @ts-expect-error categories are codes
rake(design, [{ ...sex, codes: ['female', 'female', 'male', 'male'] }]);
// @ts-expect-error bounds are a lower and an upper one
rake(design, [sex], { bounds: [0.5] });
// @ts-expect-error the distance is a named one
rake(design, [sex], { method: 'ipf' });
// @ts-expect-error which distance must be said
calibrate(design, { x: [ones], totals: [8] });
// @ts-expect-error a calibration has totals
calibrate(design, { x: [ones], kind: 'linear' });
// @ts-expect-error a rule that trims must be said
trimAndCalibrate(design, [sex], {});
// @ts-expect-error raking inside trimming takes its bounds from the rule
trimAndCalibrate(design, [sex], { trim: { rule: 'median', upper: 3 }, bounds: [0.5, 2] });
// @ts-expect-error a design effect needs a target
trimLimits(weight, { rule: 'design_effect' });
// @ts-expect-error no such status
nonresponseClasses([1, 1], { status: ['respondent', 'refused'] });
// @ts-expect-error a method must be said
replicateWeights(design, {});
// @ts-expect-error R's name: here it is 'jackknife'
replicateWeights(design, { method: 'JKn' });
// @ts-expect-error weights or factors must be said
givenReplicates(design, { type: 'BRR', weights: [[2, 0, 2, 0]] });
// @ts-expect-error the adjustment gives a design, not a result of raking
calibrateReplicates(replicateWeights(design, { method: 'jackknife' }), (sample) => rake(sample, [sex]));
