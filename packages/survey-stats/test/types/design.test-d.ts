import { expectTypeOf } from 'vitest';
import {
  type CollapsedStratum,
  domainCells,
  type LonelyPsu,
  type SurveyDesign,
  surveyDesign,
} from '../../src/index.ts';

const weight = [1, 1, 2, 2];
const design = surveyDesign({ weight, strata: ['a', 'a', 'b', 'b'], psu: Int32Array.of(1, 2, 1, 2) });

expectTypeOf(design).toEqualTypeOf<SurveyDesign>();
expectTypeOf(design.weight).toEqualTypeOf<Float64Array>();
expectTypeOf(design.collapsed).toEqualTypeOf<readonly CollapsedStratum[] | undefined>();
expectTypeOf<'adjust'>().toExtend<LonelyPsu>();

surveyDesign({ weight, lonelyPsu: 'adjust', fpc: [10, 10, 20, 20] });
surveyDesign({
  weight,
  psu: [
    ['v1', 'v1', 'v2', 'v2'],
    [1, 2, 1, 2],
  ],
  strata: undefined,
});
domainCells(design, Int32Array.of(0, 0, 1, -1), 2);

// @ts-expect-error weights must be given
surveyDesign({ strata: ['a', 'a', 'b', 'b'] });
// @ts-expect-error weights are numbers
surveyDesign({ weight: ['1', '1', '2', '2'] });
// @ts-expect-error the rule is 'average', R's word
surveyDesign({ weight, lonelyPsu: 'mean' });
// @ts-expect-error the option is lonelyPsu
surveyDesign({ weight, lonelypsu: 'adjust' });
// @ts-expect-error R's name: here it is psu
surveyDesign({ weight, ids: [1, 2, 1, 2] });
// @ts-expect-error an fpc is a number
surveyDesign({ weight, fpc: ['10', '10', '20', '20'] });
// @ts-expect-error nest is true or false
surveyDesign({ weight, nest: 'yes' });
// @ts-expect-error a design does not change
design.psus = 3;
// @ts-expect-error codes are an Int32Array, so that they are whole numbers
domainCells(design, [0, 0, 1, -1], 2);
// @ts-expect-error codes, not labels
domainCells(design, ['north', 'north', 'south', 'south'], 2);
// @ts-expect-error the number of domains must be said
domainCells(design, Int32Array.of(0, 0, 1, -1));
