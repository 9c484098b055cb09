import type { BrokenFile } from '../mutation.ts';

export const weights: readonly BrokenFile[] = [
  {
    file: 'weighting/kish-design-effect.ts',
    tests: ['weighting/rake.test.ts', 'weighting/weight-diagnostics.test.ts'],
    formulas: [
      ['Kish: squares not added up', '(sum * sum) / squares', 'sum'],
      ['Kish: rows of weight 0 count', 'if (weight[row] !== 0) n++;', 'n++;'],
    ],
  },
  {
    file: 'weighting/trim-weights.ts',
    tests: ['weighting/rake.test.ts', 'weighting/trim-weights.r.test.ts', 'weighting/trim-limits.test.ts'],
    formulas: [
      ['trimming: excess lost', 'result[row]! += share;', 'result[row]! += 0 * share;'],
      [
        'trimming: excess shared by all',
        'const share = excess / takers;',
        'const share = excess / result.length;',
      ],
      ['trimming: not repeated', 'if (!strict) break;', 'break;'],
      ['trimming: trimmed rows take excess again', 'frozen[row] = 1;', ''],
      ['trimming: lower limit dropped', 'if (w < lower || w > upper) {', 'if (w > upper) {'],
    ],
  },
  {
    file: 'weighting/trim-limits.ts',
    tests: ['weighting/trim-limits.test.ts'],
    formulas: [
      [
        'limit in medians is in means',
        'quantileOf(positive, 0.5)',
        'positive.reduce((sum, w) => sum + w, 0) / positive.length',
      ],
      [
        'limit in means is in sums',
        ': positive.reduce((sum, w) => sum + w, 0) / positive.length;',
        ': positive.reduce((sum, w) => sum + w, 0);',
      ],
      ['target design effect turned round', '<= target) low = middle;', '> target) low = middle;'],
    ],
  },
  {
    file: 'weighting/trim-and-calibrate.ts',
    tests: ['weighting/trim-limits.test.ts'],
    formulas: [
      [
        'trimmed and calibrated: limits dropped',
        'bounds: [lower, upper], boundsOn',
        'bounds: [0 * lower, 1e9 * upper], boundsOn',
      ],
      ['a design effect above its target is taken', 'if (effect <= target && !', 'if (effect >= target && !'],
    ],
  },
  {
    file: 'weighting/quantile-of.ts',
    tests: [
      'weighting/trim-limits.test.ts',
      'weighting/trim-weights.r.test.ts',
      'weighting/weight-diagnostics.test.ts',
      'weighting/nonresponse.r.test.ts',
    ],
    formulas: [
      [
        'type 7: n − 1 becomes n',
        'probability * (sorted.length - 1)',
        'Math.min(sorted.length - 1, probability * sorted.length)',
      ],
    ],
  },
  {
    file: 'weighting/nonresponse-classes.ts',
    tests: ['weighting/nonresponse.test.ts', 'weighting/nonresponse.r.test.ts'],
    formulas: [
      ['non-response: unknown eligibility not shared out', '(known + u) / known', '1'],
      ['non-response: factor without unknown eligibility', '(spread * (r + nr)) / r', '(r + nr) / r'],
      [
        'non-response: unknown all eligible, left out of the factor',
        'respondents: (r + nr + u) / r',
        'respondents: (r + nr) / r',
      ],
      [
        'non-response: rate of rows, not of weight',
        'rate: { known: r / (r + nr)',
        'rate: { known: respondents / (respondents + nonrespondents)',
      ],
      ['non-response: ineligible keep their weight', "(unknownTo === 'known' ? spread : 1)", '1'],
    ],
  },
  {
    file: 'weighting/response-propensity.ts',
    tests: ['weighting/nonresponse.test.ts', 'weighting/nonresponse.r.test.ts'],
    formulas: [
      ['propensity not turned upside down', "=== 'respondent' ? 1 / p : 0", "=== 'respondent' ? p : 0"],
      ['propensity: weights left out', 'weighted ? weight[row]! : 1', '1'],
      ['propensity classes: cuts one too low', '(i + 1) / classes', 'i / classes'],
    ],
  },
  {
    file: 'weighting/r-indicator.ts',
    tests: ['weighting/nonresponse.r.test.ts', 'weighting/weight-diagnostics.test.ts'],
    formulas: [
      ['R-indicator: 2 dropped', '1 - 2 * Math.sqrt', '1 - Math.sqrt'],
      [
        'R-indicator: weights left out',
        'squares += weight[row]! * (p - mean) ** 2',
        'squares += (p - mean) ** 2',
      ],
    ],
  },
  {
    file: 'weighting/standardised-difference.ts',
    tests: ['weighting/nonresponse.r.test.ts', 'weighting/weight-diagnostics.test.ts'],
    formulas: [
      [
        'balance: variance for deviation',
        'deviation: Math.sqrt(squares / size)',
        'deviation: squares / size',
      ],
      ['balance: deviation of the sample', 'wanted.deviation', 'own.deviation'],
    ],
  },
  {
    file: 'weighting/standardise.ts',
    tests: ['weighting/weight-diagnostics.test.ts'],
    formulas: [['standardisation: total of the group lost', 's * groupWeight[group]!', 's']],
  },
  {
    file: 'weighting/weight-diagnostics.ts',
    tests: ['weighting/weight-diagnostics.test.ts'],
    formulas: [
      [
        'contribution of a margin: that of the others',
        'whole - kishDesignEffect(without)',
        'kishDesignEffect(without)',
      ],
    ],
  },
];
