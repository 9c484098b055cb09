import type { BrokenFile } from '../mutation.ts';

const estimates = ['estimation/estimates.test.ts', 'estimation/estimates.r.test.ts'];
const moments = ['estimation/moments.test.ts', 'estimation/moments.r.test.ts'];
const inequality = ['estimation/inequality.test.ts', 'estimation/inequality.r.test.ts'];

export const linearised: readonly BrokenFile[] = [
  {
    file: 'estimation/moments.ts',
    tests: moments,
    formulas: [
      ['variance: n − 1 becomes n', '(n > 1 ? n / (n - 1) : Number.NaN)', '(n > 1 ? 1 : Number.NaN)'],
      ['variance: not centred', 'const dx = x[row]! - meanX[level]!;', 'const dx = x[row]!;'],
    ],
  },
  {
    file: 'estimation/survey-covariance.ts',
    tests: moments,
    formulas: [['influence of a covariance not centred', 'share * (own - xy[level]!)', 'share * own']],
  },
  {
    file: 'estimation/survey-correlation.ts',
    tests: moments,
    formulas: [
      [
        'influence of a correlation: variances taken as known',
        '(r / 2) * (ownXx / xx[level]! + ownYy / yy[level]!)',
        '0 * r',
      ],
      ['influence of a correlation: half dropped', '(r / 2) *', 'r *'],
    ],
  },
  {
    file: 'estimation/geometric-mean.ts',
    tests: [...inequality, ...moments],
    formulas: [['SE of a geometric mean is that of the log', 'z * estimate[cells.levelOfRow[row]!]!', 'z']],
  },
  {
    file: 'estimation/gini.ts',
    tests: inequality,
    formulas: [
      ['Gini: 2 dropped', 'sum / (2 * weight * total)', 'sum / (weight * total)'],
      ['influence of Gini: population taken as known', '- g / weight -', '-'],
      ['influence of Gini: total taken as known', '- (g * sorted.values[at]!) / total', ''],
      ['Gini: ties not counted whole', 'value * (2 * below - weight)', 'value * (2 * below - tied - weight)'],
    ],
  },
  {
    file: 'estimation/survey-lorenz.ts',
    tests: inequality,
    formulas: [
      [
        'Lorenz: the last person counted whole',
        '(reached ? p * people - before : w) * quantile',
        'w * quantile',
      ],
      [
        'influence of Lorenz: quantile taken as known',
        'below + p * quantile - share * value',
        'below - share * value',
      ],
      [
        'influence of Lorenz: total taken as known',
        'below + p * quantile - share * value',
        'below + p * quantile',
      ],
    ],
  },
  {
    file: 'estimation/low-pay-share.ts',
    tests: inequality,
    formulas: [
      ['low pay: slope without the fraction', '(fraction * kernelDensity(', '(kernelDensity('],
      [
        'low pay: density at the line for that at the median',
        ', limit, bandwidth)) / density',
        ', median, bandwidth)) / density',
      ],
      ['low pay: share not taken off', '((isLow(y[row]!) ? 1 : 0) - share)', '(isLow(y[row]!) ? 1 : 0)'],
      [
        'low pay: at the line counts',
        "counted === 'below' ? value < limit : value <= limit",
        "counted === 'below' ? value <= limit : value <= limit",
      ],
    ],
  },
  {
    file: 'estimation/low-pay-variances.ts',
    tests: [...inequality, 'estimation/design-effects.test.ts'],
    formulas: [
      ['low pay, own line: taken as known', 'own - by * ofMedian[row]!', 'own - 0 * by * ofMedian[row]!'],
      ['low pay, own line: sign of the slope', 'own - by * ofMedian[row]!', 'own + by * ofMedian[row]!'],
      [
        'low pay, one line: taken as known',
        'own[unit]! - by * median![unit]!',
        'own[unit]! - 0 * by * median![unit]!',
      ],
      [
        'low pay, one line: sign of the slope',
        'own[unit]! - by * median![unit]!',
        'own[unit]! + by * median![unit]!',
      ],
      ['low pay, one line: deff without the product of the parts', '- 2 * by * products[level]!', ''],
    ],
  },
  {
    file: 'estimation/kernel-density.ts',
    tests: inequality,
    formulas: [
      ['bandwidth: n^(1/5) becomes n^(1/4)', '** 0.2;', '** 0.25;'],
      ['bandwidth: deviation not centred', '(y[row]! - mean) ** 2', 'y[row]! ** 2'],
    ],
  },
  {
    file: 'estimation/survey-share.ts',
    tests: moments,
    formulas: [
      [
        'share: whole taken as known',
        '((levelOfRow[row] === d ? 1 : 0) - share)',
        '(levelOfRow[row] === d ? 1 : 0)',
      ],
    ],
  },
  {
    file: 'estimation/survey-contrast.ts',
    tests: [...estimates, ...moments],
    formulas: [
      [
        'variance of a contrast without its coefficients',
        'value * coefficients[cells.levelOfRow[row]!]!',
        'value',
      ],
      [
        'domains of a contrast independent',
        'value * coefficients[cells.levelOfRow[row]!]!',
        'value * Math.abs(coefficients[cells.levelOfRow[row]!]!)',
      ],
      ['contrast: one tail in place of two', '2 * pt(-Math.abs(t), df)', 'pt(-Math.abs(t), df)'],
    ],
  },
  {
    file: 'estimation/survey-contrasts.ts',
    tests: moments,
    formulas: [
      ['joint test: F not scaled to its df', '(wald * dfDenominator) / (k * df)', 'wald / k'],
      ['joint test: df − k + 1 becomes df', 'const dfDenominator = df - k + 1;', 'const dfDenominator = df;'],
      [
        'covariance of contrasts: only its diagonal',
        'for (const l of left) for (const r of right) sum',
        'for (const l of left) for (const r of right) if (l.at === r.at) sum',
      ],
    ],
  },
  {
    file: 'estimation/delta-method.ts',
    tests: moments,
    formulas: [
      [
        'delta method: covariances dropped',
        'for (let j = 0; j < size; j++) variance',
        'for (let j = i; j <= i; j++) variance',
      ],
    ],
  },
  {
    file: 'estimation/gradient.ts',
    tests: moments,
    formulas: [['numeric gradient twice too large', '/ (12 * h)', '/ (6 * h)']],
  },
  {
    file: 'estimation/survey-function.ts',
    tests: moments,
    formulas: [['function: slopes dropped', 'sum += slopes[level]![s]! * own;', 'sum += own;']],
  },
  {
    file: 'estimation/statistic.ts',
    tests: moments,
    formulas: [
      [
        'influence of a mean not centred',
        '(y[row]! - estimate[d]!) / sums.weight[d]!',
        'y[row]! / sums.weight[d]!',
      ],
      [
        'influence of a ratio: denominator taken as known',
        '(y[row]! - estimate[d]! * x[row]!) / wholeX[d]!',
        'y[row]! / wholeX[d]!',
      ],
    ],
  },
  {
    file: 'estimation/influence-covariance.ts',
    tests: [
      'estimation/influence-covariance.test.ts',
      'weighting/calibrate.property.test.ts',
      'estimation/moments.r.test.ts',
      'models/models.r.test.ts',
    ],
    formulas: [
      [
        'covariance twice too large',
        '(combined(a, b, 1) - combined(a, b, -1)) / 4',
        '(combined(a, b, 1) - combined(a, b, -1)) / 2',
      ],
      ['covariances dropped', '(combined(a, b, 1) - combined(a, b, -1)) / 4', '0'],
      ['residuals of the oldest calibration first', 'layers.reduceRight(', 'layers.reduce('],
    ],
  },
  {
    file: 'estimation/linear-form.ts',
    tests: estimates,
    formulas: [
      [
        'totals of a ratio without their denominator',
        'total[c]! += by * cellSums[at]!;',
        'total[c]! += 0 * by;',
      ],
      [
        'totals without the weights of the rows',
        'total[c] = byWeight * cellSums[at]! + byY',
        'total[c] = byY',
      ],
    ],
  },
  {
    file: 'estimation/joint-estimates.ts',
    tests: [...moments, 'estimation/influence-covariance.test.ts', 'estimation/together.property.test.ts'],
    formulas: [
      [
        'joint: rows with an answer to any of the variables',
        "options.missing === 'together'",
        "options.missing === 'each'",
      ],
    ],
  },
];
