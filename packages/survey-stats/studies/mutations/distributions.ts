import type { BrokenFile } from '../mutation.ts';

const distributionTests = ['distributions/distributions.test.ts', 'distributions/distributions.r.test.ts'];

export const distributions: readonly BrokenFile[] = [
  {
    file: 'distributions/student.ts',
    tests: distributionTests,
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
    tests: distributionTests,
    formulas: [['normal: two tails for one', '0.5 * gammaTails(', '1 * gammaTails(']],
  },
  {
    file: 'distributions/stirling-error.ts',
    tests: distributionTests,
    formulas: [
      ['Stirling: second term', '(1 / 360 -', '(1 / 320 -'],
      ['Stirling: third term', '(1 / 1260 -', '(1 / 1200 -'],
      ['log √(2π)', '= 0.9189385332046728', '= 0.9189385332'],
      ['deviance: factor of a term', 'power / (2 * j + 1)', 'power / (2 * j - 1)'],
    ],
  },
  {
    file: 'distributions/gamma.ts',
    tests: distributionTests,
    formulas: [
      ['χ²: twice the df', 'gammaTails(x / 2, df / 2)', 'gammaTails(x / 2, df)'],
      ['upper tail: a dropped', 'Math.log(a * value)', 'Math.log(value)'],
    ],
  },
  {
    file: 'distributions/beta.ts',
    tests: distributionTests,
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
    tests: distributionTests,
    formulas: [['F: df exchanged', 'df1 / 2, df2 / 2)', 'df2 / 2, df1 / 2)']],
  },
];
