import type { BrokenFile } from '../mutation.ts';

const calibrationTests = [
  'weighting/rake.test.ts',
  'weighting/calibrate.test.ts',
  'weighting/calibration.r.test.ts',
];

export const calibration: readonly BrokenFile[] = [
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
    tests: ['weighting/calibrate-q.test.ts', ...calibrationTests],
    formulas: [
      ['q dropped in g', 'divided(x.products(lambda), q)', 'x.products(lambda)'],
      ['totals of the weights before', 'x.totals(weighted(weight, g))', 'x.totals(weight)'],
    ],
  },
  {
    file: 'weighting/calibration-layer.ts',
    tests: calibrationTests,
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
    tests: ['weighting/calibrate-q.test.ts', ...calibrationTests],
    formulas: [['groups calibrated one by one: fit without q', 'divided(weight, made.q)', 'weight']],
  },
  {
    file: 'weighting/calibration-factors.ts',
    tests: calibrationTests,
    formulas: [
      ['households: sums in place of means of their rows', 'value[e]! / weight[u]!', 'value[e]!'],
      ['households: q is its sum', 'q[u]! / weight[u]!', 'q[u]!'],
    ],
  },
  {
    file: 'weighting/crossed-margins.ts',
    tests: ['weighting/crossed-margins.test.ts', ...calibrationTests],
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
    tests: calibrationTests,
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
    tests: calibrationTests,
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
    tests: calibrationTests,
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
    tests: calibrationTests,
    formulas: [['cross product: x once', 'wa * value[b]!', 'wa']],
  },
];
