import { expect, it } from 'vitest';
import {
  lowPayShare,
  surveyDesign,
  surveyFunction,
  surveyMean,
  surveyRatio,
  surveyTotal,
} from '../../src/index.ts';

const design = surveyDesign({
  weight: [3, 1, 2, 2, 5, 1],
  strata: [1, 1, 1, 2, 2, 2],
  psu: [1, 2, 3, 1, 2, 3],
});
const y = Float64Array.of(1, 4, 2, 2, 2, 7);
/** Two ways to the same number, over six rows. */
const DIGITS = 12;

it.each(['without_replacement', 'with_replacement'] as const)(
  '%s: of a ratio to a constant is that of the mean',
  (deff) => {
    const [ratio] = surveyRatio(design, y, new Float64Array(6).fill(4), { deff });
    expect(ratio!.deff).toBeCloseTo(surveyMean(design, y, { deff })[0]!.deff, DIGITS);
  },
);

it.each(['without_replacement', 'with_replacement'] as const)(
  '%s: of a linearised total is that of the total',
  (deff) => {
    const [linearised] = surveyFunction(design, [{ kind: 'total', y }], { g: ([total = 0]) => total, deff });
    expect(linearised!.deff).toBeCloseTo(surveyTotal(design, y, { deff })[0]!.deff, DIGITS);
  },
);

it.each(['without_replacement', 'with_replacement'] as const)(
  '%s: of low pay by the line of the population is that by the line of a domain of everybody',
  (deff) => {
    const [one] = lowPayShare(design, y, { lineOf: 'population', deff });
    const [own] = lowPayShare(design, y, { lineOf: 'domain', deff });
    expect(one!.deff).toBeGreaterThan(0);
    expect(one!.deff).toBeCloseTo(own!.deff, DIGITS);
  },
);
