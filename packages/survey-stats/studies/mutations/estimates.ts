import type { BrokenFile } from '../mutation.ts';

const estimateTests = ['estimation/estimates.test.ts', 'estimation/estimates.r.test.ts'];

export const estimates: readonly BrokenFile[] = [
  {
    file: 'estimation/survey-mean.ts',
    tests: estimateTests,
    formulas: [
      ['influence of a mean: y, not y − ȳ', '-sums.totalY[d]! / weight / weight', '0 * weight'],
      ['influence of a mean not divided by the weight', '(weight > 0 ? 1 / weight :', '(weight > 0 ? 1 :'],
      ['mean without its centre', 'sums.centre + sums.totalY[d]! / weight', 'sums.totalY[d]! / weight'],
    ],
  },
  {
    file: 'estimation/survey-total.ts',
    tests: estimateTests,
    formulas: [
      [
        'influence of a total is that of the mean',
        'constant: new Float64Array(cells.levels)',
        'constant: new Float64Array(cells.levels).fill(-1)',
      ],
      ['deff of a total: W² becomes W', 'v * sums.weight[d]! * sums.weight[d]!', 'v * sums.weight[d]!'],
    ],
  },
  {
    file: 'estimation/survey-ratio.ts',
    tests: ['estimation/design-effects.test.ts', ...estimateTests],
    formulas: [
      ['influence of a ratio: denominator taken as known', '-own / sums.totalX[d]!', '0 * own'],
      ['influence of a ratio: sign of the denominator', '-own / sums.totalX[d]!', 'own / sums.totalX[d]!'],
      [
        'deff of a ratio: scale of the denominator squared',
        '(sums.weight[d]! / sums.totalX[d]!) ** 2',
        '(sums.weight[d]! / sums.totalX[d]!)',
      ],
    ],
  },
  {
    file: 'estimation/survey-proportion.ts',
    tests: estimateTests,
    formulas: [
      ['deff of a share: p (1 − p) becomes p', 'sums.weight[d]! * p * (1 - p)', 'sums.weight[d]! * p'],
    ],
  },
  {
    file: 'estimation/prepared-columns.ts',
    tests: estimateTests,
    formulas: [
      [
        'a row without the denominator enters a ratio',
        'if (Number.isNaN(difference) || Number.isNaN(other[row]!)) {\n      unanswered',
        'if (Number.isNaN(difference)) {\n      unanswered',
      ],
    ],
  },
  {
    file: 'estimation/domain-squares.ts',
    tests: estimateTests,
    formulas: [
      ['squares not moved to the mean', 'sums.squares[d]! - ofCentre', 'sums.squares[d]!'],
      ['squares of a ratio: y, not the residual', 'y[row]! - ratio[level]! * x[row]!', 'y[row]!'],
    ],
  },
  {
    file: 'estimation/simple-variance.ts',
    tests: estimateTests,
    formulas: [
      ['deff: n − 1 becomes n', '((n / (n - 1)) * squares) / weight', 'squares / weight'],
      ['deff without replacement: W − n becomes W', '(spread * (weight - n)) / (weight * n)', 'spread / n'],
      [
        'deff with replacement is that without',
        'return spread / n;',
        'return (spread * (weight - n)) / (weight * n);',
      ],
    ],
  },
  {
    file: 'estimation/influence-simple-variance.ts',
    tests: [
      'estimation/design-effects.test.ts',
      'estimation/moments.test.ts',
      'estimation/moments.r.test.ts',
      'estimation/inequality.r.test.ts',
    ],
    formulas: [
      [
        'deff of a linearised statistic: n − 1 becomes n',
        '(n / (n - 1)) * squares * weight',
        'squares * weight',
      ],
      [
        'deff of a linearised statistic: W − n becomes W',
        '(spread * (weight - n)) / (weight * n)',
        'spread / n',
      ],
      ['deff of a linearised statistic: influence not centred', 'z[row]! / w - mean[level]!', 'z[row]! / w'],
    ],
  },
  {
    file: 'estimation/survey-estimate.ts',
    tests: [
      'estimation/proportion-interval.test.ts',
      ...estimateTests,
      'estimation/intervals.r.test.ts',
      'estimation/survey-quantile.r.test.ts',
    ],
    formulas: [
      [
        'normal in place of t',
        't = df > 0 ? qt((1 + level) / 2, df)',
        't = df > 0 ? qt((1 + level) / 2, Number.POSITIVE_INFINITY)',
      ],
      ['one tail in place of two', 't = df > 0 ? qt((1 + level) / 2, df)', 't = df > 0 ? qt(level, df)'],
      ['beta: rows that answered', "method === 'beta' ? betaRows(cells, d) : n[d]!", 'n[d]!'],
      [
        'beta, unequal probabilities: rows of the domain',
        'design.calibration || design.pps',
        'design.calibration',
      ],
      ['missing share of rows, not of weight', '(all - answered) / all', '(rows - answeredRows) / rows'],
      ['deff turned upside down', 'variance[d]! / simpleVariance[d]!', 'simpleVariance[d]! / variance[d]!'],
    ],
  },
  {
    file: 'estimation/proportion-interval.ts',
    tests: ['estimation/proportion-interval.test.ts', 'estimation/intervals.r.test.ts'],
    formulas: [
      ['mean: normal in place of t', 'high: p + t * se', 'high: p + 1.959963984540054 * se'],
      ['logit: p (1 − p) dropped', 'const half = (t * se) / (p * (1 - p));', 'const half = t * se;'],
      ['asin: 2 dropped', '(2 * Math.sqrt(p * (1 - p)))', 'Math.sqrt(p * (1 - p))'],
      ['Korn-Graubard: df factor dropped', '* (qt(upper, n - 1) / qt(upper, df)) ** 2', ''],
      [
        'Korn-Graubard: df factor turned upside down',
        '(qt(upper, n - 1) / qt(upper, df)) ** 2',
        '(qt(upper, df) / qt(upper, n - 1)) ** 2',
      ],
      [
        'Korn-Graubard, NCHS: effective n not cut at n',
        'Math.min(n, adjustedSize(p, se, n, df, level))',
        'adjustedSize(p, se, n, df, level)',
      ],
      ['Korn-Graubard: 1 dropped in the lower limit', 'size * (1 - p) + 1)', 'size * (1 - p))'],
      [
        'Korn-Graubard: 1 dropped in the upper limit',
        'size * p + 1, size * (1 - p)',
        'size * p, size * (1 - p)',
      ],
      ['Korn-Graubard: one tail in place of two', 'const tail = (1 - level) / 2;', 'const tail = 1 - level;'],
      ['Wilson: centre not moved', '(p + square / 2 - half) / (1 + square)', '(p - half) / (1 + square)'],
      ['Wilson: limits not divided', '(p + square / 2 + half) / (1 + square)', 'p + square / 2 + half'],
      ['likelihood: n/(n − 1) dropped', '* (n / (n - 1));', ';'],
      ['log: se not relative', 'Math.exp((t * se) / estimate)', 'Math.exp(t * se)'],
      ['Fisher’s z: 1 − r² dropped', '(t * se) / (1 - r * r)', 't * se'],
    ],
  },
  {
    file: 'estimation/weighted-quantile.ts',
    tests: [
      'estimation/quantile-rules.test.ts',
      'estimation/quantile-rules.r.test.ts',
      'weighting/calibration.r.test.ts',
    ],
    formulas: [
      [
        'weights below 0: the first cumulative weight above the share',
        'while (k >= 0 && cumulative[k]! > limit) k--;',
        'const above = cumulative.findIndex((upTo) => upTo > limit);\n  if (above >= 0) k = above - 1;',
      ],
      [
        'math: the next value at an exact boundary',
        'probability, (own) => own)',
        'probability, (_own, next) => next)',
      ],
      [
        'math: the second value below the first weight',
        'if (k < 0) return values[0]!;',
        'if (k < 0) return values[Math.min(1, n - 1)]!;',
      ],
      ['math: the value before, not the next', '/ total > 0 ? next :', '/ total > 0 ? values[k]! :'],
      ['school: no mean of two', '(own + next) / 2', 'own'],
      ['hf3: odd for even', 'k % 2 === 1', 'k % 2 === 0'],
      [
        'hf4',
        'hf4: (upTo, _before, total) => upTo / total',
        'hf4: (upTo, before, total) => (upTo + before) / 2 / total',
      ],
      ['hf5', '(upTo + before) / 2 / total', 'upTo / total'],
      ['hf6: weight of the last dropped', 'upTo / (total + (total - beforeLast))', 'upTo / total'],
      ['hf7: divided by the whole', 'before / beforeLast', 'before / (beforeLast + _total - _total + 1)'],
      ['hf8: thirds exchanged', '(before + 2 * upTo) / 3', '(2 * before + upTo) / 3'],
      ['hf9: eighths exchanged', '(3 * before + 5 * upTo) / 8', '(5 * before + 3 * upTo) / 8'],
      ['ties not merged', 'if (i === 0 || values[i] !== values[i - 1]) count++;', 'count++;'],
    ],
  },
  {
    file: 'estimation/survey-quantile.ts',
    tests: [
      'estimation/survey-quantile.r.test.ts',
      'estimation/quantile-rules.test.ts',
      'estimation/estimates.test.ts',
    ],
    formulas: [
      ['Woodruff: probability in place of the share at or below', 'share[d]!,\n', 'found.probability,\n'],
      ['Woodruff: share below, not at or below', 'value <= quantile[level]!', 'value < quantile[level]!'],
      ['Woodruff, beta: df of rows without an answer too', 'domainDf(answered ?? cells', 'domainDf(cells'],
      [
        'Woodruff, beta: rows of weight 0 left out',
        'answered ? betaRows(answered, d) : sums.n[d]!',
        'sums.n[d]!',
      ],
      ['Woodruff: limits in the wrong order', 'high < low ?', 'high > Number.POSITIVE_INFINITY ?'],
      ['Woodruff: SE by the normal', '(2 * t[d]!)', '(2 * 1.959963984540054)'],
      [
        'Woodruff: limits by another rule',
        'quantileIn(sorted, d, limits.high, rule)',
        "quantileIn(sorted, d, limits.high, 'hf6')",
      ],
    ],
  },
  {
    file: 'estimation/sorted-domains.ts',
    tests: ['estimation/survey-quantile.r.test.ts'],
    formulas: [['weights not added up', 'weights[i] = sum + lost;', '']],
  },
  {
    file: 'estimation/calibration-fit.ts',
    tests: ['weighting/calibration.r.test.ts'],
    formulas: [
      ['residuals of a fit with the final weights', '1 / (q ? own * q[row]! : own)', '1 / (q ? q[row]! : 1)'],
      ['fit without q', '1 / (q ? own * q[row]! : own)', '1 / own'],
      ['fit of the first calibration without what the second took off', 'products[j]! -= sum;', ''],
      ['residuals dropped: calibrated weights taken as known', 't0 -= v * b[at]!;', ''],
      ['residuals: sign of the fit', 't0 -= v * b[at]!;', 't0 += v * b[at]!;'],
    ],
  },
  {
    file: 'estimation/residualise.ts',
    tests: [
      'weighting/calibrate-q.test.ts',
      'weighting/calibration.r.test.ts',
      'estimation/influence-covariance.test.ts',
      'estimation/moments.r.test.ts',
    ],
    formulas: [
      [
        'residuals weighted by the base weight',
        'own - baseWeight[row]! * g[row]! * fitted',
        'own - baseWeight[row]! * fitted',
      ],
      [
        'residuals dropped: calibrated weights taken as known',
        'own - baseWeight[row]! * g[row]! * fitted',
        'own',
      ],
      ['residuals of a fit with the final weights', ': z[row]! / factor;', ': z[row]!;'],
      ['fit without q', 'z[row]! / factor / q[row]!', 'z[row]! / factor'],
    ],
  },
];
