import type { SurveyDesign } from '../design/survey-design.ts';
import { covarianceAgain, replicateDfOf } from '../replication/covariance-again.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import { analysisRows, checkDomain, checkVariable } from './analysis-rows.ts';
import type { Covariate } from './covariate.ts';
import { groupMoments } from './group-moments.ts';
import { modelInfluence } from './model-influence.ts';
import { combine, standardErrors } from './standard-errors.ts';
import { checkLevel, type TestedEstimate, testedEstimate } from './tested-estimate.ts';

/** Whose coefficients are the ones without discrimination: see {@link oaxaca}. */
export type OaxacaReference = 'first' | 'second' | 'pooled';

export interface OaxacaInput {
  /** row → outcome, such as the log of the wage; NaN: no answer */
  readonly y: Float64Array;
  readonly x: readonly Covariate[];
  /** row → 0 first group, 1 second group, −1 neither */
  readonly group: Int32Array;
  /** default 'pooled' */
  readonly reference?: OaxacaReference | undefined;
  /** row → 1 inside, 0 outside */
  readonly domain?: Uint8Array | undefined;
  /** default 0.95 */
  readonly ciLevel?: number | undefined;
  /** standard errors from decomposing again on every replicate in place of linearisation */
  readonly replicates?: ReplicateWeights | undefined;
}

export interface OaxacaVariable {
  /** 'intercept', a column, or a categorical variable whose columns are added up */
  readonly name: string;
  readonly explained: TestedEstimate;
  readonly unexplained: TestedEstimate;
}

export interface OaxacaDecomposition {
  /** mean outcome of the two groups on the rows that enter */
  readonly first: TestedEstimate;
  readonly second: TestedEstimate;
  /** first minus second; explained + unexplained */
  readonly gap: TestedEstimate;
  /** what would be left of the gap if both groups were paid by the reference coefficients */
  readonly explained: TestedEstimate;
  readonly unexplained: TestedEstimate;
  readonly variables: readonly OaxacaVariable[];
  readonly reference: OaxacaReference;
  /** rows that enter, per group */
  readonly n: readonly [number, number];
  /** PSUs minus strata of the rows that enter, or what the replicates say */
  readonly df: number;
  readonly ciLevel: number;
}

/**
 * Oaxaca-Blinder decomposition: how much of the gap between two groups' mean outcomes goes with their different
 * characteristics (explained) and how much with what these characteristics earn (unexplained).
 *
 * Linear models with intercept in each group, x̄ the weighted means, β* the reference coefficients: explained
 * (x̄₁ − x̄₂)'β*, unexplained x̄₁'(β₁ − β*) + x̄₂'(β* − β₂). `first` and `second` take β₁ or β₂; `pooled` the coefficients of
 * both groups together with a group dummy (Jann 2008). Coefficients and means are both random and correlated in the SEs,
 * so those of the gap equal the SE of a difference of two domain means.
 *
 * The unexplained part of one categorical variable, and of the intercept, depends on the reference level chosen; their
 * sum does not. Unexplained is a difference in coefficients and not by itself discrimination.
 *
 * @returns the gap, its two parts, and both parts by variable, each with its test.
 * @throws as `surveyRegression`, for either group, also in a replicate; on group codes other than 0, 1 and −1, and on a group without rows.
 *
 * R equivalent: none in survey; Stata's `oaxaca, svy weight(1)`, `weight(0)`, `pooled`. Source: Oaxaca (1973), Blinder
 * (1973), Jann (2008); variance: V of the joint influence values of both regressions and all means.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1, 1, 1, 1, 1] });
 * const group = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1);
 * const x = [{ name: 'school', values: Float64Array.of(0, 1, 2, 3, 1, 2, 3, 4) }];
 * const parts = oaxaca(design, { y: Float64Array.of(1, 2, 3, 4, 4, 5, 6, 7), x, group });
 * parts.gap.estimate; // -3
 * parts.explained.estimate; // -1: a year of school less, at 1 a year
 * parts.unexplained.estimate; // -2
 */
export function oaxaca(design: SurveyDesign, input: OaxacaInput): OaxacaDecomposition {
  const level = checkLevel('oaxaca', input.ciLevel);
  const reference = input.reference ?? 'pooled';
  if (!['first', 'second', 'pooled'].includes(reference)) {
    throw new RangeError(`oaxaca: reference must be first, second or pooled; got "${reference}"`);
  }
  checkVariable('oaxaca', 'y', input.y, design);
  for (const { name, values } of input.x) checkVariable('oaxaca', name, values, design);
  checkDomain('oaxaca', design, input.domain);
  const used = usedRows(design, input);
  const { replicates } = input;
  const { named, n } = decompose(design, input, reference, used.present);
  const parts = [...named.values()];
  const se = replicates
    ? diagonal(
        covarianceAgain(
          'oaxaca',
          { design, replicates },
          parts.map(({ value }) => value),
          (of) => [...decompose(of, input, reference, used.present).named.values()].map(({ value }) => value),
        ),
      ).map(Math.sqrt)
    : standardErrors(
        design,
        parts.map(({ z }) => z),
        used.present,
      );
  const df = replicateDfOf(replicates, design, used.present) ?? used.df;
  const tested = new Map(
    [...named].map(([name, { value }], i) => [name, testedEstimate(value, se[i]!, df, level)]),
  );
  const of = (name: string) => tested.get(name)!;
  return {
    first: of('first'),
    second: of('second'),
    gap: of('gap'),
    explained: of('explained'),
    unexplained: of('unexplained'),
    variables: [...tested.keys()].flatMap((key) =>
      key.startsWith(EXPLAINED)
        ? [
            {
              name: key.slice(EXPLAINED.length),
              explained: of(key),
              unexplained: of(UNEXPLAINED + key.slice(EXPLAINED.length)),
            },
          ]
        : [],
    ),
    reference,
    n,
    df,
    ciLevel: level,
  };
}

const EXPLAINED = 'explained by ';
const UNEXPLAINED = 'unexplained by ';

/** The means, the gap and its parts, in a fixed order, under the weights of a design. */
function decompose(
  design: SurveyDesign,
  input: OaxacaInput,
  reference: OaxacaReference,
  present: Uint8Array,
): { named: Map<string, Part>; n: [number, number] } {
  const sides = [0, 1].map((code) => {
    const domain = Uint8Array.from(input.group, (own, row) => (own === code ? present[row]! : 0));
    return modelInfluence(`oaxaca, ${code === 0 ? 'first' : 'second'} group`, design, {
      y: input.y,
      x: input.x,
      domain,
    });
  });
  const [one, two] = [sides[0]!, sides[1]!];
  const star =
    reference === 'first' ? one : reference === 'second' ? two : pooledModel(design, input, present);
  const columns = [{ name: 'y', values: input.y }, ...one.columns];
  const [m1, m2] = [groupMoments(design, columns, one.used), groupMoments(design, columns, two.used)];

  const explained = new Map<string, Part>();
  const unexplained = new Map<string, Part>();
  const add = (parts: Map<string, Part>, name: string, part: Part): void => {
    const before = parts.get(name);
    parts.set(name, before ? plus(before, part) : part);
  };
  one.columns.forEach(({ name, factor }, j) => {
    const [b1, b2, b] = [one.coefficients[j]!, two.coefficients[j]!, star.coefficients[j]!];
    const [x1, x2] = [m1.mean[j + 1]!, m2.mean[j + 1]!];
    const [z1, z2] = [m1.influence[j + 1]!, m2.influence[j + 1]!];
    const [i1, i2, i] = [one.influence[j]!, two.influence[j]!, star.influence[j]!];
    const variable = factor?.name ?? name;
    add(explained, EXPLAINED + variable, {
      value: (x1 - x2) * b,
      z: combine([i, z1, z2], [x1 - x2, b, -b]),
    });
    add(unexplained, UNEXPLAINED + variable, {
      value: x1 * (b1 - b) + x2 * (b - b2),
      z: combine([i1, i, i2, z1, z2], [x1, x2 - x1, -x2, b1 - b, b - b2]),
    });
  });
  const [first, second] = [m1, m2].map(({ mean, influence }) => ({ value: mean[0]!, z: influence[0]! })) as [
    Part,
    Part,
  ];
  return {
    named: new Map<string, Part>([
      ['first', first],
      ['second', second],
      ['gap', plus(first, { value: -second.value, z: second.z.map((own) => -own) })],
      ['explained', [...explained.values()].reduce(plus)],
      ['unexplained', [...unexplained.values()].reduce(plus)],
      ...explained,
      ...unexplained,
    ]),
    n: [one.used.rows.length, two.used.rows.length],
  };
}

function diagonal(matrix: Float64Array): Float64Array {
  const size = Math.sqrt(matrix.length);
  return Float64Array.from({ length: size }, (_, i) => matrix[i * (size + 1)]!);
}

/** A statistic and its influence values. */
interface Part {
  readonly value: number;
  readonly z: Float64Array;
}

function plus(a: Part, b: Part): Part {
  return { value: a.value + b.value, z: combine([a.z, b.z], [1, 1]) };
}

function usedRows(design: SurveyDesign, { y, x, group, domain }: OaxacaInput) {
  if (group.length !== design.rows) {
    throw new RangeError(
      `oaxaca: group must have one code a row of the design; expected ${design.rows}, got ${group.length}`,
    );
  }
  const bad = group.findIndex((code) => code !== 0 && code !== 1 && code !== -1);
  if (bad >= 0) {
    throw new RangeError(
      `oaxaca: group must be 0 (first), 1 (second) or −1 (neither); row index ${bad} has ${group[bad]}`,
    );
  }
  const grouped = Uint8Array.from(group, (code, row) => (code === -1 || domain?.[row] === 0 ? 0 : 1));
  return analysisRows(design, [y, ...x.map(({ values }) => values)], grouped);
}

function pooledModel(design: SurveyDesign, { y, x, group }: OaxacaInput, domain: Uint8Array) {
  const second = { name: 'second group', values: Float64Array.from(group) };
  return modelInfluence('oaxaca, both groups', design, { y, x: [...x, second], domain });
}
