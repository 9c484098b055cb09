import type { BrokenFile } from '../mutation.ts';

const tests = ['hypothesis-tests/hypothesis-tests.test.ts', 'hypothesis-tests/hypothesis-tests.r.test.ts'];

export const hypothesisTests: readonly BrokenFile[] = [
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
        '(scaled[k]![r * width + c]! - centre) / total',
        'scaled[k]![r * width + c]! / total + 0 * centre',
      ],
      [
        'Rao-Scott: squares of the diagonal only',
        'for (const own of row) squaredTrace += own ** 2;',
        'squaredTrace += row[i]! ** 2;',
      ],
      [
        'Wald: not divided by its df',
        '((waldForm(design, table, replicates) / free) * df2) / df',
        '(waldForm(design, table, replicates) * df2) / df',
      ],
      [
        'saddlepoint: denominator without its df',
        'fisherSumTail(spread, positiveEigenvalues(effects, free), df2)',
        'fisherSumTail(spread, positiveEigenvalues(effects, free), 1e6 * df2)',
      ],
      ['saddlepoint: df of one χ² in the denominator', 'Math.trunc(df1 * df)', 'df'],
      ['Wald, adjusted: df of the plain one', "statistic === 'Wald' ? df : df - free + 1", 'df'],
      [
        'Wald: margins taken as known',
        'inRow * inColumn - across * inRow - down * inColumn + down * across',
        'inRow * inColumn',
      ],
    ],
  },
  {
    file: 'distributions/saddlepoint.ts',
    tests,
    formulas: [
      [
        'saddlepoint: denominator counts once',
        'Float64Array.of(...a.map(() => 1), df)',
        'Float64Array.of(...a.map(() => 1), 1)',
      ],
      ['saddlepoint: halves dropped from the cumulants', 'zeta * lambda[j]!)) / 2;', 'zeta * lambda[j]!));'],
      [
        'saddlepoint: curvature by λ, not its square',
        '(1 - 2 * zeta * lambda[j]!)) ** 2;',
        '(1 - 2 * zeta * lambda[j]!));',
      ],
      ['saddlepoint: correction left out', 'w + Math.log(v / w) / w', 'w'],
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
      ['t test: 1 not taken off df', '(ofReplicates ?? counted.df) - 1', 'ofReplicates ?? counted.df'],
      [
        't test: df of the full design',
        'group ? used : analysisRows(design, [], domain)',
        'analysisRows(design, [], undefined)',
      ],
      [
        't test: groups independent',
        'moments.map(({ influence }) => influence[0]!),\n      contrast,',
        'moments.map(({ influence }) => influence[0]!),\n      contrast.map(Math.abs),',
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
      ['rank test: df2 is df', '?? used.df) - q;', '?? used.df);'],
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
];
