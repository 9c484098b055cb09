import type { BrokenFile } from '../mutation.ts';

const qualityTests = ['quality/quality.test.ts'];

export const quality: readonly BrokenFile[] = [
  {
    file: 'quality/proportion-quality.ts',
    tests: qualityTests,
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
    tests: qualityTests,
    formulas: [['8 degrees of freedom', 'MINIMUM_DF = 8', 'MINIMUM_DF = 9']],
  },
  {
    file: 'quality/count-quality.ts',
    tests: qualityTests,
    formulas: [
      ['NCHS counts: relative width 1.6', 'relativeWidth > 1.6', 'relativeWidth > 16'],
      ['NCHS counts: effective 10', 'effectiveN >= 10', 'effectiveN >= 9'],
      ['NCHS counts: effective n without the design effect', 'n / kishDesignEffect;', 'n;'],
      ['NCHS counts: width of one side', 'Math.exp(half) - Math.exp(-half)', 'Math.exp(half) - 1'],
    ],
  },
  {
    file: 'quality/general-quality.ts',
    tests: qualityTests,
    formulas: [
      ['means: 30 respondents', '!(n >= 30)', '!(n >= 29)'],
      ['means: cv 0.3', 'cv > 0.3', 'cv > 0.33'],
    ],
  },
  {
    file: 'quality/threshold-quality.ts',
    tests: qualityTests,
    formulas: [
      ['NCHS 30/30: cv', 'cautionFromCv: 0.3 }', 'cautionFromCv: 0.33 }'],
      ['NCHS 30/30: respondents', "name: 'nchs_30_30', minimumN: 30", "name: 'nchs_30_30', minimumN: 29"],
      ['Statistics Canada: caution', 'cautionAboveCv: 0.165', 'cautionAboveCv: 0.2'],
      ['Statistics Canada: unreliable', 'maximumCv: 0.333', 'maximumCv: 0.5'],
      ['DHS: respondents', 'minimumN: 25', 'minimumN: 24'],
      ['DHS: caution', 'cautionBelowN: 50', 'cautionBelowN: 49'],
    ],
  },
];
