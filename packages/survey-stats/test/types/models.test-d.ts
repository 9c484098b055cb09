import { expectTypeOf } from 'vitest';
import {
  adjustPValues,
  assessQuality,
  averageMarginalEffects,
  type Covariate,
  dummyVariables,
  independenceTest,
  oaxaca,
  predictiveMargins,
  type QualityVerdict,
  type SurveyRegression,
  surveyDesign,
  surveyMean,
  surveyRankTest,
  surveyRegression,
  surveyTTest,
  waldTest,
} from '../../src/index.ts';

const design = surveyDesign({ weight: [1, 1, 1, 1] });
const y = Float64Array.of(1, 2, 4, 5);
const sex = { name: 'sex', codes: Int32Array.of(0, 0, 1, 1), levels: ['female', 'male'] };
const age = { name: 'age', values: Float64Array.of(20, 30, 40, 50) };
const x = [age, ...dummyVariables(sex)];
const model = surveyRegression(design, { y, x });
const [mean] = surveyMean(design, y);

expectTypeOf(dummyVariables(sex)).toEqualTypeOf<Covariate[]>();
expectTypeOf(model).toEqualTypeOf<SurveyRegression>();
if (mean) expectTypeOf(assessQuality('dhs', mean)).toEqualTypeOf<QualityVerdict>();

surveyRegression(design, { y, x, family: 'logistic', domain: Uint8Array.of(1, 1, 1, 0) });
oaxaca(design, { y, x: [age], group: sex.codes, reference: 'first' });

// @ts-expect-error a column needs its name
surveyRegression(design, { y, x: [age.values] });
// @ts-expect-error a column of text: make dummy variables of it
surveyRegression(design, { y, x: [{ name: 'sex', values: ['female', 'female', 'male', 'male'] }] });
// @ts-expect-error a formula
surveyRegression(design, 'y ~ age');
// @ts-expect-error R's name: here it is 'logistic'
surveyRegression(design, { y, x, family: 'quasibinomial' });
// @ts-expect-error domains of models are one column of 0 and 1
surveyRegression(design, { y, x, domain: [true, true, true, false] });
// @ts-expect-error names are a list, also one
waldTest(model, 'age');
// @ts-expect-error a data set is no model
averageMarginalEffects(design, { variables: ['age'] });
// @ts-expect-error of which variable must be said
predictiveMargins(model, {});
// @ts-expect-error groups must be said
oaxaca(design, { y, x: [age] });
// @ts-expect-error no such reference
oaxaca(design, { y, x: [age], group: sex.codes, reference: 'neumark' });
// @ts-expect-error a group is a column of codes here
surveyTTest(design, { y, group: sex });
// @ts-expect-error groups of a rank test have names
surveyRankTest(design, { y, group: sex.codes });
// @ts-expect-error both variables of a table
independenceTest(design, { rows: sex });
// @ts-expect-error no such statistic
independenceTest(design, { rows: sex, columns: sex, statistic: 'lincom' });
// @ts-expect-error the adjustment must be said
adjustPValues([0.01, 0.02]);
// @ts-expect-error no such rule
assessQuality('nchs', { estimate: 1, se: 0.1, cv: 0.1, n: 100, df: 20 });
// @ts-expect-error df is missing
assessQuality('dhs', { estimate: 1, se: 0.1, cv: 0.1, n: 100 });
