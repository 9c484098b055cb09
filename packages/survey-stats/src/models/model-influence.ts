import type { SurveyDesign } from '../design/survey-design.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import { type AnalysisRows, analysisRows, checkDomain, checkVariable, gather } from './analysis-rows.ts';
import { dualColumns } from './column-qr.ts';
import type { Covariate } from './covariate.ts';
import { families, type RegressionFamily } from './family.ts';
import { fitModel } from './fit-model.ts';

export interface RegressionInput {
  /** row → outcome: any number (linear), 0 or 1 (logistic), 0 or above (poisson); NaN: no answer */
  readonly y: Float64Array;
  /** columns of the right-hand side; those of a categorical variable come from `dummyVariables` */
  readonly x: readonly Covariate[];
  /** default 'linear' */
  readonly family?: RegressionFamily | undefined;
  /** row → term with coefficient 1, such as the log of exposure */
  readonly offset?: Float64Array | undefined;
  /** row → 1 inside, 0 outside; absent: every row. The design stays whole. */
  readonly domain?: Uint8Array | undefined;
  /** default true */
  readonly intercept?: boolean | undefined;
  /** default 0.95 */
  readonly ciLevel?: number | undefined;
  /** covariances from fitting again on every replicate in place of linearisation */
  readonly replicates?: ReplicateWeights | undefined;
}

/** A fitted model and what a unit more of weight on each row would do to its coefficients. */
export interface ModelInfluence {
  readonly family: RegressionFamily;
  readonly used: AnalysisRows;
  /** intercept first, if there is one */
  readonly names: readonly string[];
  readonly columns: readonly Covariate[];
  readonly coefficients: Float64Array;
  /** coefficient → row of the design → influence value, weight included */
  readonly influence: readonly Float64Array[];
  /** row that enters → linear predictor */
  readonly eta: Float64Array;
  readonly steps: number;
}

/** Fits by weighted maximum likelihood and linearises: z = w x (y − μ) A⁻¹, A = Σ w x x' dμ/dη. */
export function modelInfluence(caller: string, design: SurveyDesign, input: RegressionInput): ModelInfluence {
  const family = input.family ?? 'linear';
  checkInput(caller, design, input, family);
  const answered = [input.y, ...input.x.map(({ values }) => values), ...(input.offset ? [input.offset] : [])];
  const used = analysisRows(design, answered, input.domain);
  const { rows } = used;
  const columns = input.intercept === false ? input.x : [interceptOf(design), ...input.x];
  if (rows.length === 0) {
    throw new RangeError(
      `${caller}: at least one row in the domain must have a weight and every variable; got none. Check which of ${['y', ...input.x.map(({ name }) => name)].join(', ')} is missing`,
    );
  }
  const y = gather(input.y, rows);
  checkAnswers(caller, family, y, rows);
  const mean = used.weight / rows.length;
  const weight = gather(design.weight, rows).map((w) => w / mean);
  const x = columns.map(({ values }) => gather(values, rows));
  const names = columns.map(({ name }) => name);
  const offset = input.offset && gather(input.offset, rows);
  const { coefficients, eta, qr, steps } = fitModel(caller, { family, y, x, names, weight, offset });
  const { residual, slope } = families[family];
  const score = eta.map((own, k) => {
    const root = Math.sqrt(weight[k]! * slope(own));
    return root === 0 ? 0 : (weight[k]! * residual(y[k]!, own)) / root;
  });
  const influence = dualColumns(qr).map((dual) => {
    const z = new Float64Array(design.rows);
    for (let k = 0; k < rows.length; k++) z[rows[k]!] = dual[k]! * score[k]!;
    return z;
  });
  return { family, used, names, columns, coefficients, influence, eta, steps };
}

function interceptOf(design: SurveyDesign): Covariate {
  return { name: 'intercept', values: new Float64Array(design.rows).fill(1) };
}

function checkInput(caller: string, design: SurveyDesign, input: RegressionInput, family: string): void {
  if (!Object.hasOwn(families, family)) {
    throw new RangeError(
      `${caller}: family must be one of ${Object.keys(families).join(', ')}; got "${family}"`,
    );
  }
  checkVariable(caller, 'y', input.y, design);
  if (input.offset) checkVariable(caller, 'offset', input.offset, design);
  checkDomain(caller, design, input.domain);
  const seen = new Set(input.intercept === false ? [] : ['intercept']);
  for (const { name, values } of input.x) {
    checkVariable(caller, name, values, design);
    if (seen.has(name))
      throw new RangeError(`${caller}: every column must have its own name; "${name}" occurs twice`);
    seen.add(name);
  }
  if (seen.size === 0) throw new RangeError(`${caller}: a model without intercept needs a column; got none`);
}

function checkAnswers(caller: string, family: RegressionFamily, y: Float64Array, rows: Int32Array): void {
  const { answers } = families[family];
  if (!answers) return;
  const bad = y.findIndex((own) => !answers.allowed(own));
  if (bad >= 0) {
    throw new RangeError(
      `${caller}: y of a ${family} model must be ${answers.words}, or NaN if missing; row index ${rows[bad]} has ${y[bad]}`,
    );
  }
}
