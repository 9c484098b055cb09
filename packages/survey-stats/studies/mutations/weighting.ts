import type { BrokenFile } from '../mutation.ts';

const calibration = [
  'weighting/rake.test.ts',
  'weighting/calibrate.test.ts',
  'weighting/calibration.r.test.ts',
];

export const weighting: readonly BrokenFile[] = [
  {
    file: 'weighting/calibration-function.ts',
    tests: ['weighting/calibration-function.test.ts', 'weighting/calibration.r.test.ts'],
    formulas: [
      ['linear: F', 'g[row] = 1 + u[row]!;', 'g[row] = Math.exp(u[row]!) + 0;'],
      ['linear: F′', 'new Float64Array(u.length).fill(1)', 'new Float64Array(u.length).fill(2)'],
      ['raking: F', 'g[row] = Math.exp(u[row]!);', 'g[row] = 1 + u[row]! + u[row]! ** 2 / 2;'],
      ['raking: F′', 'slopes: (_u, g) => g,', 'slopes: (u) => new Float64Array(u.length).fill(1),'],
      ['sinh: F', 'Math.asinh(2 * u[row]!)', 'Math.asinh(u[row]!)'],
      ['sinh: F′', '/ Math.sqrt(1 + 4 * own * own)', '/ Math.sqrt(1 + own * own)'],
      ['logit: F', 'low * (high - 1) + high * (1 - low) * e', 'low * (high - 1) + high * e'],
      ['logit: F′', '(((high - low) * e) / below)', '(e / below)'],
      ['logit: steepness', '(high - low) / ((1 - low) * (high - 1))', '1'],
      ['bounds: lower one dropped', 'Math.max(low[row]!, g[row]!)', 'g[row]!'],
      [
        'bounds: upper one dropped',
        'Math.min(high[row]!, Math.max(low[row]!, g[row]!))',
        'Math.max(low[row]!, g[row]!)',
      ],
      [
        'bounds: F′ not 0 outside',
        '(!(g[row]! > low[row]! && g[row]! < high[row]!)) slopes[row] = 0;',
        '(Number.isNaN(g[row]!)) slopes[row] = 0;',
      ],
    ],
  },
  {
    file: 'weighting/calibration-equations.ts',
    tests: ['weighting/calibrate-q.test.ts', ...calibration],
    formulas: [
      ['q dropped in g', 'divided(x.products(lambda), q)', 'x.products(lambda)'],
      ['totals of the weights before', 'x.totals(weighted(weight, g))', 'x.totals(weight)'],
    ],
  },
  {
    file: 'weighting/calibration-layer.ts',
    tests: calibration,
    formulas: [
      [
        'fit of the residuals with the final weights',
        'x.cross(divided(design.weight, q))',
        'x.cross(divided(weight, q))',
      ],
      [
        'fit of the residuals unweighted',
        'x.cross(divided(design.weight, q))',
        'x.cross(divided(new Float64Array(design.rows).fill(1), q))',
      ],
      ['fit of the residuals without q', 'x.cross(divided(design.weight, q))', 'x.cross(design.weight)'],
      [
        'residuals weighted by the base weight',
        'weight, design.unit, units, order)',
        'design.weight, design.unit, units, order)',
      ],
    ],
  },
  {
    file: 'weighting/calibrate-parts.ts',
    tests: ['weighting/calibrate-q.test.ts', ...calibration],
    formulas: [['groups calibrated one by one: fit without q', 'divided(weight, made.q)', 'weight']],
  },
  {
    file: 'weighting/calibration-factors.ts',
    tests: calibration,
    formulas: [
      ['households: sums in place of means of their rows', 'value[e]! / weight[u]!', 'value[e]!'],
      ['households: q is its sum', 'q[u]! / weight[u]!', 'q[u]!'],
    ],
  },
  {
    file: 'weighting/crossed-margins.ts',
    tests: ['weighting/crossed-margins.test.ts', ...calibration],
    formulas: [
      [
        'margins of two crossings taken as unrelated',
        'spreadPairs(own, other, table, product, columns);',
        '',
      ],
      ['a row without a level has the first', '(own < 0 ? levels : own)', '(own < 0 ? 0 : own)'],
      [
        'columns of the second crossing are those of the first',
        'for (const { levels } of group) first += levels;',
        '',
      ],
    ],
  },
  {
    file: 'weighting/factor-limits.ts',
    tests: calibration,
    formulas: [
      ['lower bound on the weight taken for one on g', '(w > 0 ? low / w : 0)', '(w > 0 ? low : 0)'],
      ['upper bound on the weight taken for one on g', '(w > 0 ? high / w : 2)', '(w > 0 ? high : 2)'],
    ],
  },
  {
    file: 'weighting/feasible-bounds.ts',
    tests: ['weighting/calibrate.test.ts', 'weighting/trim-limits.test.ts'],
    formulas: [
      [
        'tightest bounds: weights left out',
        '(pattern) pattern.size += size[row]!;',
        '(pattern) pattern.size += 1;',
      ],
      [
        'tightest bounds: range turned upside down',
        'return [low, low + 1 / oneOverRange];',
        'return [low, low + oneOverRange];',
      ],
      ['smallest upper bound without the lower one', '? lower + widthWith(', '? widthWith('],
    ],
  },
  {
    file: 'weighting/margins.ts',
    tests: calibration,
    formulas: [
      [
        'totals in place of discrepancies',
        '(after[at]! - category.total) / category.total',
        'after[at]! / category.total',
      ],
      ['margins need not agree', 'Math.abs(sum - first) > SUM_TOLERANCE * first', 'false'],
    ],
  },
  {
    file: 'weighting/poststratify.ts',
    tests: calibration,
    formulas: [
      [
        'post-stratification: control over rows',
        'sample[code]! += design.weight[row] ?? 0;',
        'sample[code]! += 1;',
      ],
    ],
  },
  {
    file: 'weighting/sparse-rows.ts',
    tests: calibration,
    formulas: [['cross product: x once', 'wa * value[b]!', 'wa']],
  },
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
