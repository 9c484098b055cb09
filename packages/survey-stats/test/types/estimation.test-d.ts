import { expectTypeOf } from 'vitest';
import {
  changeBetween,
  domainCells,
  lowPayShare,
  replicateWeights,
  type SurveyEstimate,
  surveyBatch,
  surveyContrast,
  surveyDesign,
  surveyFunction,
  surveyMean,
  surveyProportion,
  surveyQuantile,
  surveyRatio,
  surveyShare,
  surveyTotal,
} from '../../src/index.ts';
import { batchThreads } from '../../src/threads/index.ts';

const design = surveyDesign({ weight: [1, 1, 1, 1] });
const y = Float64Array.of(1, 2, 4, 5);
const domains = domainCells(design, Int32Array.of(0, 0, 1, 1), 2);

expectTypeOf(surveyMean(design, y)).toEqualTypeOf<SurveyEstimate[]>();
expectTypeOf(surveyBatch(design, [{ statistic: 'mean', y }])).toEqualTypeOf<SurveyEstimate[][][]>();
const threads = batchThreads(2);
expectTypeOf(threads.batch).parameters.toEqualTypeOf<Parameters<typeof surveyBatch>>();
expectTypeOf(threads.batch(design, [{ statistic: 'mean', y }])).toEqualTypeOf<
  Promise<SurveyEstimate[][][]>
>();
expectTypeOf(threads.stop()).toEqualTypeOf<Promise<void>>();
// @ts-expect-error: how many is said, never guessed
batchThreads();
expectTypeOf(surveyMean(design, y)[0]).toEqualTypeOf<SurveyEstimate | undefined>();
expectTypeOf<SurveyEstimate['se']>().toBeNumber();
expectTypeOf(lowPayShare(design, y, { lineOf: 'population' })[0]).toExtend<SurveyEstimate | undefined>();

surveyMean(design, y, { domains, ciLevel: 0.9, df: Number.POSITIVE_INFINITY, deff: 'with_replacement' });
surveyMean(design, y, { replicates: replicateWeights(design, { method: 'jackknife' }) });
surveyProportion(design, y, { ciMethod: 'wilson' });

// @ts-expect-error a column of text
surveyMean(design, ['1', '2', '4', '5']);
// @ts-expect-error a plain array may hold null; columns are Float64Arrays with NaN
surveyMean(design, [1, 2, 4, 5]);
// @ts-expect-error 32 bits lose digits
surveyMean(design, Float32Array.of(1, 2, 4, 5));
// @ts-expect-error data after the design
surveyMean(y, design);
// @ts-expect-error domains come from domainCells
surveyMean(design, y, { domains: Int32Array.of(0, 0, 1, 1) });
// @ts-expect-error the option is domains
surveyMean(design, y, { by: domains });
// @ts-expect-error no such interval
surveyProportion(design, y, { ciMethod: 'wald' });
// @ts-expect-error R's deff = TRUE is the default
surveyTotal(design, y, { deff: true });
// @ts-expect-error a ratio has a denominator
surveyRatio(design, y);
// @ts-expect-error a quantile has a probability
surveyQuantile(design, y);
// @ts-expect-error a quantile has no design effect
surveyQuantile(design, y, 0.5, { deff: 'with_replacement' });
// @ts-expect-error the rule has R's name, 'hf7'
surveyQuantile(design, y, 0.5, { rule: 'type7' });
// @ts-expect-error whose median makes the line must be said
lowPayShare(design, y);
// @ts-expect-error lineOf is missing
lowPayShare(design, y, { fraction: 0.6 });
// @ts-expect-error a line of the domain or of the population
lowPayShare(design, y, { lineOf: 'country' });
// @ts-expect-error shares are of domains
surveyShare(design, y);
// @ts-expect-error a contrast has coefficients
surveyContrast(design, y, { domains });
// @ts-expect-error a ratio in a batch has a numerator and a denominator
surveyBatch(design, [{ statistic: 'ratio', y }]);
// @ts-expect-error no such statistic
surveyBatch(design, [{ statistic: 'median', y }]);
// @ts-expect-error the function must be given
surveyFunction(design, [{ kind: 'mean', y }], {});
// @ts-expect-error what the waves share must be said
changeBetween({ design, statistic: { kind: 'mean', y } }, { design, statistic: { kind: 'mean', y } });
