export type RegressionFamily = 'linear' | 'logistic' | 'poisson';

/** A family with its canonical link, so that dμ/dη is also the variance function. η is the linear predictor. */
export interface Family {
  readonly mean: (eta: number) => number;
  /** dμ/dη */
  readonly slope: (eta: number) => number;
  /** d²μ/dη² */
  readonly curvature: (eta: number) => number;
  /** y − μ without cancellation */
  readonly residual: (y: number, eta: number) => number;
  /** η that a lone answer y suggests */
  readonly start: (y: number) => number;
  /** log-likelihood of one row, up to a constant in y */
  readonly logLikelihood: (y: number, eta: number) => number;
  /** what an answer must be; absent: any number */
  readonly answers?: { readonly allowed: (y: number) => boolean; readonly words: string };
}

const logistic = (eta: number) => 1 / (1 + Math.exp(-eta));

export const families: Readonly<Record<RegressionFamily, Family>> = {
  linear: {
    mean: (eta) => eta,
    slope: () => 1,
    curvature: () => 0,
    residual: (y, eta) => y - eta,
    start: (y) => y,
    logLikelihood: (y, eta) => -((y - eta) ** 2) / 2,
  },
  logistic: {
    mean: logistic,
    slope: (eta) => logistic(eta) * logistic(-eta),
    curvature: (eta) => logistic(eta) * logistic(-eta) * -Math.tanh(eta / 2),
    residual: (y, eta) => (y === 1 ? logistic(-eta) : -logistic(eta)),
    start: (y) => (y === 1 ? Math.log(3) : -Math.log(3)),
    logLikelihood: (y, eta) => (y === 1 ? -softplus(-eta) : -softplus(eta)),
    answers: { allowed: (y) => y === 0 || y === 1, words: '0 or 1' },
  },
  poisson: {
    mean: Math.exp,
    slope: Math.exp,
    curvature: Math.exp,
    residual: (y, eta) => y - Math.exp(eta),
    start: (y) => Math.log(y + 0.1),
    logLikelihood: (y, eta) => y * eta - Math.exp(eta),
    answers: { allowed: (y) => y >= 0, words: '0 or above' },
  },
};

/** log(1 + eˣ) */
function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
