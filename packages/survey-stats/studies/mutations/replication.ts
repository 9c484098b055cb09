import type { BrokenFile } from '../mutation.ts';

const replicates = ['replication/replicate-weights.test.ts', 'replication/replicates.r.test.ts'];
const given = ['replication/given-replicates.test.ts', 'replication/given-replicates.r.test.ts'];

const again = ['replication/replicate-models.r.test.ts'];

export const replication: readonly BrokenFile[] = [
  {
    file: 'replication/covariance-again.ts',
    tests: again,
    formulas: [
      [
        'replicates: weights of the full sample',
        'weight: rowWeights(replicates, r) }',
        'weight: design.weight }',
      ],
      [
        'influence in a replicate by the full weight',
        '(z[row]! / design.weight[row]!) * replicate.weight[row]!',
        'z[row]! + 0 * replicate.weight[row]!',
      ],
      [
        'df of the replicates left out',
        'if (replicates?.df === undefined) return undefined;',
        'return undefined;',
      ],
    ],
  },
  {
    file: 'hypothesis-tests/two-way-cells.ts',
    tests: again,
    formulas: [
      [
        'cells of a replicate by the full weights',
        'weights[rowOf[k]! * columnLevels.length + columnOf[k]!]! += weight[row]!;',
        'weights[rowOf[k]! * columnLevels.length + columnOf[k]!]! = own[rowOf[k]! * columnLevels.length + columnOf[k]!]! + 0 * weight[row]!;',
      ],
    ],
  },
  {
    file: 'estimation/low-pay-share.ts',
    tests: again,
    formulas: [
      [
        'low pay: replicates not read',
        'lowPay(other, y, checked)',
        'lowPay({ ...other, design }, y, checked)',
      ],
    ],
  },
  {
    file: 'models/oaxaca.ts',
    tests: again,
    formulas: [['Oaxaca: replicates of the full sample', 'decompose(of, input,', 'decompose(design, input,']],
  },
  {
    file: 'replication/jackknife.ts',
    tests: replicates,
    formulas: [
      ['jackknife: (n − 1)/n dropped', '(correction * (n - 1)) / n', 'correction'],
      ['jackknife: others not raised', 'factor.fill(n / (n - 1), first, first + n);', ''],
      ['jackknife: fpc dropped', '(correction * (n - 1)) / n', '(n - 1) / n'],
      ['jackknife, adjust: no replicate for the lonely PSU', "lonelyPsu !== 'adjust' ||", 'true ||'],
      ['jackknife, average: not scaled up', 'psus / factors.length : 1', '1 : 1'],
    ],
  },
  {
    file: 'replication/balanced-halves.ts',
    tests: replicates,
    formulas: [
      ['Fay: (1 − ρ)² dropped', '1 / (replicates * (1 - rho) ** 2)', '1 / replicates'],
      ['Fay: ρ of the raised half', '= 2 - rho;', '= 2;'],
      ['balanced halves: strata share a column', 'rows[s + 1]![r]!', 'rows[1]![r]! + 0 * s'],
    ],
  },
  {
    file: 'replication/bootstrap.ts',
    tests: ['replication/scales.test.ts', ...replicates],
    formulas: [
      ['bootstrap: n/(n − 1) dropped', "'bootstrap' ? n / (n - 1) : 1", "'bootstrap' ? 1 : 1"],
      ['bootstrap: R − 1 becomes R', '? 1 / (replicates - 1)\n', '? 1 / replicates\n'],
      [
        'Canty-Davison: factor of the mean n dropped',
        'harmonic / ((harmonic - 1) * (replicates - 1))',
        '1 / (replicates - 1)',
      ],
      ['Rao-Wu: R − 1 for R', ': 1 / replicates;', ': 1 / (replicates - 1);'],
      ['Rao-Wu: fpc dropped', '(m * psuCorrection(design, psu)) / (n - 1)', 'm / (n - 1)'],
      ['Rao-Wu: m dropped', '(m * psuCorrection(design, psu)) / (n - 1)', 'psuCorrection(design, psu)'],
      ['Rao-Wu: draws without a limit', 'lambda > 1 + ROUNDING', 'lambda > 10'],
      ['Rao-Wu: draws not raised', 'lambda * (n / m)', 'lambda'],
      [
        'Canty-Davison: drawn with replacement from a finite population',
        'design.stages[0]!.correction[h]! < 1',
        'design.stages[0]!.correction[h]! < 0',
      ],
    ],
  },
  {
    file: 'replication/draws.ts',
    tests: replicates,
    formulas: [['Rao-Wu: part that no draw changes dropped', 'base[psu]! + each[psu]!', 'each[psu]!']],
  },
  {
    file: 'replication/successive-difference.ts',
    tests: replicates,
    formulas: [
      ['successive differences: 2^−1.5', '2 ** -1.5', '2 ** -1'],
      ['successive differences: 4/R', 'scale: 4 / replicates', 'scale: 2 / replicates'],
      ['successive differences: fpc dropped', 'Math.sqrt(psuCorrection(design, psu)) * step', 'step'],
      ['successive differences: order left out', '(order ? place[a]! - place[b]! : 0)', '0'],
    ],
  },
  {
    file: 'replication/replicate-factors.ts',
    tests: [
      'replication/replicates.property.test.ts',
      ...replicates,
      'design/unequal-probabilities.r.test.ts',
    ],
    formulas: [
      [
        'replicates of unequal probabilities: 1 − p of the stratum',
        'probability ? 1 - probability[psu]! : ',
        'false ? 1 - probability[psu]! : ',
      ],
    ],
  },
  {
    file: 'replication/given-replicates.ts',
    tests: ['replication/scales.test.ts', ...given],
    formulas: [
      ['given balanced halves: scale', 'BRR: 1 / replicates', 'BRR: 1 / (replicates - 1)'],
      ['given Fay: (1 − ρ)² dropped', '1 / (replicates * (1 - (fayRho ?? 0)) ** 2)', '1 / replicates'],
      ['given paired jackknife: scale', 'JK2: 1,', 'JK2: 0.5,'],
      ['given ACS: scale', 'ACS: 4 / replicates', 'ACS: 1 / replicates'],
      [
        'given successive differences: scale',
        "'successive-difference': 4 / replicates",
        "'successive-difference': 1 / replicates",
      ],
      ['given bootstrap: R − 1 becomes R', 'bootstrap: 1 / (replicates - 1)', 'bootstrap: 1 / replicates'],
      ['given stratified jackknife: scale', '{ JKn: 1,', '{ JKn: 0.5,'],
    ],
  },
  {
    file: 'replication/replicate-spread.ts',
    tests: [
      'replication/scales.test.ts',
      ...replicates,
      ...given,
      'replication/calibrate-replicates.r.test.ts',
    ],
    formulas: [
      ['mse: centre exchanged', 'if (mse) return', 'if (!mse) return'],
      [
        'centre of replicates with scale 0, too',
        'values.filter((_, r) => rscales[r]! > 0)',
        'values.filter((_, r) => rscales[r]! >= 0)',
      ],
      ['rscales dropped', 'by * (deviation * deviation)', 'deviation * deviation'],
      ['scale dropped', 'variance.map((sum) => scale * sum)', 'variance.map((sum) => sum)'],
      ['covariance: scale dropped', 'covariance[i * p + j]! *= scale;', ''],
      [
        'covariance: rscales dropped',
        'const weighted = rscales[r]! * deviation[i]!;',
        'const weighted = deviation[i]!;',
      ],
    ],
  },
  {
    file: 'replication/replicate-df.ts',
    tests: given,
    formulas: [
      ['df is the rank', 'Math.max(0, rank - 1)', 'Math.max(0, rank)'],
      ['rank of dependent columns', 'const DEPENDENT = 1e-5;', 'const DEPENDENT = 0;'],
    ],
  },
  {
    file: 'replication/row-weights.ts',
    tests: [...replicates, 'replication/calibrate-replicates.r.test.ts', 'estimation/moments.r.test.ts'],
    formulas: [['factors in place of weights', 'w * factor[psu[row]!]!', '0 * w + factor[psu[row]!]!']],
  },
  {
    file: 'replication/row-replicate-values.ts',
    tests: [...given, 'replication/calibrate-replicates.r.test.ts'],
    formulas: [
      [
        'replicates of a ratio: denominator of the full sample',
        'totalX[level]! += w * other;',
        'totalX[level]! += cells.design.weight[row]! * other;',
      ],
    ],
  },
  {
    file: 'replication/replicate-quantile.ts',
    tests: [...replicates, ...given],
    formulas: [
      [
        'replicates of a quantile by the full weights',
        'const w = weight[row]!;',
        'const w = weight[row]! > 0 ? 1 : 0;',
      ],
    ],
  },
  {
    file: 'replication/calibrate-replicates.ts',
    tests: ['replication/calibrate-replicates.r.test.ts'],
    formulas: [
      [
        'replicates of a calibrated sample: not calibrated',
        'const { weight } = adjusted(adjust, replicate, r, rscales.length);',
        'const { weight } = r < 0 ? adjusted(adjust, replicate, r, rscales.length) : replicate;',
      ],
    ],
  },
  {
    file: 'replication/replicate-estimate.ts',
    tests: replicates,
    formulas: [
      [
        'replicate estimate: covariances for variances',
        'covariance[i * (estimate.length + 1)]!',
        'covariance[i]!',
      ],
    ],
  },
  {
    file: 'replication/hadamard.ts',
    tests: ['replication/hadamard.test.ts'],
    formulas: [['doubling: sign of the last quarter', 'zero ? -1 : -s', 'zero ? -1 : s']],
  },
];
