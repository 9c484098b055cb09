import type { DfRule, SurveyEstimate } from '../estimation/survey-estimate.ts';

/** Estimates of a statistic as one array, which goes to another thread without a copy; objects would cost more than their numbers. */
export interface PackedEstimates {
  /** place of the statistic in the batch */
  readonly index: number;
  /** one a breakdown */
  readonly lists: readonly {
    readonly count: number;
    readonly dfRule: DfRule;
    readonly ciMethod: string;
  }[];
  /** estimate by estimate, as `pack` writes them */
  readonly numbers: Float64Array<ArrayBuffer>;
}

const NUMBERS = 12;

export function packEstimates(index: number, estimates: readonly SurveyEstimate[][]): PackedEstimates {
  const count = estimates.reduce((sum, list) => sum + list.length, 0);
  const numbers = new Float64Array(count * NUMBERS);
  let at = 0;
  for (const list of estimates) {
    for (const own of list) {
      pack(own, numbers, at);
      at += NUMBERS;
    }
  }
  const lists = estimates.map((list) => {
    const { dfRule = 'given', ciMethod = '' } = list[0] ?? {};
    return { count: list.length, dfRule, ciMethod };
  });
  return { index, lists, numbers };
}

export function unpackEstimates({ lists, numbers }: PackedEstimates): SurveyEstimate[][] {
  let at = 0;
  return lists.map(({ count, dfRule, ciMethod }) => {
    const list: SurveyEstimate[] = [];
    for (let i = 0; i < count; i++) {
      list.push(unpack(numbers, at, dfRule, ciMethod));
      at += NUMBERS;
    }
    return list;
  });
}

function pack(own: SurveyEstimate, numbers: Float64Array, at: number): void {
  numbers[at] = own.estimate;
  numbers[at + 1] = own.se;
  numbers[at + 2] = own.n;
  numbers[at + 3] = own.nWeighted;
  numbers[at + 4] = own.df;
  numbers[at + 5] = own.deff;
  numbers[at + 6] = own.cv;
  numbers[at + 7] = own.ciLow;
  numbers[at + 8] = own.ciHigh;
  numbers[at + 9] = own.ciLevel;
  numbers[at + 10] = own.missingShare;
  numbers[at + 11] = own.nDomain;
}

function unpack(numbers: Float64Array, at: number, dfRule: DfRule, ciMethod: string): SurveyEstimate {
  return {
    estimate: numbers[at]!,
    se: numbers[at + 1]!,
    n: numbers[at + 2]!,
    nWeighted: numbers[at + 3]!,
    df: numbers[at + 4]!,
    dfRule,
    deff: numbers[at + 5]!,
    cv: numbers[at + 6]!,
    ciLow: numbers[at + 7]!,
    ciHigh: numbers[at + 8]!,
    ciMethod,
    ciLevel: numbers[at + 9]!,
    missingShare: numbers[at + 10]!,
    nDomain: numbers[at + 11]!,
  };
}
