import type { BrokenFile } from '../mutation.ts';

export const design: readonly BrokenFile[] = [
  {
    file: 'design/sampling-stage.ts',
    tests: ['design/survey-design.test.ts', 'design/unequal-probabilities.r.test.ts'],
    formulas: [
      ['fpc of counts dropped', '(given[g]! - sampled[g]!) / given[g]!', '1'],
      ['fpc of fractions dropped', ': 1 - fraction;', ': 1;'],
      [
        'a PSU sampled at n/N counts as N/n',
        'sampled[g]! / given[g]! : given[g]!',
        'given[g]! / sampled[g]! : given[g]!',
      ],
      ['mean probability of a stratum is its sum', 'fraction[g]! /= sampled[g]!', 'fraction[g]! /= 1'],
    ],
  },
  {
    file: 'design/survey-design.ts',
    tests: ['design/survey-design.test.ts', 'design/unequal-probabilities.r.test.ts'],
    formulas: [
      [
        'second stage without the fraction of the first',
        '(stage.probability?.[unit] ?? stage.fraction[g]!) *',
        '1 *',
      ],
      [
        'third stage without the fraction of the first',
        '(stage.above.length > 0 ? stage.above[g]! : 1)',
        '1',
      ],
      [
        'second stage by the mean probability of the stratum, not the PSU’s',
        '(stage.probability?.[unit] ?? stage.fraction[g]!)',
        'stage.fraction[g]!',
      ],
    ],
  },
  {
    file: 'design/domain-cells.ts',
    tests: ['estimation/estimates.test.ts', 'design/survey-design.test.ts'],
    formulas: [
      [
        'df of a domain is that of the full design',
        '    ...counts,\n    df,',
        '    ...counts,\n    df: df.fill(design.psus - design.strata),',
      ],
      ['df counts PSUs without taking off strata', '          df[level]!--;', ''],
      [
        'rows of weight 0 count',
        'const counted = weight[row] === 0 ? levels : level;',
        'const counted = level;',
      ],
    ],
  },
  {
    file: 'estimation/combined-df.ts',
    tests: ['estimation/estimates.test.ts', 'estimation/moments.test.ts', 'estimation/moments.r.test.ts'],
    formulas: [['df of domains together without taking off strata', '    df--;', '']],
  },
  {
    file: 'estimation/domain-variance.ts',
    tests: ['estimation/estimates.test.ts', 'estimation/estimates.r.test.ts'],
    formulas: [
      ['n − 1 becomes n', '(f * n) / (n - 1)', 'f'],
      ['fpc dropped', '(f * n) / (n - 1)', 'n / (n - 1)'],
      [
        'domain filtered: n_h is the PSUs that hold the domain',
        'const n = psus[h]!;',
        'const n = to - from;',
      ],
      [
        'centre is the mean over the PSUs of the domain',
        'const mean = sum / n;',
        'const mean = sum / (to - from);',
      ],
      ['centre left out', 'const mean = sum / n;', 'const mean = 0 * sum;'],
      ['PSUs without the domain left out', '(squares + (n - (to - from)) * mean * mean)', 'squares'],
    ],
  },
  {
    file: 'estimation/wasm-loops.ts',
    tests: ['estimation/lane-kernel.test.ts'],
    formulas: [
      [
        'a row without the denominator enters a ratio',
        'i32.and(isNumber(get(difference)), isNumber(f64.load(get(other))))',
        'isNumber(get(difference))',
      ],
      [
        'differences lose what 32 bits do not hold',
        'f64.notEqual(f64.rounded(get(difference)), get(difference))',
        'constant(0)',
      ],
      [
        'a proportion of values that are not 0 or 1',
        'f64.notEqual(f64.multiply(get(difference), f64.subtract(get(difference), f64.one)), f64.zero)',
        'constant(0)',
      ],
    ],
  },
  {
    file: 'estimation/wasm-sums.ts',
    tests: ['estimation/lane-kernel.test.ts'],
    formulas: [
      ['a row without an answer counts with its weight', 'pair.and(get(w), get(answered))', 'get(w)'],
      [
        'squares without the weight',
        'pair.multiply(get(product), get(difference))',
        'pair.multiply(get(difference), get(difference))',
      ],
    ],
  },
  {
    file: 'estimation/wasm-variances.ts',
    tests: ['estimation/lane-kernel.test.ts'],
    formulas: [
      ['fpc and n/(n − 1) dropped', 'pair.both(f64.load(get(scale)))', 'pair.divide(get(n), get(n))'],
      ['centre left out', 'pair.divide(get(sum[half]), get(n))', 'zeroPair'],
      ['PSUs without the domain left out', 'pair.add(get(squares[half]), absent)', 'get(squares[half])'],
    ],
  },
  {
    file: 'estimation/stage-variance.ts',
    tests: [
      'design/certain-strata.test.ts',
      'design/lonely-psu.r.test.ts',
      'design/survey-design.test.ts',
      'design/unequal-probabilities.r.test.ts',
      'estimation/moments.r.test.ts',
    ],
    formulas: [
      ['n − 1 becomes n', '(n > 1 ? n / (n - 1) : 1)', '1'],
      ['fpc dropped', 'f * (n > 1 ? n / (n - 1) : 1)', '(n > 1 ? n / (n - 1) : 1)'],
      [
        'domain filtered: n_h is the PSUs that hold the domain',
        'const n = sampled[h]!;',
        'const n = to - from;',
      ],
      ['PSUs without the domain left out', 'return sum + (n - (to - from)) * mean * mean;', 'return sum;'],
      [
        'lonely PSU, adjust: centre 0 as before R survey 4.3',
        'overallCentre(stage, unit, total) : 0',
        '0 : 0',
      ],
      ['lonely PSU, adjust: centre is the mean over strata', 'count += stage.sampled[h]!;', 'count++;'],
      ['lonely PSU, average: not scaled up', '(variance * strata) / (strata - averaged)', 'variance'],
      [
        'lonely PSU, average: scaled by all strata',
        '(variance * strata) / (strata - averaged)',
        '(variance * (strata + averaged)) / strata',
      ],
      ['lonely PSU, remove: adds its square', "else if (n > 1 || lonelyPsu === 'adjust') {", 'else {'],
      [
        'lonely PSU, fail: goes on',
        "else if (lonely && lonelyPsu === 'fail') throw lonelyError(design, h);",
        '',
      ],
      ['lonely in the domain: rule not applied', '(domainRule && to - from === 1)', 'false'],
      ['stratum taken whole is lonely', 'if (f < CERTAINTY_TOLERANCE) {\n', 'if (f < 0) {\n'],
      [
        'second stage: factor of the first dropped',
        'stage.above[g]! * f * (n / (n - 1))',
        'f * (n / (n - 1))',
      ],
      ['second stage: n − 1 becomes n', 'stage.above[g]! * f * (n / (n - 1))', 'stage.above[g]! * f'],
      ['second stage: fpc dropped', 'stage.above[g]! * f * (n / (n - 1))', 'stage.above[g]! * (n / (n - 1))'],
      ['second stage dropped', 'variance += lowerStage(design, stage, s + 1, units, totals);', ''],
    ],
  },
  {
    file: 'design/collapse-strata.ts',
    tests: ['design/collapse-strata.test.ts'],
    formulas: [
      [
        'fraction of merged strata is that of the first',
        'sampled[g]! / sum(members, (h) => stage.sampled[h]! / stage.fraction[h]!)',
        'stage.fraction[members[0]!]!',
      ],
      [
        'merged strata without fpc',
        'stage.correction[members[0]!]! : 1 - fraction[g]!',
        'stage.correction[members[0]!]! : 1',
      ],
      ['the least alike is the partner', 'b.agree - a.agree ||', 'a.agree - b.agree ||'],
      ['the farther one is the partner', 'a.distance - b.distance', 'b.distance - a.distance'],
      ['merged across the groups of within', 'agree >= within', 'agree >= 0'],
      ['strata taken whole are partners', '.filter((h) => !certain(h))', ''],
    ],
  },
  {
    file: 'design/unequal-probabilities.ts',
    tests: ['design/unequal-probabilities.test.ts', 'design/unequal-probabilities.r.test.ts'],
    formulas: [
      ['Σ p² of the frame not divided by n', 'return squares / sampled[h]!;', 'return squares;'],
      ['sum of probabilities is their mean', 'mean * stage.sampled[h]!', 'mean'],
    ],
  },
  {
    file: 'design/joint-probabilities.ts',
    tests: ['design/unequal-probabilities.test.ts', 'design/unequal-probabilities.r.test.ts'],
    formulas: [
      [
        'D not divided by the joint probability',
        '(both - p * matrix[to]![to]!) / both',
        'both - p * matrix[to]![to]!',
      ],
      ['D of a PSU with itself is 1', 'i === j ? 1 - p :', 'i === j ? 1 :'],
    ],
  },
  {
    file: 'estimation/unequal-variance.ts',
    tests: ['design/unequal-probabilities.test.ts', 'design/unequal-probabilities.r.test.ts'],
    formulas: [
      [
        'Brewer: 1 − p dropped',
        'corrected += (1 - p) * difference * difference;',
        'corrected += difference * difference;',
      ],
      ['Brewer: n − 1 becomes n', 'return (n / m) * corrected;', 'return corrected;'],
      ['Brewer: PSUs without the domain have 1 − p of all', 'unlisted -= 1 - p;', ''],
      ['Overton: n − 1 becomes n', '(n * squaresP - sum * sumP) / m', '(n * squaresP - sum * sumP) / n'],
      [
        'Overton, Yates-Grundy: row sums of D dropped',
        'form : form - (p1 * squaresOwn - n * squaresP) / (2 * m)',
        'form : form',
      ],
      [
        'Hartley-Rao: sign of Σ p²',
        '- frame * (squaresOwn - sum * sum)',
        '+ frame * (squaresOwn - sum * sum)',
      ],
      ['Hartley-Rao, Yates-Grundy: Σ p² dropped', '/ m - frame * squaresOwn', '/ m'],
      ['spread: n − 1 becomes n', 'const spread = (n / m) * squares;', 'const spread = squares;'],
      ['Yates-Grundy of joint probabilities: row sums of D dropped', 'product - rowSum[i]! * t', 'product'],
    ],
  },
];
