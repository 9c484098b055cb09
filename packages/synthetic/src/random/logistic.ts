/** The inverse of the logit. */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** log(p / (1 - p)). */
export const logit = (p: number): number => Math.log(p / (1 - p));
