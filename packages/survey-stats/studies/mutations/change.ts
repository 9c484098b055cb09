import type { BrokenFile } from '../mutation.ts';

const changeTests = ['change/change-between.test.ts', 'change/change-between.r.test.ts'];

export const change: readonly BrokenFile[] = [
  {
    file: 'change/change-between.ts',
    tests: changeTests,
    formulas: [
      ['relative change: slope of the first wave', '-two / one ** 2', '-1 / one'],
      ['relative change: 1 not taken off', 'two / one - 1', 'two / one'],
    ],
  },
  {
    file: 'change/joint-variance.ts',
    tests: changeTests,
    formulas: [
      ['change: sign of the covariance', '2 * a1 * a2 * Math.sqrt', '-2 * a1 * a2 * Math.sqrt'],
      ['change: 2 of the covariance', '2 * a1 * a2 * Math.sqrt', 'a1 * a2 * Math.sqrt'],
      ['change, independent: df of the first wave', 'first.df[d]! + second.df[d]!', 'first.df[d]!'],
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
    tests: changeTests,
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
    tests: changeTests,
    formulas: [
      ['same PSUs: totals of the waves in row order', 'a2 * t2[inSecond[psu]!]!', 'a2 * t2[psu]!'],
      ['same PSUs: df counts strata', 'return psus - strata.size;', 'return psus;'],
    ],
  },
];
