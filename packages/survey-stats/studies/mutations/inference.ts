import type { BrokenFile } from '../mutation.ts';

const tests = ['hypothesis-tests/hypothesis-tests.test.ts', 'hypothesis-tests/hypothesis-tests.r.test.ts'];
const regression = ['models/survey-regression.test.ts', 'models/models.r.test.ts'];
const change = ['change/change-between.test.ts', 'change/change-between.r.test.ts'];
const quality = ['quality/quality.test.ts'];
const distributions = ['distributions/distributions.test.ts', 'distributions/distributions.r.test.ts'];

export const inference: readonly BrokenFile[] = [
  {
    file: 'hypothesis-tests/independence-test.ts',
    tests,
    formulas: [
      [
        'Rao-Scott: trace dropped',
        "(statistic === 'F' ? pearson : likelihood) / trace",
        "(statistic === 'F' ? pearson : likelihood)",
      ],
      ['Rao-Scott: df of the first order', 'const df1 = trace ** 2 / squaredTrace;', 'const df1 = free;'],
      ['Rao-Scott: df2 is df', 'df2: df1 * df, pValue', 'df2: df, pValue'],
      ['Rao-Scott: p by df', 'pf(value, df1, df1 * df, false)', 'pf(value, df1, df, false)'],
      [
        'Rao-Scott: N is the sum of weights',
        'pearson: n * pearson, n, df',
        'pearson: table.used.weight * pearson, n, df',
      ],
      [
        'Rao-Scott, first order: not corrected',
        'pchisq((pearson * free) / trace, free, false)',
        'pchisq(pearson * n, free, false)',
      ],
      ['likelihood ratio: 2 dropped', 'likelihood += 2 * devianceTerm', 'likelihood += devianceTerm'],
      ['Pearson: divided by the observed', '(p - expected) ** 2 / expected', '(p - expected) ** 2 / p'],
      [
        'Rao-Scott: influence not centred',
        '(scaled[r * width + c]! - centre) / total',
        'scaled[r * width + c]! / total',
      ],
      [
        'Rao-Scott: squares of the diagonal only',
        'for (const own of row) squaredTrace += own ** 2;',
        'squaredTrace += row[i]! ** 2;',
      ],
      [
        'Wald: not divided by its df',
        '((waldForm(design, table) / free) * df2) / df',
        '(waldForm(design, table) * df2) / df',
      ],
      ['Wald, adjusted: df of the plain one', "statistic === 'Wald' ? df : df - free + 1", 'df'],
      [
        'Wald: margins taken as known',
        'inRow * inColumn - across * inRow - down * inColumn + down * across',
        'inRow * inColumn',
      ],
    ],
  },
  {
    file: 'hypothesis-tests/survey-table.ts',
    tests,
    formulas: [
      [
        'share of a table: whole taken as known',
        '((r === i && c === j ? 1 : 0) - share) / whole',
        '(r === i && c === j ? 1 : 0) / whole',
      ],
    ],
  },
  {
    file: 'hypothesis-tests/survey-t-test.ts',
    tests,
    formulas: [
      [
        't test: 1 not taken off df',
        'analysisRows(design, [], domain).df) - 1',
        'analysisRows(design, [], domain).df)',
      ],
      [
        't test: df of the full design',
        '(group ? used.df : analysisRows(design, [], domain).df)',
        'analysisRows(design, [], undefined).df',
      ],
      [
        't test: groups independent',
        'moments.map(({ influence }) => influence[0]!),\n    contrast,',
        'moments.map(({ influence }) => influence[0]!),\n    contrast.map(Math.abs),',
      ],
      ['t test: hypothesis left out', 'estimate - hypothesis', 'estimate'],
    ],
  },
  {
    file: 'hypothesis-tests/rank-scores.ts',
    tests,
    formulas: [
      ['rank: upper end of a tie', 'below + own / 2', 'below + own'],
      ['rank: places without half the own weight', 'below + own + w / 2', 'below + own + w'],
      ['Wilcoxon: ranks not divided', 'wilcoxon: (r, total) => r / total', 'wilcoxon: (r) => r'],
      ['van der Waerden: no normal score', 'qnorm(r / total)', 'r / total'],
      ['median test: at half', '(r > total / 2 ? 1 : 0)', '(r > total / 3 ? 1 : 0)'],
    ],
  },
  {
    file: 'hypothesis-tests/survey-rank-test.ts',
    tests,
    formulas: [
      [
        'rank test: F not divided by its df',
        'quadraticForm(covariance, difference) / q',
        'quadraticForm(covariance, difference)',
      ],
      ['rank test: df2 is df', 'const df2 = used.df - q;', 'const df2 = used.df;'],
      [
        'rank test: reference taken as known',
        'combine([z, first!.z], [1, -1])',
        'combine([z, first!.z], [1, 0])',
      ],
    ],
  },
  {
    file: 'hypothesis-tests/adjust-p-values.ts',
    tests,
    formulas: [
      ['Holm: every p by all tests', "method === 'holm' ? tests - before : tests", 'tests'],
      ['Holm: a later p below an earlier one', 'most = Math.max(most, own);', 'most = own;'],
      ['Benjamini-Hochberg: not divided by the rank', '(tests / rank) * p[at]!', 'tests * p[at]!'],
      [
        'Benjamini-Hochberg: a p above a later one',
        'least = Math.min(least, (tests / rank) * p[at]!);',
        'least = (tests / rank) * p[at]!;',
      ],
    ],
  },
  {
    file: 'models/survey-regression.ts',
    tests: regression,
    formulas: [
      ['df of a regression: n of coefficients left out', 'used.df + 1 - p', 'used.df'],
      ['df of a regression: 1 left out', 'used.df + 1 - p', 'used.df - p'],
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
        'value: -means[1]!.value, z: means[1]!.z.map((own) => -own)',
        'value: -means[1]!.value, z: means[1]!.z',
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
    file: 'change/change-between.ts',
    tests: change,
    formulas: [
      ['relative change: slope of the first wave', '-two / one ** 2', '-1 / one'],
      ['relative change: 1 not taken off', 'two / one - 1', 'two / one'],
    ],
  },
  {
    file: 'change/joint-variance.ts',
    tests: change,
    formulas: [
      ['change: sign of the covariance', '2 * a1 * a2 * Math.sqrt', '-2 * a1 * a2 * Math.sqrt'],
      ['change: 2 of the covariance', '2 * a1 * a2 * Math.sqrt', 'a1 * a2 * Math.sqrt'],
      [
        'change, independent: df of the first wave',
        'first.cells.df[d]! + second.cells.df[d]!',
        'first.cells.df[d]!',
      ],
      [
        'change, partial overlap: taken as independent',
        'own(d, slopes) + correlation * cross(d, slopes)',
        'own(d, slopes)',
      ],
      ['change, partial overlap: larger df', 'Math.min(first.cells.df[d]!', 'Math.max(first.cells.df[d]!'],
    ],
  },
  {
    file: 'change/overlap-correlation.ts',
    tests: change,
    formulas: [
      ['overlap: totals not centred', 'const e1 = first - cell.first / cell.n;', 'const e1 = first;'],
      ['overlap: sign of the correlation', 'product += e1 * e2;', 'product -= e1 * e2;'],
      [
        'overlap: strata of the first wave run together',
        'before.design.psuStratum[i]!',
        '0 * before.design.psuStratum[i]!',
      ],
      [
        'overlap: PSUs of one wave left out',
        'return [...both, ...added];',
        'return both.filter(([, psu]) => psu >= 0);',
      ],
    ],
  },
  {
    file: 'change/wave-psus.ts',
    tests: change,
    formulas: [
      ['same PSUs: totals of the waves in row order', 'a2 * t2[inSecond[psu]!]!', 'a2 * t2[psu]!'],
      ['same PSUs: df counts strata', 'return psus - strata.size;', 'return psus;'],
    ],
  },
  {
    file: 'quality/proportion-quality.ts',
    tests: quality,
    formulas: [
      ['NCHS shares: 30 respondents', 'const small = !(n >= 30);', 'const small = !(n > 30);'],
      ['NCHS shares: effective 30', 'effectiveN < 30 && !small', 'effectiveN < 3 && !small'],
      ['NCHS shares: width 0.30', 'width >= 0.3,', 'width >= 0.5,'],
      ['NCHS shares: width 0.05', 'width > 0.05 &&', 'width > 0.5 &&'],
      ['NCHS shares: relative width 1.3', 'relativeWidth > 1.3, ', 'relativeWidth > 13, '],
      [
        'NCHS shares: relative width of the complement',
        'complementRelativeWidth > 1.3,',
        'complementRelativeWidth > 13,',
      ],
      [
        'NCHS shares: effective n not cut at n',
        'extreme ? n : Math.min(n, (p * (1 - p)) / (se * se))',
        'extreme ? n : (p * (1 - p)) / (se * se)',
      ],
    ],
  },
  {
    file: 'quality/quality.ts',
    tests: quality,
    formulas: [['8 degrees of freedom', 'MINIMUM_DF = 8', 'MINIMUM_DF = 9']],
  },
  {
    file: 'quality/count-quality.ts',
    tests: quality,
    formulas: [
      ['NCHS counts: relative width 1.6', 'relativeWidth > 1.6', 'relativeWidth > 16'],
      ['NCHS counts: effective 10', 'effectiveN >= 10', 'effectiveN >= 9'],
      ['NCHS counts: effective n without the design effect', 'n / kishDesignEffect;', 'n;'],
      ['NCHS counts: width of one side', 'Math.exp(half) - Math.exp(-half)', 'Math.exp(half) - 1'],
    ],
  },
  {
    file: 'quality/general-quality.ts',
    tests: quality,
    formulas: [
      ['means: 30 respondents', '!(n >= 30)', '!(n >= 29)'],
      ['means: cv 0.3', 'cv > 0.3', 'cv > 0.33'],
    ],
  },
  {
    file: 'quality/threshold-quality.ts',
    tests: quality,
    formulas: [
      ['NCHS 30/30: cv', 'cautionFromCv: 0.3 }', 'cautionFromCv: 0.33 }'],
      ['NCHS 30/30: respondents', "name: 'nchs_30_30', minimumN: 30", "name: 'nchs_30_30', minimumN: 29"],
      ['Statistics Canada: caution', 'cautionAboveCv: 0.165', 'cautionAboveCv: 0.2'],
      ['Statistics Canada: unreliable', 'maximumCv: 0.333', 'maximumCv: 0.5'],
      ['DHS: respondents', 'minimumN: 25', 'minimumN: 24'],
      ['DHS: caution', 'cautionBelowN: 50', 'cautionBelowN: 49'],
    ],
  },
  {
    file: 'distributions/student.ts',
    tests: distributions,
    formulas: [
      [
        't: root of df',
        'Math.sqrt(df) * Math.exp(-logOdds / 2)',
        'Math.sqrt(df - 1) * Math.exp(-logOdds / 2)',
      ],
      ['t: two tails for one', '0.5 * betaTails', '1 * betaTails'],
    ],
  },
  {
    file: 'distributions/normal.ts',
    tests: distributions,
    formulas: [['normal: two tails for one', '0.5 * gammaTails(', '1 * gammaTails(']],
  },
  {
    file: 'distributions/stirling-error.ts',
    tests: distributions,
    formulas: [
      ['Stirling: second term', '(1 / 360 -', '(1 / 320 -'],
      ['Stirling: third term', '(1 / 1260 -', '(1 / 1200 -'],
      ['log √(2π)', '= 0.9189385332046728', '= 0.9189385332'],
      ['deviance: factor of a term', 'power / (2 * j + 1)', 'power / (2 * j - 1)'],
    ],
  },
  {
    file: 'distributions/gamma.ts',
    tests: distributions,
    formulas: [
      ['χ²: twice the df', 'gammaTails(x / 2, df / 2)', 'gammaTails(x / 2, df)'],
      ['upper tail: a dropped', 'Math.log(a * value)', 'Math.log(value)'],
    ],
  },
  {
    file: 'distributions/beta.ts',
    tests: distributions,
    formulas: [
      [
        'beta: 0.5 of the front',
        '0.5 * (Math.log(a) + Math.log(b) - Math.log(n))',
        'Math.log(a) + Math.log(b) - Math.log(n)',
      ],
      ['beta: fraction', 'const w = n * (b - n) * x;', 'const w = n * (b + n) * x;'],
    ],
  },
  {
    file: 'distributions/fisher.ts',
    tests: distributions,
    formulas: [['F: df exchanged', 'df1 / 2, df2 / 2)', 'df2 / 2, df1 / 2)']],
  },
];
