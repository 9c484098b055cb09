import { afterAll, it } from 'vitest';
import { lgamma, pbeta, pchisq, pf, pnorm, pt, qbeta, qnorm, qt } from '../../src/index.ts';
import { expectClose, type Golden, golden, reportWorst } from '../golden.ts';

const r: Golden = golden('distributions');
afterAll(reportWorst);

/** Limits of intervals match R's to 1e-9 only if their distribution functions are good to this. */
const RELATIVE = 1e-12;
/** log Γ is 0 at 1 and 2: relative errors grow there, absolute ones do not. */
const NEAR_ZERO = 1e-10;

it.each([
  ['qbeta', r.x, (i: number) => qbeta(r.p[i], r.a[i], r.b[i])],
  ['pbeta', r.pbeta, (i: number) => pbeta(r.x[i], r.a[i], r.b[i])],
  ['pbeta upper', r.pbeta_upper, (i: number) => pbeta(r.x[i], r.a[i], r.b[i], false)],
  ['qt', r.qt, (i: number) => qt(r.pt_p[i], r.df[i])],
  ['pt', r.pt, (i: number) => pt(r.t[i], r.df[i])],
  ['pf upper', r.pf_upper, (i: number) => pf(r.f[i], r.d1[i], r.d2[i], false)],
  ['pchisq', r.pchisq, (i: number) => pchisq(r.cx[i], r.c1[i])],
  ['pchisq upper', r.pchisq_upper, (i: number) => pchisq(r.cx[i], r.c1[i], false)],
  ['pnorm', r.pnorm, (i: number) => pnorm(r.z[i])],
  ['qnorm', r.qnorm, (i: number) => qnorm(r.pnorm_p[i])],
  ['lgamma', r.lgamma, (i: number) => lgamma(r.g[i])],
] as const)('%s', (name, expected, actual) => {
  expected.forEach((value: number, i: number) => {
    expectClose(actual(i), value, name === 'lgamma' ? NEAR_ZERO : RELATIVE, name);
  });
});
