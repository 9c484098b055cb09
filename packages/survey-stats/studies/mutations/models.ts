import type { BrokenFile } from '../mutation.ts';

const regression = ['models/survey-regression.test.ts', 'models/models.r.test.ts'];

export const models: readonly BrokenFile[] = [
  {
    file: 'models/survey-regression.ts',
    tests: regression,
    formulas: [
      ['df of a regression: number of coefficients left out', '+ 1 - p;', ';'],
      ['df of a regression: 1 left out', '+ 1 - p;', '- p;'],
    ],
  },
  {
    file: 'models/model-influence.ts',
    tests: regression,
    formulas: [
      [
        'meat: unweighted residuals',
        '(weight[k]! * residual(y[k]!, own)) / root',
        'residual(y[k]!, own) / root',
      ],
      ['meat: slope of the family left out', 'Math.sqrt(weight[k]! * slope(own))', 'Math.sqrt(weight[k]!)'],
    ],
  },
  {
    file: 'models/column-qr.ts',
    tests: regression,
    formulas: [
      [
        'bread: columns not made orthogonal',
        'subtract(dual[j]!, r[j * p + i]!, dual[i]!)',
        'subtract(dual[j]!, 0 * r[j * p + i]!, dual[i]!)',
      ],
    ],
  },
  {
    file: 'models/fit-model.ts',
    tests: regression,
    formulas: [
      [
        'least squares without weights',
        'const root = data.weight.map(Math.sqrt);',
        'const root = data.weight.map(() => 1);',
      ],
      ['offset left out of a linear fit', 'own - data.offset![k]!', 'own'],
      [
        'offset left out of the linear predictor',
        'offset ? offset.slice() :',
        'offset ? offset.map(() => 0) :',
      ],
    ],
  },
  {
    file: 'models/family.ts',
    tests: [...regression, 'models/margins.test.ts'],
    formulas: [
      [
        'logistic: slope',
        'slope: (eta) => logistic(eta) * logistic(-eta),',
        'slope: (eta) => logistic(eta),',
      ],
      ['logistic: curvature', '* -Math.tanh(eta / 2)', '* -Math.tanh(eta)'],
      ['Poisson: curvature', 'curvature: Math.exp', 'curvature: () => 0'],
      ['Poisson: slope', 'slope: Math.exp', 'slope: () => 1'],
    ],
  },
  {
    file: 'models/average-marginal-effects.ts',
    tests: ['models/models.r.test.ts', 'models/margins.test.ts'],
    formulas: [
      [
        'marginal effect: own slope left out of the gradient',
        '(i === j ? weightedMean(model, slopes) : 0)',
        '0',
      ],
      [
        'marginal effect: curvature left out of the gradient',
        'bends.map((own, k) => own * values[used.rows[k]!]!)',
        'bends.map(() => 0)',
      ],
      ['marginal effect of a 0/1 column: gradient at 1 alone', 'own - zero.gradient[i]!', 'own'],
      [
        'marginal effect of a 0/1 column as a derivative',
        "isBinary(model, j) ? 'difference'",
        "false ? 'difference'",
      ],
    ],
  },
  {
    file: 'models/row-averages.ts',
    tests: ['models/models.r.test.ts', 'models/models.property.test.ts'],
    formulas: [
      ['margins: covariates of the sample taken as fixed', "if (covariates === 'sampled') {", 'if (false) {'],
      [
        'margins: averages over rows without weights',
        'sum += design.weight[row]! * values[k]!;',
        'sum += (fit.used.weight / values.length) * values[k]! + 0 * row;',
      ],
    ],
  },
  {
    file: 'models/wald-test.ts',
    tests: regression,
    formulas: [
      ['Wald test of coefficients: F not divided', 'const f = form / tested.length;', 'const f = form;'],
      [
        'Wald test of coefficients: diagonal only',
        'tested.map((j) => model.covariance[i * p + j]!)',
        'tested.map((j) => (i === j ? model.covariance[i * p + j]! : 0))',
      ],
    ],
  },
  {
    file: 'models/tested-estimate.ts',
    tests: regression,
    formulas: [
      ['one tail in place of two', '2 * pt(-Math.abs(t), df)', 'pt(-Math.abs(t), df)'],
      [
        'normal in place of t',
        'qt((1 + level) / 2, df) * se',
        'qt((1 + level) / 2, Number.POSITIVE_INFINITY) * se',
      ],
    ],
  },
  {
    file: 'models/oaxaca.ts',
    tests: ['models/oaxaca.test.ts', 'models/models.r.test.ts'],
    formulas: [
      [
        'Oaxaca: explained by the first group’s coefficients',
        'value: (x1 - x2) * b,',
        'value: (x1 - x2) * b1,',
      ],
      ['Oaxaca: means taken as known', 'combine([i, z1, z2], [x1 - x2, b, -b])', 'combine([i], [x1 - x2])'],
      [
        'Oaxaca: reference coefficients taken as known',
        '[x1, x2 - x1, -x2, b1 - b, b - b2]',
        '[x1, 0, -x2, b1 - b, b - b2]',
      ],
      [
        'Oaxaca: pooled model without the group',
        'x: [...x, second]',
        'x: [...x, ...(second.values.length < 0 ? [second] : [])]',
      ],
      [
        'Oaxaca: gap is a sum',
        'value: -second.value, z: second.z.map((own) => -own)',
        'value: -second.value, z: second.z',
      ],
    ],
  },
  {
    file: 'models/group-moments.ts',
    tests: ['hypothesis-tests/hypothesis-tests.test.ts', 'models/oaxaca.test.ts', 'models/models.r.test.ts'],
    formulas: [
      [
        'influence of a mean not centred',
        '(values[row]! - own)) / used.weight',
        'values[row]!) / used.weight',
      ],
    ],
  },
  {
    file: 'models/covariate.ts',
    tests: regression,
    formulas: [['dummies: a missing category is the reference', 'own === -1 ? Number.NaN : own', 'own']],
  },
  {
    file: 'models/predictive-margins.ts',
    tests: ['models/margins.test.ts', 'models/models.r.test.ts'],
    formulas: [
      [
        'predictive margins: covariates taken as fixed',
        "options.covariates ?? 'sampled'",
        "options.covariates ?? 'fixed'",
      ],
    ],
  },
];
